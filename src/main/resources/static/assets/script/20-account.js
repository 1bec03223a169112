
// what pops up goes away by a click beside it, and by Escape

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.pops[open]")) {
    if (!open.contains(event.target) && !open.nextElementSibling?.contains(event.target)) open.removeAttribute("open");
  }
});

document.addEventListener("keydown", (event) => {
  const open = document.querySelector("details.pops[open]");
  if (event.key === "Escape" && open) {
    open.removeAttribute("open");
    open.querySelector("summary").focus();
  }
});
