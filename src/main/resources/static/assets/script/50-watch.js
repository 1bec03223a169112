
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
