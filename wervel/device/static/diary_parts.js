// Controls of the diary: native inputs under large labels, made once and then only changed. Each returns
// {root, show(value)}; `changed` is called with what the person chose.

import { button, element } from "./controls.js";

let count = 0;
const name = () => `diary-${(count += 1)}`;

/** A quiet button that reads as a link. */
export const plainButton = (label, onclick, properties = {}) => button(label, onclick, { className: "diary-link", ...properties });

/** The button that empties a field again; it is there once something is chosen. */
function emptier(label, legend, empty) {
  const made = plainButton(label, empty, { hidden: true, "aria-label": `${label}: ${legend}` });
  return { made, show: (value) => { made.hidden = value === null || value === undefined; } };
}

/** A fieldset with a legend; `help` stands under it and is read with it. */
export function fields(legend, help, className, ...children) {
  const id = name();
  return element("fieldset", { className: `diary-field ${className}`, ...(help ? { "aria-describedby": id } : {}) },
    element("legend", { textContent: legend }), ...(help ? [element("p", { id, className: "diary-help", textContent: help })] : []), ...children);
}

/** 0 to 10 as eleven buttons, with words at both ends; with `clear` it can be emptied again. */
export function scale({ legend, help = "", low, high, of, clear, field, extra = [], changed }) {
  const group = name();
  const inputs = Array.from({ length: 11 }, (_, number) => element("input", {
    type: "radio", name: group, value: String(number), className: "sr",
    "aria-label": number === 0 ? `0, ${low}` : number === 10 ? `10, ${high}` : of(number), onchange: () => { show(number); changed(number); },
  }));
  const emptied = clear ? emptier(clear, legend, () => { show(null); inputs[0].focus(); changed(null); }) : null;
  const root = fields(legend, help, "diary-scale",
    element("div", { className: "diary-numbers", dir: "ltr" }, ...inputs.map((input, number) =>
      element("label", {}, input, element("span", { textContent: String(number), "aria-hidden": "true" })))),
    element("div", { className: "diary-ends", dir: "ltr", "aria-hidden": "true" }, element("span", { textContent: low, dir: "auto" }), element("span", { textContent: high, dir: "auto" })),
    ...(emptied ? [emptied.made] : []), ...extra);
  root.dataset.field = field;
  const show = (value) => {
    inputs.forEach((input, number) => { input.checked = number === value; });
    emptied?.show(value);
  };
  return { root, show, focus: () => (inputs.find((input) => input.checked) ?? inputs[0]).focus() };
}

/** A pill that is on or off. */
export function toggle(label, changed, properties = {}) {
  const input = element("input", { type: "checkbox", className: "sr", onchange: () => changed(input.checked), ...properties });
  const root = element("label", { className: "diary-chip" }, input, element("span", { textContent: label }));
  return { root, input, show: (value) => { input.checked = value; }, focus: () => input.focus() };
}

/** A wide row that is on or off, with a line of help. */
export function tickRow(label, help, changed) {
  const id = name();
  const made = toggle(label, changed, help ? { "aria-describedby": id } : {});
  made.root.className = "diary-tick";
  made.root.lastChild.classList.add("diary-tick-name");
  if (help) made.root.append(element("span", { id, className: "diary-help", textContent: help }));
  return made;
}

/** One of a few pills; `options`: [[value, label], ...]. */
export function choice({ legend, help = "", options, clear, field, changed, className = "" }) {
  const group = name();
  const inputs = options.map(([value]) => element("input", { type: "radio", name: group, className: "sr", onchange: () => { show(value); changed(value); } }));
  const emptied = clear ? emptier(clear, legend, () => { show(null); inputs[0].focus(); changed(null); }) : null;
  const root = fields(legend, help, `diary-choice ${className}`, element("div", { className: "diary-chips" }, ...options.map(([, label], at) =>
    element("label", { className: "diary-chip" }, inputs[at], element("span", { textContent: label }))), ...(emptied ? [emptied.made] : [])));
  root.dataset.field = field;
  const show = (value) => {
    options.forEach(([each], at) => { inputs[at].checked = each === value; });
    emptied?.show(value);
  };
  return { root, show, focus: () => inputs[0].focus() };
}

/** A labelled field to type in. */
export function typed(label, changed, properties = {}, tag = "input") {
  const input = element(tag, { className: "diary-input", dir: "auto", ...properties });
  input.addEventListener("input", () => changed(input.value));
  // "Done" on the keyboard of a phone puts the keyboard away; it does not save an entry that is half told.
  if (tag === "input") input.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); input.blur(); } });
  const root = element("label", { className: "diary-typed" }, element("span", { textContent: label }), input);
  // What is being typed is never overwritten with the same text: the caret stays where it is.
  return { root, input, show: (value) => { if (input.value !== (value ?? "")) input.value = value ?? ""; }, focus: () => input.focus() };
}
