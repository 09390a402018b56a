// The checklist of today: one row for each thing, ticked with one tap and undone with one.

import { element } from "./controls.js";
import * as keep from "./prevention_keep.js";
import { button, fill, kept, status } from "./prevention_parts.js";

const idOf = (item, date) => `tick:${item}:${date}`;
const ticked = (item, date) => keep.get(idOf(item, date))?.done === true;

export default function today() {
  const rows = new Map();
  const list = element("div", { className: "pv-list" });
  const count = element("p", { className: "pv-count", role: "status", "aria-live": "polite" });
  const said = status();
  const back = button("", () => bringBack(), { className: "pv-link" });
  const root = element("section", {}, count, list, said, back);
  let data;

  function row(item) {
    const box = element("input", { type: "checkbox", onchange: () => tick(item.id, box) });
    const what = element("span", { className: "pv-what" });
    const done = element("span", { className: "pv-done" });
    const small = element("span", { className: "pv-small" });
    const label = element("label", {}, box, element("span", { className: "pv-box", "aria-hidden": "true" }), what, small, done);
    const week = element("span", { className: "pv-week" });
    const because = element("p", { className: "pv-because" });
    const ask = element("span", {});
    const of = element("span", { className: "sr" });
    const summary = element("summary", {}, ask, of, week);
    const why = element("p", {});
    const sources = element("p", { className: "pv-source" });
    const swap = button("", () => put("swap", item.id, true), { className: "pv-link" });
    const more = element("details", {}, summary, because, why, sources, swap);
    const made = element("div", { className: "pv-row", "data-item": item.id }, label, more);
    return { made, box, what, done, small, week, because, ask, of, why, sources, swap };
  }

  function show(parts, item) {
    const { words } = data;
    const on = ticked(item.id, keep.day());
    const days = keep.thisWeek().filter((date) => ticked(item.id, date)).length;
    parts.box.checked = on;
    parts.made.classList.toggle("on", on);
    parts.what.textContent = item.what;
    parts.done.textContent = on ? words.done : "";
    parts.small.textContent = item.small;
    parts.week.textContent = fill(days >= item.times ? words.enough : words.week, { n: days, total: item.times });
    parts.because.textContent = item.because;
    parts.ask.textContent = words.why;
    parts.of.textContent = item.what;
    parts.why.textContent = item.why;
    replaceSources(parts.sources, item.sources);
    parts.swap.textContent = words.swap;
  }

  /** Titles of sources are English and stay so. */
  function replaceSources(place, sources) {
    if (place.dataset.of === JSON.stringify(sources)) return;
    place.dataset.of = JSON.stringify(sources);
    place.replaceChildren(...sources.map((source) =>
      element("a", { href: source.url, rel: "noreferrer", lang: "en", dir: "ltr", textContent: source.title })));
  }

  async function tick(item, box) {
    const date = keep.day();
    const done = await kept(said, data.words, { id: idOf(item, date), kind: "tick", item, date, done: box.checked });
    if (!done) draw(data);
  }

  async function put(kind, item, on) {
    if (await kept(said, data.words, { id: `${kind}:${item}`, kind, item, on })) count.focus();
  }

  async function bringBack() {
    const away = keep.all("swap").filter((each) => each.on);
    if (await kept(said, data.words, ...away.map((each) => ({ id: each.id, kind: "swap", item: each.item, on: false })))) count.focus();
  }

  function draw(given) {
    data = given;
    const away = new Set(keep.all("swap").filter((each) => each.on).map((each) => each.item));
    const shown = data.groups.map(({ label, items }) => ({ label, items: items.filter(({ id }) => !away.has(id)) })).filter(({ items }) => items.length);
    const ids = shown.flatMap(({ items }) => items.map(({ id }) => id));
    for (const { items } of shown) for (const item of items) {
      if (!rows.has(item.id)) rows.set(item.id, row(item));
      show(rows.get(item.id), item);
    }
    const order = JSON.stringify(shown.map(({ label, items }) => [label, items.map(({ id }) => id)]));
    if (list.dataset.order !== order) {
      list.dataset.order = order;
      list.replaceChildren(...shown.map(({ label, items }) => element("section", { "aria-label": label },
        element("h3", { textContent: label }), ...items.map(({ id }) => rows.get(id).made))));
    }
    list.setAttribute("aria-label", data.words.list);
    const n = ids.filter((id) => ticked(id, keep.day())).length;
    count.tabIndex = -1;
    count.textContent = !ids.length ? data.words.none : n === ids.length ? data.words.all_done : fill(data.words.progress, { n });
    back.textContent = data.words.back;
    back.hidden = !away.size;
  }

  return { root, draw };
}

