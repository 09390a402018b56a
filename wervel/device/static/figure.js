// The spine as a Plotly figure. Meshes are joined into a few traces, because each trace costs time in every step of a
// bend; a part lights up by a number per point, which the trace's three colours (plain, pale, lit) turn into a colour.

import { partAt, weights } from "./anatomy.js";
import { camera, distanceTo, hit, middleOf, ray, MIDDLE, REACH, SCALE } from "./camera.js";
import { bend } from "./geometry.js";

const TRACES = [
  { layer: "bones", paint: "bone", meshes: /^sacrum$/ },
  // Opaque hip bones would hide the lowest disc and the sacrum from the side.
  { layer: "bones", paint: "bone", meshes: /^pelvis$/, opacity: 0.4, around: true },
  { layer: "bones", paint: "bone", meshes: /^[LT]\d+$/ },
  { layer: "discs", paint: "disc", meshes: /^disc_/, shell: true },
  { layer: "discs", paint: "ring", meshes: /^ring_/, inside: true, opacity: 0.5 },
  { layer: "discs", paint: "core", meshes: /^core_/, inside: true },
  { layer: "nerves", paint: "sac", meshes: /^canal$/, opacity: 0.4 },
  { layer: "nerves", paint: "nerve", meshes: /^(cord|cauda_equina|nerve_.*)$/ },
  ...["multifidus", "erector", "psoas", "quadratus"].map(
    (muscle) => ({ layer: "muscles", paint: "muscle", meshes: new RegExp(`^muscle_${muscle}`) })),
  { layer: "ligaments", paint: "ligament", meshes: /^ligament_/ },
  { layer: "ligaments", paint: "capsule", meshes: /^facet_/, alone: true },
];
const LIGHT = { ambient: 0.5, diffuse: 0.65, specular: 0.05, roughness: 0.9, fresnel: 0.05 };
const LAMP = { x: -30000, y: 60000, z: 80000 }; // over the shoulder of the one who looks
const [PLAIN, PALE, LIT] = [0, 0.5, 1];
/** Parts that lie inside the bones: the bones become see-through to show them. */
const HIDDEN = new Set(["canal", "cord", "cauda_equina", "ligament_back", "disc_ring", "disc_core"]);
const INSIDE_DISC = new Set(["disc_ring", "disc_core"]);
export const VIEWS = {
  side: { azimuth: -102, elevation: 7 }, behind: { azimuth: 180, elevation: 7 }, above: { azimuth: 180, elevation: 66 },
  front: { azimuth: 0, elevation: 4 },
};
/** Where a part that not every side shows is seen well (azimuth, degrees). */
export const SEEN_FROM = {
  psoas: -50, ligament_front: -50, si_joint: -150, multifidus: -150, erector_spinae: -140, quadratus_lumborum: -160,
  ligament_tips: -150, spinous_process: -130, coccyx: -130, facet_joint: -120, transverse_process: -140,
};

function join(spec, geometry) {
  const parts = [...geometry.parts.values()].filter((part) => spec.meshes.test(part.id));
  const size = parts.reduce((sum, part) => sum + part.level.length, 0);
  const trace = {
    ...spec, points: new Float32Array(3 * size), level: new Float32Array(size), intensity: new Float32Array(size),
    x: new Float32Array(size), y: new Float32Array(size), z: new Float32Array(size), meshes: [],
    triangles: new Uint32Array(parts.reduce((sum, part) => sum + part.triangles.length, 0)),
  };
  let [from, corner] = [0, 0];
  for (const part of parts) {
    trace.points.set(part.points, 3 * from);
    trace.level.set(part.level, from);
    trace.triangles.set(part.triangles.map((at) => at + from), corner);
    trace.meshes.push({ id: part.id, from, to: from + part.level.length });
    from += part.level.length;
    corner += part.triangles.length;
  }
  for (let at = 0; at < size; at += 1) {
    [trace.x[at], trace.y[at], trace.z[at]] = trace.points.subarray(3 * at, 3 * at + 3);
  }
  [trace.i, trace.j, trace.k] = [0, 1, 2].map((offset) => trace.triangles.filter((_, at) => at % 3 === offset));
  trace.moves = trace.level.some((level) => level > 0);
  return trace;
}

export class Figure {
  /** holder: the element to draw in; geometry: see geometry.js; layers: a set of names, shared with the controls. */
  constructor(Plotly, holder, geometry, layers) {
    Object.assign(this, { Plotly, holder, geometry, layers, picked: null, amount: 0, drawn: false, redrawing: false, again: false });
    this.palette = new Map();
    this.traces = TRACES.map((spec) => join(spec, geometry));
    this.eye = { ...VIEWS.side };
  }

  get aspect() { return this.holder.clientWidth / Math.max(1, this.holder.clientHeight); }

  async draw() {
    this.frame();
    const axis = (at) => ({ visible: false, showspikes: false, range: [MIDDLE[at] - REACH, MIDDLE[at] + REACH] });
    const side = (2 * REACH) / SCALE;
    await this.Plotly.newPlot(this.holder, this.traces.map((trace) => this.look(trace)), {
      autosize: true, margin: { l: 0, r: 0, t: 0, b: 0 }, paper_bgcolor: "rgba(0,0,0,0)", hovermode: false, showlegend: false,
      scene: {
        xaxis: axis(0), yaxis: axis(1), zaxis: axis(2), aspectmode: "manual", aspectratio: { x: side, y: side, z: side },
        camera: camera(this.eye), dragmode: false, hovermode: false, bgcolor: "rgba(0,0,0,0)",
      },
    }, { displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false });
    this.drawn = true;
    this.size = `${this.holder.clientWidth} ${this.holder.clientHeight}`;
    if (this.again) this.refresh(); // asked for while drawing
  }

