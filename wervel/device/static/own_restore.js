// The panel "put a copy back": choose a file, type the passphrase when it is locked, read what happened.

import { element } from "./controls.js";
import { beginAnew } from "./erase.js";
import { canLock, unlock } from "./own_crypto.js";
import { bring, brought, mustBeginAnew, parse, read } from "./own_import.js";
import { button, fill, panel, paragraph, secret, teller, working } from "./own_parts.js";

const CODES = { big: "big", damaged: "damaged", foreign: "foreign", newer: "newer", passphrase: "passphrase_wrong", insecure: "insecure", full: "full" };

/** Why a file was not taken, in words. */
export const reason = (error, said) => said[CODES[error?.code] ?? "failed"];

/** What happened, as lines under each kind of data; kinds of which the copy had nothing are left out. */
export function account(report, said) {
  const parts = ["diary", "own", "plan"].flatMap((kind) => {
    const lines = ["added", "changed", "left", "aside"].filter((what) => report[kind][what]);
    return lines.length ? [element("h4", { textContent: said[kind] }),
      element("ul", {}, ...lines.map((what) => element("li", { textContent: fill(said[what], { n: report[kind][what] }) })))] : [];
  });
  const wholes = [`draft_${report.draft}`, `questions_${report.questions}`].filter((name) => said[name]);
  const set = ["diary", "own", "plan"].some((kind) => report[kind].aside);
  return element("div", { className: `notice own-report ${set ? "want" : ""}` }, element("h3", { textContent: said.done }),
    ...(brought(report) ? [] : [paragraph(said.nothing)]), ...parts, ...wholes.map((name) => paragraph(said[name])));
}

/** The panel. `changed(count)` is called after a copy was put back. */
export function restore({ words }, changed) {
  const said = words.restore;
  const { told, say } = teller();
  const typed = secret(said.passphrase, "current-password");
  let waiting = null; // the locked copy that wants its passphrase

  const input = element("input", { type: "file", className: "sr", accept: ".json,application/json", tabIndex: -1, "aria-hidden": "true" });
  const choose = button(said.choose, () => { input.click(); }, "first");
  const open = button(said.open, () => openLocked(), "first");
  const cancel = button(said.cancel, () => { wait(null); say(""); choose.focus(); });
  const form = element("form", { className: "own-lock", hidden: true, onsubmit: (event) => { event.preventDefault(); openLocked(); } },
    paragraph(said.locked), typed.field, element("div", { className: "own-buttons" }, open, cancel));

  function wait(locked) {
    waiting = locked;
    form.hidden = !locked;
    typed.input.value = "";
  }

  const run = (busy, work) => working([choose, open], say, busy, work, (error) => say(reason(error, said), "want"));

  async function take(copy) {
    const report = await bring(copy);
    wait(null);
    const count = brought(report);
    if (mustBeginAnew(report)) { beginAnew({ note: "restored", report }); return; }
    told.replaceChildren(account(report, said));
    changed(count);
  }

  input.onchange = () => {
    const [file] = input.files;
    if (!file) return;
    wait(null);
    run(words.busy, async () => {
      const found = await read(file);
      if (found.copy) { await take(found.copy); return; }
      if (!canLock()) { say(said.insecure, "want"); return; }
      wait(found.locked);
      say("");
      typed.input.focus();
    }).then(() => { input.value = ""; }); // the same file may be chosen again
  };

  function openLocked() {
    if (!waiting) return;
    if (!typed.input.value) { say(said.passphrase_none, "want"); typed.input.focus(); return; }
    run(said.opening, async () => take(parse(await unlock(waiting, typed.input.value)).copy));
  }

  return panel("restore", said.title, paragraph(said.text), element("div", { className: "own-buttons" }, choose), input, form, told);
}
