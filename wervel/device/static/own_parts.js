// Pieces that the panels of "your data" share: plain HTML made by script, every text as text only.

import { element } from "./controls.js";

/** A text with its placeholders filled in; from right to left a number or a date keeps its own direction. */
export function fill(text, values) {
  const whole = (value) => (document.documentElement.dir === "rtl" ? `\u2068${value}\u2069` : String(value));
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? whole(values[name]) : all));
}

/** A day (YYYY-MM-DD) as the language writes it, with Latin digits. */
export const dayIn = (lang, day) => new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));

export const paragraph = (text, className = "") => element("p", { className, textContent: text });

export const button = (label, onclick, kind = "second") => element("button", { type: "button", className: `own-button ${kind}`, textContent: label, onclick });

export const steps = (texts) => element("ol", { className: "own-steps" }, ...texts.map((text) => element("li", { textContent: text })));

/** A panel that opens on a tap. */
export function panel(name, title, ...children) {
  return element("details", { className: "own-panel", "data-panel": name }, element("summary", {}, element("span", { textContent: title })), element("div", { className: "own-inside" }, ...children));
}

/** A line that is read aloud when it changes; `say(text, kind)` fills it, "want" for what did not work. */
export function teller() {
  const told = element("div", { className: "own-told", role: "status", "aria-live": "polite" });
  const say = (text, kind = "") => told.replaceChildren(...(text ? [paragraph(text, `notice ${kind}`)] : []));
  return { told, say };
}

let count = 0;
/** A passphrase field with its label. */
export function secret(label, autocomplete) {
  const id = `own-secret-${(count += 1)}`;
  const input = element("input", { type: "password", id, autocomplete, spellcheck: false, autocapitalize: "none", dir: "auto" });
  return { input, field: element("div", { className: "own-field" }, element("label", { htmlFor: id, textContent: label }), input) };
}

/** A row to tick. */
export function tick(label, onchange) {
  const box = element("input", { type: "checkbox", onchange: () => onchange(box.checked) });
  return { box, row: element("label", { className: "own-tick" }, box, element("span", { textContent: label })) };
}

/** Panel that was asked for while "your data" was not on the page: it opens when it is. */
export const asked = { panel: null };

/** Run `work` while buttons wait and the line says `busy`; what it throws is said by `sayError`. */
export async function working(buttons, say, busy, work, sayError) {
  if (buttons[0].hasAttribute("aria-disabled")) return; // it runs already
  for (const each of buttons) each.setAttribute("aria-disabled", "true");
  say(busy);
  await new Promise((resolve) => { setTimeout(resolve, 30); }); // the line is on the screen before the device is busy
  try { await work(); } catch (error) { sayError(error); } finally {
    for (const each of buttons) each.removeAttribute("aria-disabled");
  }
}
