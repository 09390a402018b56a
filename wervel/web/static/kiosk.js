// The waiting room, loaded first in that mode only. It does four things: refuse to write anything to the device, leave no
// trail in the history, cover the screen when nobody touches it, and wipe everything when the person is done or gone.
// The times stand in #kiosk (wervel/clinic.py); a page without it (the language choice) has nothing to wipe.
"use strict";
(() => {
  const START = "/?mode=kiosk";
  const HOLD = 1500; // ms: holding the mark that long is the staff's hidden door
  const STAFF = "/kiosk/staff";

  // --- nothing is written ---------------------------------------------------------------------------------------------
  const refuse = () => { throw new DOMException("a shared device keeps nothing", "SecurityError"); };
  const never = () => Promise.reject(new DOMException("a shared device keeps nothing", "SecurityError"));
  Storage.prototype.setItem = () => {};
  if (window.IDBFactory) IDBFactory.prototype.open = refuse;
  if (window.CacheStorage) CacheStorage.prototype.open = never;
  if (window.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = never;
  Object.defineProperty(document, "cookie", { get: () => "", set: () => {} });

  /** What another mode may have left that is nobody's entry: copies of the app, and notes of a tab. */
  function clean() {
    try { sessionStorage.clear(); localStorage.clear(); } catch { /* switched off in this browser: nothing is there */ }
    window.caches?.keys().then((names) => names.forEach((name) => caches.delete(name))).catch(() => {});
    navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((each) => each.unregister())).catch(() => {});
  }
  clean();

  // --- no trail: one entry in the history, whatever is visited -----------------------------------------------------------
  history.pushState = history.replaceState.bind(history);
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented) return;
    const inside = link.origin === location.origin;
    if (inside && link.getAttribute("href").startsWith("#")) return; // a place on this page
    event.preventDefault(); // elsewhere, and to a telephone, no way leads from a waiting room
    if (inside) location.replace(link.href);
  });
  addEventListener("pageshow", (event) => { if (event.persisted) location.replace(START); });

  // --- connections: closed by the wipe, so that the server's session ends even where the next page is slow to come ----------
  const sockets = new Set();
  let wiped = false;
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...given) {
      // One that never opens: an error would be Streamlit's, which tries again and again.
      if (wiped) return Object.assign(new EventTarget(), { readyState: 0, send: () => {}, close: () => {} });
      super(...given);
      sockets.add(this);
      this.addEventListener("close", () => sockets.delete(this));
    }
  };

  async function reachable() {
    const url = "/healthz";
    try { return (await fetch(url, { cache: "no-store" })).ok; } catch { return false; }
  }

  /** Nothing of the person stays: page, session on the server, storage, address. Then the language choice, or `next`. */
  async function wipe(next = START) {
    if (wiped) return;
    wiped = true;
    const says = document.getElementById("kiosk")?.dataset.wait ?? "";
    document.dispatchEvent(new Event("wervel-wiped"));
    for (const socket of sockets) socket.close();
    const wait = Object.assign(document.createElement("p"), { className: "kiosk-wait", textContent: says });
    wait.setAttribute("role", "status");
    document.title = "Wervel";
    document.body.replaceChildren(wait);
    history.replaceState(null, "", START);
    clean();
    while (!(await reachable())) await new Promise((done) => { setTimeout(done, 2000); }); // never a browser's error page
    location.replace(next);
  }

  // --- nobody touches ---------------------------------------------------------------------------------------------------
  function guard(kiosk) {
    const veil = document.getElementById("kiosk-veil");
    const still = document.getElementById("kiosk-still");
    const seconds = document.getElementById("kiosk-seconds");
    let touched;
    const touch = () => { touched = [Date.now(), performance.now()]; };
    // Whichever clock went on: one of them stands still while some tablets sleep, the other can be set.
    const away = () => Math.max(Date.now() - touched[0], performance.now() - touched[1]) / 1000;
    const cover = (covered) => {
      document.documentElement.classList.toggle("kiosk-covered", covered);
      if (covered === veil.open) return;
      if (covered) veil.showModal(); else veil.close();
    };
    function look() {
      if (wiped) return;
      const gone = away();
      const [idle, countdown, veilAfter] = ["idle", "countdown", "veil"].map((name) => Number(kiosk.dataset[name]));
      if (gone >= idle + countdown) { wipe(); return; }
      if (gone < idle) {
        if (still.open) still.close();
        cover(gone >= veilAfter);
        return;
      }
      seconds.textContent = String(Math.ceil(idle + countdown - gone));
      cover(veilAfter <= idle);
      if (!still.open) still.showModal();
    }
    function goOn() {
      touch();
      look();
    }
    touch();
    for (const kind of ["pointerdown", "keydown", "wheel", "touchmove"]) {
      addEventListener(kind, () => { if (!veil.open && !still.open) touch(); }, { capture: true, passive: true });
    }
    document.addEventListener("wervel-aloud", () => { if (!veil.open && !still.open) touch(); }); // somebody listens
    veil.addEventListener("click", goOn);
    still.querySelector(".kiosk-stay").addEventListener("click", goOn);
    for (const dialog of [veil, still]) dialog.addEventListener("cancel", (event) => { event.preventDefault(); goOn(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden && !wiped) cover(true); else look(); });
    setInterval(look, 250);
  }

  function holdTheMark() {
    let timer = 0;
    const end = () => clearTimeout(timer);
    document.addEventListener("pointerdown", (event) => {
      if (event.target.closest?.(".brand")) timer = setTimeout(() => wipe(STAFF), HOLD);
    });
    for (const kind of ["pointerup", "pointercancel", "pointermove", "scroll"]) {
      document.addEventListener(kind, (event) => {
        if (kind !== "pointermove" || Math.hypot(event.movementX, event.movementY) > 12) end();
      });
    }
    document.addEventListener("contextmenu", (event) => event.preventDefault()); // what a long press opens leads out
  }

  addEventListener("pagehide", () => { // what a browser keeps of a page that was left must not show it
    wiped = true;
    document.body.replaceChildren();
  });
  addEventListener("DOMContentLoaded", () => {
    const kiosk = document.getElementById("kiosk");
    if (kiosk) guard(kiosk);
    holdTheMark();
    document.addEventListener("click", (event) => { if (event.target.closest?.("[data-kiosk-done]")) wipe(); });
    if (document.body.hasAttribute("data-kiosk-choice")) history.replaceState(null, "", START);
  });
})();
