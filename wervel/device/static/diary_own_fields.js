// Up to three activities of the person's own ("tie my shoes"): score, add, rename, remove. A removed one stays in the list
// of the device, marked, so that its old scores keep their name; adding the same name again brings it back.

import { element } from "./controls.js";
import * as demo from "./demo.js";
import { DIRECTION, MOST, newId, stampAfter } from "./diary_entry.js";
import { fields, plainButton, scale, typed } from "./diary_parts.js";
import { changeOwn } from "./diary_store.js";

/** The activities that are asked for now, three at most. */
export const asked = (own) => own.filter(({ removed }) => !removed).slice(0, MOST.own);

const same = (a, b) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/** The fields; `form`: {speaker, model(), set(name, value)}. Returns {root, show(own)}. */
export function ownFields(form) {
  const { say, words } = form.speaker;
  const texts = words.form;
  const list = element("div", { className: "diary-own" });
  const told = element("p", { className: "diary-told", role: "status" });
  const undo = element("div", { className: "diary-own-undo" });
  let own = [];
  let scales = new Map(); // by id, kept while they stand, so that a tap by keyboard keeps its place
  let renaming = null;

  const add = typed(texts.own_new, (value) => form.set("own_new", value), {
    maxLength: MOST.name, onkeydown: (event) => { if (event.key === "Enter") { event.preventDefault(); addOne(); } },
  });
  const adding = element("div", { className: "diary-own-add" }, add.root, plainButton(texts.own_add, () => addOne()));

  /** Change the list on the device, then here; what cannot be kept is said and stays as it was. */
  async function change(work) {
    if (demo.on) { tell(words.demo); return false; }
    try {
      show(await changeOwn(work));
      tell("");
      return true;
    } catch {
      tell(words.told.own_failed);
      return false;
    }
  }

  async function addOne() {
    const name = form.model().own_new.trim();
    if (!name) { add.focus(); return; }
    if (own.some((each) => !each.removed && same(each.name, name))) { tell(texts.own_same); return; }
    let id = null;
    const done = await change((kept) => {
      if (asked(kept).length >= MOST.own) return kept; // another tab was quicker
      const back = kept.find((each) => same(each.name, name));
      id = back?.id ?? newId();
      const now = stampAfter(back?.changed_at);
      return back ? kept.map((each) => (each === back ? restored(each, now, name) : each))
        : [...kept, { id, name, direction: DIRECTION, created_at: now, changed_at: now }];
    });
    if (!done) return;
    form.set("own_new", "");
    add.show("");
    scales.get(id)?.focus();
  }

  function restored({ removed: _, ...rest }, now, name) { return { ...rest, name, changed_at: now }; }

  async function remove({ id, name }) {
    const done = await change((kept) => kept.map((each) => (each.id === id ? { ...each, removed: true, changed_at: stampAfter(each.changed_at) } : each)));
    if (!done) return;
    tell(say(texts.own_removed, { name }));
    const back = plainButton(texts.undo, async () => {
      if (await change((kept) => kept.map((each) => (each.id === id ? restored(each, stampAfter(each.changed_at), name) : each)))) scales.get(id)?.focus();
    });
    undo.replaceChildren(back);
    back.focus();
  }

  async function rename(id, name) {
    if (name.trim()) await change((kept) => kept.map((each) => (each.id === id ? { ...each, name: name.trim(), changed_at: stampAfter(each.changed_at) } : each)));
    renaming = null;
    show(own);
    scales.get(id)?.focus();
  }

  function tell(text) {
    told.textContent = text;
    undo.replaceChildren();
  }

  function make(activity) {
    const { id, name } = activity;
    const tools = element("div", { className: "diary-row" },
      plainButton(texts.own_rename, () => { renaming = id; show(own); list.querySelector(".diary-input")?.focus(); }, { "aria-label": `${texts.own_rename}: ${name}` }),
      plainButton(texts.own_remove, () => remove(activity), { "aria-label": `${texts.own_remove}: ${name}` }));
    const made = scale({
      legend: name, low: texts.own_low, high: texts.own_high, of: (n) => say(texts.of_ten, { n }), clear: texts.clear, field: `own-${id}`, extra: [tools],
      changed: (value) => {
        const { [id]: _, ...others } = form.model().own;
        form.set("own", value === null ? others : { ...others, [id]: value });
      },
    });
    return Object.assign(made, { name });
  }

  function renameFields({ id, name }) {
    let now = name;
    const field = typed(texts.own_name, (value) => { now = value; }, { value: name, maxLength: MOST.name });
    field.input.onkeydown = (event) => { if (event.key === "Enter") { event.preventDefault(); rename(id, now); } };
    return element("div", { className: "diary-own-add" }, field.root, plainButton(texts.own_keep, () => rename(id, now)));
  }

  /** Show the list as it is kept. */
  function show(kept) {
    own = kept;
    const active = asked(own);
    scales = new Map(active.map((each) => [each.id, scales.get(each.id)?.name === each.name ? scales.get(each.id) : make(each)]));
    const wanted = active.map((each) => (each.id === renaming ? null : scales.get(each.id).root));
    if (renaming !== null || wanted.length !== list.children.length || wanted.some((root, at) => root !== list.children[at])) {
      // While a name is being typed the list stays as it is; the new one is shown after it.
      if (!(renaming !== null && list.querySelector(".diary-own-add"))) {
        list.replaceChildren(...active.map((each, at) => wanted[at] ?? renameFields(each)));
      }
    }
    adding.hidden = active.length >= MOST.own;
    for (const { id } of active) scales.get(id).show(form.model().own[id] ?? null);
    add.show(form.model().own_new);
  }

  const root = fields(texts.own, texts.own_help, "diary-owns", list, told, undo, adding);
  return { root, show: (kept) => show(kept ?? own), asked: () => asked(own).map(({ id }) => id) };
}
