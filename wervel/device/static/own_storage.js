// How well this browser keeps what is on the device, and whether it has lost it.

import { onChange, readDiary } from "./diary_store.js";
import { lastSeen, seen, unsee } from "./own_marker.js";
import { today } from "./own_export.js";

/** "promised", "not_promised" or "unknown": may the browser delete our data when the device is short of room? */
export async function promise() {
  try {
    const told = await navigator.storage?.persisted?.();
    return told === undefined ? "unknown" : told ? "promised" : "not_promised";
  } catch { return "unknown"; }
}

/** Ask the browser to promise it; some ask the person. Returns the state afterwards. */
export async function askPromise() {
  try { await navigator.storage?.persist?.(); } catch { /* the state below tells */ }
  return promise();
}

/**
 * Whether this browser deletes all data of a site that was not visited for seven days of use: WebKit on iPhone and iPad,
 * unless the app stands on the home screen (webkit.org/blog/10218 and webkit.org/tracking-prevention). Told by what the
 * browser has, not by its name: only there `navigator.standalone` exists, on a screen for fingers.
 */
export function forgetsAfterAWeek() {
  const apple = typeof navigator.standalone === "boolean" && navigator.maxTouchPoints > 0;
  return apple && !navigator.standalone && !matchMedia("(display-mode: standalone)").matches;
}

/** The day on which a diary was last seen here although none is here now, else null. */
export async function lostSince() {
  const day = lastSeen();
  return day && (await count()) === 0 ? day : null;
}

/** How many records the diary holds, those that this version cannot read too. */
async function count() {
  const { entries, unreadable } = await readDiary();
  return entries.length + unreadable;
}

/** The person knows that the diary is gone: say it no more. */
export const knowsOfLoss = () => unsee();

let follows = false;
let asked = false;

/**
 * Follow the diary while the page stands: note the day while there is one, and ask for the browser's promise after the
 * first entry that was saved, when there is something to lose and the person has just tapped. Call it often.
 */
export function follow() {
  if (follows) return;
  follows = true;
  let before = null;
  const look = async () => {
    const now = await count();
    if (now > 0) seen(today());
    else if (before) unsee(); // the person deleted the last one, here or in another tab
    if (before !== null && now > before && !asked && (await promise()) === "not_promised") {
      asked = true;
      await askPromise();
    }
    before = now;
  };
  const quietly = () => look().catch(() => {}); // no diary without IndexedDB: the form says so
  onChange(quietly);
  quietly();
}
