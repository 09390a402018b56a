"""The few lines of JavaScript that a Streamlit component gets: they load one of our own ES modules of `static/`."""

from __future__ import annotations

_LOADS = """
const url = new URL("/assets/device/{name}.js", location.origin);
let ready = null;
// A network that fails while the page loads must not leave the module out for good: the next mount tries again,
// under another address, because a browser remembers a failed import.
const load = () => (ready ??= import(url.href).catch(() => {{
  ready = null;
  url.searchParams.set("again", Date.now());
  return null;
}}));
export default function (component) {{
  const again = () => setTimeout(() => load().then((module) => module?.default(component)), 1500);
  load().then((module) => (module ? module.default(component) : again()));
  return () => load().then((module) => module?.unmount?.(component));
}}
"""


def module(name: str) -> str:
    """Return the script of a component that `static/<name>.js` draws."""
    return _LOADS.format(name=name)
