
// a fetch under way: how far it is, until there is something new to show

{
  const look = async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-connections]");
    if (!now || now.dataset.connections === "still") return location.reload();
    for (const card of now.querySelectorAll(".connection")) {
      const shown = document.getElementById(card.id);
      if (shown && !shown.querySelector("details[open]")) shown.replaceWith(card);
    }
  };
  if (document.querySelector("[data-connections=running]")) setInterval(look, 2000);
}
