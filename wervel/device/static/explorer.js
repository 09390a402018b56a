// The parts of the spine on flat drawings: tap a part or its button, it lights up and tells what it does. The drawing
// changes to the one that shows the part best. Parts without a shape of their own are cut out of a larger one.

import { holds, layerOf } from "./anatomy.js";
import { button, element, group, layerButtons, pressLayers, teller } from "./controls.js";

/** Drawings that show a part, best first; the others follow in their order. */
const BEST = {
  disc: ["spine-segment"], disc_ring: ["spine-disc"], disc_core: ["spine-disc"], cauda_equina: ["spine-midline"],
  canal: ["spine-disc"], transverse_process: ["spine-disc"], sacrum: ["spine-pelvis"], coccyx: ["spine-pelvis"],
  gluteus: ["spine-behind"], sciatic_nerve: ["spine-behind"],
  ligament_front: ["spine-front"],
};
const ORDER = ["spine-segment", "spine-pelvis", "spine-disc", "spine-midline", "spine-front", "spine-behind", "spine-side"];

const ARMS = [[/^L[1-5]$/, 0, 0, 0.26, 1], [/^L[1-5]$/, 0.74, 0, 1, 1]];

/** The regions of a drawing from behind. */
const fromBehind = (id) => ({
  [`${id} transverse_process`]: ARMS,
  [`${id} spinous_process`]: [[/^L[1-5]$/, 0.38, 0.3, 0.62, 1]],
  [`${id} coccyx`]: [[/^sacrum$/, 0.3, 0.7, 0.7, 1]],
  [`${id} si_joint`]: [[/^pelvis$/, 0.27, 0.05, 0.37, 0.4], [/^pelvis$/, 0.63, 0.05, 0.73, 0.4], [/^sacrum$/, 0.8, 0, 1, 0.45], [/^sacrum$/, 0, 0, 0.2, 0.45]],
});

/** Regions as boxes within a shape, in shares of its width and height: [left, top, right, bottom]. */
const CUT = {
  "spine-segment spinous_process": [[/^L4$/, 0, 0.36, 0.335, 1], [/^L5$/, 0, 0.2, 0.35, 1]],
  "spine-disc spinous_process": [[/^L4$/, 0.395, 0.79, 0.605, 1]],
  "spine-disc transverse_process": [[/^L4$/, 0, 0.5, 0.17, 0.72], [/^L4$/, 0.83, 0.5, 1, 0.72]],
  ...fromBehind("spine-pelvis"), ...fromBehind("spine-behind"),
  "spine-midline spinous_process": [[/^L[1-5]$/, 0, 0, 0.45, 1]],
  "spine-front transverse_process": ARMS,
  "spine-front coccyx": [[/^sacrum$/, 0.3, 0.78, 0.7, 1]],
  "spine-side coccyx": [[/^sacrum$/, 0, 0.74, 1, 1]],
};
const REGION = /^(spinous_process|transverse_process|coccyx|si_joint)$/;
const TALL = 2.5; // a drawing so much higher than wide gets a higher stage
const SVG = "http://www.w3.org/2000/svg";
const mounted = new WeakMap();
let cuts = 0;

