// "Your data": how well the browser keeps it, copies, putting them back, moving to a new phone, erasing. All of it in the
// browser; Python gives the words and hears that something changed, not what.

import { element } from "./controls.js";
import { backup, erase, move, table } from "./own_panels.js";
import { asked, button, paragraph, teller } from "./own_parts.js";
import { restore } from "./own_restore.js";
import { askPromise, promise } from "./own_storage.js";
import { quiet } from "./quiet.js";

let component = null;
let made = null; // what stands, with the words it was made of: it is moved, not made anew, when Streamlit mounts again

async function changed(count) {
  await quiet();
  component?.setTriggerValue("changed", count);
}

/** The line that says how well the browser keeps the data, with a button where it can be asked to do better. */
function kept({ words }) {
  const said = words.kept;
  const { told, say } = teller();
  const ask = button(said.ask, async () => {
    const state = await askPromise();
    say(state === "promised" ? said.promised : said.not_yet);
    ask.hidden = state === "promised";
  });
  ask.hidden = true;
  promise().then((state) => { say(said[state]); ask.hidden = state !== "not_promised"; });
  return element("div", { className: "own-kept" }, told, ask);
}

function build(data) {
  const { words } = data;
  return element("section", { className: "own", "aria-labelledby": "own-title" },
    element("h2", { id: "own-title", textContent: words.title }), paragraph(words.lead), kept(data),
    backup(data), restore(data, changed), move(data), table(data), erase(data));
}

/** Open the panel that the notice about a lost diary asks for, and bring it into view. */
function show() {
  const wanted = component && asked.panel && made?.root.querySelector(`[data-panel="${asked.panel}"]`);
  if (!wanted) return;
  asked.panel = null;
  wanted.open = true;
  wanted.scrollIntoView({ block: "start" });
  wanted.querySelector("summary").focus({ preventScroll: true });
}
document.addEventListener("wervel-own-show", show);

export default function mount(given) {
  component = given;
  const { data, parentElement } = given;
  const text = JSON.stringify(data);
  if (made?.text !== text) {
    made?.root.remove();
    made = { root: build(data), text };
  }
  if (made.root.parentElement !== parentElement) parentElement.append(made.root);
  requestAnimationFrame(show);
}

export function unmount() {
  component = null;
}
