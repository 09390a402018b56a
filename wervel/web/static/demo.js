// The demonstration, before anything else of the page runs: what modules would keep on the device has nowhere to go, each
// address of the page says that it is the demonstration, and the band has the room it needs. Only this page loads it;
// leaving it is loading another page, so nothing of it is left.
"use strict";
(() => {
  const root = document.documentElement;
  Storage.prototype.setItem = () => {};
  Object.defineProperty(document, "cookie", { get: () => "", set: () => {} });
  // The modules do not ask in the demonstration (device/static/store.js); should one forget, it gets no answer.
  Object.defineProperty(window, "indexedDB", { get() { throw new Error("the demonstration reads and keeps nothing"); } });

  const marked = (given) => {
    const url = new URL(given, location.href);
    if (url.origin === location.origin) url.searchParams.set("demo", "1");
    return url.href;
  };
  for (const name of ["pushState", "replaceState"]) {
    const original = history[name].bind(history);
    history[name] = (state, title, url) => original(state, title, url == null ? url : marked(url));
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || link.origin !== location.origin) return;
    if (!link.closest(".demo-band")) { link.href = marked(link.href); return; }
    const here = new URL(location.href);
    here.searchParams.delete("demo");
    link.href = here;
  }, true);
  document.addEventListener("submit", (event) => { event.target.action = marked(event.target.action); }, true);

  addEventListener("DOMContentLoaded", () => {
    const band = document.querySelector(".demo-band");
    new ResizeObserver(() => root.style.setProperty("--demo", `${band.offsetHeight}px`)).observe(band);
  });
})();
