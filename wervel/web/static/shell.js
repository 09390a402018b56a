// The page around Streamlit: keeps language and mode in the address, the places up to date, Streamlit's own words in
// the person's language, the connection bar, and the country of the emergency numbers. No data of the person here.
"use strict";
(() => {
  const root = document.documentElement;
  const address = new URL(location.href);
  // Streamlit's session reads the language from the address: make sure that it says what this page was made in.
  if (address.searchParams.get("lang") !== root.lang) address.searchParams.set("lang", root.lang);
  for (const name of ["start", "wait"]) address.searchParams.delete(name); // said to the server and to sw.js only
  if (address.href !== location.href) history.replaceState(history.state, "", address);

  // A shared device keeps nothing, not even Streamlit's note of the theme.
  if (root.dataset.mode === "kiosk") Storage.prototype.setItem = () => {};

  // Streamlit would first look for itself below the page's path (/assessment/_stcore/...): two failed requests less.
  window.__streamlit = {
    BACKEND_BASE_URL: `${location.origin}/`,
    MAIN_PAGE_BASE_URL: `${location.origin}/`,
    HOST_CONFIG: {
      // Not empty, or Streamlit would ask for all this again before it connects. Nobody may frame us but who is allowed to.
      allowedOrigins: [location.origin], useExternalAuthToken: false, enableCustomParentMessages: false, blockErrorDialogs: true,
      enforceDownloadInNewTab: false, metricsUrl: "", resourceCrossOriginMode: null,
    },
  };

  // WebAssembly is forbidden here; a library in Streamlit tries it, and each try would be reported and looked up in vain.
  delete window.WebAssembly;

  const words = () => JSON.parse(document.getElementById("wervel-words").textContent);
  // Streamlit's scripts run once the first paint is there: those that a phone works on longest as soon as they have come,
  // while the rest is still on its way, and then the entry. Their addresses are fetched ahead in the page.
  let started = false;
  function start() {
    if (started) return;
    started = true;
    const { ahead, early, entry } = words().start;
    document.head.append(...ahead.map((href) => Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", href })));
    for (const address of early) import(address).catch(() => {}); // the entry tells what fails
    import(entry).catch((error) => dispatchEvent(new ErrorEvent("error", { error, message: "Streamlit did not start" })));
  }
  requestAnimationFrame(() => setTimeout(start));
  setTimeout(start, 1000); // a page in the background is not painted

  // The socket opens while Streamlit's scripts are still on their way, and is handed over to the first that asks for just
  // this one. Nobody says a word before Streamlit does, so nothing is missed but the opening itself.
  const Socket = window.WebSocket;
  const asked = ["streamlit", "PLACEHOLDER_AUTH_TOKEN"];
  const early = new Socket(`${location.origin.replace(/^http/, "ws")}/_stcore/stream`, asked);
  const unused = setTimeout(() => early.close(), 60000);
  window.WebSocket = new Proxy(Socket, {
    construct(target, [url, protocols]) {
      window.WebSocket = Socket;
      clearTimeout(unused);
      const same = new URL(url, location.href).href === early.url && String(protocols) === String(asked);
      if (!same || early.readyState > Socket.OPEN) {
        early.close();
        return new target(url, protocols);
      }
      if (early.readyState === Socket.OPEN) setTimeout(() => early.dispatchEvent(new Event("open")));
      return early;
    },
  });

  const pageOf = (url) => new URL(url, location.href).pathname.replace(/^\/|\/$/g, "") || "home";

  // --- places: real links that hand over to Streamlit's own navigation when it stands, so that nothing reloads ------
  // It goes where the address says when the browser steps back or forward: so does a tap.
  function go(href) {
    history.pushState(null, "", href);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
  }
  // A rerun asked for in the same moment can take the place of a tap on the server: then load the page plainly. Only for
  // the last tap, and not after the back button: nobody is thrown back to where they did not stay.
  let wanted = null;
  function want(page) {
    wanted = page;
    root.toggleAttribute("data-going", Boolean(page));
  }
  function insist(href) {
    const mine = { page: pageOf(href) };
    want(mine);
    const look = () => {
      if (mine !== wanted) return;
      if (!document.querySelector("[data-test-script-state=notRunning]")) setTimeout(look, 4000); // still under way
      // The address says where it should be, the title what stands there.
      else if (pageOf(location.href) === mine.page && document.title === words().titles[mine.page]) want(null);
      else if (root.dataset.mode === "kiosk") location.replace(href); // a shared device leaves no trail
      else location.assign(href);
    };
    setTimeout(look, 4000);
  }
  function follow(event) {
    const link = event.target.closest("a[data-page]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
    if (!document.querySelector('[data-test-connection-state="CONNECTED"]')) return; // a plain load then
    event.preventDefault();
    if (pageOf(location.href) === link.dataset.page && !wanted) return;
    go(link.href);
    insist(link.href);
  }
  function mark() {
    const page = pageOf(location.href);
    for (const link of document.querySelectorAll(".places a")) {
      if (link.dataset.page === page) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    for (const link of document.querySelectorAll("a[data-language]")) {
      const url = new URL(location.href);
      url.searchParams.set("lang", link.dataset.language);
      url.hash = "";
      link.href = url;
    }
  }
  const push = history.pushState.bind(history);
  let path = location.pathname;
  const moved = () => {
    path = location.pathname;
    mark();
  };
  history.pushState = (...given) => { push(...given); moved(); };
  addEventListener("popstate", (event) => {
    // A step within the self-assessment (device/draft.js): not a change of page, so Streamlit need not hear of it.
    if (location.pathname === path && event.state?.wervelStep) {
      event.stopImmediatePropagation();
      document.dispatchEvent(new CustomEvent("wervel-step", { detail: event.state.wervelStep }));
    }
    want(null);
    moved();
  });

  // --- Streamlit's own words -----------------------------------------------------------------------------------------
  function translateBuiltIn(node, table) {
    if (node.nodeType === Node.TEXT_NODE) {
      const found = table[node.data.trim()];
      if (found && found !== node.data) node.data = found;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      for (const name of ["aria-label", "title", "placeholder"]) {
        const found = table[node.getAttribute(name)];
        if (found && found !== node.getAttribute(name)) node.setAttribute(name, found);
      }
      for (const child of node.childNodes) translateBuiltIn(child, table);
    }
  }

  // --- ?show=card_hernia: bring what the address names into view, once it stands ------------------------------------
  /** Rows of choices scroll sideways on a phone: move the chosen one into their middle. */
  function centreChosen() {
    for (const chosen of document.querySelectorAll('.stButtonGroup [aria-checked="true"]')) {
      let row = chosen.parentElement;
      while (row && row.scrollWidth <= row.clientWidth) row = row.parentElement;
      const [here, around] = [chosen.getBoundingClientRect(), row?.getBoundingClientRect()];
      row?.scrollBy({ left: (here.left + here.right - around.left - around.right) / 2 });
    }
  }
  function bringIntoView() {
    const name = new URL(location.href).searchParams.get("show");
    if (!name) return;
    let found = null;
    const watch = new MutationObserver(() => {
      centreChosen(); // again as the page grows: late styles and reruns put the row back
      if (found) return;
      found = document.getElementById(name);
      found?.scrollIntoView({ block: "start" });
    });
    const end = () => watch.disconnect();
    watch.observe(document.body, { subtree: true, childList: true });
    addEventListener("pointerdown", end, { once: true, capture: true });
    addEventListener("keydown", end, { once: true, capture: true });
    setTimeout(end, 20000);
  }

  // Streamlit comes back from a lost server without asking it anything: ask, so that a new session shows what we kept.
  function rerun() {
    const step = history.state?.wervelStep;
    if (step) document.dispatchEvent(new CustomEvent("wervel-step", { detail: step }));
    else dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  }

  // --- connection ----------------------------------------------------------------------------------------------------
  let lost = 0;
  let away = false;
  let returning = ""; // back again: the run that was asked for "starts", then "ends"
  function returned() {
    returning = "";
    connection();
  }
  function connection() {
    const app = document.querySelector("[data-test-connection-state]");
    const bar = document.getElementById("connection");
    if (!bar) return; // wiped, see kiosk.js
    const broken = app && !["CONNECTED", "INITIAL"].includes(app.dataset.testConnectionState);
    const idle = app?.dataset.testScriptState === "notRunning";
    clearTimeout(lost);
    if (broken) away = true;
    else if (away && app?.dataset.testConnectionState === "CONNECTED") {
      away = false;
      returning = "starts";
      setTimeout(returned, 8000);
      rerun();
    } else if (returning === "starts" && !idle) returning = "ends";
    else if (returning === "ends" && idle) returning = "";
    // A new session knows no button before its first run has ended: until then the bar stays.
    if (!broken && !returning) bar.hidden = true;
    else if (broken) lost = setTimeout(() => { bar.hidden = false; }, 700); // a short hiccup stays quiet
  }

  // --- country: the device's time zone says where a person is, when nobody chose -------------------------------------
  async function place() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
    if (!zone || zone === root.dataset.zone) return;
    if (root.dataset.mode !== "kiosk") {
      document.cookie = `wervel_tz=${zone}; path=/; max-age=31536000; samesite=lax`;
    }
    const answer = await fetch(`/emergency?part=panel&lang=${root.lang}&zone=${encodeURIComponent(zone)}`);
    if (!answer.ok) return;
    const panel = document.getElementById("emergency-panel");
    panel.innerHTML = await answer.text();
    document.querySelector("#emergency-button .number").textContent =
      panel.querySelector("a.call").getAttribute("href").replace("tel:", "");
  }

  function skip(event) {
    if (!event.target.closest(".skip")) return;
    event.preventDefault(); // a change of the address would make Streamlit run
    // The first paint hands the focus on when it gives way.
    const main = ["first-paint", "stMain", "root"].map((id) => document.getElementById(id)).find(Boolean);
    main.focus();
  }

  document.addEventListener("click", follow);
  document.addEventListener("click", skip);
  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) print(); });
  // The page is there: this script is deferred.
  const table = words().builtIn;
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach((node) => translateBuiltIn(node, table));
      else translateBuiltIn(change.target, table);
    }
    connection();
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ["aria-label", "title", "data-test-connection-state",
      "data-test-script-state"],
  });
  mark();
  bringIntoView();
  place().catch(() => {});
})();
