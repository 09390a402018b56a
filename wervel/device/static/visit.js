// The questions a person wants to ask, on the page for a visit: typed here, kept on this device, never sent. On paper
// they stand as text; without any there are lines to write on.

import { element } from "./controls.js";
import * as demo from "./demo.js";
import * as store from "./store.js";

const NAME = "visit_questions"; // in the store "keep"
const LONGEST = 500;
const LINES = 8; // more would not fit on one page
const PAUSE = 250; // ms without a key before it is kept

const parts = new WeakMap();
let typed = null; // null: not read yet. Known as long as the page lives, also when the part is left out for a while
let timer = 0;
let kept = true;

/** At most LINES lines: a further one goes on in the last. */
export function fitted(text) {
  const lines = text.slice(0, LONGEST).split("\n");
  return [...lines.slice(0, LINES - 1), ...(lines.length >= LINES ? [lines.slice(LINES - 1).join(" ")] : [])].join("\n");
}

async function keep() {
  clearTimeout(timer);
  timer = 0;
  if (demo.on) return;
  try { await store.put(NAME, typed); kept = true; } catch { kept = false; }
  document.querySelectorAll(".visit-not-kept").forEach((each) => { each.hidden = kept; });
}

function later(text) {
  typed = text;
  clearTimeout(timer);
  timer = setTimeout(keep, PAUSE);
}

// A phone may end a page at any time once it is out of sight: what was typed is written before.
addEventListener("pagehide", () => { if (timer) keep(); });
document.addEventListener("visibilitychange", () => { if (timer && document.hidden) keep(); });

document.addEventListener("wervel-erased", () => {
  clearTimeout(timer);
  timer = 0;
  typed = null;
});

function build(parent) {
  const id = `visit-questions-${Math.random().toString(36).slice(2)}`;
  const made = {
    heading: element("h2"),
    label: element("label", { htmlFor: id }),
    hint: element("p", { className: "visit-hint", id: `${id}-hint` }),
    area: element("textarea", { id, maxLength: LONGEST, dir: "auto", "aria-describedby": `${id}-hint` }),
    own: element("p", { className: "visit-soft" }),
    warning: element("p", { className: "visit-not-kept notice want", role: "status", hidden: true }),
    paper: element("p", { className: "visit-paper", dir: "auto", "aria-hidden": "true" }),
    lines: element("div", { className: "visit-lines", "aria-hidden": "true" }, ...[1, 2, 3].map(() => element("span"))),
  };
  made.area.addEventListener("input", () => {
    const fit = fitted(made.area.value);
    if (fit !== made.area.value) made.area.value = fit;
    later(fit);
    onPaper(made);
  });
  parent.append(element("section", { className: "visit-questions" }, ...Object.values(made)));
  return made;
}

function onPaper({ area, paper, lines }) {
  paper.textContent = area.value;
  lines.hidden = area.value.trim() !== "";
}

export default function mount({ parentElement, data }) {
  let made = parts.get(parentElement);
  if (!made) {
    made = build(parentElement);
    parts.set(parentElement, made);
    read(made);
  }
  const { words, lang, dir, written } = data;
  for (const [name, text] of Object.entries(words)) made[name].textContent = text;
  Object.assign(made.heading, { lang, dir });
  Object.assign(made.own, { lang, dir });
  made.paper.lang = made.area.lang = written;
}

/** What the person wants to ask, as it stands now. */
export async function asked() {
  if (typed === null) {
    let found = "";
    try { found = fitted(String((await store.get(NAME)) ?? "")); } catch { kept = false; }
    typed ??= found; // a person may be quicker than the store
  }
  return typed;
}

async function read(made) {
  await asked();
  if (!made.area.value) made.area.value = typed;
  made.warning.hidden = kept;
  onPaper(made);
}

export function unmount({ parentElement }) {
  if (timer) keep();
  parts.delete(parentElement);
}
