// Exactly the current selection as a file that a German Excel opens.

const SPALTENENDE = ";";

/**
 * Words of a cell, each piece by itself: entries of a list, paragraphs, marks.
 * @param {HTMLElement} zelle
 */
export function teile(zelle) {
  const kopie = /** @type {HTMLElement} */ (zelle.cloneNode(true));
  for (const e of kopie.querySelectorAll("summary")) e.remove(); // „3 weitere“: here they all stand
  for (const e of kopie.querySelectorAll("li, p, .stand, .ampel, .marke, .hf-marke")) {
    e.before("\0");
    e.after("\0");
  }
  const stuecke = kopie.textContent.split("\0");
  return stuecke.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
}

/** @param {HTMLElement} zelle */
export const worte = (zelle) => teile(zelle).join(" | ");

/** @param {HTMLTableRowElement} tr */
const adresse = (tr) => /** @type {HTMLAnchorElement | null} */ (tr.querySelector("th a"))?.href ?? "";

/**
 * Head and rows of a file, every cell as its pieces; the last column is the permanent address.
 * @param {string[]} kopf
 * @param {HTMLTableRowElement[]} zeilen
 */
export const tafel = (kopf, zeilen) => [
  [...kopf, "Adresse"].map((wort) => [wort]),
  ...zeilen.map((tr) => [...[...tr.cells].map(teile), [adresse(tr)]]),
];

/**
 * A field of the file: quoted, and never read as a formula.
 * @param {string} text
 */
const feld = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/**
 * CSV with byte order mark and semicolons; pieces of a cell are separated by „ | “.
 * @param {string[]} kopf
 * @param {HTMLTableRowElement[]} zeilen
 */
export function csv(kopf, zeilen) {
  const felder = tafel(kopf, zeilen).map((zeile) => zeile.map((zelle) => feld(zelle.join(" | "))));
  return `\ufeff${felder.map((zeile) => `${zeile.join(SPALTENENDE)}\r\n`).join("")}`;
}

/**
 * Hands the visitor a file; the workbook's module comes when it is wanted.
 * @param {Dateiart} art
 * @param {Listendaten} daten
 * @param {string[]} kopf
 * @param {HTMLTableRowElement[]} zeilen
 * @param {string} auswahl
 */
export async function lade(art, daten, kopf, zeilen, auswahl) {
  const a = document.createElement("a");
  a.href = URL.createObjectURL(
    art === "csv"
      ? new Blob([csv(kopf, zeilen)], { type: "text/csv;charset=utf-8" })
      : await (await import("./matrix-xlsx.js")).mappe(daten.mehrzahl, kopf, zeilen, auswahl),
  );
  a.download = `${daten.datei}.${art}`;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 1000);
}
