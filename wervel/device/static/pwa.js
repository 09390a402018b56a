// The app on the phone, as the page sees it: the service worker, a new version, the way to the offline pages, and the
// browser's offer to install. One instance a page: index.html loads it, and the install card (install.js) imports it.
// On a shared device, and where it is switched off, it only takes away what an earlier visit left.

const root = document.documentElement;
const told = JSON.parse(document.getElementById("pwa")?.textContent ?? "{}"); // {on, country}, see wervel/web/pwa.py
const container = navigator.serviceWorker; // not there where the page is not served safely

const HOUR = 3_600_000; // ms
const PATIENCE = 15_000; // ms after which the page is taken to stand
const SETTLE = 4_000; // ms after that, for what it loads by itself

// --- installing -------------------------------------------------------------------------------------------------------

let offer = null; // the browser's offer, until it is used
const listeners = new Set();
const tell = () => { for (const each of [...listeners]) each(); };

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault(); // never by itself: it would come in the middle of a check
  offer = event;
  tell();
});
addEventListener("appinstalled", () => {
  offer = null;
  tell();
});

/** Call back when the way to install has changed. Returns a function that ends it. */
export function onChange(callback) {
  listeners.add(callback);
  return () => listeners.delete(callback);
}

/**
 * How the app can be installed here: "installed", "offer" (the browser's own question), "apple" (iPhone and iPad, where
 * only the person can do it; told by what the browser has, see own_storage.js) or "other".
 */
export function way() {
  if (navigator.standalone || matchMedia("(display-mode: standalone)").matches) return "installed";
  if (offer) return "offer";
  return typeof navigator.standalone === "boolean" && navigator.maxTouchPoints > 0 ? "apple" : "other";
}

/** Ask the browser's own question. Resolves to true when the person said yes. */
export async function install() {
  const asked = offer;
  offer = null; // it can be asked only once
  await asked.prompt();
  return (await asked.userChoice).outcome === "accepted";
}

// --- the service worker -----------------------------------------------------------------------------------------------

const stands = () => new Promise((resolve) => {
  const look = () => document.querySelector("[data-test-script-state=notRunning]") && done();
  const watch = new MutationObserver(look);
  const done = () => { watch.disconnect(); resolve(); };
  watch.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"] });
  setTimeout(done, PATIENCE);
  look();
});
const idle = () => new Promise((resolve) => { (window.requestIdleCallback ?? setTimeout)(resolve, { timeout: PATIENCE }); });
const after = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

/** Large files may be fetched ahead: the person does not save data, and the network is a quick one or does not tell. */
function mayFetchAhead() {
  const { saveData = false, effectiveType = "4g" } = navigator.connection ?? {};
  return !saveData && effectiveType === "4g";
}

async function work() {
  await stands(); // what the page needs goes first
  await idle();
  const registration = await container.register("/sw.js", { updateViaCache: "none" });
  offerUpdate(registration);
  lookForUpdates(registration);
  const { active } = await container.ready;
  active.postMessage({ type: "keep", edition: `${root.lang}~${told.country}` });
  showTheWay();
  await after(SETTLE);
  await idle();
  if (mayFetchAhead()) active.postMessage({ type: "ahead" });
}

/** Take worker and caches away; twice, because the worker may still have been writing for this page. */
async function leave() {
  for (const registration of await container.getRegistrations()) await registration.unregister();
  for (const pause of [0, SETTLE]) {
    await after(pause);
    for (const name of await caches.keys()) if (name.startsWith("wervel-")) await caches.delete(name);
  }
}

// --- a new version ----------------------------------------------------------------------------------------------------

function offerUpdate(registration) {
  const show = () => {
    const { waiting } = registration;
    if (waiting && container.controller) ask(waiting); // where there was no version before, nothing is new
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", show));
  show();
}

/** The bar (which pwa.css leaves out in the middle of a check: there nobody is disturbed). */
function ask(waiting) {
  const bar = document.getElementById("update");
  if (!bar.hidden) return;
  bar.querySelector("[data-update=reload]").onclick = () => {
    container.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage({ type: "activate" });
  };
  bar.querySelector("[data-update=later]").onclick = () => { bar.hidden = true; };
  bar.hidden = false;
}

/** The browser looks at each load; an app that stays open for days looks when it is seen again. */
function lookForUpdates(registration) {
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - looked < HOUR) return;
    looked = Date.now();
    registration.update().catch(() => {}); // no connection: another time
  });
}

// --- without a connection ---------------------------------------------------------------------------------------------

/** The bar that says "no connection" shows the way to the same page of the reading edition. */
function showTheWay() {
  const bar = document.getElementById("connection");
  const link = document.getElementById("offline-way");
  const follow = () => {
    const page = location.pathname.replace(/^\/|\/$/g, "") || "home";
    link.href = `/read/${root.lang}/${page}`;
  };
  new MutationObserver(follow).observe(bar, { attributes: true, attributeFilter: ["hidden"] });
  link.addEventListener("pointerdown", follow);
  follow();
  link.hidden = false;
}

if (container && told.on) work().catch(() => {}); // without it the app works as it does in any browser
else if (container && told.on === false) leave().catch(() => {});
