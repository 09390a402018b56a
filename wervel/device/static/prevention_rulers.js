// Rulers of our own, 0 to 10: one tap sets today's value, the same tap takes it back. Where a value leads to people,
// the way to them stands there at once, also while the server is away.

import { element } from "./controls.js";
import * as keep from "./prevention_keep.js";
import { button, fill, kept, status } from "./prevention_parts.js";

export default function rulers(first) {
  let data = first;
  const parts = first.rulers.map((ruler) => {
    const buttons = Array.from({ length: 11 }, (_, value) => button(String(value), () => set(ruler.id, value), { className: "pv-value", "data-value": value }));
    const said = status();
    const offer = element("div", { className: "pv-offer", "aria-live": "polite" });
    const made = element("div", { className: "pv-ruler", "data-ruler": ruler.id },
      element("h3", { textContent: ruler.title }),
      element("div", { className: "pv-values", role: "group", "aria-label": fill(first.words.scale, { word: ruler.title }) }, ...buttons),
      element("p", { className: "pv-ends" }, element("span", { textContent: `0 ${ruler.low}` }), element("span", { textContent: `10 ${ruler.high}` })),
      said, offer);
    return { ruler, buttons, said, offer, made };
  });
  const root = element("section", {}, ...parts.map(({ made }) => made));

  const idOf = (name) => `ruler:${name}:${keep.day()}`;

  async function set(name, value) {
    const part = parts.find(({ ruler }) => ruler.id === name);
    const again = keep.get(idOf(name))?.value === value;
    const done = await kept(part.said, data.words, { id: idOf(name), kind: "ruler", ruler: name, date: keep.day(), value: again ? null : value });
    if (done && !again) part.said.textContent = data.keep ? data.words.kept : "";
  }

  function draw(given) {
    data = given;
    const valueOf = (ruler) => keep.get(idOf(ruler.id))?.value ?? null;
    const leading = parts.map(({ ruler }) => ruler).filter((ruler) => ruler.people_at.includes(valueOf(ruler)));
    const first = leading.find(({ crisis }) => crisis) ?? leading[0]; // the way to people stands once
    for (const { ruler, buttons, offer } of parts) {
      for (const each of buttons) each.setAttribute("aria-pressed", String(Number(each.dataset.value) === valueOf(ruler)));
      const shown = !leading.includes(ruler) ? "" : ruler === first ? (ruler.crisis ? "crisis" : "people") : "offer";
      if (offer.dataset.shown === shown) continue;
      offer.dataset.shown = shown;
      offer.replaceChildren(...(shown ? [element("p", { className: "pv-lead", textContent: ruler.offer })] : []));
      if (shown === "people" || shown === "crisis") offer.append(element("div", { className: "notice", innerHTML: data[shown] })); // our own template
    }
  }

  return { root, draw };
}
