// Reading aloud: the bar and what is read next. The sentence that is read is remembered by its place in the page, and the
// sentences are gathered anew for each step, so that a page that changes while it is read stays readable.

import { sentences } from "/assets/aloud_text.js";
import { able, hush, onlyRemote, pick, platform, say, voices } from "/assets/aloud_voice.js";

const NORMAL = 1;
const SLOW = 0.75; // of the voice's own speed
const SETTLE = 400; // ms without a change: a new screen stands

const root = document.documentElement;
const bar = document.getElementById("aloud");
const part = (name) => bar.querySelector(`[data-aloud="${name}"]`);
const starter = document.querySelector('[data-aloud="start"]');
const panel = document.getElementById("emergency");
const words = JSON.parse(document.getElementById("wervel-words").textContent).aloud;
const home = bar.nextElementSibling; // where the bar stands when it is not in a panel

//: phase: "off", "told" (a message), "speaking", "paused", or "ended" (all is read). scope: the element that is read.
const now = { phase: "off", scope: null, at: null, lang: null, slow: false, path: "", all: [] };

// --- what is marked ----------------------------------------------------------------------------------------------------

function unmark() {
  globalThis.CSS?.highlights?.delete("wervel-aloud");
  document.querySelector("[data-aloud-now]")?.removeAttribute("data-aloud-now");
}

function mark({ range, element }) {
  unmark();
  if (globalThis.CSS?.highlights && globalThis.Highlight) CSS.highlights.set("wervel-aloud", new Highlight(range));
  else element.setAttribute("data-aloud-now", "");
  const box = range.getBoundingClientRect();
  const scroller = now.scope.closest("#emergency") ?? document.querySelector(".stMain") ?? root;
  const view = scroller.getBoundingClientRect();
  const low = panel.contains(bar) ? bar.getBoundingClientRect().top : view.bottom;
  if (box.top >= view.top && box.bottom <= low) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroller.scrollBy({ top: box.top - view.top - (low - view.top) / 4, behavior: calm ? "auto" : "smooth" });
}

// --- the bar -------------------------------------------------------------------------------------------------------------

function show(phase) {
  now.phase = phase;
  const on = phase !== "off";
  bar.hidden = !on;
  bar.classList.toggle("told", phase === "told");
  if (phase !== "told") bar.querySelector(".aloud-message").textContent = "";
  starter.setAttribute("aria-pressed", String(on));
  const speaking = phase === "speaking";
  part("play").querySelector(".icon").className = `icon icon-aloud-${speaking ? "pause" : "play"}`;
  part("play").querySelector(".sr").textContent = speaking ? words.pause : words.play;
  part("slower").setAttribute("aria-pressed", String(now.slow));
  if (on && !panel.contains(bar)) {
    root.dataset.aloud = phase === "told" ? "told" : "on";
    root.style.setProperty("--aloud", `${bar.offsetHeight}px`);
  } else delete root.dataset.aloud;
  document.dispatchEvent(new CustomEvent("wervel-aloud", { detail: phase })); // somebody listens: not an idle device
}

function stop() {
  hush();
  unmark();
  const inside = bar.contains(document.activeElement);
  if (now.phase !== "off") show("off");
  if (inside && !panel.matches(":popover-open")) starter.focus();
  home.before(bar);
  Object.assign(now, { scope: null, at: null, lang: null });
}

function tell(...lines) {
  hush();
  unmark();
  show("told");
  bar.querySelector(".aloud-message").replaceChildren(...lines.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  }));
  root.style.setProperty("--aloud", `${bar.offsetHeight}px`);
}

function tellNoVoice(lang) {
  const name = document.querySelector(`[data-language="${lang}"]`)?.textContent.trim() ?? lang;
  const remote = onlyRemote(now.all, lang) ? [words.remote] : [];
  tell(words.none.replace("{language}", `\u2068${name}\u2069`), ...remote, `${words.add[platform()]} ${words.then}`);
}

// --- steps ---------------------------------------------------------------------------------------------------------------

/** The sentences to read: beside a physiotherapist only those of one of the two languages. */
function readable() {
  const one = root.dataset.mode === "consult";
  return sentences(now.scope)
    .filter(({ lang }) => (one ? lang === now.lang : lang === root.lang || pick(now.all, lang)));
}

/** Where a sentence begins, against the one that is read: below 0 before it, above 0 after it. */
function begin(sentence) {
  const here = document.createRange();
  here.setStart(now.at.node, Math.min(now.at.offset, now.at.node.length));
  return sentence.range.compareBoundaryPoints(Range.START_TO_START, here);
}

