
// the planning sheet as a spreadsheet: without this it is a table of fields that works as it stands

{
  const form = document.querySelector("form[data-plan]");
  const table = form?.querySelector(".sheet-grid");
  if (table && table.querySelector("td.open")) spreadsheet(form, table);

  function spreadsheet(form, table) {
    const rows = [...table.tBodies[0].rows, ...table.tFoot.rows].map((row) => [...row.cells].slice(1));
    const status = form.querySelector("[data-status]");
    const problem = form.querySelector("[data-problem]");
    const place = new Map();
    const done = [];
    let undone = [];
    let at = { row: 0, column: 0 };
    let anchor = at;
    let before = "";
    let asked = 0;
    let wait;
    let leaving = false;

    table.setAttribute("role", "grid");
    table.setAttribute("aria-multiselectable", "true");
    rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        place.set(cell, { row: r, column: c });
        cell.tabIndex = -1;
        const field = input(cell);
        if (field) field.tabIndex = -1;
        else cell.setAttribute("aria-readonly", "true");
        if (field) {
          field.dataset.plan = field.dataset.was;
          mark(cell);
        }
      }),
    );
    const first = rows.flat().find((cell) => input(cell));
    at = anchor = place.get(first);
    first.tabIndex = 0;
    const box = table.closest(".sheet-box");
    const foot = table.tFoot.offsetHeight + table.tHead.offsetHeight;
    if (first.offsetTop + first.offsetHeight > box.clientHeight - foot) box.scrollTop = first.offsetTop - table.tHead.offsetHeight - 2 * first.offsetHeight;
    report();
    if (changed().length) preview();

    function input(cell) {
      return cell.querySelector("input");
    }

    function text(cell) {
      const field = input(cell);
      return (field ? field.value || field.placeholder : cell.textContent).trim();
    }

    function cellAt({ row, column }) {
      return rows[row]?.[column];
    }

    function go(next, extend) {
      const row = Math.max(0, Math.min(rows.length - 1, next.row));
      const column = Math.max(0, Math.min(rows[0].length - 1, next.column));
      cellAt(at).tabIndex = -1;
      at = { row, column };
      if (!extend) anchor = at;
      const cell = cellAt(at);
      cell.tabIndex = 0;
      cell.focus();
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
      select();
    }

    function block() {
      const top = Math.min(at.row, anchor.row);
      const left = Math.min(at.column, anchor.column);
      return { top, left, bottom: Math.max(at.row, anchor.row), right: Math.max(at.column, anchor.column) };
    }

    function selected() {
      const { top, left, bottom, right } = block();
      return rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
    }

    function select() {
      const cells = new Set(selected().flat());
      for (const cell of table.querySelectorAll("[aria-selected]")) if (!cells.has(cell)) cell.removeAttribute("aria-selected");
      if (cells.size > 1) for (const cell of cells) cell.setAttribute("aria-selected", "true");
      else for (const cell of cells) cell.removeAttribute("aria-selected");
      if (cells.size > 1) status.textContent = form.dataset.selected.replace("#", cells.size);
      else report();
      table.dispatchEvent(new CustomEvent("chosen", { detail: selected() }));
    }

    // editing one cell

    function edit(cell, typed) {
      const field = input(cell);
      if (!field) return;
      before = field.value;
      cell.classList.add("editing");
      field.focus();
      if (typed === undefined) field.select();
      else field.value = typed;
    }

    function editing() {
      return table.querySelector("td.editing");
    }

    function keep(cell, undo) {
      cell.classList.remove("editing");
      const field = input(cell);
      if (undo) field.value = before;
      if (field.value !== before) {
        remember([{ field, from: before, to: field.value }]);
        refresh();
      }
    }

    table.addEventListener("focusin", (event) => {
      const here = place.get(event.target.closest("td"));
      if (!here || (here.row === at.row && here.column === at.column)) return;
      cellAt(at).tabIndex = -1;
      at = anchor = here;
      cellAt(at).tabIndex = 0;
      select();
    });

    table.addEventListener("focusout", (event) => {
      const cell = event.target.closest("td.editing");
      if (cell && event.target.matches("input")) keep(cell);
    });

    // changes, and taking them back

    function remember(batch) {
      done.push(batch);
      undone = [];
    }

    // the month's goal is typed alone: no block runs into it

    function write(wanted) {
      const edits = wanted.length > 1 ? wanted.filter(([cell]) => cell.closest("tbody")) : wanted;
      const batch = edits.map(([cell, value]) => ({ field: input(cell), to: value })).filter((one) => one.field);
      const real = batch.map((one) => ({ ...one, from: one.field.value })).filter((one) => one.from !== one.to);
      for (const one of real) one.field.value = one.to;
      if (real.length) remember(real);
      refresh();
      if (batch.length < edits.length) status.textContent = form.dataset.locked;
    }

    function step(from, to, back) {
      const batch = from.pop();
      if (!batch) return;
      for (const one of batch) one.field.value = back ? one.from : one.to;
      to.push(batch);
      refresh();
      go(place.get(batch[0].field.closest("td")));
    }

    function fill(down) {
      const cells = selected();
      const edits = [];
      for (let r = 0; r < cells.length; r++) {
        for (let c = 0; c < cells[r].length; c++) {
          const source = down ? cells[0][c] : cells[r][0];
          if (cells[r][c] !== source && input(cells[r][c]) && cells[r][c].closest("tbody")) edits.push([cells[r][c], text(source)]);
        }
      }
      write(edits);
    }

    // the handle was pulled as far as this cell

    table.addEventListener("pulled", (event) => {
      const { cell, down } = event.detail;
      const { top, left, bottom, right } = block();
      const end = place.get(cell);
      anchor = { row: top, column: left };
      go(down ? { row: Math.max(end.row, bottom), column: right } : { row: bottom, column: Math.max(end.column, right) }, true);
      fill(down);
    });

    function act(what) {
      if (what === "undo") step(done, undone, true);
      if (what === "redo") step(undone, done, false);
      if (what === "down") fill(true);
      if (what === "right") fill(false);
      if (what === "clear") write(selected().flat().filter((cell) => input(cell) && cell.closest("tbody")).map((cell) => [cell, ""]));
    }

    form.querySelector(".tools").addEventListener("click", (event) => {
      const button = event.target.closest("[data-do]");
      if (!button) return;
      act(button.dataset.do);
      button.focus();
    });

    // what is not saved, and what follows from it

    function changed() {
      return [...table.querySelectorAll("td.open input")].filter((field) => field.value.trim() !== field.dataset.was);
    }

    function mark(cell) {
      const field = input(cell);
      cell.classList.toggle("changed", field.value.trim() !== field.dataset.was);
    }

    function report() {
      const number = changed().length;
      status.textContent = number ? form.dataset.unsaved.replace("#", number) : form.dataset.none;
    }

    function refresh() {
      for (const cell of table.querySelectorAll("td.open")) mark(cell);
      report();
      clearTimeout(wait);
      wait = setTimeout(preview, 300);
    }

    async function preview() {
      const mine = ++asked;
      const body = new URLSearchParams(changed().map((field) => [field.name, field.value]));
      body.set("goal", new FormData(form).get("goal"));
      let answer;
      try {
        answer = await call(form, "POST", form.dataset.plan, body);
      } catch (failure) {
        if (mine === asked) say(failure.message || form.dataset.failed);
        return;
      }
      if (mine !== asked) return;
      say(answer.problem);
      for (const cell of table.querySelectorAll("[data-cell]")) {
        if (cell.dataset.cell in answer.cells) cell.textContent = answer.cells[cell.dataset.cell];
      }
      for (const cell of table.querySelectorAll("td.open")) follow(cell, answer);
    }

    // a day that takes up a change shows what it would be; an emptied one what it gets back

    function follow(cell, answer) {
      const field = input(cell);
      const wrong = answer.problems[field.name];
      cell.classList.toggle("wrong", Boolean(wrong));
      field.setAttribute("aria-invalid", Boolean(wrong));
      cell.title = wrong ?? "";
      const would = answer.cells[field.name];
      if (would === undefined || wrong) return;
      const own = cell.classList.contains("changed");
      cell.classList.toggle("moves", !own && would !== field.dataset.plan);
      if (own) field.placeholder = would;
      else if (!cell.classList.contains("editing")) show(field, would);
    }

    // what a field shows beside what was typed is no change of it

    function show(field, would) {
      field.value = would;
      field.dataset.was = would;
    }

    function say(text) {
      problem.hidden = !text;
      problem.textContent = text ?? "";
    }

    form.addEventListener("change", (event) => event.target.name === "goal" && preview());

    // a phone shows one metric at a time

    const chooser = form.querySelector("[data-metric]");
    const narrow = matchMedia("(max-width: 719px)");

    function choose() {
      const wanted = narrow.matches ? Number(chooser.value) : -1;
      const width = rows[0].length / chooser.options.length;
      const shown = (at) => wanted < 0 || Math.floor(at / width) === wanted;
      for (const row of rows) row.forEach((cell, c) => (cell.hidden = !shown(c)));
      const [metrics, parts] = table.tHead.rows;
      [...metrics.cells].slice(1).forEach((cell, m) => (cell.hidden = wanted >= 0 && m !== wanted));
      [...parts.cells].forEach((cell, c) => (cell.hidden = !shown(c)));
    }

    if (chooser) {
      chooser.addEventListener("change", choose);
      narrow.addEventListener("change", choose);
      choose();
    }

    // the pointer

    table.addEventListener("pointerdown", (event) => {
      const cell = event.target.closest("td");
      if (!cell || cell.classList.contains("editing")) return;
      if (event.pointerType === "mouse") {
        event.preventDefault();
        go(place.get(cell), event.shiftKey);
        table.dataset.drags = "";
      }
    });

    table.addEventListener("pointerover", (event) => {
      const cell = event.target.closest("td");
      if (cell && "drags" in table.dataset && event.buttons === 1) go(place.get(cell), true);
      else delete table.dataset.drags;
    });

    table.addEventListener("click", (event) => {
      const cell = event.target.closest("td");
      if (!cell || cell.classList.contains("editing") || event.pointerType === "mouse") return;
      go(place.get(cell));
      edit(cell);
    });

    table.addEventListener("dblclick", (event) => {
      const cell = event.target.closest("td");
      if (cell) edit(cell);
    });

    // the keyboard

    const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-7, 0], PageDown: [7, 0] };

    table.addEventListener("keydown", (event) => {
      const cell = event.target.closest("td");
      if (!cell) return;
      if (cell.classList.contains("editing")) return whileEditing(event, cell);
      const command = event.ctrlKey || event.metaKey;
      if (event.key in arrows) {
        const [down, right] = arrows[event.key];
        event.preventDefault();
        return go({ row: at.row + down * (command ? rows.length : 1), column: at.column + right * (command ? rows[0].length : 1) }, event.shiftKey);
      }
      if (event.key === "Home" || event.key === "End") {
        event.preventDefault();
        const end = event.key === "End";
        return go({ row: command ? (end ? rows.length : 0) : at.row, column: end ? rows[0].length : 0 }, event.shiftKey);
      }
      if (event.key === "Tab") return tab(event);
      if (event.key === "Escape") return form.querySelector(".save button").focus();
      if (command) return shortcut(event);
      if (event.altKey) return;
      if (event.key === "Enter" || event.key === "F2") {
        event.preventDefault();
        return edit(cell);
      }
      if (event.key === "Delete" || event.key === "Backspace") {
        event.preventDefault();
        return act("clear");
      }
      if (event.key.length === 1 && input(cell)) {
        event.preventDefault();
        edit(cell, event.key);
      }
    });

    function whileEditing(event, cell) {
      if (event.isComposing) return;
      const next = { Enter: [event.shiftKey ? -1 : 1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
      if (next) {
        event.preventDefault();
        keep(cell);
        return go({ row: at.row + next[0], column: at.column });
      }
      if (event.key === "Escape") {
        event.preventDefault();
        keep(cell, true);
        return go(at);
      }
      if (event.key === "Tab") {
        keep(cell);
        tab(event);
      }
    }

    // Tab goes through the cells that can be edited, and out of the sheet after the last

    function tab(event) {
      const open = rows.flat().filter(input);
      const all = rows.flat();
      const here = all.indexOf(cellAt(at));
      const next = event.shiftKey
        ? open.findLast((cell) => all.indexOf(cell) < here)
        : open.find((cell) => all.indexOf(cell) > here);
      if (!next) return;
      event.preventDefault();
      go(place.get(next));
    }

    function shortcut(event) {
      const key = event.key.toLowerCase();
      const what = { z: event.shiftKey ? "redo" : "undo", y: "redo", d: "down", r: "right" }[key];
      if (what) {
        event.preventDefault();
        act(what);
      }
      if (key === "a") {
        event.preventDefault();
        anchor = { row: 0, column: 0 };
        go({ row: rows.length, column: rows[0].length }, true);
      }
    }

    // the clipboard, as spreadsheets write and read it

    const inGrid = () => document.activeElement?.closest("td") && table.contains(document.activeElement) && !editing();

    document.addEventListener("copy", (event) => {
      if (!inGrid()) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", selected().map((row) => row.map(text).join("\t")).join("\n"));
    });

    document.addEventListener("cut", (event) => {
      if (!inGrid()) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", selected().map((row) => row.map(text).join("\t")).join("\n"));
      act("clear");
    });

    document.addEventListener("paste", (event) => {
      if (!inGrid()) return;
      event.preventDefault();
      const lines = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
      const values = lines.map((line) => line.split("\t").map((one) => one.trim().replace(/^"(.*)"$/, "$1").slice(0, 24)));
      const { top, left, bottom, right } = block();
      const alone = values.length === 1 && values[0].length === 1;
      const edits = [];
      const height = alone ? bottom - top + 1 : values.length;
      for (let r = 0; r < height; r++) {
        const line = alone ? Array(right - left + 1).fill(values[0][0]) : values[r];
        line.forEach((value, c) => {
          const cell = cellAt({ row: top + r, column: left + c });
          if (cell) edits.push([cell, value]);
        });
      }
      write(edits);
    });

    // only what was changed is sent, so that nobody else's figures are sent back

    form.addEventListener("submit", () => {
      leaving = true;
      const real = new Set(changed());
      for (const field of table.querySelectorAll("td.open input")) field.disabled = !real.has(field);
    });

    addEventListener("pageshow", () => {
      leaving = false;
      for (const field of table.querySelectorAll("td.open input")) field.disabled = false;
    });

    addEventListener("beforeunload", (event) => {
      if (!leaving && changed().length) event.preventDefault();
    });
  }
}
