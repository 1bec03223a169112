// a drawing as a picture to keep: its lines and words once more, on the page's own ground

{
  const EDGE = 16;
  const HEAD = 64;

  document.addEventListener("click", (event) => {
    const figure = event.target.closest?.("[data-draw]")?.closest("figure");
    if (!figure) return;
    const link = document.createElement("a");
    link.download = `${figure.dataset.name}.png`;
    link.href = picture(figure).toDataURL("image/png");
    link.click();
  });

  function picture(figure) {
    const parts = [figure.querySelector(".plot"), figure.querySelector(".days")];
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const canvas = document.createElement("canvas");
    canvas.width = 2 * (boxes[0].width + 2 * EDGE);
    canvas.height = 2 * (HEAD + boxes[0].height + boxes[1].height + EDGE);
    const pen = canvas.getContext("2d");
    pen.scale(2, 2);
    const page = getComputedStyle(figure);
    pen.fillStyle = page.getPropertyValue("--surface");
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = page.color;
    pen.font = `600 16px ${page.fontFamily}`;
    pen.fillText(figure.dataset.name, EDGE, 26);
    legend(figure, pen, page);
    pen.translate(EDGE, HEAD);
    draw(parts[0], pen);
    pen.translate(0, boxes[0].height);
    draw(parts[1], pen);
    return canvas;
  }

  function legend(figure, pen, page) {
    let x = EDGE;
    pen.font = `13px ${page.fontFamily}`;
    for (const key of figure.querySelectorAll(".legend .key")) {
      const line = figure.querySelector(`.plot .${key.classList[1]}`);
      const style = line && getComputedStyle(line);
      pen.fillStyle = !style ? page.color : style.stroke === "none" ? style.fill : style.stroke;
      pen.fillRect(x, 43, 18, style?.stroke === "none" ? 8 : 3);
      pen.fillStyle = page.color;
      pen.fillText(key.textContent.trim(), x + 24, 50);
      x += 44 + pen.measureText(key.textContent.trim()).width;
    }
  }

  function draw(svg, pen) {
    for (const one of svg.querySelectorAll("line, path, circle, text")) {
      const style = getComputedStyle(one);
      const shape = { line: across, path: way, circle: dot }[one.tagName]?.(one, svg);
      pen.globalAlpha = Number(style.opacity);
      pen.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(",").map(parseFloat));
      pen.lineWidth = parseFloat(style.strokeWidth);
      pen.lineCap = style.strokeLinecap;
      if (style.fill !== "none") {
        pen.fillStyle = style.fill;
        if (shape) pen.fill(shape);
        else words(one, style, pen);
      }
      if (shape && style.stroke !== "none") {
        pen.strokeStyle = style.stroke;
        pen.stroke(shape);
      }
    }
    pen.globalAlpha = 1;
  }

  function across(line) {
    const shape = new Path2D();
    shape.moveTo(line.x1.baseVal.value, line.y1.baseVal.value);
    shape.lineTo(line.x2.baseVal.value, line.y2.baseVal.value);
    return shape;
  }

  // ways stand on a field of 100 × 100

  function way(path, svg) {
    const shape = new Path2D();
    const box = svg.getBoundingClientRect();
    shape.addPath(new Path2D(path.getAttribute("d")), new DOMMatrix([box.width / 100, 0, 0, box.height / 100, 0, 0]));
    return shape;
  }

  function dot(circle) {
    const shape = new Path2D();
    shape.arc(circle.cx.baseVal.value, circle.cy.baseVal.value, circle.r.baseVal.value, 0, 2 * Math.PI);
    return shape;
  }

  function words(text, style, pen) {
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.textAlign = style.textAnchor === "middle" ? "center" : style.textAnchor;
    pen.fillText(text.textContent, text.x.baseVal[0].value, text.y.baseVal[0].value + (text.dy.baseVal[0]?.value ?? 0));
    pen.textAlign = "start";
  }
}
