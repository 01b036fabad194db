// Exactly the current selection as a file that a German Excel opens.

const SPALTENENDE = ";";

/** Words of a cell, each piece by itself: entries of a list, paragraphs, marks. */
export function teile(zelle) {
  const kopie = zelle.cloneNode(true);
  for (const e of kopie.querySelectorAll("summary")) e.remove(); // „3 weitere“: here they all stand
  for (const e of kopie.querySelectorAll("li, p, .stand, .ampel, .marke, .hf-marke")) {
    e.before("\0");
    e.after("\0");
  }
  return kopie.textContent.split("\0").map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
}

export const worte = (zelle) => teile(zelle).join(" | ");

/** Head and rows of a file, every cell as its pieces; the last column is the permanent address. */
export const tafel = (kopf, zeilen) => [
  [...kopf, "Adresse"].map((wort) => [wort]),
  ...zeilen.map((tr) => [...[...tr.cells].map(teile), [tr.querySelector("th a")?.href ?? ""]]),
];

/** A field of the file: quoted, and never read as a formula. */
const feld = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** CSV with byte order mark and semicolons; pieces of a cell are separated by „ | “. */
export function csv(kopf, zeilen) {
  return "\ufeff" + tafel(kopf, zeilen).map((z) => z.map((zelle) => feld(zelle.join(" | "))).join(SPALTENENDE)).join("\r\n") + "\r\n";
}

/** Hands the visitor a file, „csv“ or „xlsx“; the workbook's module comes when it is wanted. */
export async function lade(art, daten, kopf, zeilen, auswahl) {
  const a = document.createElement("a");
  a.href = URL.createObjectURL(art === "csv"
    ? new Blob([csv(kopf, zeilen)], { type: "text/csv;charset=utf-8" })
    : await (await import("./matrix-xlsx.js")).mappe(daten.mehrzahl, kopf, zeilen, auswahl));
  a.download = `${daten.datei}.${art}`;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 1000);
}
