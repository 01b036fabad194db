// What is shown of explored figures, in sentences and as a table. Pure.
import { gehaltenBei } from "./erkunden-geaendert.js";
import { deutsch } from "./erkunden-skala.js";
import { dimensionen, feste, ZEIT } from "./erkunden-zustand.js";

/**
 * The times that have a figure: one, or from the first to the last.
 * @param {Ansicht} a
 */
export function spanne(a) {
  const zeiten = new Map(a.zeilen.filter((zeile) => zeile.wert !== null).map((zeile) => [zeile.zeit, zeile.zeit_text]));
  const [erste, ...weitere] = [...zeiten].sort((x, y) => x[0] - y[0]).map(([, text]) => text);
  return [erste ?? "", ...weitere.slice(-1)].join(" bis ");
}

/**
 * What the picture is of: the indicator, whom it is held at, and when.
 * @param {Modell} modell
 * @param {Zustand} z
 * @param {Ansicht} a
 */
export function titel(modell, z, a) {
  const gehalten = feste(modell, z).map(({ dimension, jetzt }) => `${dimension.name}: ${gehaltenBei(jetzt)}`);
  const anteil = a.prozent && !modell.prozent ? ["Anteile in Prozent"] : [];
  return [modell.name, ...gehalten, ...anteil, spanne(a)].filter((teil) => teil).join(", ");
}

/**
 * Where the axis of lines begins, unless it is zero.
 * @param {Ansicht} a
 * @param {string} art
 */
export function achsensatz(a, art) {
  if (art !== "linie" || a.skala.unten <= 0) return "";
  return `Die senkrechte Achse beginnt bei ${mitEinheit(a, a.skala.unten)}, nicht bei null.`;
}

/**
 * A value of the axis with what it counts.
 * @param {Ansicht} a
 * @param {number} wert
 */
function mitEinheit(a, wert) {
  const nomen = a.prozent ? "%" : a.nomen;
  return `${deutsch(wert, a.skala.stellen)}${nomen && `\u00a0${nomen}`}`;
}

/**
 * That the axis is another one than before; empty where it is not, or counts something else.
 * @param {Ansicht} a
 * @param {Ansicht | null} vorher
 */
export function skalensatz(a, vorher) {
  const gleich =
    !vorher ||
    a.prozent !== vorher.prozent ||
    (a.skala.unten === vorher.skala.unten && a.skala.oben === vorher.skala.oben);
  if (gleich || !a.zeilen.length || !vorher.zeilen.length) return "";
  const von = (/** @type {Ansicht} */ x) =>
    `von ${deutsch(x.skala.unten, x.skala.stellen)} bis ${mitEinheit(x, x.skala.oben)}`;
  return `Die Skala ist jetzt eine andere: ${von(a)}, vorher ${von(vorher)}.`;
}

/**
 * What is shown, in sentences.
 * @param {Modell} modell
 * @param {Zustand} z
 * @param {Ansicht} a
 */
export function worte(modell, z, a) {
  const arten = { linie: "Liniendiagramm", balken: "Balkendiagramm", stapel: "Gestapelte Balken" };
  const mit = a.zeilen.filter((zeile) => zeile.wert !== null);
  const kleine = a.kacheln.length > 1 ? `, ${a.kacheln.length} kleine Diagramme` : "";
  const kopf = `${arten[/** @type {"linie"} */ (z.art)]}${kleine}: ${titel(modell, z, a)}.`;
  if (!a.gezeigt.length && a.reihen.length) return `${kopf} Alle Gruppen sind ausgeblendet.`;
  if (!mit.length) return `${kopf} Es gibt dazu keine Zahl.`;
  const ordnung = [...mit].sort((x, y) => (x.wert ?? 0) - (y.wert ?? 0));
  if (mit.length === 1) return `${kopf} ${mit[0].beschreibung || mit[0].lang}.`;
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
