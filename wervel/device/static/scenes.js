// A scene in steps: frames of one drawing, each with a sentence. A person steps by buttons or lets it play; frames fade
// into each other, and simply change where less motion is wanted. Frames never mirror.

const PAUSE = 3200; // ms a frame stands while playing: long enough to read its sentence

const states = new WeakMap();

function build(parent, data) {
  const holder = document.createElement("section");
  holder.className = "scene";
  holder.innerHTML = `
    <div class="scene-frames" dir="ltr" role="img"></div>
    <p class="scene-text" aria-live="polite"></p>
    <div class="scene-steps">
      <button type="button" class="scene-back"></button>
      <span class="scene-count"></span>
      <button type="button" class="scene-next"></button>
    </div>
    <button type="button" class="scene-play" aria-pressed="false"></button>`;
  const frames = holder.querySelector(".scene-frames");
  for (const url of data.frames) {
    const image = document.createElement("img");
    image.src = url;
    image.alt = "";
    frames.append(image);
  }
  parent.append(holder);
  return { holder, step: 0, timer: 0, id: data.id };
}

function show(state, data, step) {
  const { holder } = state;
  const last = data.steps.length - 1;
  state.step = Math.min(Math.max(step, 0), last);
  holder.querySelectorAll("img").forEach((image, index) => image.classList.toggle("on", index === state.step));
  holder.querySelector(".scene-text").textContent = data.steps[state.step];
  holder.querySelector(".scene-count").textContent = data.counts[state.step];
  holder.querySelector(".scene-back").disabled = state.step === 0;
  holder.querySelector(".scene-next").disabled = state.step === last;
}

function stop(state) {
  clearInterval(state.timer);
  state.timer = 0;
  state.holder.querySelector(".scene-play").setAttribute("aria-pressed", "false");
}

function play(state, data) {
  if (state.timer) { stop(state); return; }
  state.holder.querySelector(".scene-play").setAttribute("aria-pressed", "true");
  if (state.step === data.steps.length - 1) show(state, data, 0);
  state.timer = setInterval(() => {
    if (state.step === data.steps.length - 1) stop(state);
    else show(state, data, state.step + 1);
  }, PAUSE);
}

export default function mount({ parentElement, data }) {
  let state = states.get(parentElement);
  if (!state || state.id !== data.id) {
    if (state) { stop(state); state.holder.remove(); }
    state = build(parentElement, data);
    states.set(parentElement, state);
  }
  const { holder } = state;
  holder.querySelector(".scene-frames").setAttribute("aria-label", data.alt);
  const buttons = { back: holder.querySelector(".scene-back"), next: holder.querySelector(".scene-next") };
  buttons.back.textContent = data.words.back;
  buttons.next.textContent = data.words.next;
  holder.querySelector(".scene-play").textContent = data.words.play;
  buttons.back.onclick = () => { stop(state); show(state, data, state.step - 1); };
  buttons.next.onclick = () => { stop(state); show(state, data, state.step + 1); };
  holder.querySelector(".scene-play").onclick = () => play(state, data);
  show(state, data, state.step);
}

export function unmount({ parentElement }) {
  const state = states.get(parentElement);
  if (state) stop(state);
  states.delete(parentElement);
}
