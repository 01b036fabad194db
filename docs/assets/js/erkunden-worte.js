// What is shown of explored figures, in sentences and as a table. Pure.
import { dimensionen, ZEIT } from "./erkunden-zustand.js";

/**
 * What is shown, in sentences.
 * @param {Modell} modell
 * @param {Zustand} z
 * @param {Ansicht} a
 */
export function worte(modell, z, a) {
  const arten = { linie: "Liniendiagramm", balken: "Balkendiagramm", stapel: "Gestapelte Balken" };
  const mit = a.zeilen.filter((zeile) => zeile.wert !== null);
  const zeiten = [...new Set(mit.map((zeile) => zeile.zeit_text))];
  const spanne = zeiten.length > 1 ? `${modell.zeiten[z.von][0]} bis ${modell.zeiten[z.bis][0]}` : (zeiten[0] ?? "");
  const kleine = a.kacheln.length > 1 ? `, ${a.kacheln.length} kleine Diagramme` : "";
  const kopf = `${arten[/** @type {"linie"} */ (z.art)]}${kleine}: ${modell.name}${spanne && `, ${spanne}`}.`;
  if (!mit.length) return `${kopf} Es gibt dazu keine Zahl.`;
  const ordnung = [...mit].sort((x, y) => (x.wert ?? 0) - (y.wert ?? 0));
  if (mit.length === 1) return `${kopf} ${mit[0].beschreibung}.`;
  const [tief, hoch] = [ordnung[0].beschreibung, ordnung[ordnung.length - 1].beschreibung];
  return `${kopf} ${mit.length} Zahlen. Höchster Wert: ${hoch}. Niedrigster Wert: ${tief}.`;
}

/**
 * What is shown, as a table: rows of cells, the first row its heads.
 * @param {Modell} modell
 * @param {Zustand} z
 * @param {Ansicht} a
 */
export function tabelle(modell, z, a) {
  const name = (/** @type {string} */ rolle) =>
    [
      ...dimensionen(modell, rolle).map((d) => d.name),
      ...(rolle.split("+").includes(ZEIT) ? [modell.zeitwort] : []),
    ].join(", ");
  const rollen = /** @type {const} */ ([
    [z.kachel, "kachel"],
    [z.achse, "achse"],
    [z.farbe, "reihe"],
  ]);
  const da = rollen.filter(([rolle]) => rolle);
  const kopf = [...da.map(([rolle]) => name(rolle)), a.prozent ? "Prozent" : modell.einheit];
  return [kopf, ...a.zeilen.map((zeile) => [...da.map(([, feld]) => zeile[feld]), zeile.wert_text])];
}
