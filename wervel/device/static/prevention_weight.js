// The form for height and weight. What is typed is kept as it is typed; Python says what it means, or asks back.

import { element } from "./controls.js";
import * as keep from "./prevention_keep.js";
import { button, kept, newId, number, status } from "./prevention_parts.js";

const ID = "body:now";
const FIELDS = { metric: ["height", "weight", "waist"], imperial: ["height", "inches", "weight", "waist"] };
const typed = { units: null, traits: null, values: {} }; // not yet kept; stays when the page is drawn anew
const clear = () => Object.assign(typed, { units: null, traits: null, values: {} });
keep.onForget(clear);

export default function weight(first) {
  let data = first;
  let take = null; // the button under a question back
  let taken = null; // the stamp of the record whose values stand in the fields
  const said = status();
  const units = ["metric", "imperial"].map((each) => button(first.words[each], () => { typed.units = each; draw(data); }, { "data-units": each }));
  const fields = Object.fromEntries(["height", "inches", "weight", "waist"].map((name) => [name, field(name)]));
  const traits = first.traits.map((trait) => {
    const box = element("input", { type: "checkbox", onchange: () => remember() });
    return { id: trait.id, box, made: element("label", { className: "pv-trait" }, box, element("span", { className: "pv-box", "aria-hidden": "true" }), element("span", { textContent: trait.label })) };
  });
  const show = button(first.words.show, () => keepIt(), { className: "pv-button main" });
  const root = element("section", {},
    element("div", { className: "pv-options", role: "group", "aria-label": first.words.units }, ...units),
    ...Object.values(fields).map(({ made }) => made),
    element("fieldset", {}, element("legend", { textContent: first.words.traits }), ...traits.map(({ made }) => made)), show, said);

  function field(name) {
    const id = newId();
    const input = element("input", { type: "text", inputMode: "decimal", autocomplete: "off", id, oninput: () => remember(), onkeydown: (event) => { if (event.key === "Enter") keepIt(); } });
    const label = element("label", { htmlFor: id });
    const wrong = element("p", { className: "pv-wrong", role: "alert", id: `${id}-wrong` });
    const help = element("p", { className: "pv-small", id: `${id}-help`, textContent: name === "waist" ? first.words.waist_help : "" });
    input.setAttribute("aria-describedby", `${help.id} ${wrong.id}`);
    return { name, input, label, wrong, made: element("div", { className: "pv-field" }, label, input, help, wrong) };
  }

  const unitsNow = () => typed.units ?? keep.get(ID)?.units ?? data.units;

  function remember() {
    for (const { name, input } of Object.values(fields)) typed.values[name] = input.value;
    typed.traits = traits.filter(({ box }) => box.checked).map(({ id }) => id);
  }

  async function keepIt() {
    remember();
    const mine = FIELDS[unitsNow()];
    const values = Object.fromEntries(mine.map((name) => [name, number(fields[name].input.value)]));
    for (const name of mine) {
      fields[name].wrong.textContent = Number.isNaN(values[name]) ? data.words.bad_number : "";
      fields[name].input.setAttribute("aria-invalid", String(Number.isNaN(values[name])));
    }
    const bad = mine.find((name) => Number.isNaN(values[name]));
    if (bad) { fields[bad].input.focus(); return; }
    await write({ units: unitsNow(), ...values, traits: typed.traits });
  }

  async function write(values) {
    if (await kept(said, data.words, { id: ID, kind: "body", height: null, inches: null, weight: null, waist: null, traits: [], ...values })) {
      clear();
      draw(data);
    }
  }

  function draw(given) {
    data = given;
    const record = keep.get(ID);
    const now = unitsNow();
    for (const each of units) each.setAttribute("aria-pressed", String(each.dataset.units === now));
    const stamp = `${record?.changed_at} ${now}`;
    const fresh = stamp !== taken;
    taken = stamp;
    for (const [name, { input, label, made }] of Object.entries(fields)) {
      made.hidden = !FIELDS[now].includes(name);
      label.textContent = data.words[{ metric: { height: "height_cm", weight: "weight_kg", waist: "waist_cm" },
        imperial: { height: "height_feet", inches: "height_inches", weight: "weight_pounds", waist: "waist_inches" } }[now][name] ?? "height_inches"];
      if (fresh) input.value = typed.values[name] ?? (record?.units === now ? record[name] ?? "" : "");
    }
    if (fresh) for (const { id, box } of traits) box.checked = (typed.traits ?? record?.traits ?? []).includes(id);
    for (const { box, made } of traits) made.classList.toggle("on", box.checked);
    asked(record);
  }

  /** The question back stands under its field, until the form is kept anew; "yes" takes over what may be meant. */
  function asked(record) {
    const { question } = data;
    const same = (name) => (record?.[name] ?? null) === (question.typed[name] ?? null);
    const now = question && ["units", ...FIELDS.imperial].every(same) ? question : null; // not of an older form
    if (root.dataset.question === (now?.text ?? "")) return;
    root.dataset.question = now?.text ?? "";
    take?.remove();
    take = null;
    for (const { input, wrong } of Object.values(fields)) { wrong.textContent = ""; input.removeAttribute("aria-invalid"); }
    if (!now) return;
    const { input, wrong, made } = fields[now.field];
    wrong.textContent = now.text;
    input.setAttribute("aria-invalid", "true");
    if (now.meant) {
      take = button(data.words.take, () => write(now.meant), { className: "pv-button pv-take" });
      made.append(take);
    }
    input.focus();
  }

  root.addEventListener("change", () => draw(data));
  return { root, draw };
}
