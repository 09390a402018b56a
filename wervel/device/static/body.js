// The drawing of the body: each zone is a picture of its tick row in the list beside it. A tap on a zone ticks the row,
// so that there is one answer and one way to keep it. For screen readers and keyboards the list is the control.

export default function mount({ parentElement, data }) {
  let holder = parentElement.querySelector(".body-map");
  if (!holder) {
    holder = document.createElement("div");
    holder.className = "body-map";
    holder.dir = "ltr"; // left stays left
    holder.innerHTML = data.svg;
    holder.querySelector("svg").setAttribute("role", "img");
    holder.onclick = (event) => {
      const zone = event.target.closest("[data-zone]")?.dataset.zone;
      if (zone) document.querySelector(`.st-key-zone_${zone} input`)?.click();
    };
    parentElement.append(holder);
  }
  holder.querySelector("svg").setAttribute("aria-label", data.label);
  const selected = new Set(data.selected);
  for (const zone of holder.querySelectorAll("[data-zone]")) zone.classList.toggle("on", selected.has(zone.dataset.zone));
}
