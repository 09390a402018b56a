// The longer part of the entry form, that opens with "Tell more".

import { element } from "./controls.js";
import { KINDS, MOST } from "./diary_entry.js";
import { ownFields } from "./diary_own_fields.js";
import { choice, fields, scale, tickRow, toggle, typed } from "./diary_parts.js";

const MINUTES = [10, 20, 30, 45, 60];

/** The fields; `form`: {speaker, data, model(), set(name, value)}. Returns {root, show(), focus(field), own}. */
export function moreFields(form) {
  const { say, words } = form.speaker;
  const { form: texts } = words;
  const of = (n) => say(texts.of_ten, { n });
  const parts = new Map();
  const add = (name, part) => { parts.set(name, part); return part.root; };
  const score = (field, legend, low, high) => add(field, scale({ legend, low, high, of, clear: texts.clear, field, changed: (value) => form.set(field, value) }));

  const own = ownFields(form);
  const what = typed(texts.medicine_what, (value) => form.set("medicine_what", value), { maxLength: MOST.medicine });
  const note = typed(texts.note, (value) => { form.set("note", value); count(); }, { maxLength: MOST.note, rows: 3 }, "textarea");
  const left = element("p", { className: "diary-help diary-count" });
  note.input.setAttribute("aria-describedby", (left.id = "diary-note-left"));
  const count = () => { left.textContent = say(texts.note_left, { n: MOST.note - note.input.value.length }); };
  const forVisit = tickRow(texts.note_for_visit, "", (value) => form.set("note_for_visit", value));
  const flare = tickRow(texts.flare, texts.flare_help, (value) => form.set("flare", value));
  const medicine = choice({
    legend: texts.medicine, field: "medicine", clear: texts.clear, options: [[true, texts.yes], [false, texts.no]],
    changed: (value) => { form.set("medicine", value); what.root.hidden = value !== true; },
  });
  medicine.root.append(what.root);
  const zones = zoneFields(form);
  const did = didFields(form);

  const root = element("div", { className: "diary-more" }, element("p", { className: "diary-help", textContent: texts.optional }),
    score("pain_leg", texts.pain_leg, words.ends.low, words.ends.high), zones.root, did.root,
    score("sleep", texts.sleep, texts.sleep_low, texts.sleep_high), score("tension", texts.tension, texts.tension_low, texts.tension_high),
    own.root, medicine.root, flare.root, element("div", { className: "diary-field" }, note.root, left, forVisit.root));

  function show() {
    const model = form.model();
    for (const [name, part] of parts) part.show(model[name]);
    zones.show();
    did.show();
    own.show();
    medicine.show(model.medicine);
    what.show(model.medicine_what);
    what.root.hidden = model.medicine !== true;
    flare.show(model.flare);
    note.show(model.note);
    count();
    forVisit.show(model.note_for_visit);
  }
  return { root, show, own, focus: (field) => did.focus(field) };
}

/** Where it hurts: the drawing and the same zones as pills. For keyboards and screen readers the pills are the control. */
function zoneFields(form) {
  const { words } = form.speaker;
  const pills = new Map(form.data.zones.map(({ id, label }) => [id, toggle(label, (on) => put(id, on), { "data-zone-of": id })]));
  const put = (id, on) => {
    form.set("zones", [...pills.keys()].filter((each) => (each === id ? on : form.model().zones.includes(each))));
    show();
  };
  const holder = element("div", { className: "body-map", dir: "ltr", innerHTML: form.data.svg }); // left stays left
  const svg = holder.querySelector("svg");
  svg?.setAttribute("role", "img");
  svg?.setAttribute("aria-label", words.where.picture);
  holder.onclick = (event) => {
    const id = event.target.closest("[data-zone]")?.dataset.zone;
    if (pills.has(id)) put(id, !form.model().zones.includes(id));
  };
  const show = () => {
    const on = new Set(form.model().zones);
    for (const each of holder.querySelectorAll("[data-zone]")) each.classList.toggle("on", on.has(each.dataset.zone));
    for (const [id, pill] of pills) pill.show(on.has(id));
  };
  const root = fields(words.where.title, words.where.help, "diary-where", holder, element("div", { className: "diary-chips" }, ...[...pills.values()].map((pill) => pill.root)));
  return { root, show };
}

/** What was done: a pill for each kind, and for those that are on the minutes, by button or typed. */
function didFields(form) {
  const { say, words } = form.speaker;
  const texts = words.form;
  const put = (kind, minutes) => {
    const { [kind]: _, ...others } = form.model().did;
    form.set("did", minutes === null ? others : { ...others, [kind]: minutes });
    show();
  };
  const pills = new Map(KINDS.map((kind) => [kind, toggle(words.kinds[kind], (on) => put(kind, on ? "" : null), { "data-kind": kind })]));
  const rows = new Map(KINDS.map((kind) => [kind, minutesRow(kind)]));

  function minutesRow(kind) {
    const name = words.kinds[kind];
    const picked = choice({
      legend: say(texts.minutes_of, { name }), options: MINUTES.map((each) => [String(each), String(each)]), field: `did-${kind}`,
      className: "diary-minutes", changed: (value) => { field.show(""); put(kind, value); },
    });
    const field = typed(texts.other_minutes, (value) => put(kind, value), { inputMode: "numeric", maxLength: 4, autocomplete: "off", "aria-label": `${texts.other_minutes}: ${say(texts.minutes_of, { name })}` });
    picked.root.querySelector(".diary-chips").append(field.root);
    return { root: picked.root, focus: picked.focus, show: (minutes) => {
      picked.show(minutes);
      // What was typed stays in its field, also where there is a button for the number.
      if (document.activeElement !== field.input) field.show(MINUTES.map(String).includes(minutes) ? "" : minutes);
    } };
  }

  function show() {
    const { did } = form.model();
    for (const kind of KINDS) {
      pills.get(kind).show(kind in did);
      rows.get(kind).root.hidden = !(kind in did);
      rows.get(kind).show(did[kind] ?? "");
    }
  }
  const root = fields(texts.did, texts.did_help, "diary-did", element("div", { className: "diary-chips" }, ...[...pills.values()].map((pill) => pill.root)), ...[...rows.values()].map((row) => row.root));
  return { root, show, focus: (field) => rows.get(field.replace("did-", ""))?.focus() };
}
