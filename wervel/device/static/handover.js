// Codes of a draft between the page and its session: one that came in the address goes to Python, which reads it. On a
// shared device the newest code also stays here, in the memory of this page, so that another language or a lost
// connection loses no answer; nothing of it is written.

import { quiet } from "./quiet.js";

const AGAIN = 2500; // ms

const state = { session: null, code: null, wanted: null, sent: 0, told: 0, shown: null };
let component = null;

/** Nobody answers a question that is about to go: the page shows once the code was read, or does not come through. */
function arriving(is) {
  document.documentElement.toggleAttribute("data-arriving", is);
  clearTimeout(arriving.end);
  if (is) arriving.end = setTimeout(arriving, 10000, false);
}

/** Hand `wanted` to the session, again and again until it is taken: what a component says can be lost on the way. */
async function tell() {
  clearTimeout(tell.again);
  tell.again = 0;
  if (state.wanted === null) return;
  tell.again = setTimeout(tell, AGAIN);
  await quiet(); // what is told must not take the place of a tap
  if (state.wanted === null || !component) return;
  state.told += 1;
  component.setStateValue("code", { session: state.session, n: state.sent, code: state.wanted, told: state.told });
}

function want(code) {
  arriving(true);
  state.wanted = code;
  state.sent += 1;
  tell();
}

function arrived() {
  const code = window.wervelTaken;
  delete window.wervelTaken;
  if (code !== undefined) want(code);
}

/** Another screen within the page begins at its top, and its title is read first. */
function begin(shown) {
  if (shown === state.shown) return;
  state.shown = shown;
  requestAnimationFrame(() => {
    document.querySelector(".stMain")?.scrollTo({ top: 0 });
    const title = document.querySelector(".take h1, .st-key-outcome h1");
    if (title) { title.tabIndex = -1; title.focus({ preventScroll: true }); }
  });
}

document.addEventListener("wervel-taken", arrived);
document.addEventListener("wervel-wiped", () => Object.assign(state, { code: null, wanted: null }));
// Before the link is followed: another language, or another one beside it, is another page, and takes the answers along
// in the fragment.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-language], a[data-with]");
  if (link && state.code) link.hash = `take=${state.code}`;
}, true);

export default function mount(given) {
  component = given;
  const { session, took, code, shown } = given.data;
  begin(shown);
  if (state.session !== null && session !== state.session && state.code && state.wanted === null) want(state.code);
  state.session = session;
  if (state.wanted !== null && took === state.sent) {
    state.wanted = null;
    arriving(false);
  }
  if (state.wanted === null) state.code = code;
  if (window.wervelTaken !== undefined) arrived();
  else if (state.wanted !== null && !tell.again) tell();
}

export function unmount() {
  component = null;
}
