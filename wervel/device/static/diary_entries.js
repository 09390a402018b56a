// The list of entries in the Streamlit page; "change" is handed to the form, which stands above.

import * as demo from "./demo.js";
import { mountEntries } from "./diary_list.js";

const mounted = new WeakMap();
const edit = (id) => document.dispatchEvent(new CustomEvent("wervel-diary-edit", { detail: id }));

export default function mount({ parentElement, data }) {
  demo.show(data.demo);
  if (!mounted.has(parentElement)) mounted.set(parentElement, mountEntries(parentElement, data, edit));
}

export function unmount({ parentElement }) {
  mounted.get(parentElement)?.close();
  mounted.delete(parentElement);
}
