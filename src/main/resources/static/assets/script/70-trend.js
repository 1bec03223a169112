
// a trend becomes one to explore when somebody points at it or asks for it

{
  const asked = new WeakMap();

  function explore(figure) {
    if (!asked.has(figure)) {
      const charts = import(figure.dataset.charts).then((one) => one.explore(figure));
      charts.then(
        () => {
          const button = figure.querySelector("[data-explore]");
          if (button) button.hidden = true;
        },
        () => asked.delete(figure),
      );
      asked.set(figure, charts);
    }
    return asked.get(figure);
  }

  document.addEventListener("pointerover", (event) => {
    const figure = event.pointerType === "mouse" && event.target.closest?.(".plot") && event.target.closest("figure[data-charts]");
    if (figure) explore(figure).catch(() => {});
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-explore], [data-picture]");
    const figure = button?.closest("figure[data-charts]");
    if (!figure) return;
    const charts = explore(figure);
    const then = "picture" in button.dataset ? (one) => one.picture() : () => figure.querySelector("[data-picture]").focus();
    charts.then(then, () => {});
  });
}
