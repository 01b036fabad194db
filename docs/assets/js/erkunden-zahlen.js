// Figures and a choice -> what is drawn, listed and said. Pure: no page, no network, nothing invented.
import { hinweise, querlinien } from "./erkunden-hinweise.js";
import { lege, sortiert, trenne } from "./erkunden-ordnung.js";
import { balkenachse, deutsch, linienachse, quer } from "./erkunden-skala.js";
import { anteilGrund, dimensionen, feste, SUMME, ZEIT } from "./erkunden-zustand.js";

const MOST = 6;
const OFFEN = "nicht alle Teile bekannt";

/**
 * @typedef {{ zeit: number, merkmale: number[], wert: number | null, text: string, lang: string }} Zahl
 * @typedef {{ name: string, stelle: number[], gesamt: boolean }} Platz
 */

/** @param {Modell} modell @returns {Zahl[]} */
const zahlen = (modell) =>
  modell.zeilen.map((zeile) => ({
    zeit: Number(zeile[0]),
    merkmale: zeile.slice(1, -3).map(Number),
    wert: /** @type {number | null} */ (zeile[zeile.length - 3]),
    text: String(zeile[zeile.length - 2]),
    lang: String(zeile[zeile.length - 1]),
  }));

/**
 * The figures at the values that dimensions without a role are held at; sums where they are wished for and all known.
 * @param {Modell} modell
 * @param {Zustand} z
 */
function gehalten(modell, z) {
  let liste = zahlen(modell);
  for (const { dimension, jetzt } of feste(modell, z)) {
    const n = modell.dimensionen.indexOf(dimension);
    if (jetzt !== SUMME) {
      const wert = dimension.werte.indexOf(jetzt);
      liste = liste.filter((k) => k.merkmale[n] === wert);
      continue;
    }
    /** @type {Map<string, Zahl>} */
    const summen = new Map();
    for (const k of liste) {
      const merkmale = k.merkmale.map((m, stelle) => (stelle === n ? -1 : m));
      const schluessel = `${k.zeit}|${merkmale}`;
      const bisher = summen.get(schluessel);
      const wert = bisher ? (bisher.wert === null || k.wert === null ? null : bisher.wert + k.wert) : k.wert;
      summen.set(schluessel, { zeit: k.zeit, merkmale, wert, text: "", lang: "" });
    }
    liste = [...summen.values()].map((k) => ({ ...k, ...inWorten(modell, k.wert) }));
  }
  return liste;
}

/**
 * @param {Modell} modell
 * @param {number | null} wert
 */
function inWorten(modell, wert) {
  if (wert === null) return { text: OFFEN, lang: OFFEN };
  const text = deutsch(wert, modell.stellen);
  return { text, lang: `${text}\u00a0${modell.nomen}`.trim() };
}

/**
 * What a figure is called in a role, and its place in the order of the data.
 * @param {Modell} modell
 * @param {string} rolle
 * @param {Zahl} k
 * @returns {Platz}
 */
function platz(modell, rolle, k) {
  const teile = [];
  const stelle = [];
  let gesamt = true;
  let besondere = 0;
  for (const d of dimensionen(modell, rolle)) {
    const wert = k.merkmale[modell.dimensionen.indexOf(d)];
    const ist = wert === d.gesamt;
    gesamt &&= ist;
    besondere += ist ? 0 : 1;
    teile.push({ wort: d.werte[wert], ist });
    stelle.push(wert);
  }
  // Totals go without saying, unless nothing else is left.
  const worte = besondere ? teile.filter((t) => !t.ist) : teile;
  const namen = [...new Set(worte.map((t) => t.wort))];
  if (rolle.split("+").includes(ZEIT)) {
    namen.push(modell.zeiten[k.zeit][0]);
    stelle.push(k.zeit);
  }
  return { name: namen.join(", "), stelle, gesamt: gesamt && teile.length > 0 };
}

