// The card that tells how Wervel comes to the home screen. On the page "About" it is always there, on the start only after
// some use, until it was put away. Where nothing can be done, or all is done, nothing is seen.

import { button, element } from "./controls.js";
import { allEntries } from "./diary_store.js";
import { install, onChange, way } from "./pwa.js";
import * as store from "./store.js";

const AWAY = "install_away"; // {version: 1, at}: the card on the start was put away

let component = null;
let shown = null; // what stands now: {root, lang, state}
let said = ""; // what the person's own choice led to

/** Whether the card may stand where it was mounted: on the start only after use, and not once it was put away. */
async function welcome({ place }) {
  if (place === "about") return true;
  if (way() === "other" || (await store.get(AWAY))) return false;
  return (await allEntries()).length > 0 || Boolean(await store.get("draft")) || Boolean(await store.get("prevention"));
}

function offer({ words, place }) {
  const yes = button(words.button, async () => {
    said = (await install()) ? words.accepted : words.declined;
    draw();
  }, { className: "install-yes" });
  return [element("div", { className: "install-row" }, yes, ...later(words, place))];
}

const later = (words, place) => (place === "about" ? [] : [button(words.later, async () => {
  await store.put(AWAY, { version: 1, at: new Date().toISOString() }).catch(() => {});
  draw();
}, { className: "install-later" })]);

/** A drawing of ours, with its name for those who do not see it. */
function picture(svg, name) {
  const made = element("span", { className: "install-picture", role: "img", "aria-label": name });
  made.innerHTML = svg;
  return made;
}

function apple({ words, svg, place }) {
  const pictures = [picture(svg.share, words.share_picture), picture(svg.add, words.add_picture)];
  const steps = words.apple_steps.map((text, at) => element("li", {}, element("span", { textContent: text }), ...(pictures[at] ? [pictures[at]] : [])));
  return [
    element("p", { textContent: words.apple }), element("ol", { className: "install-steps" }, ...steps),
    element("p", { textContent: words.apple_missing }), element("p", { className: "notice", textContent: words.apple_copy }),
    element("div", { className: "install-row" }, ...later(words, place)),
  ];
}

const ways = { offer, apple, other: ({ words }) => [element("p", { textContent: words.other })] };

async function draw() {
  if (!component) return;
  const { parentElement, data } = component;
  let root = parentElement.querySelector(".install-holder");
  if (!root) {
    root = element("div", { className: "install-holder" });
    parentElement.append(root);
  }
  const allowed = await welcome(data).catch(() => false); // a browser that keeps nothing is no place for an app
  if (!component || component.parentElement !== parentElement) return;
  const state = said ? "said" : allowed ? way() : "installed";
  if (shown?.root === root && shown.lang === data.lang && shown.state === state) return; // keeps the focus where it is
  shown = { root, lang: data.lang, state };
  const { words } = data;
  const rest = state === "said" ? [element("p", { textContent: said, tabIndex: -1 })] : ways[state]?.(data);
  root.replaceChildren(...(rest ? [element("section", { className: `install install-${data.place}`, dir: data.dir, lang: data.lang, "aria-labelledby": "install-title" },
    element("h2", { id: "install-title", textContent: words.title }), ...(state === "said" ? [] : [element("p", { textContent: words.why })]), ...rest)] : []));
  if (state === "said") root.querySelector("p").focus();
}

onChange(draw);

export default function mount(given) {
  component = given;
  draw();
}

export function unmount() {
  component = null;
}
