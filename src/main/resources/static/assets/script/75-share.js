
// sends a report as a message where the device can, else copies it; without this, the button leads to it

{
  const told = (button, text) => {
    const label = button.querySelector("span");
    label.dataset.rest ??= label.textContent;
    label.textContent = text;
    button.classList.add("told");
    setTimeout(() => {
      label.textContent = label.dataset.rest;
      button.classList.remove("told");
    }, 3000);
  };

  const send = async (text) => {
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      await navigator.share({ text });
      return false;
    }
    await navigator.clipboard.writeText(text);
    return true;
  };

  for (const button of document.querySelectorAll("a[data-share]")) {
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      try {
        const answer = await fetch(button.dataset.share);
        if (!answer.ok) throw new Error(String(answer.status));
        if (await send(await answer.text())) told(button, button.dataset.shared);
      } catch (problem) {
        if (problem.name !== "AbortError") location.href = button.href;
      }
    });
  }
}
