// The entry form: saves to the device by itself and says so only when it is true. It needs neither a server nor Streamlit:
// `mountDiary(parent, {words, lang, dir, zones, svg})` puts it anywhere.

import { button, element } from "./controls.js";
import * as demo from "./demo.js";
import { newId } from "./diary_entry.js";
import { claim, keepForm, write } from "./diary_drafts.js";
import { begin, fresh, fromDraft, fromEntry, toEntry, touched, wanted } from "./diary_model.js";
import { moreFields } from "./diary_more.js";
import { plainButton, scale } from "./diary_parts.js";
import { allEntries, onChange, ownActivities, putEntry } from "./diary_store.js";
import { tellings } from "./diary_told.js";
import { whenFields } from "./diary_when.js";
import { speaker } from "./diary_words.js";

const TYPING = 250; // ms after the last key before what was typed is kept
const SLOW = 6000; // ms after which a save that still runs is told about
const TWICE = 700; // ms in which a second tap on "Save", with nothing new in the form, is the same tap

class Form {
  constructor(parent, data) {
    this.data = data;
    this.speaker = speaker(data);
    this.root = element("section", { className: "diary", dir: data.dir, lang: data.lang });
    this.root.append(element("p", { className: "diary-help", textContent: data.words.page.loading }));
    parent.append(this.root);
    this.queue = Promise.resolve();
    this.ready = this.open();
    this.stop = onChange(() => this.reread());
    this.hidden = () => { if (document.hidden) this.keepNow(); else this.parts?.when.show(); };
    document.addEventListener("visibilitychange", this.hidden);
    this.leaving = () => this.keepNow();
    addEventListener("pagehide", this.leaving);
  }

  /** Read what the device kept, then draw; a browser that keeps nothing is told, before anything is filled in. */
  async open() {
    const { told } = this.speaker.words;
    let found;
    let own;
    try {
      found = await claim();
      own = await ownActivities();
    } catch {
      this.root.replaceChildren(element("div", { className: "notice want", role: "alert" },
        element("h2", { textContent: told.no_store_title }), element("p", { textContent: told.no_store }),
        plainButton(told.again, () => { this.ready = this.open(); })));
      return;
    }
    const kept = fromDraft(found.form);
    this.slot = found.slot;
    this.state = kept ?? fresh();
    this.build();
    this.parts.more.own.show(own);
    if (kept && touched(kept)) this.tellings.restored();
  }

