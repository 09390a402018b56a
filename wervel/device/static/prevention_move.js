// Minutes of movement in two taps: what, then how long. And one tap for a day with strength.

import { element } from "./controls.js";
import * as keep from "./prevention_keep.js";
import { button, fill, kept, newId, number, status } from "./prevention_parts.js";

const CHOICES = [5, 10, 15, 20, 30, 45, 60, 90];

export default function move(first) {
  let data = first;
  let sort = null;
  let back = 0; // days: 0 today, 1 yesterday
  const said = status();
  const days = [0, 1].map((each) => button(each ? first.words.yesterday : first.words.today, () => { back = each; draw(data); }));
  const kinds = first.kinds.map((kind) => button(kind.label, () => choose(kind.id), { "data-kind": kind.id }));
  const ask = element("p", { className: "pv-ask" });
  const minutes = CHOICES.map((each) => button("", () => note(each), { "data-minutes": each }));
  const id = newId();
  const field = element("input", { type: "text", inputMode: "numeric", id, autocomplete: "off", onkeydown: (event) => { if (event.key === "Enter") other(); } });
  const wrong = element("p", { className: "pv-wrong", role: "alert", id: `${id}-wrong` });
  field.setAttribute("aria-describedby", wrong.id);
  const save = button("", () => other());
  const label = element("label", { htmlFor: id });
  const many = element("div", { className: "pv-options" }, ...minutes);
  const step = element("div", { className: "pv-step" }, ask, many, element("div", { className: "pv-field" }, label, field, save), wrong);
  const noted = element("ul", { className: "pv-noted" });
  const strong = element("input", { type: "checkbox", onchange: () => strength() });
  const strongWord = element("span", { className: "pv-what" });
  const strongHelp = element("span", { className: "pv-small" });
  const root = element("section", {},
    element("div", { className: "pv-options pv-days", role: "group" }, ...days),
    element("p", { className: "pv-ask", textContent: first.words.kinds_title }), element("div", { className: "pv-options pv-kinds" }, ...kinds),
    step, said, noted,
    element("div", { className: "pv-row pv-strength" }, element("label", {}, strong, element("span", { className: "pv-box", "aria-hidden": "true" }), strongWord, strongHelp)));
  const lines = new Map();
  let gone = null; // what was removed last, to undo

  const nameOf = (kind) => data.kinds.find((each) => each.id === kind)?.label ?? "";

  function choose(kind) {
    sort = sort === kind ? null : kind;
    draw(data);
    if (sort) minutes[0].scrollIntoView?.({ block: "nearest" });
  }

  async function note(count) {
    const kind = sort;
    if (!kind) return;
    const record = { id: `move:${crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`}`, kind: "move", date: keep.day(back), sort: kind, minutes: count, done: true };
    if (!(await kept(said, data.words, record))) return;
    sort = null;
    gone = null;
    field.value = wrong.textContent = "";
    draw(data);
    said.textContent = fill(data.words.noted, { word: nameOf(kind), n: count });
  }

  function other() {
    const count = number(field.value);
    const fits = Number.isInteger(count) && count >= 1 && count <= 1440;
    wrong.textContent = fits ? "" : data.words.bad_minutes;
    field.setAttribute("aria-invalid", String(!fits));
    if (fits) note(count); else field.focus();
  }

  async function toggle(record, done) {
    const { changed_at: _, ...rest } = record;
    if (!(await kept(said, data.words, { ...rest, done }))) return;
    gone = done ? null : record;
    draw(data);
    lines.get(record.id)?.querySelector("button")?.focus();
  }

  async function strength() {
    const date = keep.day(back);
    if (!(await kept(said, data.words, { id: `strength:${date}`, kind: "strength", date, done: strong.checked }))) draw(data);
  }

  function line(record) {
    const text = fill(data.words.noted, { word: nameOf(record.sort), n: record.minutes });
    const away = gone?.id === record.id;
    const made = element("li", { className: away ? "away" : "" },
      element("span", { textContent: away ? fill(data.words.removed, { word: text }) : text }),
      button(away ? data.words.undo : "\u00d7", () => toggle(record, away), { className: "pv-remove", "aria-label": away ? data.words.undo : fill(data.words.remove, { word: text }) }));
    lines.set(record.id, made);
    return made;
  }

  function draw(given) {
    data = given;
    const { words } = data;
    days.forEach((each, index) => each.setAttribute("aria-pressed", String(index === back)));
    for (const each of kinds) each.setAttribute("aria-pressed", String(each.dataset.kind === sort));
    step.hidden = !sort;
    ask.textContent = fill(words.minutes_title, { word: nameOf(sort) });
    for (const each of minutes) { each.textContent = each.dataset.minutes; each.setAttribute("aria-label", fill(words.minutes, { n: each.dataset.minutes })); }
    label.textContent = words.other_label;
    save.textContent = words.save;
    const date = keep.day(back);
    const mine = keep.all("move").filter((each) => each.date === date && (each.done || each.id === gone?.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
    lines.clear();
    noted.replaceChildren(...(mine.length ? mine.map(line) : [element("li", { className: "pv-nothing", textContent: words.nothing })]));
    strong.checked = keep.get(`strength:${date}`)?.done === true;
    strong.closest(".pv-row").classList.toggle("on", strong.checked);
    strongWord.textContent = words.strength;
    strongHelp.textContent = words.strength_help;
  }

  return { root, draw };
}
