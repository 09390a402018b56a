// When may a module speak to the server by itself? Requests that come in together become one run, and what a module says
// late can stand beside a tap that it knows nothing of. So a module of ours never speaks in the moment after a tap: it
// waits until the run of that tap has ended.

const PATIENCE = 1500; // ms: a tap that has started no run by then was not one for the server

let tapped = -Infinity;
let ran = -Infinity; // the last time a run ended
let running = false;

const app = () => document.querySelector("[data-test-script-state]");

function watch() {
  const now = app()?.dataset.testScriptState;
  const active = now !== undefined && now !== "notRunning";
  if (running && !active) ran = performance.now();
  running = active;
}

/** Whether nothing is under way between this page and the server. */
export function isQuiet() {
  watch();
  return !running && (ran >= tapped || performance.now() - tapped > PATIENCE);
}

/** Resolves when nothing is under way. */
export const quiet = () => new Promise((resolve) => {
  const look = () => (isQuiet() ? resolve() : setTimeout(look, 50));
  look();
});

function onTap(event) {
  // Taps on an element of our own ask nothing of the server.
  if (!event.target.closest?.('[data-testid^="stBidiComponent"]')) tapped = performance.now();
}

for (const kind of ["pointerdown", "click", "keydown", "popstate"]) addEventListener(kind, onTap, true);
new MutationObserver(watch).observe(document, {
  subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"],
});
