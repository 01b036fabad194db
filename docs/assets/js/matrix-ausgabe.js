// Exactly the current selection as a file that a German Excel opens.

const SPALTENENDE = ";";

/** Words of a cell; entries of a list are separated by „ | “. */
export function worte(zelle) {
  const liste = [...zelle.querySelectorAll("li")];
  const text = liste.length ? liste.map((li) => li.textContent.trim()).join(" | ") : zelle.textContent;
  return text.replace(/\s+/g, " ").trim();
}

/** A field of the file: quoted, and never read as a formula. */
const feld = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** CSV with byte order mark and semicolons: head, one line per row, last column the permanent address. */
export function csv(kopf, zeilen) {
  const daten = zeilen.map((tr) => [...[...tr.cells].map(worte), tr.querySelector("th a")?.href ?? ""]);
  return "\ufeff" + [[...kopf, "Adresse"], ...daten].map((z) => z.map(feld).join(SPALTENENDE)).join("\r\n") + "\r\n";
}

/** Hands a text to the visitor as a file. */
export function lade(name, text) {
  const a = document.createElement("a");
  a.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 1000);
}
