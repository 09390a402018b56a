// A spine to turn in the hand. Its controls are plain HTML, so that nothing needs a drag: a list picks a part, buttons
// turn, bend and choose a view. The chart bundle is large, so it comes only when asked for, or at once when `eager`.

import { holds } from "./anatomy.js";
import { turnBetween } from "./camera.js";
import { button, element, group, layerButtons, pressLayers, teller } from "./controls.js";
import { Figure, SEEN_FROM, VIEWS } from "./figure.js";
import { read } from "./geometry.js";

const LAYERS_AT_FIRST = ["bones", "discs", "nerves"];
const TURN = 30; // degrees per button
const BEND = 25; // of 100, per button
const GLIDE = 450; // ms from one view to the next
const TAP = 8; // px: a finger that moved less has tapped
const mounted = new WeakMap();
let plotly = null;

/** Plotly, loaded once per page; the address carries its version. */
function load(address) {
  plotly ??= new Promise((resolve, reject) => {
    const script = element("script", { src: address, async: true });
    script.onload = () => (window.Plotly ? resolve(window.Plotly) : reject(new Error("no Plotly")));
    script.onerror = () => { plotly = null; script.remove(); reject(new Error("Plotly did not load")); };
    document.head.append(script);
  });
  return plotly;
}

async function shape(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`geometry: ${answer.status}`);
  return read(await answer.json());
}

function hasWebGL() {
  const context = document.createElement("canvas").getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext(); // browsers allow few at a time
  return context !== null;
}

const still = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");

class Turn {
  constructor({ parentElement, data, setTriggerValue }) {
    Object.assign(this, { data, setTriggerValue, layers: new Set(LAYERS_AT_FIRST), picked: null, given: null, bent: 0, figure: null });
    this.parts = new Map(data.parts.map((part) => [part.id, part]));
    this.root = element("section", { className: "spine-turn", dir: data.dir, "data-state": "closed" });
    this.plot = element("div", { className: "spine-plot", "aria-hidden": "true" });
    this.grip = element("div", { className: "spine-grip", role: "img", "aria-label": data.words.figure ?? "" });
    this.note = element("div", { className: "spine-note", dir: data.dir });
    this.caption = element("p", { className: "spine-caption", dir: data.dir, "aria-hidden": "true", hidden: true });
    this.stage = element("div", { className: "spine-stage", dir: "ltr" }, this.plot, this.grip, this.caption, this.note);
    this.root.append(this.stage);
    parentElement.append(this.root);
    this.recolour = () => this.figure?.recolour();
    dark.addEventListener("change", this.recolour);
    // On a phone the chart bundle waits for a tap; a tablet or a desk shows the spine at once.
    if (data.eager || matchMedia("(min-width: 768px)").matches) this.open();
    else this.note.append(button(data.words.open, () => this.open(), { className: "spine-button primary" }));
  }

  state(name, words) {
    this.root.dataset.state = name;
    this.note.replaceChildren(...(words ? [element("p", { textContent: words, role: "status" })] : []));
  }

  async open() {
    const { words } = this.data;
    this.state("loading", words.loading ?? "…");
    try {
      if (!hasWebGL()) throw new Error("no WebGL");
      const [Plotly, geometry] = await Promise.all([load(this.data.plotly), shape(this.data.geometry)]);
      if (!this.root.isConnected) return;
      const meshes = [...geometry.parts.keys()];
      for (const id of this.parts.keys()) if (!meshes.some((mesh) => holds(id, mesh))) this.parts.delete(id); // the legs
      this.addControls(); // before the figure, which fills what room they leave
      this.figure = new Figure(Plotly, this.plot, geometry, this.layers);
      await this.figure.draw();
      this.state("ready");
    } catch {
      this.close();
      this.state("none", words.no_webgl);
      return;
    }
    this.holdOn();
    this.watcher = new ResizeObserver(() => this.figure.resized());
    this.watcher.observe(this.stage);
    this.receive(this.data);
  }

  // --- controls --------------------------------------------------------------------------------------------------------

  addControls() {
    const { words, layers, views, bend } = this.data;
    const { told, tell } = teller(words.hint);
    this.tell = tell;
    const turns = ["turn_left", "turn_right"].filter((word) => words[word]).map((word) => button(words[word], () => {
      this.go({ ...this.figure.eye, azimuth: this.figure.eye.azimuth + (word === "turn_left" ? -TURN : TURN) });
    }, { "data-turn": word }));
    const looks = views.filter(({ id }) => VIEWS[id]).map(({ id, label }) => button(label, () => this.go(VIEWS[id]), { "data-view": id }));
    this.select = element("select", { onchange: () => this.choose(this.select.value || null) },
      element("option", { value: "", textContent: words.none ?? "–" }), ...this.options());
    this.slider = element("input", { type: "range", min: -100, max: 100, step: 5, value: 0, className: "spine-slider",
      "aria-label": bend.label, oninput: () => this.bend(Number(this.slider.value)) });
    const step = (way, sign, label) => button(label, () => this.bend(this.bent + way * BEND),
      { className: "spine-button step", "data-bend": sign });
    this.root.append(element("div", { className: "spine-controls" },
      told,
      element("label", { className: "spine-group" }, element("span", { className: "spine-label", textContent: words.parts ?? "" }), this.select),
      // The slider runs as the picture bends, also where the text runs from right to left.
      element("div", { className: "spine-group", role: "group", "aria-label": bend.label },
        element("p", { className: "spine-label", textContent: bend.label, "aria-hidden": "true" }),
        element("div", { className: "spine-bend", dir: "ltr" }, step(-1, "back", bend.back),
          this.slider, step(1, "forward", bend.forward))),
      group(words.views ?? "", "views", ...looks, ...turns),
      group(words.layers ?? "", "layers", ...layerButtons(layers, this.layers, () => this.layered()))));
    this.speakBend();
  }

