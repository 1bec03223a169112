
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
