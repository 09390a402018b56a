// What must be known before anything is entered: the browser has deleted the diary, or may do so after a week.

import { element } from "./controls.js";
import { onChange } from "./diary_store.js";
import { noteOnce } from "./erase.js";
import { asked, button, dayIn, fill, paragraph, steps } from "./own_parts.js";
import { account } from "./own_restore.js";
import { follow, forgetsAfterAWeek, knowsOfLoss, lostSince } from "./own_storage.js";

let component = null;
let parts = null; // {root, data} of the last mount

function lost(day, { words, lang }) {
  const said = words.lost;
  const show = () => {
    asked.panel = "restore";
    document.dispatchEvent(new CustomEvent("wervel-own-show"));
    if (asked.panel) component?.setTriggerValue("restore", true); // "your data" is not on the page yet
  };
  const gone = button(said.understood, () => { knowsOfLoss(); look(); });
  return element("section", { className: "notice want own-lost", "aria-labelledby": "own-lost" },
    element("h2", { id: "own-lost", textContent: said.title }), paragraph(fill(said.text, { day: dayIn(lang, day) })),
    paragraph(said.restore), element("div", { className: "own-buttons" }, button(said.put_back, show, "first"), gone), paragraph(said.new, "help"));
}

const week = ({ words }) => element("details", { className: "notice own-week" },
  element("summary", { textContent: words.week.title }), paragraph(words.week.text), steps(words.week.steps));

/** What happened before the page was loaded anew: everything erased, or a copy put back. */
function happened({ words }) {
  const note = noteOnce();
  const text = { erased: words.erase.done, erased_but_settings: words.erase.settings }[note?.note];
  if (note?.note === "restored") return [account(note.report, words.restore)];
  return text ? [element("p", { className: "notice own-happened", role: "status", textContent: text })] : [];
}

let saysLost = null;
async function look() {
  const day = await lostSince().catch(() => null); // without IndexedDB the form says what is wrong
  if (!parts || day === saysLost?.day && saysLost?.root === parts.root && saysLost?.data === parts.data) return;
  saysLost = { day, root: parts.root, data: parts.data };
  const open = parts.root.querySelector(".own-week")?.open ?? false;
  parts.told ??= happened(parts.data);
  parts.root.replaceChildren(...parts.told, ...(day ? [lost(day, parts.data)] : []), ...(forgetsAfterAWeek() ? [Object.assign(week(parts.data), { open })] : []));
}

onChange(() => look());

export default function mount(given) {
  const { parentElement, data } = given;
  component = given;
  let root = parentElement.querySelector(".own-notices");
  if (!root) {
    root = element("div", { className: "own-notices" });
    parentElement.append(root);
  }
  const same = parts?.root === root && JSON.stringify(parts.data) === JSON.stringify(data);
  if (!same) parts = { root, data, told: parts?.told };
  look().then(follow); // first what was lost, then the note of today
}

export function unmount() {
  component = parts = null;
}
