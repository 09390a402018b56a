// The list of entries, by day, newest first: change, delete, put back. `mountEntries(parent, data, edit)` puts it anywhere.

import { element } from "./controls.js";
import * as demo from "./demo.js";
import { zoneHere } from "./diary_entry.js";
import { plainButton } from "./diary_parts.js";
import { onChange, ownActivities, putEntry, readDiary, removeEntry } from "./diary_store.js";
import { speaker } from "./diary_words.js";

const STEP = 14; // days shown at first, and more at each tap

/** What was deleted since the page was opened, by id: it can be put back as long as the page is there. */
const deleted = new Map();

class Entries {
  constructor(parent, data, edit) {
    Object.assign(this, { data, edit, speaker: speaker(data), days: STEP, rows: new Map() });
    const { list } = data.words;
    this.told = element("p", { className: "diary-told", role: "status" });
    this.body = element("div", { className: "diary-days" });
    this.earlier = plainButton(list.earlier, () => this.more(), { className: "diary-link diary-earlier" });
    this.unreadable = element("p", { className: "diary-help" });
    this.root = element("section", { className: "diary diary-entries", dir: data.dir, lang: data.lang, "aria-label": list.title },
      this.told, this.body, this.earlier, this.unreadable);
    parent.append(this.root);
    this.stop = onChange(() => this.show());
    this.show();
  }

  /** Read and draw; a row that has not changed stays, so that focus stays where it is. */
  async show() {
    const { list } = this.data.words;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    let diary;
    let own;
    try {
      [diary, own] = [await readDiary(), await ownActivities()];
    } catch {
      if (turn === this.turn) this.told.textContent = this.data.words.told.no_store_title;
      return;
    }
    if (turn !== this.turn) return; // a later reading has begun
    const names = new Map(own.map(({ id, name }) => [id, name]));
    const there = new Set(diary.entries.map(({ id }) => id));
    for (const id of [...deleted.keys()]) if (there.has(id)) deleted.delete(id);
    const all = [...diary.entries, ...deleted.values()].sort((a, b) => (a.date + a.time < b.date + b.time ? 1 : -1));
    const days = new Map();
    for (const entry of all) days.set(entry.date, [...(days.get(entry.date) ?? []), entry]);
    const shown = [...days].slice(0, this.days);
    const rows = new Map();
    const sections = shown.map(([day, entries]) => element("section", { className: "diary-day" },
      element("h3", { textContent: this.speaker.heading(day) }),
      element("ul", { className: "plain" }, ...entries.map((entry) => {
        const key = JSON.stringify([entry, deleted.has(entry.id), entry.own.map(({ id }) => names.get(id))]);
        const made = this.rows.get(key) ?? element("li", { className: "diary-entry" }, ...(deleted.has(entry.id) ? this.gone(entry) : this.row(entry, names)));
        made.dataset.entry = entry.id;
        rows.set(key, made);
        return made;
      }))));
    const focused = this.root.contains(document.activeElement) ? document.activeElement : null;
    this.rows = rows;
    this.body.replaceChildren(...(sections.length ? sections : [element("p", { className: "diary-empty", textContent: list.empty })]));
    if (focused?.isConnected) focused.focus({ preventScroll: true });
    this.earlier.hidden = days.size <= this.days;
    this.unreadable.textContent = diary.unreadable ? this.speaker.say(list.unreadable, { n: diary.unreadable }) : "";
  }

  more() {
    const last = this.body.lastElementChild;
    this.days += STEP;
    this.show().then(() => {
      const next = this.body.children[[...this.body.children].length > STEP ? this.days - STEP : 0]?.querySelector("h3") ?? last;
      next.tabIndex = -1;
      next.focus();
    });
  }

  at(entry) { return { day: this.speaker.date(entry.date), time: entry.time }; }

  row(entry, names) {
    const { list } = this.data.words;
    const { say } = this.speaker;
    const facts = this.facts(entry, names);
    return [
      element("div", { className: "diary-entry-head" },
        element("span", { className: "diary-pain", textContent: String(entry.pain_back), role: "img", "aria-label": `${list.pain_back}: ${say(this.data.words.form.of_ten, { n: entry.pain_back })}` }),
        element("span", { className: "diary-time", dir: "ltr", textContent: entry.time }),
        ...(entry.zone !== zoneHere() ? [element("span", { className: "diary-help", textContent: say(list.zone, { name: entry.zone.replaceAll("_", " ") }) })] : []),
        ...(entry.flare ? [element("span", { className: "diary-mark", textContent: list.flare })] : [])),
      ...(facts.length ? [element("ul", { className: "diary-facts" }, ...facts.map((text) => element("li", { textContent: text, dir: "auto" })))] : []),
      ...(entry.note ? [element("p", { className: "diary-note", dir: "auto", textContent: entry.note })] : []),
      ...(entry.note_for_visit ? [element("p", { className: "diary-help", textContent: list.for_visit })] : []),
      element("div", { className: "diary-row" }, ...(demo.on ? [] : [
        plainButton(list.edit, () => this.edit(entry.id), { "aria-label": say(list.edit_of, this.at(entry)) }),
        plainButton(list.delete, () => this.remove(entry), { "aria-label": say(list.delete_of, this.at(entry)) }),
      ])),
    ];
  }

  /** What an entry holds beside the pain in the back, a line each. */
  facts(entry, names) {
    const { list, form, kinds, zones, colon } = this.data.words;
    const { say } = this.speaker;
    const given = (label, value) => (value === null ? [] : [`${label}${colon} ${value}`]);
    return [
      ...given(list.pain_leg, entry.pain_leg),
      ...(entry.zones.length ? [`${list.where}${colon} ${entry.zones.map((id) => zones[id] ?? id).join(" · ")}`] : []),
      ...entry.did.map(({ kind, minutes }) => say(list.minutes, { name: kinds[kind], n: minutes })),
      ...given(list.sleep, entry.sleep),
      ...given(list.tension, entry.tension),
      ...entry.own.map(({ id, score }) => `${names.get(id) ?? list.own_gone}${colon} ${score}`),
      ...(entry.medicine === null ? [] : [`${list.medicine}${colon} ${entry.medicine_what || (entry.medicine ? form.yes : form.no)}`]),
    ];
  }

  /** In place of a deleted entry: what went, and the way back. */
  gone(entry) {
    const { list, form } = this.data.words;
    return [
      element("p", { className: "diary-gone", textContent: this.speaker.say(list.deleted, this.at(entry)) }),
      plainButton(form.undo, () => this.putBack(entry), { "data-undo": entry.id }),
    ];
  }

  async remove(entry) {
    const { list } = this.data.words;
    try {
      const removed = await removeEntry(entry.id);
      if (removed) deleted.set(entry.id, removed);
      await this.show();
      this.told.textContent = removed ? this.speaker.say(list.deleted, this.at(removed)) : "";
      this.body.querySelector(`[data-undo="${entry.id}"]`)?.focus();
    } catch {
      this.told.textContent = list.failed;
    }
  }

  async putBack(entry) {
    const { list } = this.data.words;
    try {
      await putEntry(entry);
      deleted.delete(entry.id);
      await this.show();
      this.told.textContent = list.put_back;
      this.body.querySelector(`[data-entry="${entry.id}"] button`)?.focus();
    } catch {
      this.told.textContent = list.failed;
    }
  }

  close() {
    this.stop();
    this.root.remove();
  }
}

/** Put the list into `parent`; data as for the form; `edit` is called with the id of an entry to change. */
export const mountEntries = (parent, data, edit) => new Entries(parent, data, edit);
