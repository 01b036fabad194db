// Draws the first view of every model on stdin and prints what its marks say, read from the picture itself.
import { readFileSync } from "node:fs";
import { zeichne } from "../../docs/assets/js/erkunden-bild.js";
import { ansicht } from "../../docs/assets/js/erkunden-zahlen.js";
import { anfang } from "../../docs/assets/js/erkunden-zustand.js";

const KERN = "../../docs/assets/vega/vega.js";
const vega = /** @type {Vegakern} */ (await import(KERN));
/** @type {{ bauplaene: Record<string, object>, modelle: Record<string, Modell>, platz: number }} */
const { bauplaene, modelle, platz } = JSON.parse(readFileSync(0, "utf8"));
/** @type {Record<string, string[]>} */
const gesagt = {};
for (const [name, modell] of Object.entries(modelle)) {
  for (const bild of Object.keys(modell.bilder)) {
    const z = anfang(modell, bild);
    const svg = await zeichne(vega, bauplaene, ansicht(modell, z), z, platz);
    const marken = svg.match(/<path [^>]*role="graphics-symbol"[^>]*>/g) ?? [];
    gesagt[`${name} ${bild}`] = marken.flatMap((m) => /aria-label="([^"]*: [^"]*)"/.exec(m)?.[1] ?? []);
  }
}
console.log(JSON.stringify(gesagt));