/**
 * @param {number[]} a
 * @param {number[]} b
 */
const vergleiche = (a, b) => a.map((x, n) => x - b[n]).find((d) => d) ?? 0;

/**
 * Names in the order of the data.
 * @param {Map<string, number[]>} plaetze
 */
const geordnet = (plaetze) => [...plaetze].sort((a, b) => vergleiche(a[1], b[1])).map(([name]) => name);

/**
 * The groups that are to be left out though no figure bears their name.
 * @param {Modell} modell
 * @param {Zustand} z
 */
export function fremdeGruppen(modell, z) {
  const namen = nummern(modell, z, []);
  return z.ohne.filter((name) => !namen.has(name));
}

/**
 * What is shown for a choice; `erste` are the names that have the first colours.
 * @param {Modell} modell
 * @param {Zustand} z
 * @param {string[]} [erste]
 * @returns {Ansicht}
 */
export function ansicht(modell, z, erste = []) {
  const mitZeit = [z.achse, z.farbe, z.kachel].some((r) => r.split("+").includes(ZEIT));
  const anteil = z.zahl === "anteil" && !anteilGrund(modell, z);
  const teile = anteil || z.art === "stapel";
  /** @type {Record<"kachel" | "achse" | "reihe", Map<string, number[]>>} */
  const plaetze = { kachel: new Map(), achse: new Map(), reihe: new Map() };
  /** @type {Bildzeile[]} */
  let zeilen = [];
  for (const k of gehalten(modell, z)) {
    if (k.zeit > z.bis || k.zeit < (mitZeit ? z.von : z.bis)) continue;
    const [kachel, achse, reihe] = [z.kachel, z.achse, z.farbe].map((rolle) => platz(modell, rolle, k));
    if (teile && reihe.gesamt) continue;
    plaetze.kachel.set(kachel.name, kachel.stelle);
    plaetze.achse.set(achse.name, achse.stelle);
    plaetze.reihe.set(reihe.name, reihe.stelle);
    const [zeit_text, zeit] = modell.zeiten[k.zeit];
    const namen = [kachel.name, achse.name, reihe.name, mitZeit || modell.zeiten.length < 2 ? zeit_text : ""];
    zeilen.push({
      kachel: kachel.name,
      achse: achse.name,
      reihe: reihe.name,
      nummer: 1,
      zeit,
      zeit_text,
      wert: k.wert,
      stelle: k.wert ?? 0,
      von: 0,
      bis: 0,
      leer: null,
      wert_text: k.text,
      lang: k.lang,
      beschreibung: [...new Set(namen.filter((n) => n))].join(", "),
      stueck: "",
    });
  }
  const reihen = geordnet(plaetze.reihe);
  const farben = nummern(modell, z, erste);
  for (const zeile of zeilen) zeile.nummer = farben.get(zeile.reihe) ?? 1;
  if (anteil) teileDurchDasGanze(modell, zeilen);
  const gezeigt = reihen.filter((name) => !z.ohne.includes(name));
  zeilen = zeilen.filter((zeile) => gezeigt.includes(zeile.reihe));
  for (const zeile of zeilen) zeile.beschreibung += `${zeile.beschreibung ? ": " : ""}${zeile.lang}`;
  const da = (/** @type {Map<string, number[]>} */ m, /** @type {"kachel" | "achse"} */ rolle) =>
    geordnet(m).filter((name) => zeilen.some((zeile) => zeile[rolle] === name));
  let [achsen, kacheln] = [da(plaetze.achse, "achse"), da(plaetze.kachel, "kachel")];
  let satz = "";
  const summe = z.art === "stapel" && !anteil && !modell.prozent;
  if (z.folge && z.art === "linie" && z.kachel)
    ({ namen: kacheln, satz } = sortiert(kacheln, zeilen, "kachel", z.folge, false));
  else if (z.folge && z.art !== "linie") ({ namen: achsen, satz } = sortiert(achsen, zeilen, "achse", z.folge, summe));
  zeilen.sort(
    (a, b) =>
      kacheln.indexOf(a.kachel) - kacheln.indexOf(b.kachel) ||
      achsen.indexOf(a.achse) - achsen.indexOf(b.achse) ||
      reihen.indexOf(a.reihe) - reihen.indexOf(b.reihe) ||
      a.zeit - b.zeit,
  );
  if (z.art === "stapel") lege(zeilen);
  if (z.art === "linie") trenne(modell, zeilen);
  const linien = querlinien(modell, z, zeilen);
  const stellen = anteil ? modell.anteilstellen : modell.stellen;
  const werte = zeilen.flatMap((r) => (z.art === "stapel" ? [r.bis] : r.wert === null ? [] : [r.wert]));
  return {
    zeilen,
    kacheln,
    achsen,
    reihen,
    gezeigt,
    farben: Object.fromEntries(farben),
    prozent: modell.prozent || anteil,
    nomen: modell.nomen,
    linien,
    skala: skala(z, [...werte, ...(werte.length ? quer(linien) : [])], stellen),
    hinweise: [...(satz ? [satz] : []), ...hinweise(modell, z, zeilen, kacheln.length)],
  };
}

