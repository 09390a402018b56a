// The draft of the self-assessment on the device. Python holds the draft of a session; this module writes each version
// of it to the device, and tells a new session (reload, killed tab, restarted server) what was kept.
// A tick made while the server is away is kept here as well, in "ticks", until the server has seen it.

import { eraseEverywhere } from "./erase.js";
import { quiet } from "./quiet.js";
import * as store from "./store.js";

const state = { session: null, told: false, written: "", screen: null, widgets: {}, ticks: null, command: null };
let component = null;
let queue = Promise.resolve(); // one write after another, in order

function later(work) {
  queue = queue.then(work).catch(() => { tell({ status: "nostore" }); });
  return queue;
}

function tell(found) {
  if (!component) return;
  component.setStateValue("stored", { session: state.session, draft: null, ticks: [], ...found });
}

async function welcome(session) {
  state.session = session;
  state.told = false;
  let found;
  try {
    const [draft, ticks] = [await store.get("draft"), await store.get("ticks")];
    found = { status: draft === undefined && !ticks ? "none" : "found", draft: draft ?? null, ticks: ticks ?? [] };
    state.ticks = new Map(ticks ?? []);
  } catch {
    found = { status: "nostore" };
    state.ticks = new Map();
  }
  await quiet(); // what is told must not take the place of a tap
  if (state.session === session) { state.told = true; tell(found); }
}

function keep(data) {
  const text = JSON.stringify(data.draft);
  const ticks = [...state.ticks];
  const seen = ticks.findLastIndex(([key, value]) => !(key in data.widgets) || data.widgets[key] === value);
  // Taps reach the server in order: with one of them, all before it have arrived, even where a later one undid them.
  for (const [key] of ticks.slice(0, seen + 1)) state.ticks.delete(key);
  const same = text === state.written;
  state.written = text;
  later(() => store.putAll({ ...(same ? {} : { draft: data.draft }), ticks: ticksLeft() }));
  heal(data.session);
}

// Two taps in one moment can reach the server as one, and it takes the careful order: tell it the one of the taps.
async function heal(session) {
  if (!ticksLeft()) return;
  await quiet();
  const missed = ticksLeft();
  const live = document.querySelector("[data-test-connection-state=CONNECTED]"); // else a new session gets them all
  if (missed && live && component && state.session === session) component.setTriggerValue("missed", missed);
}

const ticksLeft = () => (state.ticks?.size ? [...state.ticks] : undefined);

function obey(command) {
  if (!command || command.id === state.command) return;
  state.command = command.id;
  state.written = "";
  state.ticks?.clear();
  if (command.name === "set_aside") {
    later(async () => store.putAll({ draft_set_aside: await store.get("draft"), draft: undefined, ticks: undefined }));
  } else if (command.name === "forget") {
    later(() => store.putAll({ draft: undefined, ticks: undefined }));
  } else if (command.name === "erase_answers") {
    later(() => store.putAll({ draft: undefined, ticks: undefined, draft_set_aside: undefined }));
  } else if (command.name === "erase") {
    later(eraseEverywhere);
  }
}

// --- ticks: what a person taps, before any server knows ---------------------------------------------------------------

function onTap(event) {
  const holder = event.target.closest?.('[class*="st-key-"]');
  const name = holder && [...holder.classList].find((each) => each.startsWith("st-key-"));
  const key = name?.slice(7).replace(/--\d+$/, ""); // R1--2 is the third widget for R1
  if (!key || !(key in state.widgets) || !state.ticks) return;
  // Streamlit's rows toggle by script and send no "change": read what they show once they have toggled.
  setTimeout(() => {
    const value = shown(holder);
    if (value === undefined || !state.ticks) return;
    if (state.widgets[key] === value && !state.ticks.has(key)) return; // the server was quicker
    state.ticks.delete(key); // to the end: ticks stay in the order of the taps
    state.ticks.set(key, value);
    later(() => store.put("ticks", ticksLeft() ?? []));
    heal(state.session);
  }, 60);
}

/** What a row shows now: ticked or not, or the place of the chosen option; undefined when nothing is chosen. */
function shown(holder) {
  const box = holder.querySelector('input[type="checkbox"]');
  if (box) return box.checked;
  const chosen = [...holder.querySelectorAll('input[type="radio"]')].findIndex((each) => each.checked);
  return chosen < 0 ? undefined : chosen;
}

// --- screens: focus, scroll and the browser's back button -------------------------------------------------------------

function show(screen) {
  const here = history.state?.wervelStep;
  if (screen === state.screen && (!screen || here === screen)) return;
  const first = state.screen === null || !here; // the page was opened just now
  state.screen = screen;
  if (!screen) return;
  if (first) history.replaceState({ wervelStep: screen }, "");
  else if (here !== screen) history.pushState({ wervelStep: screen }, "");
  if (first) return;
  requestAnimationFrame(() => {
    const title = document.querySelector(".st-key-screen h1, .st-key-outcome h1");
    document.querySelector(".stMain")?.scrollTo({ top: 0 });
    if (title) { title.tabIndex = -1; title.focus({ preventScroll: true }); }
  });
}

function onStep(event) {
  component?.setTriggerValue("goto", event.detail);
}

document.addEventListener("click", onTap, true);
document.addEventListener("keyup", onTap, true); // Space and arrow keys
document.addEventListener("wervel-step", onStep);

export default function mount(given) {
  component = given;
  const { data } = given;
  state.widgets = data.widgets;
  obey(data.command);
  if (data.session !== state.session) { if (data.keep) welcome(data.session); else { state.session = data.session; state.ticks = null; } }
  else if (state.told && data.draft && data.keep) keep(data);
  show(data.screen);
}

export function unmount() {
  component = null; // Streamlit may mount it anew within a page: what stands on the screen stays known
}
