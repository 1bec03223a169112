"use strict";

// the page is complete without this: it only saves clicks

document.documentElement.classList.add("scripted");

for (const form of document.querySelectorAll("form[data-submits]")) {
  form.addEventListener("change", () => form.reportValidity() && form.submit());
}

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.account[open]")) {
    if (!open.contains(event.target)) open.removeAttribute("open");
  }
});

document.addEventListener("keydown", (event) => {
  const open = document.querySelector("details.account[open]");
  if (event.key === "Escape" && open) {
    open.removeAttribute("open");
    open.querySelector("summary").focus();
  }
});
