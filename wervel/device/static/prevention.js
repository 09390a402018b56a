// The parts of the prevention page that are tapped: drawn here from words and data of Python, written to the device at
// once. They work while the server is away.

import * as keep from "./prevention_keep.js";
import breathing from "./prevention_breathing.js";
import flare from "./prevention_flare.js";
import move from "./prevention_move.js";
import quick from "./prevention_quick.js";
import rulers from "./prevention_rulers.js";
import today from "./prevention_today.js";
import top from "./prevention_top.js";
import walking from "./prevention_walking.js";
import weight from "./prevention_weight.js";

/** Each view makes {root, draw(data)}; draw is called with new words and after each change. */
const VIEWS = { breathing, flare, move, quick, rulers, today, top, walking, weight };
const mounted = new WeakMap();

export default function mount({ parentElement, data }) {
  let here = mounted.get(parentElement);
  if (here?.name !== data.view) {
    here?.stop();
    here?.view.root.remove();
    const view = VIEWS[data.view](data);
    view.root.classList.add("pv", `pv-${data.view}`);
    parentElement.append(view.root);
    const made = { name: data.view, view, data };
    made.stop = keep.watch(() => made.view.draw(made.data));
    here = made;
    mounted.set(parentElement, here);
  }
  here.data = data;
  here.view.draw(data);
  keep.read(data.keep);
}

export function unmount({ parentElement }) {
  const here = mounted.get(parentElement);
  here?.stop();
  here?.view.root.remove();
  mounted.delete(parentElement);
}
