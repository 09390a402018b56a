// What is always one tap away: when to call, and the person's own flare-up plan, which can be printed.

import { element } from "./controls.js";
import * as keep from "./prevention_keep.js";
import { ID } from "./prevention_flare.js";
import { button, newId } from "./prevention_parts.js";

export default function top(first) {
  let data = first;
  const alarm = dialog("pv-alarm", () => [element("div", { innerHTML: data.alarm })]); // our own template
  const plan = dialog("pv-plan", paper);
  const open = [
    button("", () => alarm.open(), { className: "pv-button pv-call" }),
    button("", () => plan.open(), { className: "pv-button pv-flare-open" }),
  ];
  const root = element("section", {}, element("div", { className: "pv-options" }, ...open), alarm.made, plan.made);

  function dialog(name, inside) {
    const body = element("div", {});
    const close = button("", () => made.close(), { className: "pv-button" });
    const print = button("", () => window.print(), { className: "pv-button" });
    const made = element("dialog", { className: `panel pv-dialog ${name}`, onclick: (event) => { if (event.target === made) made.close(); } },
      element("div", { className: "pv-inside" }, body, element("div", { className: "pv-options pv-foot" }, ...(name === "pv-plan" ? [print] : []), close)));
    const show = () => {
      body.replaceChildren(...inside());
      const title = body.querySelector("h2");
      title.id ||= newId();
      made.setAttribute("aria-labelledby", title.id);
      [close.textContent, print.textContent] = [data.words.close, data.words.print];
    };
    return { made, show, open: () => { show(); made.showModal(); made.scrollTop = 0; } };
  }

  /** The plan on one page: what was chosen, in the words of the page, and what was written. */
  function paper() {
    const { words } = data;
    const kept = keep.get(ID) ?? {};
    const chosen = (name) => data[name].filter(({ id }) => kept[name]?.includes?.(id)).map(({ label }) => label);
    const own = (name) => (typeof kept[name] === "string" ? kept[name].split("\n").map((each) => each.trim()).filter(Boolean) : []);
    const parts = [
      [words.plan_signs, [...chosen("signs"), ...own("own_signs")]],
      [words.plan_helps, [...chosen("helps"), ...own("own_helps")]],
      [words.plan_call, own("call")],
    ].filter(([, lines]) => lines.length);
    const lists = parts.flatMap(([title, lines]) => [element("h3", { textContent: title }),
      element("ul", {}, ...lines.map((line) => element("li", { textContent: line, dir: "auto" })))]);
    return [element("h2", { className: "panel-title", textContent: words.plan_title }),
      ...(parts.length ? [element("p", { textContent: words.plan_lead }), ...lists, element("p", { textContent: words.plan_comfort })]
        : [element("p", { textContent: words.plan_empty })])];
  }

  function draw(given) {
    data = given;
    open[0].textContent = data.words.alarm;
    open[1].textContent = data.words.flare;
    if (plan.made.open) plan.show();
    if (alarm.made.open) alarm.show();
  }

  document.addEventListener("wervel-flare", () => { if (root.isConnected && !plan.made.open) plan.open(); });
  return { root, draw };
}
