// Pieces that the views of the prevention page share.

import { element } from "./controls.js";
import * as keep from "./prevention_keep.js";

/** A sentence with its {placeholders} filled in; a number or name keeps its own direction. */
export function fill(text, values) {
  const rtl = document.documentElement.dir === "rtl";
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? (rtl ? `\u2068${values[name]}\u2069` : String(values[name])) : whole));
}

export const button = (label, onclick, properties = {}) =>
  element("button", { type: "button", className: "pv-button", textContent: label, onclick, ...properties });

/** A place for what is read aloud when it changes. */
export const status = () => element("p", { className: "pv-status", role: "status", "aria-live": "polite" });

/** Set records and say in `place` when that did not work. */
export async function kept(place, words, ...records) {
  const done = await keep.set(...records);
  place.textContent = done ? "" : words.not_kept;
  place.classList.toggle("want", !done);
  return done;
}

/** A number as people type it: comma or point, and digits of Arabic and Persian; null for nothing, NaN for no number. */
export function number(text) {
  const plain = text.trim()
    .replace(/[\u0660-\u0669]/g, (digit) => digit.charCodeAt(0) - 0x0660)
    .replace(/[\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) - 0x06f0)
    .replace(/[,\u066b]/, ".");
  if (!plain) return null;
  return /^\d+(\.\d*)?$/.test(plain) ? Number(plain) : NaN;
}

/** Put children in the place of those that stand, unless they are the same ones. */
export function replace(parent, ...children) {
  const now = [...parent.children];
  if (now.length === children.length && now.every((each, index) => each === children[index])) return;
  parent.replaceChildren(...children);
}

let names = 0;
/** A new id for a label. */
export const newId = () => `pv-${(names += 1)}`;
