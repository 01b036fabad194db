// Exactly the current selection as a file that a German Excel opens.

const SPALTENENDE = ";";

/**
 * A text as it is typed: where lines may end is of no use outside the page.
 * @param {string} text
 */
export const ungetrennt = (text) =>
  text
    .replace(/\u00ad/g, "")
    .replace(/\u2011/g, "-")
    .replace(/\u00a0/g, " ");

/**
 * Words of a cell, each piece by itself: entries of a list, paragraphs, marks.
 * @param {HTMLElement} zelle
 */
export function teile(zelle) {
  const kopie = /** @type {HTMLElement} */ (zelle.cloneNode(true));
  for (const e of kopie.querySelectorAll("summary, .unsichtbar")) e.remove(); // „3 weitere“: here they all stand
  for (const e of kopie.querySelectorAll("li, p, .stand, .ampel, .marke, .hf-marke")) {
    e.before("\0");
    e.after("\0");
  }
  const stuecke = kopie.textContent.split("\0");
  return stuecke.map((text) => ungetrennt(text).replace(/\s+/g, " ").trim()).filter(Boolean);
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

const ZAHL_ODER_TAG = /^(?:0|[1-9][0-9]{0,14}|[0-9]{4}-[0-9]{2}-[0-9]{2})$/;
const WIE_ZIFFERN = /^[0-9][0-9.,:/ -]*(?:[eE][+-]?[0-9]+)?(?: ?[%€])?$/;
const MONATE = "jan|feb|mär|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez";
const WIE_TAG = new RegExp(
  `^(?=.*[0-9])(?:[0-9]{1,2}[. -]{0,2})?(?:${MONATE})[a-zä]*\\.?[ -]?(?:[0-9]{2}|[0-9]{4})?$`,
  "i",
);

/**
 * A text as in the files `*.excel.csv`: what Excel would take for a day or a number stays a text, a formula too.
 * @param {string} text
 */
export function excelzelle(text) {
  if (ZAHL_ODER_TAG.test(text)) return text;
  if (WIE_ZIFFERN.test(text) || WIE_TAG.test(text)) return `="${text}"`;
  return text.length > 1 && /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/**
 * A field of the file, quoted.
 * @param {string} text
 */
const feld = (text) => `"${excelzelle(text).replaceAll('"', '""')}"`;

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
