
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
