// The entry form's content as plain data: an entry under way. Pure, so that it can be kept as a draft and tested.

import { completeEntry, isDay, KINDS, newId, VERSION, zoneHere } from "./diary_entry.js";
import { timeOf, today } from "./diary_words.js";

/**
 * An empty form. id: of the entry that it will become; base: null for a new entry, else the `changed_at` of the entry
 * that is edited; day, time: null until something is filled in, so that a form that lies open does not keep an old day;
 * picked: a day that the person chose, by "today", "yesterday" or "other"; before: the new entry that waits meanwhile.
 */
export const fresh = () => ({
  id: newId(), base: null, created_at: null, day: null, time: null, time_set: false, other: false, zone: null,
  pain_back: null, pain_leg: null, zones: [], did: {}, sleep: null, tension: null, own: {}, medicine: null,
  medicine_what: "", flare: false, note: "", note_for_visit: false, own_new: "", more: false, before: null,
});

const FILLED = ["pain_back", "pain_leg", "sleep", "tension", "medicine", "medicine_what", "flare", "note", "note_for_visit", "own_new"];

/** Whether a person has put anything into the form. */
export const touched = (model) => model.base !== null || model.day !== null
  || FILLED.some((name) => model[name] !== null && model[name] !== "" && model[name] !== false)
  || model.zones.length > 0 || Object.keys(model.did).length > 0 || Object.keys(model.own).length > 0;

/** The form becomes of the day on which the first thing is put in, and stays of that day. */
export function begin(model, now = new Date()) {
  if (model.base !== null) return;
  model.day ??= today();
  model.time ??= timeOf(now);
  model.zone ??= zoneHere();
}

/** The form with an entry to edit; `before`: the new entry that was under way. */
export function fromEntry(entry, before) {
  return {
    ...fresh(), ...completeEntry(entry), base: entry.changed_at, day: entry.date, time_set: true, before,
    did: Object.fromEntries(entry.did.map(({ kind, minutes }) => [kind, String(minutes)])),
    own: Object.fromEntries(entry.own.map(({ id, score }) => [id, score])),
    // Scores of activities that are no longer asked for, and what was done twice, stay in the entry.
    entry, more: hasMore(entry),
  };
}

const hasMore = (entry) => entry.pain_leg !== null || entry.sleep !== null || entry.tension !== null || entry.medicine !== null
  || entry.flare || entry.note_for_visit || Boolean(entry.zones.length || entry.did.length || entry.own.length || entry.note || entry.medicine_what);

/** Minutes as typed: a whole number from 1 to 1440, else null. */
export function minutesOf(typed) {
  const text = String(typed).trim();
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1440 ? Number(text) : null;
}

/** What is wanted before the form can be saved: {want: name of the word, field, kind?}, or null. */
export function wanted(model) {
  if (model.pain_back === null) return { want: "want_pain", field: "pain_back" };
  if (model.day !== null && !isDay(model.day)) return { want: "want_date", field: "date" };
  if (model.day !== null && model.base === null && model.day > today()) return { want: "want_past", field: "date" };
  if (model.base !== null && model.day !== model.entry.date && model.day > today()) return { want: "want_past", field: "date" };
  if (model.time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(model.time)) return { want: "want_time", field: "time" };
  const open = KINDS.find((kind) => kind in model.did && minutesOf(model.did[kind]) === null);
  return open ? { want: "want_minutes", field: `did-${open}`, kind: open } : null;
}

/** The entry that the form holds, at the moment of saving. `asked`: ids of the own activities that the form shows. */
export function toEntry(model, asked, now = new Date()) {
  const old = model.entry;
  const day = model.day ?? today();
  // Of today and no time chosen: now. Of another day: the time chosen, or when the form was begun.
  const time = model.time_set || (model.time && day !== today()) ? model.time : timeOf(now);
  const own = asked.filter((id) => id in model.own).map((id) => ({ id, score: model.own[id], direction: "higher_is_better" }));
  const ownKept = old?.own.filter(({ id }) => !asked.includes(id)) ?? [];
  const kinds = KINDS.filter((kind) => kind in model.did);
  return {
    id: model.id, v: VERSION, date: day, time, zone: model.zone ?? zoneHere(),
    created_at: model.created_at ?? now.toISOString(), changed_at: old?.changed_at ?? now.toISOString(),
    pain_back: model.pain_back, pain_leg: model.pain_leg, zones: [...model.zones],
    did: kinds.map((kind) => ({ kind, minutes: minutesOf(model.did[kind]) })),
    sleep: model.sleep, tension: model.tension, own: [...own, ...ownKept].slice(0, 3),
    medicine: model.medicine, medicine_what: model.medicine === true ? model.medicine_what.trim() : "",
    flare: model.flare, note: model.note.trim(), note_for_visit: model.note_for_visit && model.note.trim() !== "",
  };
}

/** A form read from a draft, made whole; null when it cannot be one. */
export function fromDraft(kept) {
  if (!kept || typeof kept !== "object" || typeof kept.id !== "string") return null;
  const whole = { ...fresh(), ...kept };
  const sound = Array.isArray(whole.zones) && [whole.did, whole.own].every((each) => each && typeof each === "object")
    && [whole.note, whole.medicine_what, whole.own_new].every((each) => typeof each === "string")
    && (whole.base === null || whole.entry?.id === whole.id);
  return sound ? { ...whole, before: kept.before ? fromDraft(kept.before) : null } : null;
}
