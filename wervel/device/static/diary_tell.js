// What Python hears about the diary: the entries of a window of time, to draw them. Memory of the session only.

import { daysAfter, today } from "./diary_words.js";
import { onChange, ownActivities, readDiary } from "./diary_store.js";
import { asked } from "./diary_own_fields.js";
import { quiet } from "./quiet.js";

const DAYS = { 90: 90, year: 365, all: Infinity };
const FIRST = 7; // days with an entry at the beginning of the diary, that all later ones are compared with
const WAIT = 400; // ms between two looks for the server while it is away

const connected = () => document.querySelector("[data-test-connection-state=CONNECTED]") !== null;

/** What is told: {session, total, first, window: {from, to}, rows, own}; rows oldest first. */
export function telling({ entries }, own, { session, window }) {
  const to = today();
  const days = DAYS[window] ?? DAYS[90];
  const first = entries.at(-1)?.date ?? null;
  const from = days === Infinity ? first ?? to : daysAfter(to, 1 - days);
  const dates = [...new Set(entries.map(({ date }) => date))]; // newest first
  const began = dates.at(-FIRST) ?? to;
  // A note that is not meant for a visit is nobody's business: it never leaves the device.
  const rows = entries.filter(({ date }) => date >= from || date <= began).reverse()
    .map((entry) => (entry.note_for_visit ? entry : { ...entry, note: "" }));
  return { session, total: entries.length, first, window: { from, to }, rows, own: asked(own) };
}

let component = null;
let said = "";
let wanted = 0; // counts what there is to tell
let telling_now = false;

/** Tell when all is quiet; what changes meanwhile is told once, at the end. */
async function tell() {
  wanted += 1;
  if (telling_now) return;
  telling_now = true;
  try {
    for (let done = 0; component && done !== wanted;) {
      done = wanted;
      let diary;
      try { diary = [await readDiary(), await ownActivities()]; } catch { diary = [{ entries: [] }, []]; }
      await quiet(); // what is told must not take the place of a tap
      if (component && !connected()) { done = -1; await new Promise((resolve) => { setTimeout(resolve, WAIT); }); continue; }
      if (!component) break;
      const told = telling(...diary, component.data);
      const text = JSON.stringify(told);
      if (text === said || done !== wanted) continue;
      said = text;
      component.setStateValue("told", told);
    }
  } finally { telling_now = false; }
}

let listens = false;

/** Tell the page's Python now and after each change; called at each mount. */
export function tellPython(given) {
  component = given;
  if (!listens) onChange(tell);
  listens = true;
  tell();
}

/** End telling for a mount that goes; another page may have begun to tell before this one went. */
export function stopTelling(given) {
  if (component?.parentElement === given.parentElement) component = null;
}
