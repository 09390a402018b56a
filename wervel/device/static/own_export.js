// A copy of all that a person made here, as a file. It is put together and saved in the browser; nothing is sent.

import { lock } from "./own_crypto.js";
import * as store from "./store.js";

export const FORMAT = "wervel";
export const VERSION = 1;

/** All of the copy, version 1: docs/device-data.md says what each part means. */
export async function collect(now = new Date()) {
  // As they are kept, also what this version cannot read: a copy leaves nothing out.
  return store.transact(["diary", "keep"], "readonly", (entries, keep) => {
    const copy = { format: FORMAT, version: VERSION, exported_at: now.toISOString(), diary: [], diary_own: [], prevention: { version: 1, records: {} }, draft: null, visit_questions: null };
    const into = (name, asked) => { asked.onsuccess = () => { copy[name] = asked.result ?? copy[name]; }; };
    into("diary", entries.getAll());
    for (const name of ["diary_own", "prevention", "draft", "visit_questions"]) into(name, keep.get(name));
    return copy;
  });
}

/** Whether a copy holds anything at all. */
export const isEmpty = (copy) =>
  !copy.diary.length && !copy.diary_own.length && !copy.draft && !copy.visit_questions && !Object.keys(copy.prevention.records ?? {}).length;

const twoDigits = (number) => String(number).padStart(2, "0");
/** The day on this device as YYYY-MM-DD. */
export const today = (now = new Date()) => `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;

/** The copy as a file, locked when a passphrase is given. */
export async function fileOf(copy, passphrase) {
  const text = JSON.stringify(copy, null, 1);
  const locked = passphrase ? JSON.stringify(await lock(text, passphrase)) : null;
  return new File([locked ?? text], `wervel-${today()}${locked ? "-locked" : ""}.json`, { type: "application/json" });
}

/** The table as a file. */
export const tableFile = (csv) => new File([csv], `wervel-${today()}.csv`, { type: "text/csv;charset=utf-8" });

/** Hand a file to the browser, which saves it where downloads go. */
export function save(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a slow phone may still be reading it
}

/** Whether a file of this kind can be handed to another app of the device. */
export function canShare() {
  try { return navigator.canShare?.({ files: [new File(["{}"], "a.json", { type: "application/json" })] }) ?? false; } catch { return false; }
}
