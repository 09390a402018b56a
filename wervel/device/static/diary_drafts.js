// The unfinished entry of each tab, in "diary_state": {version: 1, drafts: {slot: {at, form}}}. A tab holds a slot with a
// lock of the browser, which goes when the tab goes; so a new or reloaded tab can tell a draft that was left behind from
// one that somebody is writing in another tab. Where there are no locks, the newest draft is taken.

import { newId, stampAfter } from "./diary_entry.js";
import * as store from "./store.js";

const NAME = "diary_state";
const PATIENCE = 300; // ms: a page that is being reloaded gives its lock back in this time

const read = (kept) => (kept?.version === 1 && kept.drafts && typeof kept.drafts === "object" ? kept : { version: 1, drafts: {} });

/** Try to hold a slot for as long as this page lives: a function that lets it go, or null when another tab has it. */
function hold(slot) {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    const held = () => new Promise((letGo) => { resolve(letGo); });
    navigator.locks.request(`wervel-diary-${slot}`, { signal: AbortSignal.timeout(PATIENCE) }, held).catch(() => resolve(null));
  });
}

/** Take the newest draft that no other tab holds, or a new slot: {slot, form: what was kept or null}. */
export async function claim() {
  const { drafts } = read(await store.get(NAME));
  const newest = Object.entries(drafts).sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
  const held = await Promise.all(newest.map(([slot]) => hold(slot)));
  const mine = held.findIndex(Boolean);
  held.forEach((letGo, at) => { if (at !== mine) letGo?.(); });
  if (mine >= 0) return { slot: newest[mine][0], form: newest[mine][1].form };
  const slot = newId();
  await hold(slot);
  return { slot, form: null };
}

/** Within a transaction on "keep": let a slot hold `form`, or nothing. */
export function write(keep, slot, form) {
  const asked = keep.get(NAME);
  asked.onsuccess = () => {
    const state = read(asked.result);
    if (form) state.drafts[slot] = { at: stampAfter(state.drafts[slot]?.at), form };
    else delete state.drafts[slot];
    keep.put(state, NAME);
  };
}

/** Keep the form of a slot, or nothing. */
export const keepForm = (slot, form) => store.transact(["keep"], "readwrite", (keep) => { write(keep, slot, form); });
