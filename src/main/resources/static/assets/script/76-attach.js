
// files that are attached to something are sent one by one; then the page is loaded again

for (const form of document.querySelectorAll("form[data-attach]")) {
  const input = form.querySelector("input[type=file]");
  input.addEventListener("change", async () => {
    const bar = form.querySelector("progress");
    const status = form.querySelector("[data-status]");
    const files = [...input.files];
    bar.hidden = false;
    input.disabled = true;
    try {
      for (const [at, file] of files.entries()) {
        status.textContent = file.name;
        const query = new URLSearchParams({ name: file.name });
        const sent = (part) => (bar.value = ((at + part / (file.size || 1)) / files.length) * 100);
        await call(form, "PUT", `${form.dataset.attach}?${query}`, file, sent, { "Content-Type": "application/octet-stream" });
      }
      location.assign(form.dataset.next);
      if (location.pathname + location.search === form.dataset.next.split("#")[0]) location.reload();
    } catch (problem) {
      bar.hidden = true;
      input.disabled = false;
      status.textContent = problem.message || form.dataset.failed;
    }
  });
}