function read(sentence) {
  if (!sentence) {
    show("ended");
    return;
  }
  const voice = pick(now.all, sentence.lang);
  if (!voice) {
    tellNoVoice(sentence.lang);
    return;
  }
  now.at = sentence;
  show("speaking");
  mark(sentence);
  say(sentence.text, voice, now.slow ? SLOW : NORMAL, () => {
    if (now.at.node.isConnected) read(readable().find((each) => begin(each) > 0));
    else anew();
  });
}

function step(forward) {
  if (!now.at?.node.isConnected) return;
  const all = readable();
  const next = forward ? all.find((each) => begin(each) > 0) : all.findLast((each) => begin(each) < 0);
  if (next || !forward) read(next ?? all[0]);
}

function pause() {
  hush(); // not the browser's own pause: on many phones it cannot go on after that
  show("paused");
}

function play() {
  if (now.phase === "speaking") pause();
  else if (now.phase === "ended" || !now.at?.node.isConnected) read(readable()[0]);
  else read(readable().find((each) => begin(each) >= 0));
}

/** The first sentence in view, else the first of all. */
function firstInView(all) {
  const view = (document.querySelector(".stMain") ?? document.getElementById("root")).getBoundingClientRect();
  return all.find(({ range }) => range.getBoundingClientRect().top >= view.top - 2) ?? all[0];
}

async function start(scope) {
  now.path = location.pathname;
  if (!able()) {
    tell(words.unsupported);
    return;
  }
  now.all = await voices();
  Object.assign(now, { scope, lang: root.lang });
  if (scope === document.getElementById("emergency-panel")) panel.append(bar);
  if (!pick(now.all, root.lang)) {
    tellNoVoice(root.lang);
    return;
  }
  const all = readable();
  if (all.length) read(scope.closest("#emergency") ? all[0] : firstInView(all));
  else tell(words.nothing);
}

// --- the page changes ------------------------------------------------------------------------------------------------------

/** The text that was read has gone: another page ends it, another screen of the same page is read from its top. */
let settling = 0;
function anew() {
  hush();
  unmark();
  clearTimeout(settling);
  if (location.pathname !== now.path || now.phase === "off") { stop(); return; }
  const paused = now.phase === "paused";
  settling = setTimeout(() => {
    if (now.phase === "off" || location.pathname !== now.path) stop();
    else if (!document.querySelector("[data-test-script-state=notRunning]")) anew();
    else if (!now.scope.isConnected) stop();
    else if (!paused) read(readable()[0]);
  }, SETTLE);
}

function watch() {
  if (now.phase === "off") return;
  if (location.pathname !== now.path) stop();
  else if (now.at && !now.at.node.isConnected && now.phase !== "told") {
    if (now.phase !== "paused") now.at = null;
    if (now.phase !== "paused") anew();
  }
}

// --- taps ------------------------------------------------------------------------------------------------------------------

const BUSY = "a, button, input, label, select, textarea, summary, [role=button], [role=radio]";

/** A tap on a sentence while reading is on: begin there. */
function onText(event) {
  if (!["speaking", "paused", "ended"].includes(now.phase) || !now.scope.contains(event.target)) return;
  if (event.target.closest(BUSY) || String(getSelection())) return;
  const lang = event.target.closest("[lang]").lang;
  const all = sentences(now.scope).filter((each) => each.lang === lang);
  const tapped = all.find(({ range }) => [...range.getClientRects()].some((box) => (
    event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom)));
  const found = tapped ?? all.find(({ element }) => element === event.target || element.contains(event.target));
  if (!found) return;
  now.lang = lang;
  read(found);
}

const taps = {
  start: () => (now.phase === "off" ? start(document.getElementById("root")) : stop()),
  panel: () => { stop(); start(document.getElementById("emergency-panel")); },
  before: () => step(false),
  after: () => step(true),
  play,
  stop,
  slower: () => {
    now.slow = !now.slow;
    if (now.phase === "speaking") read(now.at);
    else show(now.phase);
  },
};

document.addEventListener("click", (event) => {
  const name = event.target.closest?.("[data-aloud]")?.dataset.aloud;
  if (Object.hasOwn(taps, name ?? "")) taps[name]();
  else onText(event);
});
bar.addEventListener("keydown", (event) => { if (event.key === "Escape") stop(); });
panel.addEventListener("toggle", (event) => { if (event.newState === "closed" && panel.contains(bar)) stop(); });
new MutationObserver(watch).observe(document.getElementById("root"), { subtree: true, childList: true });
addEventListener("popstate", watch);
document.addEventListener("visibilitychange", () => { if (document.hidden && now.phase === "speaking") pause(); });
addEventListener("wervel-wiped", stop, true); // caught on its way, wherever it is sent
addEventListener("pagehide", () => { hush(); }); // a browser would go on reading
if (able()) { hush(); speechSynthesis.getVoices(); } // asked early: some browsers need a moment
