// Which day an entry is of: today, yesterday or another day, by the person's own calendar, and the time.

import { element } from "./controls.js";
import { timeOf, today, daysAfter } from "./diary_words.js";
import { choice, typed } from "./diary_parts.js";

/** The fields; `form`: {speaker, model(), set(name, value)}. Returns {root, show(), focus(field)}. */
export function whenFields(form) {
  const texts = form.speaker.words.form;
  const days = choice({
    legend: texts.when, field: "when", className: "diary-when",
    options: [["today", texts.today], ["yesterday", texts.yesterday], ["other", texts.other_day]],
    changed: (which) => {
      form.set("other", which === "other");
      if (which !== "other") form.set("day", daysAfter(today(), which === "today" ? 0 : -1));
      show();
      if (which === "other") date.focus();
    },
  });
  const date = typed(texts.date, (value) => form.set("day", value), { type: "date", dir: "ltr" });
  const time = typed(texts.time, (value) => { form.set("time", value); form.set("time_set", true); }, { type: "time", dir: "ltr" });
  const exact = element("div", { className: "diary-exact" }, date.root, time.root);
  days.root.append(exact);

  function show() {
    const model = form.model();
    const now = today();
    const day = model.day ?? now;
    const which = model.other ? "other" : day === now ? "today" : day === daysAfter(now, -1) ? "yesterday" : "other";
    days.show(which);
    date.root.hidden = which !== "other";
    exact.hidden = which === "today" && model.base === null && !model.time_set;
    date.input.max = now;
    date.show(day);
    time.show(model.time ?? timeOf(new Date()));
  }
  return { root: days.root, show, focus: (field) => (field === "time" ? time : date).focus() };
}
