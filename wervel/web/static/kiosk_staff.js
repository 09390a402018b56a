// The number pad of the page for staff: digits by touch or key, how many were entered, and the wait after too many tries.
"use strict";
(() => {
  const form = document.getElementById("pin-form");
  if (!form) return;
  const field = document.getElementById("pin");
  const says = document.getElementById("pin-says");
  const buttons = [...form.querySelectorAll("button")];

  const tell = () => { says.textContent = field.value ? says.dataset.entered.replace("§", String(field.value.length)) : ""; };
  form.addEventListener("click", (event) => {
    const digit = event.target.closest("[data-digit]")?.dataset.digit;
    if (digit !== undefined && field.value.length < field.maxLength) field.value += digit;
    else if (event.target.closest("#pin-clear")) field.value = "";
    else return;
    tell();
  });
  field.addEventListener("input", tell);
  form.addEventListener("submit", (event) => { if (!field.value) event.preventDefault(); });

  let left = Number(form.dataset.wait);
  const waiting = () => {
    for (const each of [field, ...buttons]) each.disabled = left > 0;
    says.textContent = left > 0 ? says.dataset.waiting.replace("§", String(left)) : "";
    if (left <= 0) return;
    left -= 1;
    setTimeout(waiting, 1000);
  };
  if (left > 0) waiting();
})();
