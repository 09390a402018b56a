// What the prevention page keeps: `keep.prevention` = {version, records: {id: record}}. Each record has a fixed id and is
// set, never deleted, so that a merge by id is always right. Every change is one transaction; other tabs hear of it.

import * as store from "./store.js";

const NAME = "prevention";
const ASIDE = "prevention_set_aside";
export const VERSION = 1;

/** unread, found, none, nostore (this browser keeps nothing), kiosk (nothing is to be kept), newer, old, bad */
let status = "unread";
let records = {};
let kept; // as it stands on the device, for Python to migrate
let keeps = true;
let reading = null;
const watchers = new Set();
const forgetting = new Set();
const others = typeof BroadcastChannel === "function" ? new BroadcastChannel("wervel-prevention") : null; // other tabs

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** What kind of thing is kept. */
function kindOf(value) {
  if (value === undefined) return "none";
  const version = isObject(value) ? value.version ?? 0 : null;
  if (!Number.isInteger(version) || version < 0) return "bad";
  if (version > VERSION) return "newer";
  if (version < VERSION) return "old";
  return isObject(value.records) ? "found" : "bad";
}

function take(value) {
  status = kindOf(value);
  kept = value;
  records = status === "found" ? value.records : {};
  for (const watcher of watchers) watcher();
}

function without() {
  status = keeps ? "nostore" : "kiosk";
  kept = { version: VERSION, records };
  for (const watcher of watchers) watcher();
}

/** Read what is kept. keep: false on a shared device, where all stays in the memory of this page. */
export function read(keep = true) {
  if (keep !== keeps) { keeps = keep; records = {}; status = "unread"; }
  if (!keeps || status === "nostore") { without(); return Promise.resolve(); }
  reading ??= store.get(NAME).then(take, without).finally(() => { reading = null; });
  return reading;
}

/** Set records, each {id, kind, ...}. Resolves to whether they are kept (or, where nothing is kept, remembered). */
export async function set(...changed) {
  const stamped = (old) => Object.fromEntries(changed.map((record) => {
    const before = Date.parse(old[record.id]?.changed_at ?? "") || 0; // a clock that was set back must not lose a change
    return [record.id, { ...record, changed_at: new Date(Math.max(Date.now(), before + 1)).toISOString() }];
  }));
  if (!keeps || status === "nostore") {
    records = { ...records, ...stamped(records) };
    without();
    return true;
  }
  try {
    take(await store.change(NAME, (value) => {
      const kind = kindOf(value);
      if (kind !== "found" && kind !== "none") throw new Error(kind); // Python puts these right first
      const old = value?.records ?? {};
      return { ...value, version: VERSION, records: { ...old, ...stamped(old) } };
    }));
    others?.postMessage("changed");
    return true;
  } catch {
    await read();
    return false;
  }
}

/** On a shared device: the one who tapped has left the page, and nothing of it stays in its memory. */
export function forget() {
  if (keeps) return;
  records = {};
  status = "unread";
  for (const each of forgetting) each();
}

/** Call `each` when all is to be forgotten. */
export const onForget = (each) => forgetting.add(each);

/** What Python asks for once: put the migrated form in the place of an old one, or set aside what cannot be read. */
export async function obey(command) {
  try {
    let aside;
    const value = await store.change(NAME, (found) => {
      if (command.name === "replace" && kindOf(found) === "old") return command.data;
      if (command.name === "set_aside" && ["bad", "old"].includes(kindOf(found))) {
        aside = found;
        return { version: VERSION, records: {} };
      }
      return undefined;
    });
    if (aside !== undefined) await store.put(ASIDE, aside);
    take(value);
    others?.postMessage("changed");
  } catch { await read(); }
}

/** The record of an id, or undefined. */
export const get = (id) => (isObject(records[id]) ? records[id] : undefined);

/** All records of a kind. */
export const all = (kind) => Object.values(records).filter((each) => isObject(each) && each.kind === kind);

/** The status, and what stands on the device. */
export const standing = () => ({ status, kept });

/** Call `watcher` after each change; returns how to stop it. */
export function watch(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** A day of the person's own calendar as YYYY-MM-DD, `back` days before today. */
export function day(back = 0) {
  const now = new Date();
  const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() - back, 12);
  return `${then.getFullYear()}-${String(then.getMonth() + 1).padStart(2, "0")}-${String(then.getDate()).padStart(2, "0")}`;
}

/** The days from Monday to today of this week. */
export function thisWeek() {
  const since = (new Date().getDay() + 6) % 7;
  return Array.from({ length: since + 1 }, (_, index) => day(since - index));
}

if (others) others.onmessage = () => { if (keeps && status !== "unread") read(); };
let today = day();
setInterval(() => { // midnight on an open page
  if (day() === today) return;
  today = day();
  for (const watcher of watchers) watcher();
}, 30000);
addEventListener("visibilitychange", () => { if (!document.hidden && status !== "unread") read(keeps); }); // also a new day
