
// a form that shows at once what its answers change: the page is asked for again, and only this part replaced

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-live]");
  if (form && event.target.name !== "name") show(form, event.target);
});

async function show(form, changed) {
  const place = [...document.querySelectorAll("form[data-live]")].indexOf(form);
  const field = [...form.elements].filter((one) => one.name === changed.name).indexOf(changed);
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => null);
  if (!answer || !answer.ok) return form.requestSubmit();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.querySelectorAll("form[data-live]")[place];
  if (!next) return location.reload();
  const open = [...form.querySelectorAll("details")].map((one) => one.open);
  const section = next.closest("section");
  form.closest("section").replaceWith(section);
  section.querySelectorAll("details").forEach((one, i) => (one.open = one.open || open[i]));
  section.querySelectorAll(`form [name="${CSS.escape(changed.name)}"]`)[field]?.focus({ preventScroll: true });
}
