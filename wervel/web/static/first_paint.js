// The first paint: what a person can read and tap until Streamlit's page stands. It goes in one step when that does, and
// stays when it does not. What shows the bar "does not load" after a while is wervel.css, so that it needs no script.
"use strict";
(() => {
  const first = document.getElementById("first-paint");
  let held = false; // a finger is down: the tap must still find its link

  // All of the page's elements have come, not only their places. Where modules of ours draw what the page is for
  // (data-waits), it waits for them and for what the device tells (".loading" stands there until then): they may be late,
  // on a slow phone for seconds, but not for ever.
  const LATE = 8000; // ms
  const empty = (place) => place.childElementCount < 2;
  let late = "waits" in first.dataset ? 0 : -1;
  function stands() {
    const main = document.querySelector(
      "[data-test-connection-state=CONNECTED][data-test-script-state=notRunning] .stMain");
    if (!main?.querySelector("h1") || main.querySelector("[data-testid=stSkeleton]")) return null;
    late ||= setTimeout(() => { late = -1; giveWay(); }, LATE);
    const waits = late > 0 && (main.querySelector(".loading")
      || [...main.querySelectorAll("[data-testid=stBidiComponentRegular]")].some(empty));
    return waits ? null : main;
  }

  function giveWay() {
    const main = stands();
    if (!main || held || !first.isConnected) return;
    watch.disconnect();
    const [seen, focused] = [first.scrollTop, first.contains(document.activeElement)];
    first.remove();
    main.scrollTop = seen;
    if (focused) main.focus();
    document.documentElement.removeAttribute("data-failed");
  }

  const watch = new MutationObserver(giveWay);
  watch.observe(document.getElementById("root"), {
    subtree: true, childList: true, attributes: true,
    attributeFilter: ["data-test-connection-state", "data-test-script-state"],
  });
  first.addEventListener("pointerdown", () => { held = true; });
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () => setTimeout(() => { held = false; giveWay(); }, 100)); // the click comes after it
  }

  // A script that cannot come, or breaks before the page stands.
  addEventListener("error", (event) => {
    const script = event.target instanceof HTMLScriptElement || event.target?.rel === "modulepreload";
    if (first.isConnected && (script || event instanceof ErrorEvent)) document.documentElement.dataset.failed = "";
  }, true);
})();