  build() {
    const { words, say } = this.speaker;
    const texts = words.form;
    const form = { speaker: this.speaker, data: this.data, model: () => this.state, set: (name, value) => this.set(name, value) };
    this.tellings = tellings(this.speaker);
    const pain = scale({
      legend: texts.pain_back, low: words.ends.low, high: words.ends.high, of: (n) => say(texts.of_ten, { n }), field: "pain_back",
      changed: (value) => this.set("pain_back", value),
    });
    this.parts = { when: whenFields(form), pain, more: moreFields(form) };
    this.save = button(texts.save, null, { type: "submit", className: "diary-save" });
    this.cancel = plainButton(texts.stop_editing, () => this.finish());
    this.saving = element("div", { className: "diary-saving" }, this.save, this.cancel, this.tellings.root);
    this.opener = plainButton(texts.more, () => this.unfold(), { "aria-controls": (this.parts.more.root.id = "diary-more"), className: "diary-opener" });
    this.editing = element("p", { className: "notice", role: "status", tabIndex: -1 });
    this.form = element("form", { noValidate: true, onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.editing, this.parts.when.root, pain.root, this.saving, this.opener, this.parts.more.root);
    this.root.replaceChildren(this.form);
    this.show();
  }

  // --- what stands in the form -------------------------------------------------------------------------------------------

  set(name, value) {
    begin(this.state);
    this.state[name] = value;
    this.tellings.answered();
    this.keepSoon();
  }

  show() {
    const { state, parts } = this;
    const texts = this.speaker.words.form;
    const edits = state.base !== null;
    this.editing.hidden = !edits;
    if (edits) this.editing.textContent = this.speaker.say(texts.editing, { day: this.speaker.date(state.entry.date), time: state.entry.time });
    this.save.textContent = edits ? texts.save_change : texts.save;
    this.cancel.hidden = !edits;
    parts.when.show();
    parts.pain.show(state.pain_back);
    parts.more.show();
    parts.more.root.hidden = !state.more;
    this.opener.textContent = state.more ? texts.less : texts.more;
    this.opener.setAttribute("aria-expanded", String(state.more));
    (state.more ? parts.more.root : parts.pain.root).after(this.saving); // the one "Save" stands below what is open
    this.form.classList.toggle("open", state.more);
  }

  unfold(more = !this.state.more) {
    this.state.more = more;
    this.show();
    this.keepSoon();
  }

  /** Take an entry up to change it; a new one that was under way waits meanwhile. */
  edit(entry) {
    if (!this.parts || this.busy) return;
    const waiting = this.state.base === null ? (touched(this.state) ? this.state : null) : this.state.before;
    this.state = fromEntry(entry, waiting);
    this.tellings.clear();
    this.show();
    this.keepNow();
    this.editing.focus({ preventScroll: true });
    this.root.scrollIntoView({ block: "start" });
  }

  /** Leave what stands in the form, and go on with what waited. */
  finish() {
    const edited = this.state.base !== null;
    this.state = this.state.before ?? fresh();
    this.show();
    if (edited) { this.tellings.clear(); this.keepNow(); this.parts.pain.focus(); }
  }

  // --- the draft ---------------------------------------------------------------------------------------------------------

  keepSoon() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.keepNow(), TYPING);
  }

  keepNow() {
    clearTimeout(this.soon);
    if (!this.parts || this.busy || demo.on) return this.queue;
    const form = touched(this.state) ? structuredClone(this.state) : null;
    this.queue = this.queue.then(() => keepForm(this.slot, form)).then(() => this.tellings.kept(true), () => this.tellings.kept(form === null));
    return this.queue;
  }

  // --- saving ------------------------------------------------------------------------------------------------------------

  async submit() {
    if (demo.on) { this.tellings.want(this.speaker.words.demo); return; }
    if (this.busy || (!touched(this.state) && performance.now() - (this.savedAt ?? -Infinity) < TWICE)) return;
    const missing = wanted(this.state);
    if (missing) {
      if (missing.field.startsWith("did-") && !this.state.more) this.unfold(true);
      const { words } = this.speaker;
      this.tellings.want(words.told[missing.want], missing.kind && { name: words.kinds[missing.kind] });
      if (missing.field === "pain_back") this.parts.pain.focus();
      else if (missing.kind) this.parts.more.focus(missing.field);
      else this.parts.when.focus(missing.field);
      return;
    }
    clearTimeout(this.soon);
    this.busy = true;
    const { state } = this;
    const before = JSON.stringify(state);
    const next = state.before;
    const slow = setTimeout(() => this.tellings.say("slow"), SLOW);
    this.tellings.say("saving");
    await this.queue; // a draft on its way goes first, or it would come after the entry and bring it back as a draft
    try {
      const entry = await putEntry(toEntry(state, this.parts.more.own.asked()), { base: state.base, also: (keep) => write(keep, this.slot, next) });
      this.saved(entry, JSON.stringify(state) !== before);
    } catch (error) {
      if (error.name === "Conflict" && state.base === null) { state.id = newId(); this.again = true; } else this.failed(error);
    } finally {
      clearTimeout(slow);
      this.busy = false;
    }
    if (this.again) { this.again = false; await this.submit(); } // the same draft was saved in another tab: both count
    else this.keepNow();
  }

  saved(entry, changedMeanwhile) {
    this.savedAt = performance.now();
    if (changedMeanwhile) Object.assign(this.state, { base: entry.changed_at, entry, created_at: entry.created_at, day: entry.date, time: entry.time, time_set: true });
    else this.state = this.state.before ?? fresh();
    this.show();
    if (!changedMeanwhile) this.save.focus({ preventScroll: true });
    this.tellings.saved(entry, () => this.edit(entry));
    this.saving.scrollIntoView({ block: "nearest" });
  }

  failed(error) {
    if (error.name !== "Conflict") { this.tellings.failed(error.name === "QuotaExceededError" ? "full" : "failed"); return; }
    const { state } = this;
    const go = (change) => { change(); this.submit(); };
    this.tellings.conflict(error.entry, {
      keep_both: () => go(() => Object.assign(state, { id: newId(), base: null, created_at: null })),
      keep_mine: () => go(() => Object.assign(state, { base: error.entry.changed_at })),
      keep_theirs: () => this.finish(),
    });
  }

  /** Another tab or the list changed something: own activities are shown anew; what is being filled in stays. */
  async reread() {
    if (!this.parts) return;
    try { this.parts.more.own.show(await ownActivities()); } catch { /* saving will tell */ }
  }

  /** Edit the entry with this id, as it stands now. */
  async editById(id) {
    await this.ready;
    const entry = (await allEntries()).find((each) => each.id === id);
    if (entry) this.edit(entry);
  }

  /** Go without keeping what stands in the form. */
  forget() {
    clearTimeout(this.soon);
    this.parts = null;
    this.close();
  }

  close() {
    this.keepNow();
    this.stop();
    document.removeEventListener("visibilitychange", this.hidden);
    removeEventListener("pagehide", this.leaving);
    this.root.remove();
  }
}

/**
 * Put the entry form into `parent`. data: {words, lang, dir, zones: [{id, label}], svg}; words as
 * `wervel/device/diary.py` gives them. Returns {root, editById(id), close()}.
 */
export const mountDiary = (parent, data) => new Form(parent, data);
