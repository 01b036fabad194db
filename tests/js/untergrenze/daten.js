// The floor of browsers (`browserslist` in package.json), and what MDN's data say they lack.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @typedef {import("@mdn/browser-compat-data").SimpleSupportStatement} Angabe */
/** @typedef {import("@mdn/browser-compat-data").Identifier} Merkmal */
/** @typedef {"chrome" | "firefox" | "safari" | "safari_ios"} Browser */

const WURZEL = new URL("../../../", import.meta.url);

/** @type {Record<string, Browser>} */
const NAMEN = { chrome: "chrome", firefox: "firefox", safari: "safari", ios_saf: "safari_ios" };

/** @type {import("@mdn/browser-compat-data").CompatData} */
export const DATEN = createRequire(import.meta.url)("@mdn/browser-compat-data");

/** Browser -> its oldest version that counts. */
export const UNTERGRENZE = liesUntergrenze(
  JSON.parse(readFileSync(new URL("package.json", WURZEL), "utf8")).browserslist,
);

/** @param {string[]} zeilen */
function liesUntergrenze(zeilen) {
  return /** @type {Record<Browser, string>} */ (
    Object.fromEntries(zeilen.map((zeile) => zeile.split(" ")).map(([name, version]) => [NAMEN[name], version]))
  );
}

/**
 * Negative, zero or positive as the first version is older, equal or newer: 9 < 10, 15.4 < 15.10
 * @param {string} a
 * @param {string} b
 */
export function vergleiche(a, b) {
  const [links, rechts] = [a, b].map((version) => version.split(".").map(Number));
  const stelle = links.findIndex((zahl, i) => zahl !== (rechts[i] ?? 0));
  return stelle < 0 ? Math.min(0, links.length - rechts.length) : links[stelle] - (rechts[stelle] ?? 0);
}

/**
 * Whether a statement of the data holds at a version; half-made, flagged and removed things do not count.
 * @param {Angabe} angabe
 * @param {string} version
 */
function gilt({ version_added: ab, version_removed: bis, flags, partial_implementation: halb }, version) {
  if (typeof ab !== "string" || ab === "preview" || flags || halb) return false;
  if (typeof bis === "string" && vergleiche(bis, version) <= 0) return false;
  return vergleiche(ab.replace("≤", ""), version) <= 0;
}

/**
 * Browsers of the floor that lack something. Where a browser knows it by other names only (`-webkit-`), those it has
 * stand beside it.
 * @param {Merkmal | undefined} merkmal
 */
export function fehlt(merkmal) {
  const stand = merkmal?.__compat?.support;
  if (!stand) return [];
  return Object.entries(UNTERGRENZE).flatMap(([name, version]) => {
    const browser = /** @type {Browser} */ (name);
    const angaben = [stand[browser] ?? []].flat().filter((angabe) => gilt(angabe, version));
    if (angaben.some((angabe) => !angabe.prefix && !angabe.alternative_name)) return [];
    const ersatz = angaben.flatMap(({ prefix, alternative_name: anders }) => anders ?? prefix ?? []);
    return [{ browser, version, ersatz }];
  });
}

/** @param {{ browser: string, version: string }[]} luecken */
export const nenne = (luecken) => luecken.map(({ browser, version }) => `${browser} ${version}`).join(", ");

/**
 * The part of the data at a path, if there is one.
 * @param {(string | undefined)[]} pfad
 */
export function merkmal(...pfad) {
  /** @type {unknown} */
  let hier = DATEN;
  for (const glied of pfad) {
    if (!glied || !(hier instanceof Object) || !Object.hasOwn(hier, glied)) return undefined;
    hier = /** @type {Record<string, unknown>} */ (hier)[glied];
  }
  return /** @type {Merkmal} */ (hier);
}
