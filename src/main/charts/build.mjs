// builds the charts' bundle and writes its hash beside this script
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const bundle = "../resources/static/assets/charts/charts.js";
await build({
  entryPoints: ["charts.js"],
  outfile: bundle,
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  legalComments: "eof",
  define: { "process.env.NODE_ENV": '"production"' },
});
const content = readFileSync(bundle);
writeFileSync("charts.sha256", createHash("sha256").update(content).digest("hex") + "\n");
