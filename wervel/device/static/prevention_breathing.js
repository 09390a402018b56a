// Breathing with a circle that grows and shrinks. With less motion the circle stands still and the words change.

import { element } from "./controls.js";
import { button, fill } from "./prevention_parts.js";

export default function breathing(first) {
  let data = first;
  let timer = null;
  const circle = element("div", { className: "pv-circle", "aria-hidden": "true" });
  const word = element("p", { className: "pv-breath", role: "status", "aria-live": "polite" });
  const count = element("p", { className: "pv-count" });
  const play = button("", () => (timer === null ? begin() : end("")), { className: "pv-button main" });
  const root = element("section", {}, element("div", { className: "pv-air" }, circle, word), count, play);

  function end(said) {
    clearTimeout(timer);
    timer = null;
    circle.style.transitionDuration = "1s";
    circle.classList.remove("wide");
    word.textContent = said;
    count.textContent = "";
    play.textContent = data.words.play;
  }

  function begin() {
    play.textContent = data.words.stop;
    step(0);
  }

  function step(index) {
    const { steps, rounds } = data;
    const round = Math.floor(index / steps.length);
    if (!root.isConnected) { end(""); return; }
    if (round >= rounds) { end(data.words.done); return; }
    const { text, seconds, breath } = steps[index % steps.length];
    circle.style.transitionDuration = `${seconds}s`;
    if (breath !== "hold") circle.classList.toggle("wide", breath === "in");
    word.textContent = text;
    count.textContent = fill(data.words.round, { n: round + 1, total: rounds });
    timer = setTimeout(() => step(index + 1), seconds * 1000);
  }

  function draw(given) {
    data = given;
    if (timer === null && !play.textContent) end("");
    play.textContent = timer === null ? data.words.play : data.words.stop;
  }

  return { root, draw };
}
