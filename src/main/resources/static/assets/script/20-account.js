
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
