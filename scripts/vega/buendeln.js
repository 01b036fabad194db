// Bundles what scripts/vega/einstieg.js names into docs/assets/vega/vega.js, with its licences and the record of where it
// comes from. `node scripts/vega/buendeln.js [FOLDER]`; the same packages give the same bytes.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const hier = dirname(fileURLToPath(import.meta.url));
const wurzel = join(hier, "../..");
const ziel = process.argv[2] ?? join(wurzel, "docs/assets/vega");
const { build } = createRequire(join(wurzel, "package.json"))("esbuild");
const paket = JSON.parse(readFileSync(join(wurzel, "package.json"), "utf8"));
const UNNOETIG = /^(d3-scale-chromatic|d3-geo|topojson-client|vega-loader)$/;

const { outputFiles, metafile } = await build({
  entryPoints: [join(hier, "einstieg.js")],
  absWorkingDir: wurzel,
  nodePaths: [join(wurzel, "node_modules")],
  preserveSymlinks: true,
  bundle: true,
  minify: true,
  format: "esm",
  charset: "ascii",
  legalComments: "none",
  target: paket.browserslist.filter((b) => !b.startsWith("ios_saf")).map((b) => b.replace(" ", "")),
  metafile: true,
  write: false,
  plugins: [
    {
      name: "unnoetig",
      setup(bau) {
        bau.onResolve({ filter: UNNOETIG }, () => ({ path: join(hier, "leer.cjs") }));
      },
    },
  ],
});

const eingang = Object.keys(Object.values(metafile.outputs)[0].inputs);
const namen = [...new Set(eingang.map((datei) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(datei)?.[1]).filter(Boolean))].sort();
const pakete = namen.map((name) => {
  const ordner = join(wurzel, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(ordner, "package.json"), "utf8"));
  return { name, version, lizenz: license, text: readFileSync(join(ordner, "LICENSE"), "utf8").trim() };
});
const inhalt = Buffer.from(outputFiles[0].contents);
mkdirSync(ziel, { recursive: true });
writeFileSync(join(ziel, "vega.js"), inhalt);
const je = Map.groupBy ? Map.groupBy(pakete, (p) => p.text) : new Map();
if (!je.size) for (const p of pakete) je.set(p.text, [...(je.get(p.text) ?? []), p]);
const lizenzen = [...je].map(([text, liste]) => `${liste.map((p) => `${p.name} ${p.version}`).join(", ")}\n\n${text}\n`);
writeFileSync(join(ziel, "LIZENZEN.txt"), lizenzen.join(`\n${"-".repeat(80)}\n\n`));
const herkunft = {
  sha256: createHash("sha256").update(inhalt).digest("hex"),
  bytes: inhalt.length,
  pakete: Object.fromEntries(pakete.map((p) => [p.name, p.version])),
};
writeFileSync(join(ziel, "herkunft.json"), `${JSON.stringify(herkunft, null, 2)}\n`);