function svg(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

async function drawingOf(source) {
  const text = source.trimStart().startsWith("<") ? source : await (await fetch(source)).text();
  return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
}

class Explorer {
  constructor({ parentElement, data, setTriggerValue }) {
    Object.assign(this, { data, setTriggerValue, picked: null, given: null, shown: null, drawings: new Map() });
    this.parts = new Map(data.parts.map((part) => [part.id, part]));
    this.layers = new Set(data.layers.map(({ id }) => id));
    const { words } = data;
    const { told, tell } = teller(words.hint);
    this.tell = tell;
    this.stage = element("div", { className: "spine-stage", dir: "ltr", onclick: (event) => this.tapped(event) });
    this.caption = element("p", { className: "spine-caption", dir: data.dir, "aria-hidden": "true", hidden: true });
    this.stage.append(this.caption);
    this.buttons = element("div", { className: "spine-row parts", onkeydown: (event) => this.arrow(event) },
      ...data.parts.map((part) => button(part.name, () => this.pick(part.id), { "data-pick": part.id, "aria-pressed": "false" })));
    const drawings = Object.keys(data.drawings).filter((id) => data.labels?.[id]);
    this.root = element("section", { className: "spine-explorer", dir: data.dir, id: data.selected ? `part_${data.selected}` : "" },
      element("div", { className: "spine-figure" }, this.stage,
        ...(drawings.length ? [group(words.drawings ?? "", "drawings", ...drawings.map((id) =>
          button(data.labels[id], () => this.turnTo(id), { "data-drawing": id })))] : [])),
      element("div", { className: "spine-controls" }, told,
        group(words.layers ?? "", "layers", ...layerButtons(data.layers, this.layers, () => this.layered())),
        element("div", { className: "spine-group", role: "group", "aria-label": words.parts ?? "" },
          element("p", { className: "spine-label", textContent: words.parts ?? "", "aria-hidden": "true" }), this.buttons)));
    parentElement.append(this.root);
    this.ready = this.fill();
  }

  async fill() {
    await Promise.all(Object.entries(this.data.drawings).map(async ([id, source]) => {
      try {
        const drawing = await drawingOf(source);
        drawing.setAttribute("role", "img");
        drawing.setAttribute("aria-label", this.data.alts?.[id] ?? this.data.labels?.[id] ?? "");
        drawing.classList.add("spine-drawing");
        for (const outline of drawing.querySelectorAll('[data-part^="nerve_"] > path:first-child')) {
          outline.parentNode.append(svg("path", { class: "spine-reach", d: outline.getAttribute("d") }));
        }
        this.drawings.set(id, drawing);
      } catch { /* the others still tell their parts */ }
    }));
    for (const id of Object.keys(this.data.drawings)) if (this.drawings.has(id)) this.caption.before(this.drawings.get(id));
    this.turnTo(this.drawings.size ? Object.keys(this.data.drawings).find((id) => this.drawings.has(id)) : null);
    this.receive(this.data);
  }

  // --- which drawing ---------------------------------------------------------------------------------------------------

  /** Tell whether a drawing shows a part: as shapes of its own, or as a region of one. */
  shows(id, part) {
    const shapes = [...(this.drawings.get(id)?.querySelectorAll("[data-part]") ?? [])];
    const wanted = CUT[`${id} ${part}`];
    if (wanted) return shapes.some((shape) => wanted.some(([mesh]) => mesh.test(shape.dataset.part)));
    return !REGION.test(part) && shapes.some((shape) => holds(part, shape.dataset.part));
  }

  turnTo(id) {
    this.shown = id;
    const { width, height } = this.drawings.get(id)?.viewBox.baseVal ?? { width: 1, height: 1 };
    this.stage.classList.toggle("tall", height > TALL * width);
    for (const [each, drawing] of this.drawings) drawing.style.display = each === id ? "" : "none";
    for (const each of this.root.querySelectorAll("[data-drawing]")) each.setAttribute("aria-pressed", String(each.dataset.drawing === id));
    this.light();
  }

  // --- picking ---------------------------------------------------------------------------------------------------------

  receive(data) {
    if (data.selected === this.given) return;
    this.given = data.selected;
    this.pick(data.selected, false);
  }

  /** byHand: a person did it, not the page; stay: in the drawing that was touched. */
  pick(id, byHand = true, stay = false) {
    this.picked = this.parts.has(id) && (id !== this.picked || !byHand) ? id : null;
    const part = this.parts.get(this.picked);
    for (const each of this.buttons.children) each.setAttribute("aria-pressed", String(each.dataset.pick === this.picked));
    const best = part && [...(BEST[part.id] ?? []), ...ORDER].find((drawing) => this.shows(drawing, part.id));
    this.tell(part);
    this.caption.textContent = part?.name ?? "";
    this.caption.hidden = !part;
    if (part) this.layers.add(part.layer);
    pressLayers(this.root, this.layers);
    if (best && !(stay && this.shows(this.shown, part.id))) this.turnTo(best);
    this.light();
    if (byHand && this.data.tells) this.setTriggerValue("picked", this.picked);
  }

  tapped(event) {
    const shape = event.target.closest("[data-part]");
    if (!shape) return;
    const id = shape.dataset.region ?? this.regionAt(shape, event) ?? [...this.parts.keys()].find((part) => !REGION.test(part) && holds(part, shape.dataset.part));
    if (id && id !== this.picked) this.pick(id, true, true);
  }

  /** The region of a shape under a finger, if one is on offer. */
  regionAt(shape, { clientX, clientY }) {
    const box = shape.getBoundingClientRect();
    const [x, y] = [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
    return [...this.parts.keys()].find((part) => CUT[`${this.shown} ${part}`]?.some(([mesh, left, top, right, bottom]) =>
      mesh.test(shape.dataset.part) && x >= left && x <= right && y >= top && y <= bottom));
  }

  // --- light and layers ------------------------------------------------------------------------------------------------

  light() {
    const drawing = this.drawings.get(this.shown);
    if (!drawing) return;
    drawing.querySelectorAll(".spine-cut").forEach((each) => each.remove());
    const showsPicked = this.picked !== null && this.shows(this.shown, this.picked);
    const cut = CUT[`${this.shown} ${this.picked}`];
    drawing.classList.toggle("picking", showsPicked);
    for (const shape of [...drawing.querySelectorAll("[data-part]")]) {
      shape.classList.toggle("away", !this.layers.has(layerOf(shape.dataset.part)));
      shape.classList.toggle("lit", showsPicked && !cut && holds(this.picked, shape.dataset.part));
      for (const [mesh, ...box] of cut ?? []) if (mesh.test(shape.dataset.part)) this.cutOut(shape, box);
    }
  }

  /** Lay a lit copy of a region over its paled shape; it fades out where it is cut from the rest. */
  cutOut(shape, box) {
    const { x, y, width, height } = shape.getBBox();
    // Sides that are the shape's own edge do not fade: there the mask reaches further.
    const [left, top, right, bottom] = box.map((side, at) => (at < 2 ? (side === 0 ? -0.3 : side) : (side === 1 ? 1.3 : side)));
    const id = `spine-cut-${cuts += 1}`;
    const lit = svg("g", { class: "spine-cut", mask: `url(#${id})` });
    const copy = shape.cloneNode(true);
    copy.classList.add("lit");
    copy.dataset.region = this.picked;
    const place = { x: x + left * width, y: y + top * height, width: (right - left) * width, height: (bottom - top) * height };
    const mask = svg("mask", { id, maskUnits: "userSpaceOnUse", x: x - width, y: y - height, width: 3 * width, height: 3 * height });
    mask.append(svg("rect", { ...place, fill: "#fff", style: `filter: blur(${Math.min(width, height) * 0.04}px)` }));
    lit.append(mask, copy);
    shape.after(lit);
  }

  layered() {
    pressLayers(this.root, this.layers);
    const layer = this.picked && this.parts.get(this.picked).layer;
    if (layer && !this.layers.has(layer)) this.pick(null);
    else this.light();
  }

  arrow(event) {
    const all = [...this.buttons.children];
    const ahead = { ArrowDown: 1, ArrowUp: -1, ArrowRight: this.data.dir === "rtl" ? -1 : 1, ArrowLeft: this.data.dir === "rtl" ? 1 : -1 }[event.key];
    const to = { Home: 0, End: all.length - 1 }[event.key] ?? (ahead && (all.indexOf(event.target) + ahead + all.length) % all.length);
    if (to === undefined) return;
    event.preventDefault();
    all[to].focus();
  }
}

export default function mount(component) {
  const here = mounted.get(component.parentElement);
  if (here) {
    Object.assign(here, { data: component.data, setTriggerValue: component.setTriggerValue });
    here.ready.then(() => here.receive(component.data));
  } else mounted.set(component.parentElement, new Explorer(component));
}

export function unmount({ parentElement }) {
  mounted.get(parentElement)?.root.remove();
  mounted.delete(parentElement);
}
