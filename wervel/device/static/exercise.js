// The moving figure of an exercise. The server has computed each picture from joint angles; here a drawing is filled with
// their numbers, one after the other. Pictures of the key frames stand below, as buttons that take the figure there; where
// less motion is wanted, on paper and without a connection they are all there is. Figures never mirror.

import { element } from "./controls.js";

const SVG = "http://www.w3.org/2000/svg";
const states = new WeakMap();
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** The pictures of a film, each as the list of all its numbers. */
function unpack({ numbers }) {
  const pictures = numbers[0].map(() => new Float32Array(numbers.length));
  numbers.forEach((changes, number) => {
    let value = 0;
    changes.forEach((change, picture) => { pictures[picture][number] = value += change; });
  });
  return pictures;
}

class Figure {
  constructor(parent) {
    Object.assign(this, { film: null, at: 0, wait: 0, goal: null, running: 0, last: 0 });
    this.stage = element("div", { className: "exercise-stage", dir: "ltr", role: "img" });
    this.button = element("button", { type: "button", className: "exercise-play", onclick: () => (this.running ? this.stop() : this.play()) });
    this.stills = element("ol", { className: "exercise-stills" });
    this.root = element("section", { className: "exercise-figure" }, this.stage, this.button, this.stills);
    parent.append(this.root);
    this.still();
  }

  /** Show an exercise; the same one again changes no more than its words. */
  show(data) {
    const { words } = this.data = data;
    this.stage.setAttribute("aria-label", data.alt);
    this.stills.setAttribute("aria-label", words.pictures);
    if (this.id !== data.id) {
      this.stop();
      Object.assign(this, { id: data.id, film: null, at: 0, wait: 0, goal: null });
      this.stage.replaceChildren();
      this.stills.replaceChildren(...data.stills.map((still, index) => this.picture(still, index)));
      this.load(data.id, data.film);
      if (data.opened) this.toHeading(data.id);
    }
    data.stills.forEach(({ caption, label }, index) => {
      const button = this.stills.children[index].firstChild;
      button.setAttribute("aria-label", label);
      button.lastChild.textContent = caption;
    });
    this.name();
  }

  picture({ url }, index) {
    const button = element("button", { type: "button", className: "exercise-still", "aria-pressed": String(index === 0), onclick: () => this.goTo(index) },
      element("img", { src: url, alt: "" }), element("span", { className: "exercise-number", textContent: String(index + 1) }),
      element("span", { className: "exercise-caption" }));
    return element("li", {}, button);
  }

  /** The heading of the exercise that a person opened comes into view and is read. */
  toHeading(id) {
    const title = document.getElementById(`exercise_${id}`);
    title?.scrollIntoView({ block: "start" });
    title?.querySelector("h2")?.focus({ preventScroll: true });
  }

  async load(id, address) {
    let film = null;
    try {
      const answer = await fetch(address);
      if (answer.ok) film = await answer.json();
    } catch { /* the pictures below are enough */ }
    if (this.id !== id) return;
    if (film) {
      this.film = film;
      this.pictures = unpack(film);
      this.starts = film.counts.map((_, way) => film.counts.slice(0, way).reduce((sum, each) => sum + each, 0));
      this.draw();
    }
    this.still();
  }

  draw() {
    const { box, style, paths } = this.film;
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", box);
    svg.setAttribute("aria-hidden", "true");
    const look = document.createElementNS(SVG, "style");
    look.textContent = style;
    const group = document.createElementNS(SVG, "g");
    group.setAttribute("class", "fig");
    this.paths = paths.map(([name, template]) => {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("class", name);
      group.append(path);
      return { path, parts: template.split("#") };
    });
    svg.append(look, group);
    this.stage.replaceChildren(svg);
    this.paint();
  }

