// Two languages side by side: splits the texts of our modules into pairs, lights a sentence with its twin, and what the
// therapist chose to see: which languages, in which order, how big. Remembered in this tab only; nothing of a person.
"use strict";
(() => {
  const root = document.documentElement;
  const SIDES = ["first", "second"];
  const LANGUAGES = [[root.lang, root.dir], [root.dataset.with, root.dataset.withDir]];
  const MARKS = /[\u0002\u0003\u001e\u001f]/;
  const INNERMOST = /\u0002([^\u0002\u0003]*)\u0003/;
  const SPOKEN = ["aria-label", "alt", "title", "placeholder", "label", "aria-valuetext"];

  // --- texts of our modules (wervel/sides.py `wire`): \u0002 first \u001f second \u001e first \u001f second \u0003 -----

  /** What one language says of a text, also of texts that were filled into it. */
  function side(text, which) {
    let said = text;
    while (INNERMOST.test(said)) {
      said = said.replace(INNERMOST, (_, inside) => inside.split("\u001e").map((each) => each.split("\u001f")[which] ?? "").join(" "));
    }
    return said.replace(/[\u0002\u0003\u001e\u001f]/g, " ");
  }

  /** The pieces of a text: plain strings, and lists of pairs. Marks inside a text that was filled in do not count. */
  function pieces(text) {
    const found = [];
    let depth = 0;
    let pairs = [];
    let now = "";
    for (const sign of text) {
      if (sign === "\u0002" && depth++ === 0) { if (now) found.push(now); pairs = [[""]]; now = ""; }
      else if (sign === "\u0003" && --depth === 0) { pairs.at(-1).push(now); found.push(pairs.map((pair) => pair.slice(1))); now = ""; }
      else if (depth === 1 && sign === "\u001f") { pairs.at(-1).push(now); now = ""; }
      else if (depth === 1 && sign === "\u001e") { pairs.at(-1).push(now); pairs.push([""]); now = ""; }
      else now += sign;
    }
    if (now) found.push(now);
    return found;
  }

  function pairOf(texts) {
    const pair = document.createElement("span");
    pair.className = "pair";
    texts.forEach((text, which) => {
      const one = document.createElement("span");
      one.className = SIDES[which];
      [one.lang, one.dir] = LANGUAGES[which];
      one.textContent = side(text, which);
      pair.append(one, " ");
    });
    return pair;
  }

  function splitText(node) {
    if (!MARKS.test(node.data)) return;
    const parent = node.parentElement;
    if (!parent || parent.closest("script, style")) return;
    if (parent.closest("option, textarea, title")) { // these show plain text only
      const both = [side(node.data, 0), side(node.data, 1)];
      node.data = both[0] === both[1] ? both[0] : both.join(" · ");
      return;
    }
    node.replaceWith(...pieces(node.data).flatMap((piece) => (typeof piece === "string" ? [piece] : piece.map(pairOf))));
  }

  function splitAttributes(element) {
    for (const name of SPOKEN) {
      const given = element.getAttribute(name);
      if (!given || !MARKS.test(given)) continue;
      // A group of choices in a list is read, not only heard.
      element.setAttribute(name, name === "label" ? [side(given, 0), side(given, 1)].join(" · ") : side(given, 0));
    }
  }

  /** The label of a widget comes from Streamlit as two spans: say in which language each of them is. */
  function nameLabel(text) {
    const spans = [...text.children];
    if (spans.length !== 2 || spans.some((each) => each.tagName !== "SPAN")) return;
    text.classList.add("pair");
    spans.forEach((span, which) => {
      span.classList.add(SIDES[which]);
      [span.lang, span.dir] = LANGUAGES[which];
    });
  }

  function split(node) {
    if (node.nodeType === Node.TEXT_NODE) splitText(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    splitAttributes(node);
    const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const found = [];
    while (walk.nextNode()) found.push(walk.currentNode);
    for (const each of found) {
      if (each.nodeType === Node.TEXT_NODE) splitText(each);
      else splitAttributes(each);
    }
    const labels = '[data-testid="stMarkdownContainer"] > p';
    for (const each of [...(node.matches(labels) ? [node] : []), ...node.querySelectorAll(labels)]) nameLabel(each);
    const around = node.closest(labels);
    if (around) nameLabel(around);
  }

  // --- twins ---------------------------------------------------------------------------------------------------------

  const SENTENCE = ".pair > .first, .pair > .second";
  const CONTROLS = "a, button, summary, label, input, select, textarea, [role=radio]";
  const sentences = () => [...document.querySelectorAll(`#root :is(${SENTENCE})`)]
    .filter((each) => !each.closest(CONTROLS) && each.getClientRects().length);

  function light(sentence) {
    for (const each of document.querySelectorAll(".pair.lit")) each.classList.remove("lit");
    sentence?.parentElement.classList.add("lit");
  }

  /** One stop of the tab key for all sentences; arrows go on from there. */
  function stop(sentence) {
    for (const each of document.querySelectorAll(".pair > [tabindex]")) if (each !== sentence) each.removeAttribute("tabindex");
    sentence?.setAttribute("tabindex", "0");
  }

  let waiting = 0;
  function keepStop() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const now = document.querySelector('.pair > [tabindex="0"]');
      if (!now?.getClientRects().length) stop(sentences()[0]);
    }, 200);
  }

  function tapped(event) {
    const sentence = event.target.closest?.(SENTENCE);
    if (!sentence || event.target.closest(CONTROLS)) return;
    const lit = sentence.parentElement.classList.contains("lit");
    light(lit ? null : sentence);
    stop(sentence);
  }

  function arrowed(event) {
    const sentence = event.target.closest?.(SENTENCE);
    if (!sentence || sentence !== event.target) return;
    let to = null;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") to = [...sentence.parentElement.children].find((each) => each !== sentence);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const all = sentences().filter((each) => each.classList.contains(sentence.classList[0]));
      to = all[all.indexOf(sentence) + (event.key === "ArrowDown" ? 1 : -1)];
    } else if (event.key === "Escape") light(null);
    if (!to?.getClientRects().length) return;
    event.preventDefault();
    stop(to);
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  }

  // --- what the therapist chose ----------------------------------------------------------------------------------------

  const KEPT = "wervel_sides";
  const SIZES = [1, 1.2, 1.45, 1.75];
  const chosen = { show: "both", swapped: false, first: 0, second: 0 };
  function remembered() {
    let kept;
    try { kept = JSON.parse(sessionStorage.getItem(KEPT)); } catch { return; }
    if (["both", "first", "second"].includes(kept?.show)) chosen.show = kept.show;
    chosen.swapped = kept?.swapped === true;
    for (const each of SIDES) if (SIZES[kept?.[each]]) chosen[each] = kept[each];
  }

  function apply() {
    root.dataset.show = chosen.show;
    root.toggleAttribute("data-swapped", chosen.swapped);
    for (const each of SIDES) root.style.setProperty(`--${each}-size`, SIZES[chosen[each]]);
    for (const each of document.querySelectorAll("[data-side]")) {
      each.setAttribute("aria-pressed", String(chosen.show === "both" || chosen.show === each.dataset.side));
    }
    document.querySelector("[data-sides-swap]")?.setAttribute("aria-pressed", String(chosen.swapped));
    for (const each of document.querySelectorAll("[data-size]")) {
      each.disabled = !SIZES[chosen[each.dataset.size] + Number(each.dataset.step)];
    }
    try { sessionStorage.setItem(KEPT, JSON.stringify(chosen)); } catch { /* then for this page only */ }
  }

  function chose(event) {
    const { side: name, sidesSwap, size, step } = event.target.closest?.("[data-side], [data-sides-swap], [data-size]")?.dataset ?? {};
    if (name) {
      const other = SIDES.find((each) => each !== name);
      // One of the two always stays: hiding the last one shows the other.
      chosen.show = chosen.show === "both" ? other : chosen.show === name ? other : "both";
    } else if (sidesSwap !== undefined) chosen.swapped = !chosen.swapped;
    else if (size && SIZES[chosen[size] + Number(step)]) chosen[size] += Number(step);
    else return;
    apply();
  }

  /** Choosing a second language stays on the page that is seen now: Streamlit moves between pages without us. */
  function stay() {
    for (const link of document.querySelectorAll("#sides-more a[data-with]")) {
      const url = new URL(location.href);
      if (link.dataset.with) url.searchParams.set("with", link.dataset.with);
      else url.searchParams.delete("with");
      link.href = url;
    }
  }

  if (root.dataset.with) {
    remembered();
    apply();
    document.addEventListener("click", tapped);
    document.addEventListener("keydown", arrowed);
    document.addEventListener("focusin", (event) => { if (event.target.matches?.(SENTENCE)) light(event.target); });
    document.addEventListener("click", chose);
  }
  document.addEventListener("beforetoggle", stay, true);
  document.addEventListener("DOMContentLoaded", () => {
    if (!root.dataset.with) return;
    apply();
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "childList") change.addedNodes.forEach(split);
        else if (change.type === "characterData") splitText(change.target);
        else splitAttributes(change.target);
      }
      keepStop();
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SPOKEN });
  });
})();
