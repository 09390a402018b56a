// Controls that the turning spine and the flat drawings share: plain HTML, made once and then only changed.

/** An element with properties, attributes (names with a dash, and role) and children. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children);
  return made;
}

export const button = (label, onclick, properties = {}) =>
  element("button", { type: "button", className: "spine-button", textContent: label, onclick, ...properties });

/** A named group of controls. */
export const group = (label, className, ...children) => element("div", { className: `spine-group ${className}`, role: "group", "aria-label": label },
  element("p", { className: "spine-label", textContent: label, "aria-hidden": "true" }), element("div", { className: "spine-row" }, ...children));

/** Buttons that put layers on and off in a set; `changed` is called after each. */
export function layerButtons(layers, on, changed) {
  return layers.map(({ id, label }) => button(label, () => {
    if (!on.delete(id)) on.add(id);
    changed(id);
  }, { "data-layer": id, "aria-pressed": String(on.has(id)) }));
}

/** Let the pressed state of layer buttons follow the set. */
export function pressLayers(root, on) {
  for (const each of root.querySelectorAll("[data-layer]")) each.setAttribute("aria-pressed", String(on.has(each.dataset.layer)));
}

/** The place that tells about the picked part, and is read aloud when it changes. */
export function teller(hint) {
  const told = element("div", { className: "spine-told", role: "status", "aria-live": "polite" });
  const tell = (part) => {
    told.replaceChildren(...(part ? [
      element("p", { className: "spine-name", textContent: part.name }),
      ...(part.doctor ? [element("p", { className: "spine-doctor", textContent: part.doctor })] : []),
      element("p", { className: "spine-does", textContent: part.does }),
    ] : [element("p", { className: "spine-hint", textContent: hint ?? "" })]));
  };
  tell(null);
  return { told, tell };
}
