"use strict";

// the page is complete without this: it only saves clicks

document.documentElement.classList.add("scripted");

for (const form of document.querySelectorAll("form[data-submits]")) {
  form.addEventListener("change", () => form.reportValidity() && form.submit());
}

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

// files: opened as one import, sent one by one, then looked at on their own page

const upload = document.querySelector("form[data-upload]");
if (upload) {
  const input = upload.querySelector("input[type=file]");
  input.addEventListener("change", () => send(upload, [...input.files]));
  upload.addEventListener("submit", (event) => event.preventDefault());
  upload.addEventListener("dragover", (event) => {
    event.preventDefault();
    upload.classList.add("over");
  });
  upload.addEventListener("dragleave", () => upload.classList.remove("over"));
  upload.addEventListener("drop", (event) => {
    event.preventDefault();
    upload.classList.remove("over");
    send(upload, [...event.dataTransfer.files]);
  });
}

async function send(form, files) {
  if (files.length === 0) return;
  const bar = form.querySelector("progress");
  const status = form.querySelector("[data-status]");
  const whole = files.reduce((sum, file) => sum + file.size, 0) || 1;
  bar.hidden = false;
  form.querySelector("input[type=file]").disabled = true;
  try {
    const job = await call(form, "POST", form.dataset.upload);
    let sent = 0;
    for (const file of files) {
      status.textContent = `${form.dataset.sending} ${file.name}`;
      const query = new URLSearchParams({ name: file.name, written: new Date(file.lastModified).toISOString() });
      await deliver(form, `${form.dataset.upload}/${job.id}`, query, file, (part) => {
        bar.value = ((sent + part) / whole) * 100;
      });
      sent += file.size;
    }
    location.assign(form.dataset.next + job.id);
  } catch (problem) {
    bar.hidden = true;
    form.querySelector("input[type=file]").disabled = false;
    status.textContent = problem.message || form.dataset.failed;
  }
}

// a file whose connection is cut goes on from where it got to, for as long as the page is open

async function deliver(form, job, query, file, progress) {
  const status = form.querySelector("[data-status]");
  const sending = status.textContent;
  for (let from = 0, wait = 500; ; wait = Math.min(wait * 2, 15000)) {
    try {
      const range = from > 0 ? { "Content-Range": `bytes ${from}-${file.size - 1}/${file.size}` } : {};
      await call(form, "PUT", `${job}/files?${query}`, file.slice(from), (part) => progress(from + part), range);
      return;
    } catch (problem) {
      if (problem.status && problem.status !== 409 && problem.status < 500) throw problem;
      status.textContent = `${form.dataset.waiting} ${file.name}`;
      await new Promise((next) => setTimeout(next, wait));
      const before = from;
      from = await received(form, job, file, from);
      if (from === file.size && from > 0) return;
      if (from > before) wait = 250;
      status.textContent = sending;
    }
  }
}

async function received(form, job, file, known) {
  const standing = await call(form, "GET", job).catch((problem) => {
    if (problem.status && problem.status < 500) throw problem;
    return null;
  });
  if (!standing) return known;
  return standing.files.findLast((one) => one.name === file.name && one.size === file.size)?.received ?? 0;
}

function call(form, method, address, body, progress, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = "json";
    request.setRequestHeader("X-XSRF-TOKEN", form.dataset.csrf);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Accept-Language", document.documentElement.lang);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (progress) request.upload.addEventListener("progress", (event) => progress(event.loaded));
    request.addEventListener("load", () =>
      request.status < 300 ? resolve(request.response) : reject(Object.assign(new Error(request.response?.detail ?? ""), { status: request.status })),
    );
    request.addEventListener("error", () => reject(new Error()));
    request.send(body ?? null);
  });
}

// a running import: how far it is, until there is something new to show

const watched = document.querySelector("[data-watch]");
if (watched) watch(watched);

async function watch(section) {
  const bar = section.querySelector("progress");
  const status = section.querySelector("[data-status]");
  for (;;) {
    const answer = await fetch(section.dataset.watch, { headers: { Accept: "application/json" } }).catch(() => null);
    if (answer && !answer.ok) return location.reload();
    const job = answer ? await answer.json() : null;
    if (job && (job.state === "done" || job.state === "failed")) return location.reload();
    if (job && job.all > 0) {
      bar.max = job.all;
      bar.value = job.done;
      const rows = new Intl.NumberFormat(document.documentElement.lang).format(job.rows);
      status.textContent = `${job.file} · ${rows} ${status.dataset.rows}`;
    }
    await new Promise((next) => setTimeout(next, 500));
  }
}

// a planning sheet on its way back: what it would change is shown on its own page

const sheet = document.querySelector("form[data-sheet]");
if (sheet) {
  const input = sheet.querySelector("input[type=file]");
  const status = sheet.querySelector("[data-status]");
  sheet.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("change", async () => {
    try {
      const address = `${sheet.dataset.sheet}?month=${sheet.dataset.month}`;
      const draft = await call(sheet, "PUT", address, input.files[0]);
      location.assign(`${sheet.dataset.sheet}/${draft.id}`);
    } catch (problem) {
      status.textContent = problem.message || sheet.dataset.failed;
      input.value = "";
    }
  });
}
