// The service worker that takes itself away: sent instead of sw.js when WERVEL_SW_OFF=1, and to shared devices.
"use strict";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const ours = (await caches.keys()).filter((name) => name.startsWith("wervel-"));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await registration.unregister();
}