  options() {
    return this.data.layers.map(({ id, label }) => element("optgroup", { label }, ...[...this.parts.values()]
      .filter(({ layer }) => layer === id).map((part) => element("option", { value: part.id, textContent: part.name }))))
      .filter((each) => each.childElementCount);
  }

  layered() {
    const layer = this.picked && this.parts.get(this.picked).layer;
    if (layer && !this.layers.has(layer)) this.pick(null); // what is put away is not picked any more
    else this.show();
  }

  bend(value) {
    this.bent = Math.max(-100, Math.min(100, value));
    this.slider.value = this.bent;
    this.speakBend();
    this.figure.amount = this.bent / 100;
    this.figure.refresh();
  }

  speakBend() {
    const { back, upright, forward } = this.data.bend;
    this.slider.setAttribute("aria-valuetext", this.bent ? `${this.bent < 0 ? back : forward} ${Math.abs(this.bent)}%` : upright);
  }

  // --- picking ---------------------------------------------------------------------------------------------------------

  /** What the page picked, when that changed since it last said so. */
  receive(data) {
    if (data.selected === this.given) return;
    this.given = data.selected;
    if (this.figure) this.pick(data.selected, false);
  }

  /** Pick from the list: turn as well, when the part cannot be seen from here. */
  choose(id) {
    this.pick(id);
    const best = SEEN_FROM[id];
    if (best !== undefined && Math.abs(turnBetween(this.figure.eye.azimuth, best)) > 40) this.go({ azimuth: best, elevation: VIEWS.side.elevation });
  }

  pick(id, byHand = true) {
    this.picked = this.parts.has(id) ? id : null;
    const part = this.parts.get(this.picked);
    if (part) this.layers.add(part.layer);
    this.select.value = this.picked ?? "";
    this.tell(part);
    this.caption.textContent = part?.name ?? "";
    this.caption.hidden = !part;
    this.show();
    if (byHand && this.data.tells) this.setTriggerValue("picked", this.picked);
  }

  show() {
    pressLayers(this.root, this.layers);
    this.figure.picked = this.picked;
    this.figure.refresh();
  }

  // --- turning ---------------------------------------------------------------------------------------------------------

  /** Let the eye go to a place; at once for who wants no motion. */
  go(place) {
    const { eye } = this.figure;
    const from = { azimuth: eye.azimuth, elevation: eye.elevation };
    const around = turnBetween(from.azimuth, place.azimuth);
    const up = place.elevation - from.elevation;
    const began = performance.now();
    const gone = this.going = (this.going ?? 0) + 1;
    const move = (now) => {
      if (gone !== this.going || !this.root.isConnected) return;
      const done = still.matches ? 1 : Math.min(1, Math.max(0, now - began) / GLIDE);
      const eased = done * done * (3 - 2 * done);
      Object.assign(eye, { azimuth: from.azimuth + around * eased, elevation: from.elevation + up * eased });
      this.figure.turned();
      if (done < 1) requestAnimationFrame(move);
    };
    move(began);
  }

  /** Drag to turn, tap to pick. A finger that goes up or down scrolls the page: `touch-action: pan-y` on the grip. */
  holdOn() {
    let held = null;
    let waiting = false;
    this.grip.onpointerdown = (event) => {
      if (!event.isPrimary || event.button !== 0 || !this.figure) return;
      held = { x: event.clientX, y: event.clientY, moved: false, ...this.figure.eye };
      this.going = (this.going ?? 0) + 1;
      this.grip.setPointerCapture(event.pointerId);
    };
    this.grip.onpointermove = (event) => {
      if (!held || !event.isPrimary) return;
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
      held.moved ||= Math.hypot(dx, dy) > TAP;
      if (!held.moved) return;
      Object.assign(this.figure.eye, {
        azimuth: held.azimuth - dx * 0.5, elevation: Math.max(-60, Math.min(80, held.elevation + dy * 0.4)),
      });
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(async () => { await this.figure.turned(); waiting = false; });
    };
    this.grip.onpointerup = (event) => {
      if (held && !held.moved) this.pick(this.figure.under(event.clientX, event.clientY, this.parts) ?? null);
      held = null;
    };
    this.grip.onpointercancel = () => { // the finger scrolls the page: stand as before
      if (held) Object.assign(this.figure.eye, { azimuth: held.azimuth, elevation: held.elevation });
      if (held?.moved) this.figure.turned();
      held = null;
    };
  }

  close() {
    this.watcher?.disconnect();
    dark.removeEventListener("change", this.recolour);
    if (this.figure) window.Plotly?.purge(this.plot);
    this.figure = null;
    this.root.querySelector(".spine-controls")?.remove();
  }
}

export default function mount(component) {
  const here = mounted.get(component.parentElement);
  if (here) { Object.assign(here, { data: component.data, setTriggerValue: component.setTriggerValue }); here.receive(component.data); }
  else mounted.set(component.parentElement, new Turn(component));
}

export function unmount({ parentElement }) {
  const here = mounted.get(parentElement);
  mounted.delete(parentElement);
  here?.close();
  here?.root.remove();
}
