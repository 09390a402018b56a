// A code that came in the fragment of the address (#take=...): out of the address bar at once, before any other script.
// A fragment is never sent to a server. device/static/handover.js hands the code to the session, in memory.
"use strict";
(() => {
  const take = () => {
    const found = /^#take=(.*)$/s.exec(location.hash);
    if (!found) return false;
    history.replaceState(history.state, "", location.pathname + location.search);
    window.wervelTaken = found[1];
    // See `arriving` in device/static/handover.js.
    document.documentElement.toggleAttribute("data-arriving", true);
    setTimeout(() => document.documentElement.toggleAttribute("data-arriving", false), 20000);
    return true;
  };
  take();
  // A second code for a page that is open already: the address changes in its fragment only, and nothing is loaded.
  addEventListener("hashchange", () => { if (take()) document.dispatchEvent(new Event("wervel-taken")); });
})();
