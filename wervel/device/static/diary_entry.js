// An entry of the diary as data: what it holds, what makes it valid, how a short one is completed. Pure.

export const VERSION = 1;
export const KINDS = ["walk", "cycle", "swim", "sport", "exercises", "house"];
export const MOST = { note: 500, medicine: 200, own: 3, name: 60, minutes: 1440, zones: 30, did: 20 };
export const DIRECTION = "higher_is_better";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ZONE = /^[A-Za-z0-9_+\-/]{1,64}$/;
const ZONE_OF_BODY = /^[a-z][a-z0-9_]{0,39}$/;

const whole = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
const score = (value) => whole(value, 0, 10);
const perhaps = (holds) => (value) => value === null || holds(value);
const text = (most) => (value) => typeof value === "string" && (value.length <= most || [...value].length <= most);
const list = (most, holds) => (value) => Array.isArray(value) && value.length <= most && value.every(holds);
const plain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const only = (value, ...names) => plain(value) && Object.keys(value).every((name) => names.includes(name));

/** Tell whether this is a day of the calendar, YYYY-MM-DD. */
export function isDay(value) {
  if (typeof value !== "string" || !DAY.test(value)) return false;
  const [year, month, day] = value.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

const isStamp = (value) => typeof value === "string" && STAMP.test(value) && !Number.isNaN(Date.parse(value));
const isUuid = (value) => typeof value === "string" && UUID.test(value);

const HOLDS = {
  id: isUuid,
  v: (value) => value === VERSION,
  date: isDay,
  time: (value) => typeof value === "string" && CLOCK.test(value),
  zone: (value) => typeof value === "string" && ZONE.test(value),
  created_at: isStamp,
  changed_at: isStamp,
  pain_back: score,
  pain_leg: perhaps(score),
  zones: list(MOST.zones, (value) => typeof value === "string" && ZONE_OF_BODY.test(value)),
  did: list(MOST.did, (value) => only(value, "kind", "minutes") && KINDS.includes(value.kind) && whole(value.minutes, 1, MOST.minutes)),
  sleep: perhaps(score),
  tension: perhaps(score),
  // More than three activities can have been scored over the years, in one entry never more than three.
  own: list(MOST.own, (value) => only(value, "id", "score", "direction") && isUuid(value.id) && score(value.score) && value.direction === DIRECTION),
  medicine: perhaps((value) => typeof value === "boolean"),
  medicine_what: text(MOST.medicine),
  flare: (value) => typeof value === "boolean",
  note: text(MOST.note),
  note_for_visit: (value) => typeof value === "boolean",
};

/**
 * What is wrong with an entry, version 1: null when nothing is. A reason code is "object" (no object at all), "unknown"
 * (a field that version 1 does not know) or the name of the first field that is missing or does not fit.
 */
export function validEntry(object) {
  if (!plain(object)) return "object";
  for (const [name, holds] of Object.entries(HOLDS)) if (!Object.hasOwn(object, name) || !holds(object[name])) return name;
  return Object.keys(object).every((name) => Object.hasOwn(HOLDS, name)) ? null : "unknown";
}

/**
 * What is wrong with an own activity: null, "object", "unknown" or the name of a field. One that the person removed stays
 * in the list with `removed: true`, so that its old scores keep their name and a merge by id brings it not back.
 */
export function validOwn(object) {
  if (!plain(object)) return "object";
  if (!isUuid(object.id)) return "id";
  if (!text(MOST.name)(object.name) || !object.name.trim()) return "name";
  if (object.direction !== DIRECTION) return "direction";
  for (const name of ["created_at", "changed_at"]) if (!isStamp(object[name])) return name;
  if (Object.hasOwn(object, "removed") && object.removed !== true) return "removed";
  return only(object, "id", "name", "direction", "created_at", "changed_at", "removed") ? null : "unknown";
}

/** The entry with all fields: those that may be left out get the value that says "not told". */
export function completeEntry(entry) {
  if (validEntry(entry) === null) return entry;
  const at = isDay(entry?.date) ? `${entry.date}T12:00:00.000Z` : undefined;
  const created = entry?.created_at ?? at;
  return {
    v: VERSION, time: "12:00", zone: zoneHere(), created_at: created, changed_at: entry?.changed_at ?? created,
    pain_leg: null, zones: [], did: [], sleep: null, tension: null, own: [], medicine: null, medicine_what: "",
    flare: false, note: "", note_for_visit: false, ...entry,
  };
}

/** A new random id (UUID, version 4); also where the page is not served safely and randomUUID is not there. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The name of the time zone where the device is now. */
export const zoneHere = () => {
  try { return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC"; } catch { return "UTC"; }
};

/** The later of now and one millisecond after all `others`: a clock that was set back never makes a change look old. */
export function stampAfter(...others) {
  const known = others.filter(isStamp).map((each) => Date.parse(each) + 1);
  return new Date(Math.max(Date.now(), ...known)).toISOString();
}
