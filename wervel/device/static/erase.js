// Erasing everything, in this tab and in all others: the stores, the cookies, and what pages still have in memory.

import { unsee } from "./own_marker.js";
import * as store from "./store.js";

const NOTE = "wervel_note"; // what to say once after the page has loaded anew, in this tab only
const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel("wervel-erased") : null;

/** Erase all stores and cookies, and let the other tabs begin anew. Resolves with false when cookies of settings stay. */
export async function eraseEverywhere() {
  await store.eraseAll();
  unsee();
  channel?.postMessage("erased");
  document.dispatchEvent(new Event("wervel-erased")); // forms of this page that are not on the screen now
  const url = "/forget";
  try { return (await fetch(url)).ok; } catch { return false; }
}

const connected = () => document.querySelector("[data-test-connection-state=CONNECTED]") !== null;

/**
 * Load the page anew, as soon as there is a connection: neither the page nor its session on the server may go on with
 * what they have in memory, so until then this page keeps nothing more. `note` is told by `noteOnce` afterwards.
 */
export function beginAnew(note) {
  if (note) sessionStorage.setItem(NOTE, JSON.stringify(note));
  store.shut(); // a form must not write what stands in it on the way out
  const go = () => {
    if (connected()) location.reload();
    return connected();
  };
  if (go()) return;
  new MutationObserver((_, observer) => { if (go()) observer.disconnect(); }).observe(document.body, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-connection-state"],
  });
}

/** What `beginAnew` had to say, once. */
export function noteOnce() {
  const text = sessionStorage.getItem(NOTE);
  sessionStorage.removeItem(NOTE);
  try { return text && JSON.parse(text); } catch { return null; }
}

channel?.addEventListener("message", () => beginAnew());
