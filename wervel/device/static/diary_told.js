// What the form tells: what is wanted first, that an entry is saved, or why not. One place, read aloud.

import { element } from "./controls.js";
import { plainButton } from "./diary_parts.js";

/** The place; see the functions for what it tells. */
export function tellings(speaker) {
  const { say, words } = speaker;
  const { told } = words;
  const calm = element("div", { className: "diary-told", role: "status" });
  const loud = element("div", { className: "diary-told", role: "alert" });
  const lasting = element("div", { className: "diary-told", role: "status" });
  const root = element("div", { className: "diary-tellings" }, calm, loud, lasting);
  const notice = (className, ...children) => element("div", { className: `notice ${className}` }, ...children);
  const line = (text) => element("p", { textContent: text });
  let passing = false; // what goes as soon as the person goes on

  const put = (place, ...children) => {
    (place === calm ? loud : calm).replaceChildren();
    place.replaceChildren(...children);
  };
  const what = (entry, text) => line(say(text, { day: speaker.heading(entry.date), time: entry.time, n: entry.pain_back }));

  return {
    root,
    clear() { calm.replaceChildren(); loud.replaceChildren(); },
    /** The person goes on: what was wanted or said about the entry before goes. */
    answered() { if (passing) this.clear(); passing = false; },
    say(name) { passing = false; put(calm, line(told[name])); },
    want(text, values) { passing = true; put(loud, notice("want", line(say(text, values)))); },
    restored() { passing = true; put(calm, notice("", line(told.restored))); },
    saved(entry, edit) {
      passing = true;
      put(calm, notice("saved", element("p", {}, element("span", { className: "icon icon-check", "aria-hidden": "true" }), element("strong", { textContent: told.saved })),
        what(entry, told.saved_what), plainButton(told.change_it, edit)));
    },
    failed(name) { passing = false; put(loud, notice("want", line(told[name]))); },
    /** Whether the draft can be kept; said as long as it cannot. */
    kept(fine) { lasting.replaceChildren(...(fine ? [] : [notice("want", line(told.unkept))])); },
    conflict(entry, choices) {
      passing = false;
      put(loud, notice("want", line(told.conflict), what(entry, told.conflict_there),
        element("div", { className: "diary-row" }, ...Object.entries(choices).map(([name, choose]) => plainButton(told[name], choose)))));
      loud.querySelector("button").focus();
    },
  };
}
