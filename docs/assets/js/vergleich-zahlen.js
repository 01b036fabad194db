// Indicators beside each other: what is drawn of each, all of them as an index, and where they differ. Pure.
import { balkenachse, deutsch, linienachse } from "./erkunden-skala.js";

const MOST = 6;

/**
 * @param {Vergleichsreihe} v
 * @param {(wert: number, gruppe: number) => number | null} [rechne]
 * @param {string} [name] the series carries it where several indicators share a picture
 * @returns {Bildzeile[]}
 */
function zeilen(v, rechne, name = "") {
  let stueck = 0;
  /** @type {Map<number, { tag: number, wert: number | null }>} */
  const letzte = new Map();
  return v.zahlen.map(([gruppe, zeit_text, zeit, roh, text, lang]) => {
    const wert = roh === null || !rechne ? roh : rechne(roh, gruppe);
    const davor = letzte.get(gruppe);
    letzte.set(gruppe, { tag: zeit, wert });
    const fort =
      davor &&
      davor.wert !== null &&
      wert !== null &&
      !(v.luecke && zeit - davor.tag > v.luecke) &&
      !(v.bruch && davor.tag < v.bruch && zeit >= v.bruch);
    if (!fort) stueck += 1;
    const reihe = [name, v.gruppen[gruppe]].filter((n) => n).join(": ");
    const wert_text = rechne && wert !== null ? deutsch(wert, 1) : text;
    const gesagt = rechne && wert !== null ? `${wert_text} (${lang})` : lang;
    return {
      kachel: "",
      achse: zeit_text,
      reihe,
      nummer: (gruppe % MOST) + 1,
      zeit,
      zeit_text,
      wert,
      stelle: wert ?? 0,
      von: 0,
      bis: 0,
      leer: null,
      wert_text,
      lang: gesagt,
      beschreibung: `${[reihe, zeit_text].filter((n) => n).join(", ")}: ${gesagt}`,
      stueck: `${name}${gruppe}.${stueck}`,
    };
  });
}

/**
 * @param {Bildzeile[]} liste
 * @param {boolean} prozent
 * @param {number} stellen
 * @param {string} nomen
 * @returns {Ansicht}
 */
function alsAnsicht(liste, prozent, stellen, nomen) {
  const reihen = [...new Set(liste.map((r) => r.reihe))];
  const achsen = [...new Map([...liste].sort((a, b) => a.zeit - b.zeit).map((r) => [r.achse, 1])).keys()];
  const nach = liste.map((r) => ({ ...r, nummer: (reihen.indexOf(r.reihe) % MOST) + 1 }));
  const werte = nach.flatMap((r) => (r.wert === null ? [] : [r.wert]));
  const zeiten = new Set(nach.filter((r) => r.wert !== null).map((r) => r.zeit));
  return {
    zeilen: nach,
    kacheln: [""],
    achsen,
    reihen,
    gezeigt: reihen,
    farben: Object.fromEntries(reihen.map((name, n) => [name, (n % MOST) + 1])),
    prozent,
    nomen,
    linien: [],
    skala: (zeiten.size > 1 ? linienachse : balkenachse)(werte, stellen),
    hinweise: [],
  };
}

/**
 * One indicator by itself.
 * @param {Vergleichsreihe} v
 */
export const einzeln = (v) => alsAnsicht(zeilen(v), v.prozent, v.stellen, v.prozent ? "" : v.einheit);

/**
 * Why these indicators have no index; empty where they have one.
 * @param {Vergleichsreihe[]} liste
 */
export function indexGrund(liste) {
  if (liste.some((v) => new Set(v.zahlen.filter((z) => z[3] !== null).map((z) => z[1])).size < 2))
    return "Einen Index gibt es erst, wenn jeder Indikator Zahlen zu mindestens zwei Zeiten hat.";
  if (liste.reduce((summe, v) => summe + v.gruppen.length, 0) > MOST)
    return "Für einen Index in einem Diagramm sind es zu viele Linien.";
  if (basis(liste) === null) return "Einen Index gibt es nicht: Es fehlt ein gemeinsames Jahr mit Zahlen über null.";
  return "";
}

/** @param {string} zeit */
const jahr = (zeit) => /\d{4}/.exec(zeit)?.[0] ?? zeit;

/**
 * The first year in which every line has a figure above zero.
 * @param {Vergleichsreihe[]} liste
 */
export function basis(liste) {
  const linien = liste.flatMap((v) =>
    v.gruppen.map((_, n) => new Set(v.zahlen.filter((z) => z[0] === n && (z[3] ?? 0) > 0).map((z) => jahr(z[1])))),
  );
  const gemeinsam = [...(linien[0] ?? [])].filter((j) => linien.every((menge) => menge.has(j)));
  return gemeinsam.sort()[0] ?? null;
}

/**
 * All of them in one picture: the first common year is 100.
 * @param {Vergleichsreihe[]} liste
 */
export function alsIndex(liste) {
  const anfang = basis(liste);
  const alle = liste.flatMap((v) => {
    const start = v.gruppen.map((_, n) => v.zahlen.find((z) => z[0] === n && jahr(z[1]) === anfang)?.[3] ?? 0);
    return zeilen(v, (wert, gruppe) => (start[gruppe] > 0 ? (wert / start[gruppe]) * 100 : null), v.name);
  });
  return alsAnsicht(alle, false, 1, "");
}

/**
 * Where these indicators differ so that they cannot be read as one; every sentence names it.
 * @param {Vergleichsreihe[]} liste
 */
export function unterschiede(liste) {
  const verschieden = (/** @type {(v: Vergleichsreihe) => string} */ von) => new Set(liste.map(von)).size > 1;
  const saetze = [];
  if (verschieden((v) => v.definition)) saetze.push("Gezählt wird Verschiedenes; die Definitionen stehen darunter.");
  if (verschieden((v) => v.einheit))
    saetze.push(`Die Einheiten sind verschieden: ${[...new Set(liste.map((v) => v.einheit))].join(", ")}.`);
  if (verschieden((v) => v.quelle)) saetze.push("Die Zahlen kommen aus verschiedenen Quellen.");
  const tage = liste.map((v) => v.zahlen.filter((z) => z[3] !== null).map((z) => z[1]));
  const gemeinsam = tage[0].filter((t) => tage.every((andere) => andere.includes(t)));
  if (!gemeinsam.length) saetze.push("Sie haben keinen gemeinsamen Stichtag.");
  const gebrochen = liste.filter(
    (v) => v.bruch && v.zahlen.some((z) => z[2] < v.bruch) && v.zahlen.some((z) => z[2] >= v.bruch),
  );
  if (gebrochen.length)
    saetze.push(`Bei ${gebrochen.map((v) => `„${v.name}“`).join(" und ")} hat sich die Zählung geändert.`);
  return saetze;
}

/**
 * What of a choice exists, in its order and of one kind of time.
 * @param {Record<string, Vergleichsreihe>} vorrat
 * @param {string[]} namen
 */
export function gewaehlte(vorrat, namen) {
  const bekannt = namen.filter((name, n) => Object.hasOwn(vorrat, name) && namen.indexOf(name) === n);
  const art = bekannt.length ? vorrat[bekannt[0]].zeitwort : "";
  return bekannt.filter((name) => vorrat[name].zeitwort === art).slice(0, 4);
}