/**
 * Stacks end with a round value, as nothing stands beside them; bars with the longest.
 * @param {Zustand} z
 * @param {number[]} werte
 * @param {number} stellen
 */
function skala(z, werte, stellen) {
  if (z.art === "stapel") return linienachse([0, ...werte], stellen);
  return (z.art === "linie" ? linienachse : balkenachse)(werte, stellen);
}

/**
 * Figures become percent of what they are parts of; unknown where one part is unknown or there is nothing to divide.
 * @param {Modell} modell
 * @param {Bildzeile[]} zeilen
 */
function teileDurchDasGanze(modell, zeilen) {
  /** @type {Map<string, { summe: number, offen: boolean }>} */
  const ganze = new Map();
  const schluessel = (/** @type {Bildzeile} */ zeile) => `${zeile.kachel}|${zeile.achse}|${zeile.zeit}`;
  for (const zeile of zeilen) {
    const bisher = ganze.get(schluessel(zeile)) ?? { summe: 0, offen: false };
    ganze.set(schluessel(zeile), {
      summe: bisher.summe + (zeile.wert ?? 0),
      offen: bisher.offen || zeile.wert === null,
    });
  }
  for (const zeile of zeilen) {
    const ganzes = ganze.get(schluessel(zeile)) ?? { summe: 0, offen: true };
    const geht = !ganzes.offen && ganzes.summe > 0;
    const anzahl = zeile.lang;
    zeile.wert = geht && zeile.wert !== null ? (zeile.wert / ganzes.summe) * 100 : null;
    zeile.stelle = zeile.wert ?? 0;
    zeile.leer = geht ? null : ganzes.offen ? OFFEN : "insgesamt 0";
    zeile.wert_text =
      zeile.wert === null ? (zeile.leer ?? OFFEN) : `${deutsch(zeile.wert, modell.anteilstellen)}\u00a0%`;
    zeile.lang = zeile.wert === null ? zeile.wert_text : `${zeile.wert_text} (${anzahl})`;
  }
}

/**
 * The number of every name that a role can have, so that a colour stays with its group whatever is shown; `erste` are
 * those of the picture that exploring began with.
 * @param {Modell} modell
 * @param {Zustand} z
 * @param {string[]} erste
 */
export function nummern(modell, z, erste) {
  const plaetze = new Map(
    zahlen(modell)
      .map((k) => platz(modell, z.farbe, k))
      .map((p) => [p.name, p.stelle]),
  );
  const namen = [...new Set([...erste.filter((name) => plaetze.has(name)), ...geordnet(plaetze)])];
  return new Map(namen.map((name, n) => [name, (n % MOST) + 1]));
}
