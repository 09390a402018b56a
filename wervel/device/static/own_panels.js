// The panels "save a copy", "save as a table", "move to a new phone" and "erase everything".

import { element } from "./controls.js";
import { allEntries, announce, ownActivities } from "./diary_store.js";
import { beginAnew, eraseEverywhere } from "./erase.js";
import { canLock, SHORTEST, tidy } from "./own_crypto.js";
import { toCsv } from "./own_csv.js";
import { canShare, collect, fileOf, isEmpty, save, tableFile } from "./own_export.js";
import { button, panel, paragraph, secret, steps, teller, tick, working } from "./own_parts.js";

/** Save a copy: plain, or locked with a passphrase that is typed twice. */
export function backup({ words }) {
  const said = words.backup;
  const { told, say } = teller();
  const [first, second] = [secret(said.passphrase, "new-password"), secret(said.again, "new-password")];
  const look = tick(said.show, (shown) => { for (const { input } of [first, second]) input.type = shown ? "text" : "password"; });
  const lockable = canLock();
  const locked = element("div", { className: "own-lock", hidden: true },
    first.field, paragraph(said.idea, "help"), second.field, look.row, paragraph(said.lost, "notice"));
  const open = paragraph(said.open, "help");
  const protect = tick(said.protect, (on) => { locked.hidden = !on; open.hidden = on; say(""); });
  protect.box.disabled = !lockable;

  /** The passphrase, "" for none, or null when it does not do. */
  function passphrase() {
    if (!protect.box.checked) return "";
    const wrong = [...tidy(first.input.value)].length < SHORTEST ? [said.short, first] : tidy(first.input.value) !== tidy(second.input.value) ? [said.differ, second] : null;
    if (!wrong) return first.input.value;
    say(wrong[0], "want");
    wrong[1].input.focus();
    return null;
  }

  async function make(hand, done) {
    const typed = passphrase();
    if (typed === null) return;
    await working([saving, sending], say, typed ? said.locking : words.busy, async () => {
      const copy = await collect();
      if (isEmpty(copy)) { say(said.empty); return; }
      await hand(await fileOf(copy, typed));
      for (const { input } of [first, second]) input.value = "";
      say(done);
    }, (error) => say(error?.name === "AbortError" ? "" : said.failed, error?.name === "AbortError" ? "" : "want")); // the person closed the list of apps
  }

  const saving = button(said.save, () => make(save, said.saved), "first");
  const sending = button(said.send, () => make((file) => navigator.share({ files: [file] }), said.sent));
  return panel("backup", said.title, paragraph(said.text), ...(lockable ? [] : [paragraph(said.insecure, "notice")]),
    protect.row, open, locked, element("div", { className: "own-buttons" }, saving, ...(canShare() ? [sending] : [])), told);
}

/** Save the diary as a table. */
export function table({ words, decimal, zones }) {
  const said = words.table;
  const { told, say } = teller();
  const saving = button(said.save, () => working([saving], say, words.busy, async () => {
    const entries = await allEntries();
    if (!entries.length) { say(said.empty); return; }
    save(tableFile(toCsv(entries, await ownActivities(), { decimal, zones, words: said.columns, kinds: said.kinds })));
    say(said.saved);
  }, () => say(words.backup.failed, "want")));
  return panel("table", said.title, paragraph(said.text), element("div", { className: "own-buttons" }, saving), told);
}

/** Three steps to a new phone. */
export const move = ({ words }) => panel("move", words.move.title, steps(words.move.steps), paragraph(words.move.after, "notice"));

/** Erase everything, after a question. */
export function erase({ words }) {
  const said = words.erase;
  const { told, say } = teller();
  const question = element("div", { className: "own-ask", role: "group", hidden: true, "aria-label": said.ask });
  const ask = (on) => {
    question.hidden = !on;
    start.hidden = on;
    (on ? no : start).focus();
    say("");
  };
  const start = button(said.start, () => ask(true));
  const no = button(said.no, () => ask(false));
  const yes = button(said.yes, () => working([yes, no], say, words.busy, async () => {
    const whole = await eraseEverywhere();
    announce(); // without a connection the page stands a while longer
    const note = whole ? "erased" : "erased_but_settings";
    question.hidden = true;
    say(whole ? said.done : said.settings);
    beginAnew({ note });
  }, () => say(said.failed, "want")), "careful");
  question.append(paragraph(said.ask, "own-question"), element("div", { className: "own-buttons" }, no, yes));
  return panel("erase", said.title, paragraph(said.text), element("div", { className: "own-buttons" }, start), question, told);
}
