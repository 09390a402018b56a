// The entry form in the Streamlit page: the same element as anywhere, and what Python hears.

import * as demo from "./demo.js";
import { mountDiary } from "./diary_form.js";
import { stopTelling, tellPython } from "./diary_tell.js";

let form = null; // one form a page: Streamlit may mount it again and again, what stands in it stays

function onEdit(event) { form?.editById(event.detail); }
document.addEventListener("wervel-diary-edit", onEdit);

/** Everything was erased on this device: what stands in the form goes too. */
function onErased() {
  form?.forget();
  form = null;
}
document.addEventListener("wervel-erased", onErased);

export default function mount(component) {
  const { parentElement, data } = component;
  demo.show(data.demo);
  if (form && form.data.lang !== data.lang) { form.close(); form = null; }
  if (!form) form = mountDiary(parentElement, data);
  else if (form.root.parentElement !== parentElement) parentElement.append(form.root);
  if (!demo.on) tellPython(component);
}

export function unmount(component) {
  stopTelling(component);
  form?.keepNow();
  form?.root.remove();
}
