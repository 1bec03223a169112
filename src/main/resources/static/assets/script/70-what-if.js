
// a scenario of the month: worked out on the server while it is typed, and kept in the address

{
  let asked = 0;
  let wait;

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-what-if]");
    if (!form) return;
    clearTimeout(wait);
    wait = setTimeout(() => work(form), 350);
  });

  async function work(form) {
    const mine = ++asked;
    const answer = form.parentElement.querySelector("[data-answer]");
    const typed = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
    const address = `${form.action.split("#")[0]}?${new URLSearchParams(typed)}`;
    answer.classList.add("busy");
    const reply = await fetch(address).catch(() => null);
    if (mine !== asked) return;
    answer.classList.remove("busy");
    if (!reply) return;
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const problem = page.querySelector(".note-error");
    answer.replaceChildren(...(problem ? [problem] : page.querySelector("[data-answer]")?.childNodes ?? []));
    if (reply.ok) history.replaceState(null, "", typed.length ? address : form.action.split("#")[0]);
  }
}
