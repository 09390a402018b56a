// The start of the walking plan: how many days, how many minutes now. Python computes the plan.

import { element } from "./controls.js";
import * as keep from "./prevention_keep.js";
import { button, kept, status } from "./prevention_parts.js";

const DAYS = [0, 1, 2, 3, 4, 5, 6, 7];
const MINUTES = [5, 10, 15, 20, 30, 45];
const ID = "walking:plan";
const chosen = { days: null, minutes: null }; // stays when the page is drawn anew
keep.onForget(() => Object.assign(chosen, { days: null, minutes: null }));

export default function walking(first) {
  let data = first;
  const said = status();
  const ask = (name, values, label) => {
    const buttons = values.map((value) => button(String(value), () => { chosen[name] = value; draw(data); }, { "data-value": value }));
    return { buttons, name, made: element("div", { className: "pv-group", role: "group", "aria-label": label }, element("p", { className: "pv-ask", textContent: label, "aria-hidden": "true" }), element("div", { className: "pv-options pv-numbers" }, ...buttons)) };
  };
  const days = ask("days", DAYS, first.words.days);
  const minutes = ask("minutes", MINUTES, first.words.minutes);
  const start = button(first.words.start, () => begin(), { className: "pv-button main" });
  const again = button(first.words.again, () => stop(), { className: "pv-link" });
  const form = element("div", {}, days.made, minutes.made, start);
  const root = element("section", {}, form, said, again);

  async function begin() {
    if (chosen.days === null || (chosen.days > 0 && chosen.minutes === null)) {
      said.textContent = data.words.choose;
      said.classList.add("want");
      return;
    }
    await kept(said, data.words, { id: ID, kind: "walking", since: keep.day(), days: chosen.days, minutes: chosen.days ? chosen.minutes : 0, on: true });
  }

  async function stop() {
    const { changed_at: _, ...record } = keep.get(ID);
    if (await kept(said, data.words, { ...record, on: false })) days.buttons[0].focus();
  }

  function draw(given) {
    data = given;
    const on = keep.get(ID)?.on === true;
    form.hidden = on;
    again.hidden = !on;
    minutes.made.hidden = chosen.days === 0;
    for (const { buttons, name } of [days, minutes]) {
      for (const each of buttons) each.setAttribute("aria-pressed", String(Number(each.dataset.value) === chosen[name]));
    }
  }

  return { root, draw };
}
