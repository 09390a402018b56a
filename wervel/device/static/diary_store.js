// The diary on the device: read, write, merge, and tell every tab. Each function resolves only when its transaction has
// completed. Nothing here needs a server or Streamlit.

import { completeEntry, stampAfter, validEntry, validOwn } from "./diary_entry.js";
import * as store from "./store.js";

export { completeEntry, newId, validEntry, validOwn } from "./diary_entry.js";

/** A change to an entry that another tab has changed since it was read: `entry` is what stands there now. */
export class Conflict extends Error {
  constructor(entry) {
    super("the entry was changed elsewhere");
    Object.assign(this, { name: "Conflict", entry });
  }
}

/** A value that does not fit: `reason` as validEntry gives it, `id` of the entry where there is one. */
export class Invalid extends Error {
  constructor(reason, id) {
    super(`the entry does not fit: ${reason}`);
    Object.assign(this, { name: "Invalid", reason, id });
  }
}

const check = (entry) => {
  const reason = validEntry(entry);
  if (reason) throw new Invalid(reason, entry?.id);
};

// --- reading ----------------------------------------------------------------------------------------------------------

/** Newest day first, within a day the latest time first. */
export const newestFirst = (a, b) => (a.date + a.time < b.date + b.time ? 1 : a.date + a.time > b.date + b.time ? -1
  : a.created_at < b.created_at ? 1 : a.created_at > b.created_at ? -1 : 0);

let reading = null; // those who ask while a reading is under way share it, until something changes

/** What the device holds: entries, newest first, and how many records this version cannot read (they stay as they are). */
export function readDiary() {
  const mine = (reading ??= read());
  mine.catch(() => {}).then(() => { if (reading === mine) reading = null; });
  return mine;
}

async function read() {
  const records = (await store.diaryAll()).map(completeEntry);
  const entries = records.filter((entry) => validEntry(entry) === null).sort(newestFirst);
  return { entries, unreadable: records.length - entries.length };
}

/** All entries, newest first. */
export const allEntries = async () => (await readDiary()).entries;

/** The entries of the days `from` to `to` (YYYY-MM-DD, both included), newest first. */
export const entriesBetween = async (from, to) => (await allEntries()).filter(({ date }) => date >= from && date <= to);

/** The own activities, in the order in which they were added. */
export async function ownActivities() {
  const kept = await store.get("diary_own");
  return Array.isArray(kept) ? kept.filter((each) => validOwn(each) === null) : [];
}

// --- writing ----------------------------------------------------------------------------------------------------------

/**
 * Keep an entry, and return it as it is kept: with a `changed_at` later than any before.
 * base: the `changed_at` of the entry that was edited; when another tab has changed that entry since, nothing is written
 * and Conflict is thrown. An entry that was deleted elsewhere comes back: rather one too many than one lost.
 * also: called with the store "keep" in the same transaction, so that entry and draft change together or not at all.
 */
export async function putEntry(entry, { base, also } = {}) {
  const complete = completeEntry({ created_at: new Date().toISOString(), ...entry });
  let kept = null;
  let refused = null;
  const done = store.transact(["diary", "keep"], "readwrite", (diary, keep, transaction) => {
    const asked = diary.get(complete.id);
    asked.onsuccess = () => {
      try {
        const there = asked.result && completeEntry(asked.result);
        if (there && base !== undefined && there.changed_at !== base) throw new Conflict(there);
        kept = { ...complete, changed_at: stampAfter(there?.changed_at, entry.changed_at) };
        check(kept);
        diary.put(kept);
        also?.(keep);
      } catch (error) {
        refused = error;
        transaction.abort();
      }
    };
  });
  try { await done; } catch (error) { throw refused ?? error; }
  announce();
  return kept;
}

/** Remove an entry and return it as it was (undo puts exactly that back), or null when it was gone already. */
export async function removeEntry(id) {
  let removed = null;
  await store.transact(["diary"], "readwrite", (diary) => {
    const asked = diary.get(id);
    asked.onsuccess = () => {
      removed = asked.result ?? null;
      if (removed) diary.delete(id);
    };
  });
  announce();
  return removed && completeEntry(removed);
}

/**
 * Bring entries in by id, in one transaction: the later `changed_at` wins, nothing is deleted. Throws Invalid before
 * anything is written when one does not fit. Returns how many were added, changed, and left because what is here is
 * the same or later: {added, changed, left}.
 */
export async function mergeEntries(list) {
  const entries = list.map(completeEntry);
  entries.forEach(check);
  const report = { added: 0, changed: 0, left: 0 };
  await store.transact(["diary"], "readwrite", (diary) => mergeInto(diary, entries, report));
  announce();
  return report;
}

/** The same within a transaction of yours: `diary` is its store, `report` is counted up. */
export function mergeInto(diary, entries, report) {
  for (const entry of entries) {
    const asked = diary.get(entry.id);
    asked.onsuccess = () => {
      const there = asked.result && completeEntry(asked.result);
      if (there && there.changed_at >= entry.changed_at) { report.left += 1; return; }
      report[there ? "changed" : "added"] += 1;
      diary.put(entry);
    };
  }
}

/** Change the list of own activities in one transaction: `change` gets the list as kept and returns the new one. */
export async function changeOwn(change) {
  let list = [];
  await store.transact(["keep"], "readwrite", (keep) => {
    const asked = keep.get("diary_own");
    asked.onsuccess = () => {
      list = change(Array.isArray(asked.result) ? asked.result : []);
      keep.put(list, "diary_own");
    };
  });
  announce();
  return list;
}

// --- telling ----------------------------------------------------------------------------------------------------------

const listeners = new Set();
const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel("wervel-diary") : null;
const tellHere = () => {
  reading = null;
  for (const listener of [...listeners]) listener();
};

channel?.addEventListener("message", tellHere);
// A tab that slept has missed what others told, and some browsers have no channel: look again when it is seen.
if (typeof document !== "undefined") {
  document.addEventListener("visibilitychange", () => { if (!document.hidden) tellHere(); });
  addEventListener("pageshow", (event) => { if (event.persisted) tellHere(); });
}

/** Tell all tabs, this one too, that the diary has changed; the functions above do it by themselves. */
export function announce() {
  channel?.postMessage("changed");
  tellHere();
}

/** Call back after each change to diary or own activities, in this tab or another. Returns a function that ends it. */
export function onChange(callback) {
  listeners.add(callback);
  return () => listeners.delete(callback);
}
