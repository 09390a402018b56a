// The service worker: lets the app open without a connection. The server writes `const BUILD = {version, files, pages,
// ahead}` above this line (wervel/web/pwa.py); any change to what is kept is another version.
//
// Two kinds of caches: "wervel-<version>" has the files of BUILD.files and what has a digest or version in its address;
// "wervel-<version>-nl~NL" has the reading edition in one language and country, with all that it shows.
// Nothing that a person enters is ever kept here: of pages only the reading edition is, the same for everybody.
"use strict";

const FILES = `wervel-${BUILD.version}`;
const PATIENCE = 3000; // ms that a page may let us wait before the reading edition comes instead
const WHOLE = "/read/whole"; // stands in the cache of an edition once all of it is there
const READ = /^\/read\/([\w-]+)\/(\w+)$/;
const SHOWN = /(?:src|href)="(\/assets\/[^"#]+)"|url\(["']?(\/assets\/[^"')#]+)/g; // in HTML and in CSS

let away = false; // the last page came from here: then its files need not wait for the network either

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  const { type, edition } = event.data;
  if (type === "activate") skipWaiting(); // the person has asked for the new version
  if (type === "keep") event.waitUntil(keepOnly(edition));
  if (type === "ahead") event.waitUntil(fetchAhead());
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    const mode = url.searchParams.get("mode") ?? "personal"; // on a shared device we do nothing
    const page = READ.exec(url.pathname)?.[2] ?? BUILD.pages[url.pathname];
    if (page && mode === "personal") event.respondWith(navigate(request, url, page));
  } else if (isHashed(url)) event.respondWith(cacheFirst(event));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(networkFirst(request));
});

// --- versions ---------------------------------------------------------------------------------------------------------

/** Keep everything of this version ahead, in the languages that were kept so far. If that fails, the old version stays. */
async function install() {
  const kept = (await editions()).map(({ edition }) => edition);
  await (await caches.open(FILES)).addAll(BUILD.files.map(again));
  for (const edition of new Set(kept)) await keep(edition);
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith("wervel-") && !name.startsWith(FILES));
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

// --- the reading edition ----------------------------------------------------------------------------------------------

/** The editions in the caches of this version, or of all versions: [{name, edition, lang}]. */
async function editions(prefix = "wervel-") {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name.includes("~"));
  return names.map((name) => {
    const edition = name.split("-").slice(2).join("-"); // zh-Hans~NL
    return { name, edition, lang: edition.split("~")[0] };
  });
}

/** Keep one edition, and then no other: the person has one language at a time. */
async function keepOnly(edition) {
  await keep(edition);
  for (const other of await editions(`${FILES}-`)) if (other.edition !== edition) await caches.delete(other.name);
}

/** Fetch an edition whole, and only then keep it. */
async function keep(edition) {
  const name = `${FILES}-${edition}`;
  if (await caches.match(WHOLE, { cacheName: name })) return;
  const [lang, country] = edition.split("~");
  const found = new Map(); // address -> response, null: there is none
  const shown = new Set();
  const take = async (address, query = "") => {
    const response = await fetch(again(address + query)); // throws without a connection: then another time
    if (response.status >= 500) throw new Error(`${response.status} ${address}`);
    const good = response.ok && !response.redirected;
    found.set(address, good ? response.clone() : null);
    if (!good || !/text\/(html|css)/.test(response.headers.get("content-type"))) return;
    for (const [, inPage, inStyle] of (await response.text()).matchAll(SHOWN)) shown.add((inPage ?? inStyle).replaceAll("&amp;", "&"));
  };
  await Promise.all(Object.values(BUILD.pages).map((page) => take(`/read/${lang}/${page}`, `?country=${country}`)));
  if ([...found.values()].includes(null)) return; // a language that is no longer there
  const missing = () => [...shown].filter((address) => !found.has(address));
  while (missing().length) await Promise.all(missing().map((address) => take(address)));
  const cache = await open(name);
  await Promise.all([...found].map(([address, response]) => response && cache?.put(address, response)));
  await cache?.put(WHOLE, new Response());
}

/** The kept page, in the language asked for or else in the one that is there; undefined when there is none. */
async function reading(url, page) {
  const asked = READ.exec(url.pathname)?.[1] ?? url.searchParams.get("lang");
  const kept = (await editions(`${FILES}-`)).sort((a, b) => (b.lang === asked) - (a.lang === asked));
  return kept[0] && (await caches.open(kept[0].name)).match(`/read/${kept[0].lang}/${page}`, { ignoreVary: true });
}

// --- requests ---------------------------------------------------------------------------------------------------------

/** The network, if it answers in time ("?wait=": however long it takes); else the same page of the reading edition. */
async function navigate(request, url, page) {
  const live = fetch(request);
  live.catch(() => {}); // it is looked at below
  const kept = await reading(url, page);
  if (!kept) return live;
  const late = new Promise((_, reject) => { if (!url.searchParams.has("wait")) setTimeout(reject, PATIENCE, new Error("late")); });
  try {
    const response = await Promise.race([live, late]);
    if (response.status >= 500) throw new Error(`${response.status}`);
    away = false;
    return response;
  } catch {
    away = true;
    return kept;
  }
}

/** What has a digest or version in its address never changes, so what is kept is right. HTML is never kept here. */
async function cacheFirst(event) {
  const kept = await caches.match(event.request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(event.request);
  const copy = isFile(response) ? response.clone() : null;
  if (copy) event.waitUntil(open(FILES).then((cache) => cache?.put(event.request, copy)));
  return response;
}

/** Our other files: the network, since they belong to the page that it gave; without it those of this version. */
async function networkFirst(request) {
  const found = away && (await keptFile(request));
  return found || fetch(request).catch(async () => (await keptFile(request)) ?? Response.error());
}

async function keptFile(request) {
  for (const name of [...(await editions(`${FILES}-`)).map((each) => each.name), FILES]) {
    const found = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/** Large files that a page needs later, one after another, while nobody waits. */
async function fetchAhead() {
  const cache = await caches.open(FILES);
  for (const address of BUILD.ahead) {
    if (await caches.match(address, { ignoreVary: true })) continue;
    const response = await fetch(address, { priority: "low" });
    if (isFile(response)) await cache.put(address, response);
  }
}

/** A cache to write to; none when they were taken away (pwa.js, on a shared device): a page may still be ours then. */
const open = async (name) => ((await caches.has(FILES)) ? caches.open(name) : null);
const isHashed = (url) => url.pathname.startsWith("/static/") || (url.pathname.startsWith("/assets/") && url.searchParams.has("v"));
const isFile = (response) => response.status === 200 && !response.redirected && !/text\/html/.test(response.headers.get("content-type"));
/** Ask the server whether what the browser has is still right. */
const again = (address) => new Request(address, { cache: "no-cache" });