  /** Fill the drawing with the picture at `at`; between two pictures each point moves straight. */
  paint() {
    const first = Math.floor(this.at);
    const part = this.at - first;
    const [here, next] = [this.pictures[first], this.pictures[Math.min(first + 1, this.pictures.length - 1)]];
    let number = 0;
    for (const { path, parts } of this.paths) {
      let d = parts[0];
      for (let index = 1; index < parts.length; index += 1) {
        d += Math.round((here[number] + (next[number] - here[number]) * part) * 10) / 10 + parts[index];
        number += 1;
      }
      path.setAttribute("d", d);
    }
    this.root.dataset.at = this.at.toFixed(2);
  }

  // --- time ------------------------------------------------------------------------------------------------------------

  play(goal = null) {
    if (!this.film || calm.matches) return;
    this.goal = goal;
    if (!this.running) {
      this.last = performance.now();
      this.running = requestAnimationFrame((now) => this.tick(now));
    }
    this.press(null);
    this.name();
  }

  stop() {
    cancelAnimationFrame(this.running);
    this.running = 0;
    this.goal = null;
    this.name();
  }

  tick(now) {
    if (!this.root.isConnected) { this.stop(); return; }
    // A page that was away for a while goes on where it was.
    let left = Math.min((now - this.last) / 1000, 0.1);
    this.last = now;
    const waited = Math.min(left, this.wait);
    this.wait -= waited;
    left -= waited;
    if (left > 0) this.forward(left * this.film.rate);
    this.paint();
    if (this.running) this.running = requestAnimationFrame((next) => this.tick(next));
  }

  /** Go on by some pictures, but not past a key frame: there the figure stays a moment, or for good if it is the goal. */
  forward(pictures) {
    const { starts, film: { stay, flows } } = this;
    const end = this.pictures.length - 1;
    const next = starts.find((start) => start > this.at + 1e-6) ?? end;
    this.at = Math.min(this.at + pictures, next);
    if (this.at < next) return;
    const key = starts.indexOf(next === end ? 0 : next);
    if (next === end) this.at = 0;
    this.wait = flows ? 0 : stay[key];
    if (this.goal !== key) return;
    this.stop();
    this.press(key);
  }

  /** Take the figure to the picture `index` of those that are shown, by moving there. */
  goTo(index) {
    if (!this.film) return;
    const key = this.film.shown[index];
    const target = this.starts[key];
    this.wait = 0;
    this.stage.scrollIntoView({ block: "nearest" }); // on a small phone it may be above
    if (Math.abs(this.at - target) < 1e-6) {
      this.stop();
      this.press(key);
    } else {
      this.play(key);
    }
  }

  /** Mark the picture that the figure stands in. */
  press(key) {
    [...this.stills.children].forEach(({ firstChild }, index) =>
      firstChild.setAttribute("aria-pressed", String(key !== null && this.film?.shown[index] === key)));
  }

  // --- words -----------------------------------------------------------------------------------------------------------

  name() {
    if (!this.data) return;
    const playing = Boolean(this.running) && this.goal === null;
    this.button.textContent = playing ? this.data.words.pause : this.data.words.play;
    this.button.classList.toggle("on", playing);
  }

  /** Without the movement the pictures are all there is. */
  still() {
    if (calm.matches) this.stop();
    this.root.classList.toggle("still", calm.matches || !this.film);
    for (const { firstChild } of this.stills.children) firstChild.disabled = calm.matches || !this.film;
  }
}

export default function mount({ parentElement, data }) {
  let figure = states.get(parentElement);
  if (!figure) {
    figure = new Figure(parentElement);
    figure.listen = () => figure.still();
    calm.addEventListener("change", figure.listen);
    states.set(parentElement, figure);
  }
  figure.show(data);
}

export function unmount({ parentElement }) {
  const figure = states.get(parentElement);
  if (!figure) return;
  figure.stop();
  calm.removeEventListener("change", figure.listen);
  figure.root.remove();
  states.delete(parentElement);
}
