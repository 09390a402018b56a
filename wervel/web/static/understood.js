// The picture questions after an explanation. What was tapped is held in this page's memory only: it reaches no server, no
// storage, and is gone with the page. The first answer tells what came across; others may be tapped to read about them.
"use strict";
(() => {
  const first = new Map(); // question -> answer that was tapped first
  const shown = new Map(); // question -> answer whose feedback is shown

  const set = (node, name, value) => { if (node[name] !== value) node[name] = value; };

  function drawQuestion(node) {
    const answer = shown.get(node.dataset.question);
    for (const each of node.querySelectorAll(".understood-answer")) {
      const pressed = String(each.dataset.answer === answer);
      if (each.getAttribute("aria-pressed") !== pressed) each.setAttribute("aria-pressed", pressed);
    }
    for (const each of node.querySelectorAll("[data-told]")) set(each, "hidden", each.dataset.told !== answer);
    for (const each of node.querySelectorAll("[data-when=answered]")) set(each, "hidden", !answer);
  }

  function drawSummary(summary) {
    for (const list of summary.querySelectorAll("[data-list]")) {
      let some = false;
      for (const row of list.querySelectorAll("li")) {
        const answer = first.get(row.dataset.question);
        const fits = row.dataset.fits.split(" ").includes(answer);
        set(row, "hidden", !answer || fits !== (list.dataset.list === "landed"));
        some ||= !row.hidden;
      }
      set(list, "hidden", !some);
    }
    set(summary.querySelector("[data-when=none]"), "hidden", first.size > 0);
    set(summary.querySelector(".understood-fresh"), "hidden", first.size === 0);
  }

  function draw() {
    document.querySelectorAll(".understood-question").forEach(drawQuestion);
    for (const block of document.querySelectorAll(".understood")) {
      const answered = [...block.querySelectorAll("[data-question]")].some((each) => first.has(each.dataset.question));
      set(block.querySelector(".understood-again"), "hidden", !answered);
    }
    document.querySelectorAll(".understood-summary").forEach(drawSummary);
  }

  function forget() {
    first.clear();
    shown.clear();
    for (const block of document.querySelectorAll(".understood[open]")) block.open = false;
    draw();
  }

  // --- "go there" without loading the page, which would forget what came across --------------------------------------
  const pageOf = (path) => path.replace(/^\/|\/$/g, "") || "home";
  const PATIENCE = 8000; // ms

  function when(find, patience = PATIENCE) {
    const end = performance.now() + patience;
    return new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found || performance.now() > end) resolve(found);
        else setTimeout(look, 60);
      };
      look();
    });
  }

  const settled = () => document.querySelector("[data-test-script-state=notRunning]");
  const choice = (label) => [...document.querySelectorAll(":is(.st-key-section, .st-key-scene) button")]
    .find((button) => button.textContent.trim() === label);

  async function go(link) {
    const { to, part, place, labels } = link.dataset;
    const here = () => pageOf(location.pathname) === to && settled();
    if (!here()) document.querySelector(`.places a[data-page="${to}"]`)?.click();
    if (!(await when(here))) return false;
    for (const label of labels.split("|")) {
      const button = await when(() => choice(label));
      if (!button) return false;
      if (button.getAttribute("aria-checked") !== "true") button.click();
    }
    const block = () => document.querySelector(`.understood[data-place="${place}"]`);
    const found = await when(() => document.getElementById(part) ?? block(), 3000);
    const target = found ?? document.querySelector(".st-key-section"); // the story may stand at another step
    if (found?.matches("details.fold")) found.open = true;
    target.scrollIntoView({ block: "start" });
    return true;
  }

  // --- taps ------------------------------------------------------------------------------------------------------------
  function onClick(event) {
    const answer = event.target.closest?.(".understood-answer");
    if (answer) {
      const question = answer.closest("[data-question]").dataset.question;
      if (!first.has(question)) first.set(question, answer.dataset.answer);
      shown.set(question, answer.dataset.answer);
      draw();
      return;
    }
    const again = event.target.closest?.(".understood-again");
    if (again) {
      const questions = [...again.closest(".understood").querySelectorAll("[data-question]")];
      for (const { dataset } of questions) { first.delete(dataset.question); shown.delete(dataset.question); }
      draw();
      questions[0].querySelector(".understood-answer").focus(); // the button has gone
      return;
    }
    const fresh = event.target.closest?.(".understood-fresh");
    if (fresh) {
      const heading = fresh.closest(".understood-summary").querySelector("h2");
      forget();
      heading.tabIndex = -1;
      heading.focus();
      return;
    }
    const link = event.target.closest?.(".understood-summary a[data-to]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    go(link).then((there) => { if (!there) location.assign(link.href); });
  }

  // Streamlit draws a section anew when a person comes back to it: put what was tapped back.
  let waiting = 0;
  const later = () => { waiting ||= requestAnimationFrame(() => { waiting = 0; draw(); }); };
  new MutationObserver(later).observe(document.body, { subtree: true, childList: true });
  document.addEventListener("click", onClick);
  addEventListener("wervel-wiped", forget, true); // caught on its way, wherever it is sent
})();
