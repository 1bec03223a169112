
// single keys, for those who want them: a page marks what it offers with data-key, and says it in data-key-text

if (document.documentElement.dataset.keys === "on") {
  const dialog = document.getElementById("keys");
  const arrows = { ArrowLeft: "a[rel=prev]", ArrowRight: "a[rel=next]" };
  const signs = { ArrowLeft: "←", ArrowRight: "→" };
  const pages = [...document.querySelectorAll(".places a")];
  const places = letters(pages);
  let going = 0;

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, dialog, [contenteditable], [role=grid]")) return;
    if (event.key in arrows && event.target.closest("[role=region]")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const place = Date.now() - going < 1200 ? places.get(key) : null;
    going = key === "g" && !place ? Date.now() : 0;
    const found = place ?? marked(key) ?? (key === "/" ? marked("?") : null);
    if (!found) return;
    event.preventDefault();
    if (found.matches("input, textarea, select")) found.focus();
    else found.click();
  });

  function marked(key) {
    return document.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? (arrows[key] ? document.querySelector(arrows[key]) : null);
  }

  // the sheet that names them, and finds a page by its name

  if (dialog) {
    const filter = dialog.querySelector("input");
    const list = dialog.querySelector("[data-places]");
    document.querySelector("[data-key='?']").addEventListener("click", () => {
      const letterOf = new Map([...places].map(([letter, link]) => [link, letter]));
      list?.replaceChildren(...pages.map((link) => line(link.textContent.trim(), letterOf.has(link) ? ["g", letterOf.get(link)] : [], link.href)));
      dialog.querySelector("[data-marks]").replaceChildren(...marks());
      document.querySelector("details.account").open = false;
      dialog.showModal();
      if (filter) {
        filter.value = "";
        filter.focus();
      }
    });
    filter?.addEventListener("input", () => {
      const wanted = filter.value.trim().toLocaleLowerCase();
      for (const one of list.children) one.hidden = !one.textContent.toLocaleLowerCase().includes(wanted);
    });
    filter?.addEventListener("keydown", (event) => {
      const first = event.key === "Enter" && [...list.children].find((one) => !one.hidden);
      if (first) first.querySelector("a").click();
    });
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  }

  function marks() {
    const own = [...document.querySelectorAll("[data-key]")].map((one) => [one, one.dataset.key]);
    const turns = Object.entries(arrows).map(([key, selector]) => [document.querySelector(selector), key]);
    return [...own, ...turns]
      .filter(([one]) => one)
      .map(([one, key]) => line(one.dataset.keyText ?? (one.title || one.textContent.trim()), [signs[key] ?? key]));
  }

  function line(words, keys, address) {
    const name = document.createElement("dt");
    const shown = document.createElement("dd");
    name.append(address ? Object.assign(document.createElement("a"), { href: address, textContent: words }) : words);
    for (const key of keys) shown.append(Object.assign(document.createElement("kbd"), { textContent: key.length === 1 ? key.toUpperCase() : key }));
    const whole = document.createElement("div");
    whole.append(name, shown);
    return whole;
  }

  // each page takes the first letter of its name that is still free, if one is

  function letters(links) {
    const taken = new Map();
    for (const link of links) {
      const letter = [...link.dataset.go].find((one) => /[a-z]/.test(one) && !taken.has(one));
      if (letter) taken.set(letter, link);
    }
    return taken;
  }
}
