// Writes the patterns of German syllables of the package „hyphen“ (those of TeX, spelling of 1996) as pyphen reads them.
// `node scripts/trennmuster.js [FILE]`; the same package gives the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const wurzel = join(dirname(fileURLToPath(import.meta.url)), "..");
const ziel = process.argv[2] ?? join(wurzel, "macros/ausgabe/worte/trennmuster.dic");
const lade = createRequire(join(wurzel, "package.json"));
const [stufen, baum, ausnahmen] = lade("hyphen/patterns/de-1996.js");
const { version } = JSON.parse(readFileSync(join(wurzel, "node_modules/hyphen/package.json"), "utf8"));

const muster = [];
// A node is a level, its children, or both: `7`, `{ a: … }`, `[{ a: … }, 7]`.
const geh = (knoten, wort) => {
  const [kinder, stufe] = Array.isArray(knoten) ? knoten : typeof knoten === "number" ? [{}, knoten] : [knoten];
  if (stufe !== undefined) {
    const zahlen = stufen[stufe];
    muster.push([...wort, ""].map((zeichen, i) => (zahlen[i] ? `${zahlen[i]}` : "") + zeichen).join(""));
  }
  for (const [zeichen, kind] of Object.entries(kinder)) geh(kind, wort + zeichen);
};
geh(baum, "");
if (Object.keys(ausnahmen).length) throw new Error("Ausnahmen sind nicht vorgesehen");
const kopf = ["UTF-8", `% German syllables, spelling of 1996: patterns of TeX as in the npm package hyphen ${version}`];
writeFileSync(ziel, `${[...kopf, ...muster.sort()].join("\n")}\n`);