  /** A colour of the style sheet; it knows light and dark. Forget them when that changes: `recolour`. */
  colour(name) {
    if (!this.palette.has(name)) this.palette.set(name, getComputedStyle(this.holder).getPropertyValue(`--spine-${name}`).trim());
    return this.palette.get(name);
  }

  recolour() {
    this.palette.clear();
    return this.refresh();
  }

  holdsPicked(trace) {
    return this.picked !== null && trace.meshes.some(({ id }) => weights(this.picked, id, this.geometry) !== 0);
  }

  shown(trace) {
    if (trace.inside) return this.layers.has("discs") && INSIDE_DISC.has(this.picked);
    return this.layers.has(trace.layer) || (trace.alone === true && this.holdsPicked(trace));
  }

  /** See-through is what lies around the picked part, as far as it would hide it. */
  opacity(trace) {
    const usual = trace.opacity ?? 1;
    if (!this.picked) return usual;
    if (this.holdsPicked(trace)) return trace.paint === "sac" || trace.around ? 0.75 : 1;
    if (INSIDE_DISC.has(this.picked) && (trace.shell || trace.inside)) return 0.15;
    if (HIDDEN.has(this.picked) && trace.layer === "bones") return 0.25;
    if (trace.paint === "sac") return 0.15;
    return trace.layer === "muscles" ? 0.3 : usual;
  }

  lights(trace) {
    trace.intensity.fill(this.picked ? PALE : PLAIN);
    for (const { id, from, to } of this.picked ? trace.meshes : []) {
      const weight = weights(this.picked, id, this.geometry);
      if (weight === 1) trace.intensity.fill(LIT, from, to);
      else if (weight) weight.forEach((value, at) => { trace.intensity[from + at] = PALE + value * (LIT - PALE); });
    }
    return trace.intensity;
  }

  look(trace) {
    return {
      type: "mesh3d", x: trace.x, y: trace.y, z: trace.z, i: trace.i, j: trace.j, k: trace.k,
      visible: this.shown(trace), opacity: this.opacity(trace), intensity: this.lights(trace),
      ...this.colours(trace), cmin: PLAIN, cmax: LIT, showscale: false, flatshading: false, lighting: LIGHT,
      lightposition: LAMP, hoverinfo: "skip",
    };
  }

  colours(trace) {
    const [plain, pale, lit] = ["", "-pale", "-lit"].map((kind) => this.colour(trace.paint + kind));
    return { colorscale: [[PLAIN, plain], [PALE, pale], [LIT, lit]] };
  }

  /** Stand so far away that the spine fits; the hip bones may reach over the edge. */
  frame() {
    const clouds = this.traces.filter((trace) => trace.layer === "bones" && !trace.around).map(({ x, y, z }) => [x, y, z]);
    this.eye.middle = middleOf(clouds);
    this.eye.distance = distanceTo(clouds, this.eye.middle, this.eye.elevation, this.aspect);
  }

  /** Draw again soon; what is asked while drawing is drawn once afterwards, so that a slider never queues up. */
  async refresh() {
    this.again = true;
    if (this.redrawing || !this.drawn) return;
    this.redrawing = true;
    while (this.again) {
      this.again = false;
      await this.redraw();
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
    }
    this.redrawing = false;
  }

  async redraw() {
    const { amount, traces } = this;
    for (const trace of traces) {
      if (trace.moves && trace.bent !== amount && this.shown(trace)) {
        bend(trace.points, trace.level, this.geometry.joints, amount, trace.x, trace.z);
        trace.bent = amount;
      }
    }
    this.frame();
    const looks = traces.map((trace) => this.look(trace));
    const all = (key) => looks.map((look) => look[key]);
    const update = Object.fromEntries(["x", "z", "visible", "opacity", "intensity", "colorscale"].map((key) => [key, all(key)]));
    await this.Plotly.update(this.holder, update, { "scene.camera": camera(this.eye) });
  }

  /** Show from where the eye is now; much faster than `refresh`. */
  async turned() {
    if (!this.drawn) return;
    this.frame();
    await this.Plotly.relayout(this.holder, { "scene.camera": camera(this.eye) });
  }

  async resized() {
    const size = `${this.holder.clientWidth} ${this.holder.clientHeight}`;
    if (!this.drawn || size === this.size || !this.holder.clientHeight) return;
    this.size = size;
    await this.Plotly.Plots.resize(this.holder);
    await this.turned();
  }

  /** The part of those on offer that lies under a place of the screen, or undefined. */
  under(clientX, clientY, offered) {
    const box = this.holder.getBoundingClientRect();
    const place = [((clientX - box.left) / box.width) * 2 - 1, 1 - ((clientY - box.top) / box.height) * 2];
    const line = ray(this.eye, place, this.aspect);
    let nearest = null;
    for (const trace of this.traces.filter((each) => this.shown(each))) {
      const found = hit(line, [trace.x, trace.y, trace.z], trace.triangles);
      const solid = this.opacity(trace) > 0.45; // a touch goes through what is see-through, if there is something behind
      if (found && (!nearest || solid > nearest.solid || (solid === nearest.solid && found.at < nearest.at))) {
        nearest = { ...found, trace, solid };
      }
    }
    if (!nearest) return undefined;
    const mesh = nearest.trace.meshes.find(({ from, to }) => nearest.point >= from && nearest.point < to);
    return partAt(mesh.id, nearest.point - mesh.from, offered, this.geometry);
  }
}
