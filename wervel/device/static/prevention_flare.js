// The editor of the flare-up plan. Every change is kept at once; what is being typed is never replaced.

import { element } from "./controls.js";
import * as keep from "./prevention_keep.js";
import { button, kept, newId, status } from "./prevention_parts.js";

export const ID = "flare:plan";
const PAUSE = 400; // ms after the last letter

export default function flare(first) {
  let data = first;
  let timer = null;
  const said = status();
  const { words } = first;
  const ticks = (name, options) => options.map((option) => {
    const box = element("input", { type: "checkbox", onchange: () => save() });
    return { name, id: option.id, box, made: element("label", { className: "pv-trait" }, box, element("span", { className: "pv-box", "aria-hidden": "true" }), element("span", { textContent: option.label })) };
  });
  const area = (name, label, rows) => {
    const id = newId();
    const input = element("textarea", { id, rows, maxLength: 500, oninput: () => soon(), onblur: () => flush() });
    return { name, input, made: element("div", { className: "pv-field" }, element("label", { htmlFor: id, textContent: label }), input) };
  };
  const boxes = [...ticks("signs", first.signs), ...ticks("helps", first.helps)];
  const areas = [area("own_signs", words.own_signs, 2), area("own_helps", words.own_helps, 2), area("call", words.call, 2)];
  const of = (name) => boxes.filter((each) => each.name === name).map(({ made }) => made);
  const [signs, helps, call] = areas.map(({ made }) => made);
  const root = element("section", {},
    element("fieldset", {}, element("legend", { textContent: words.signs_title }), ...of("signs"), signs),
    element("fieldset", {}, element("legend", { textContent: words.helps_title }), ...of("helps"), helps),
    element("fieldset", {}, element("legend", { textContent: words.call_title }), call),
    said, button(words.show, () => flush().then(() => document.dispatchEvent(new Event("wervel-flare"))), { className: "pv-button main" }));

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  const flush = async () => { if (timer !== null) await save(); };

  async function save() {
    clearTimeout(timer);
    timer = null;
    const chosen = (name) => boxes.filter((each) => each.name === name && each.box.checked).map(({ id }) => id);
    const texts = Object.fromEntries(areas.map(({ name, input }) => [name, input.value]));
    const done = await kept(said, data.words, { id: ID, kind: "flare", signs: chosen("signs"), helps: chosen("helps"), ...texts });
    if (done && data.keep) said.textContent = data.words.kept;
  }

  function draw(given) {
    data = given;
    const plan = keep.get(ID);
    for (const { name, id, box, made } of boxes) {
      box.checked = plan?.[name]?.includes?.(id) ?? false;
      made.classList.toggle("on", box.checked);
    }
    if (timer !== null) return;
    for (const { name, input } of areas) {
      const value = typeof plan?.[name] === "string" ? plan[name] : "";
      if (input.value !== value && input !== document.activeElement) input.value = value;
    }
  }

  addEventListener("pagehide", flush);
  return { root, draw };
}
