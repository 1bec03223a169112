// a trend to explore: read from the table that stands under the drawing, so that both say the same

import { LineChart } from "echarts/charts";
import { DataZoomComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([LineChart, DataZoomComponent, GridComponent, TooltipComponent, CanvasRenderer]);

const MANY = 31;

export function explore(figure) {
  const drawing = figure.querySelector(".plot");
  const place = document.createElement("div");
  place.className = "explored";
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", drawing.getAttribute("aria-label"));
  drawing.before(place);
  figure.classList.add("exploring");
  const chart = init(place, null, { renderer: "canvas" });
  chart.setOption(options(figure));
  new ResizeObserver(() => chart.resize()).observe(place);
  return { picture: () => picture(chart, figure) };
}

function options(figure) {
  const colour = colours(figure);
  const table = figure.querySelector("table");
  const names = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
  const lines = [...table.tBodies[0].rows];
  const values = (column) => lines.map((line) => number(line.cells[column].dataset.value));
  const kinds = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.dataset.kind);
  const going = lines.map((line) => "going" in line.dataset);
  const series = [];
  kinds.forEach((kind, at) => series.push(...(kind === "now" ? now(names[at], values(at + 1), going, colour) : [other(kind, names[at], values(at + 1), colour)])));
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    textStyle: { fontFamily: getComputedStyle(figure).fontFamily, color: colour.quiet },
    grid: { left: 4, right: 12, top: 16, bottom: lines.length > MANY ? 46 : 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      confine: true,
      backgroundColor: colour.raised,
      borderColor: colour.line,
      textStyle: { color: colour.text, fontSize: 13 },
      formatter: (points) => said(lines[points[0].dataIndex], names),
    },
    xAxis: {
      type: "category",
      boundaryGap: false,
      data: lines.map((line) => line.cells[0].dataset.short),
      axisLine: { lineStyle: { color: colour.strong } },
      axisTick: { show: false },
      axisLabel: { color: colour.quiet, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      splitLine: { lineStyle: { color: colour.line } },
      axisLabel: { color: colour.quiet, formatter: scale(figure) },
    },
    dataZoom: [
      { type: "inside", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false },
      ...(lines.length > MANY ? [{ type: "slider", height: 22, bottom: 8, borderColor: colour.line, fillerColor: colour.tint, textStyle: { color: colour.quiet } }] : []),
    ],
    series,
  };
}

// what is not over is dotted, from the last point that is

function now(name, values, going, colour) {
  const line = { type: "line", name, symbolSize: 7, connectNulls: false, itemStyle: { color: colour.accent } };
  const over = values.map((value, at) => (going[at] ? null : value));
  const open = values.map((value, at) => (going[at] || going[at + 1] ? value : null));
  return [
    { ...line, data: over, showSymbol: values.length === 1, lineStyle: { color: colour.accent, width: 2.75 } },
    { ...line, data: open, showSymbol: false, lineStyle: { color: colour.accent, width: 2, type: "dotted" } },
  ];
}

function other(kind, name, values, colour) {
  const shown = kind === "goal" ? colour.ok : colour.strong;
  return { type: "line", name, data: values, showSymbol: false, itemStyle: { color: shown }, lineStyle: { color: shown, width: 1.75, type: kind === "goal" ? "solid" : "dashed" } };
}

function said(line, names) {
  const cells = [...line.cells].map((cell) => cell.dataset.text ?? cell.textContent.trim());
  return [cells[0], ...names.map((name, at) => `${name}: ${cells[at + 1]}`)].join("\n");
}

function number(text) {
  return text === undefined || text === "" ? null : Number(text);
}

function scale(figure) {
  const { unit, currency } = figure.dataset;
  const style = unit === "money" ? { style: "currency", currency, currencyDisplay: "narrowSymbol" } : unit === "ratio" ? { style: "percent", maximumFractionDigits: 2 } : {};
  const format = new Intl.NumberFormat(document.documentElement.lang, unit === "ratio" ? style : { ...style, notation: "compact", maximumSignificantDigits: 3 });
  return (value) => format.format(value);
}

function colours(figure) {
  const style = getComputedStyle(figure);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return { accent: of("accent"), tint: of("accent-tint"), strong: of("line-strong"), line: of("line"), text: of("text"), quiet: of("quiet"), ok: of("ok"), raised: of("raised"), surface: of("surface") };
}

// a picture to keep, on the page's own ground

function picture(chart, figure) {
  const link = document.createElement("a");
  link.download = `${figure.dataset.name}.png`;
  link.href = chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: colours(figure).surface });
  link.click();
}
