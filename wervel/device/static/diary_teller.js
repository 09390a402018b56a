// Tells Python of the diary on a page that has no entry form.

import { stopTelling, tellPython } from "./diary_tell.js";

export default function mount(component) { tellPython(component); }

export function unmount(component) { stopTelling(component); }
