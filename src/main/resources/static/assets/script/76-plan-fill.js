
// the planning sheet's handle: pulled down or to the end it fills what it passes; Ctrl+D, Ctrl+R and the buttons do the same

{
  const table = document.querySelector("form[data-plan] .sheet-grid[role=grid]");
  if (table) handle(table);

  function handle(table) {
    const knob = document.createElement("span");
    knob.className = "fill-knob";
    knob.setAttribute("aria-hidden", "true");
    let chosen = [];
    let pulled;

    table.addEventListener("chosen", (event) => {
      if (pulled) return;
      chosen = event.detail;
      const last = chosen.at(-1)?.at(-1);
      const open = chosen.flat().some((cell) => cell.matches("tbody .open"));
      if (last && open) last.append(knob);
      else knob.remove();
    });

    knob.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      event.stopPropagation();
      knob.setPointerCapture(event.pointerId);
      pulled = { down: true, cells: [] };
    });

    knob.addEventListener("pointermove", (event) => {
      if (!pulled) return;
      const over = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one.matches?.("tbody td"));
      if (over && table.contains(over)) show(over);
    });

    for (const name of ["pointerup", "pointercancel", "keydown"]) {
      (name === "keydown" ? document : knob).addEventListener(name, (event) => {
        if (!pulled || (name === "keydown" && event.key !== "Escape")) return;
        const { down, cell, cells } = pulled;
        pulled = undefined;
        for (const one of cells) one.classList.remove("filling");
        if (name === "pointerup" && cell && cells.length) table.dispatchEvent(new CustomEvent("pulled", { detail: { cell, down } }));
      });
    }

    // the way it was pulled furthest is the way it fills

    function show(cell) {
      const last = chosen.at(-1).at(-1);
      const rows = [...table.tBodies[0].rows];
      const bottom = rows.indexOf(last.parentElement);
      const row = rows.indexOf(cell.parentElement);
      const below = row - bottom;
      const beside = cell.cellIndex - last.cellIndex;
      const down = below >= beside;
      for (const one of pulled.cells) one.classList.remove("filling");
      const first = chosen[0][0].cellIndex;
      const passed = down
        ? rows.slice(bottom + 1, row + 1).flatMap((one) => [...one.cells].slice(first, last.cellIndex + 1))
        : chosen.flatMap((one) => [...one[0].parentElement.cells].slice(last.cellIndex + 1, cell.cellIndex + 1));
      for (const one of passed) one.classList.add("filling");
      pulled = { down, cell, cells: passed };
    }
  }
}
