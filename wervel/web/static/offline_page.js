// What a page of the reading edition does beyond reading: it tells when there is no connection and when that is back, and on
// the diary's page it brings the same form and list as the live page, which write to the same place on the device.

const holder = document.getElementById("offline-app");
const words = JSON.parse(document.getElementById("offline-words")?.textContent ?? "{}");
const { lang, dataset } = document.documentElement;
const page = holder?.dataset.page ?? "home";
const shared = (new URLSearchParams(location.search).get("mode") ?? dataset.mode ?? "personal") !== "personal";

const LOOK = 15_000; // ms between two looks for the connection
const PATIENCE = 3_000; // ms that the server may take to answer one

// --- the connection ---------------------------------------------------------------------------------------------------

/** This page came in place of the live one: its address is that of the live page. */
const instead = !location.pathname.startsWith("/read/");

/** The live page, which may take its time: the person has asked for it. */
function livePage() {
  const url = new URL(instead ? location.href : `/${page === "home" ? "" : page}?lang=${lang}`, location.origin);
  url.searchParams.set("wait", "1");
  return url.pathname + url.search;
}

function bar() {
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  const way = document.createElement("a");
  way.href = livePage();
  const made = document.createElement("div");
  made.className = "offline-bar";
  made.append(said, way);
  style("/assets/offline.css").then(() => (document.querySelector("main") ?? document.body).prepend(made));
  return (name, link) => {
    said.textContent = words.bar[name];
    way.textContent = words.bar[link];
    made.dataset.state = name;
    const tongues = document.querySelector(".tongues"); // only one language is kept here
    if (tongues) tongues.style.visibility = name === "away" ? "hidden" : "";
  };
}

async function answers() {
  try {
    const { ok } = await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return ok;
  } catch { return false; }
}

let show = null;
let next = 0;

async function look() {
  clearTimeout(next);
  if (document.hidden) return; // nobody is there to be told
  const back = await answers();
  if (back && !show && !instead) return; // all is well
  show ??= bar();
  show(back ? "back" : "away", back ? "live" : "again");
  if (!back) next = setTimeout(look, LOOK);
}

function followConnection() {
  look(); // a browser may say that it is online without any connection
  for (const name of ["online", "offline"]) addEventListener(name, look);
  document.addEventListener("visibilitychange", () => { if (show) look(); });
}

// --- the diary --------------------------------------------------------------------------------------------------------

function style(address) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}

async function diary() {
  const [{ mountDiary }, { mountEntries }, { follow }] = await Promise.all([
    import("/assets/device/diary_form.js"), import("/assets/device/diary_list.js"), import("/assets/device/own_storage.js"),
    style("/assets/diary.css"), style("/assets/offline.css"),
  ]);
  const form = mountDiary(holder, words.diary);
  const title = Object.assign(document.createElement("h2"), { textContent: words.diary.words.list.title });
  holder.append(title);
  mountEntries(holder, words.diary, (id) => form.editById(id));
  holder.dataset.state = "stands";
  follow(); // that there is a diary here is noted as on the live page
  // Everything was erased in another tab: this page begins anew too, with nothing in memory.
  new BroadcastChannel("wervel-erased").addEventListener("message", () => { form.forget(); location.reload(); });
}

if (holder && words.bar && !shared) {
  followConnection();
  if (page === "diary") diary();
}
