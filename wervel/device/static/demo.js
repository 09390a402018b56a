// The demonstration: a page that was loaded with it (<html data-demo>) shows a person who does not exist. Their diary is
// the one that Python made up, in the memory of this page; of the device nothing is read, and nothing is written to it.

/** Whether this page is the demonstration, from its first moment to its last. */
export const on = typeof document !== "undefined" && document.documentElement.hasAttribute("data-demo");

let diary = { rows: [], own: [] };

/** Take over the diary that Python made up: {rows, own}. */
export function show(given) {
  if (on && given) diary = given;
}

/** The entries, and what is "kept" under a name: copies, as a device would give them. */
export const entries = () => structuredClone(diary.rows);
export const kept = (name) => (name === "diary_own" ? structuredClone(diary.own) : undefined);
