// Three short questions, where the check of the back tells nothing. An answer is one tap, and can be taken back.

import { element } from "./controls.js";
import * as keep from "./prevention_keep.js";
import { button, kept, status } from "./prevention_parts.js";

export default function quick(first) {
  const said = status();
  const buttons = [];
  const root = element("section", {}, ...first.questions.map((question) => {
    const options = question.options.map((option) => {
      const made = button(option.label, () => answer(question.id, option.id));
      buttons.push({ made, question: question.id, option: option.id });
      return made;
    });
    return element("div", { className: "pv-group", role: "group", "aria-label": question.title },
      element("p", { className: "pv-ask", textContent: question.title, "aria-hidden": "true" }), element("div", { className: "pv-options" }, ...options));
  }), said);
  let data = first;

  async function answer(name, value) {
    const now = keep.get(`quick:${name}`)?.value;
    await kept(said, data.words, { id: `quick:${name}`, kind: "quick", name, value: now === value ? null : value });
  }

  function draw(given) {
    data = given;
    for (const { made, question, option } of buttons) made.setAttribute("aria-pressed", String(keep.get(`quick:${question}`)?.value === option));
  }

  return { root, draw };
}
