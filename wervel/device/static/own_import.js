// A copy comes back: read, checked, and merged by id in one transaction. The later change wins, nothing is deleted.
// A file that does not fit changes nothing. What it says is data and text only.

import { announce, completeEntry, mergeInto, validEntry, validOwn } from "./diary_store.js";
import { MOST } from "./diary_entry.js";
import { FORMAT, VERSION } from "./own_export.js";
import { checkLocked, isLocked } from "./own_crypto.js";
import * as store from "./store.js";

export const BIGGEST = 20 * 1024 * 1024; // bytes

/** Why a file is not taken: `code` is "big", "damaged", "foreign", "newer" or "full". */
export class Refused extends Error {
  constructor(code) {
    super(`the file is not taken: ${code}`);
    Object.assign(this, { name: "Refused", code });
  }
}

const plain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const isStamp = (value) => typeof value === "string" && STAMP.test(value) && !Number.isNaN(Date.parse(value));

/** What a file holds: a copy (see `checkCopy`), or a locked copy as it is. Throws Refused, or Locked from the lock. */
export async function read(file) {
  if (file.size > BIGGEST) throw new Refused("big");
  return parse(await file.text());
}

/** The same from the text of a file. */
export function parse(text) {
  let object;
  try { object = JSON.parse(text.replace(/^\uFEFF/, "")); } catch {
    // A copy that was cut off still begins like one.
    throw new Refused(/^\uFEFF?\s*\{\s*"format"\s*:\s*"wervel/.test(text) ? "damaged" : "foreign");
  }
  if (isLocked(object)) { checkLocked(object); return { locked: object }; }
  return { copy: checkCopy(object) };
}

/** The copy, when it is one of a version that we know; throws Refused. Its parts are checked one by one later. */
export function checkCopy(object) {
  if (!plain(object) || object.format !== FORMAT) throw new Refused("foreign");
  if (!Number.isInteger(object.version) || object.version < 1) throw new Refused("damaged");
  const plan = object.prevention ?? { version: 1, records: {} };
  if (object.version > VERSION || plan.version > 1) throw new Refused("newer");
  const fits = Array.isArray(object.diary) && Array.isArray(object.diary_own ?? []) && plain(plan) && plan.version === 1
    && plain(plan.records) && plain(object.draft ?? {}) && typeof (object.visit_questions ?? "") === "string";
  if (!fits) throw new Refused("damaged");
  return { diary: object.diary, own: object.diary_own ?? [], records: plan.records, draft: object.draft ?? null, questions: object.visit_questions ?? "" };
}

/** What is right in a list, the later of two with one id, and how many are set aside. */
function sift(list, wrong) {
  const right = new Map();
  let aside = 0;
  for (const each of list) {
    if (wrong(each) !== null) { aside += 1; continue; }
    const there = right.get(each.id);
    if (!there || there.changed_at < each.changed_at) right.set(each.id, each);
  }
  return { right: [...right.values()], aside };
}

const wrongRecord = (record, id) => (plain(record) && record.id === id && typeof record.kind === "string" && isStamp(record.changed_at) ? null : "record");

/** Lists with the same id merged: the later `changed_at` stays; counts into `report`. `room`: how many may stand there, without the removed. */
export function merge(here, coming, report, room = Infinity) {
  const merged = new Map(here.map((each) => [each.id, each]));
  for (const each of coming) {
    const there = merged.get(each.id);
    if (there && there.changed_at >= each.changed_at) report.left += 1;
    else if (!there && !each.removed && [...merged.values()].filter(({ removed }) => !removed).length >= room) report.aside += 1;
    else { report[there ? "changed" : "added"] += 1; merged.set(each.id, each); }
  }
  return [...merged.values()];
}

const counts = (aside) => ({ added: 0, changed: 0, left: 0, aside });

/**
 * Bring a checked copy in. All of it is kept, or nothing. Returns {diary, own, plan: {added, changed, left, aside},
 * draft, questions: "none" | "back" | "same" | "here"}; a draft or questions on this device are never replaced.
 */
export async function bring(copy) {
  const diary = sift(copy.diary.map((each) => (plain(each) ? completeEntry(each) : each)), validEntry);
  const own = sift(copy.own, validOwn);
  const records = Object.entries(copy.records);
  const right = records.filter(([id, record]) => wrongRecord(record, id) === null).map(([, record]) => record);
  const report = { diary: counts(diary.aside), own: counts(own.aside), plan: counts(records.length - right.length), draft: "none", questions: "none" };
  try {
    await store.transact(["diary", "keep"], "readwrite", (entries, keep) => {
      mergeInto(entries, diary.right, report.diary);
      change(keep, "diary_own", own.right.length, (here) => merge(Array.isArray(here) ? here : [], own.right, report.own, MOST.own));
      change(keep, "prevention", right.length, (here) => plan(here, right, report.plan));
      const whole = (name, part, coming) => change(keep, name, coming, (here) => {
        report[part] = !here ? "back" : JSON.stringify(here) === JSON.stringify(coming) ? "same" : "here";
        return here || coming;
      });
      whole("draft", "draft", copy.draft);
      whole("visit_questions", "questions", copy.questions);
    });
  } catch (error) {
    throw error?.name === "QuotaExceededError" ? new Refused("full") : error;
  }
  announce();
  plans?.postMessage("changed");
  return report;
}

const plans = typeof BroadcastChannel === "function" ? new BroadcastChannel("wervel-prevention") : null; // who shows the plan reads it again

/** Change a kept value within a transaction, when there is something to bring. */
function change(keep, name, something, to) {
  if (!something) return;
  const asked = keep.get(name);
  asked.onsuccess = () => keep.put(to(asked.result), name);
}

function plan(here, coming, report) {
  const records = merge(Object.values(here?.records ?? {}), coming, report);
  // Not by assignment: a record may be called like a property of every object.
  return { ...here, version: 1, records: Object.fromEntries(records.map((each) => [each.id, each])) };
}

/** How much a report brought in. */
export const brought = ({ diary, own, plan: records, ...wholes }) =>
  [diary, own, records].reduce((sum, each) => sum + each.added + each.changed, 0) + Number(mustBeginAnew(wholes));

/** Whether something came back of which a page, or its session on the server, has an empty one in memory. */
export const mustBeginAnew = ({ draft, questions }) => draft === "back" || questions === "back";
