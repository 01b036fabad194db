// The selection: which rows pass, how many each further option would leave, and its form in the address.
import { gruppen, suchworte, Wortindex } from "./matrix-worte.js";

/**
 * Nothing selected.
 * @returns {Auswahl}
 */
export const nichts = () => ({ q: "", sort: "", seit: "", wahl: new Map() });

const ALLE = "alle"; // in an address: none of the answers that a list begins with

/**
 * What a list shows before anybody chooses: everything, or the answers that it begins with.
 * @param {Facette[]} facetten
 * @returns {Auswahl}
 */
export const anfang = (facetten) => ({
  ...nichts(),
  wahl: new Map(facetten.flatMap((f) => (f.vorgabe == null ? [] : [[f.id, new Set([f.vorgabe])]]))),
});

/**
 * Whether the answers of a question are those that the list begins with.
 * @param {Facette} facette
 * @param {Set<number> | undefined} menge
 */
export const istVorgabe = ({ vorgabe }, menge) => vorgabe != null && menge?.size === 1 && menge.has(vorgabe);

/**
 * Selection of an address; what the list does not know is ignored.
 * @param {URLSearchParams} werte
 * @param {Facette[]} facetten
 * @param {string[]} spalten
 */
export function ausAdresse(werte, facetten, spalten) {
  const zustand = anfang(facetten);
  zustand.q = (werte.get("text") ?? "").slice(0, 200);
  const sort = werte.get("sort") ?? "";
  if (spalten.includes(sort.replace(/^-/, ""))) zustand.sort = sort;
  const seit = werte.get("seit") ?? "";
  if (/^\d{4}-\d{2}-\d{2}$/.test(seit) && !Number.isNaN(Date.parse(seit))) zustand.seit = seit;
  for (const f of facetten) {
    const gewaehlt = new Set(werte.getAll(f.id).map((k) => f.werte.findIndex(([wert]) => wert === k)));
    gewaehlt.delete(-1);
    if (gewaehlt.size || werte.get(f.id) === ALLE) zustand.wahl.set(f.id, gewaehlt);
  }
  return zustand;
}

/**
 * A selection as it stands in the address; parameters of others stay.
 * @param {Auswahl} zustand
 * @param {Facette[]} facetten
 * @param {URLSearchParams} bisher
 */
export function alsAdresse(zustand, facetten, bisher) {
  const werte = new URLSearchParams(bisher);
  for (const name of ["text", "sort", "seit", ...facetten.map((f) => f.id)]) werte.delete(name);
  if (zustand.q.trim()) werte.set("text", zustand.q.trim());
  for (const f of facetten) {
    const menge = zustand.wahl.get(f.id);
    if (istVorgabe(f, menge)) continue;
    for (const i of menge ?? []) werte.append(f.id, f.werte[i][0]);
    if (f.vorgabe != null && !menge?.size) werte.append(f.id, ALLE);
  }
  if (zustand.seit) werte.set("seit", zustand.seit);
  if (zustand.sort) werte.set("sort", zustand.sort);
  return werte;
}

/**
 * The names that no server shall see: free text, and what a facet tells about the visitor.
 * @param {Facette[]} facetten
 */
export const privates = (facetten) => new Set(["text", ...facetten.filter((f) => f.privat).map((f) => f.id)]);

/** The rows of a list, prepared for filtering. `text(i)` gives the words of a row when they are first needed. */
export class Bestand {
  /**
   * @param {number} anzahl
   * @param {Facette[]} facetten
   * @param {(zeile: number) => string} text
   * @param {Zusatz} zusatz
   */
  constructor(anzahl, facetten, text, { gleich = [], tage = [] } = {}) {
    this.anzahl = anzahl;
    this.facetten = facetten;
    this.text = text;
    this.tage = tage;
    this.gleich = gruppen(gleich);
    /** @type {Wortindex | undefined} */
    this.index = undefined;
  }

  /**
   * One byte per row: 1 where every word of the text fits; null without text.
   * @param {string} q
   */
  textpasst(q) {
    const worte = suchworte(q, this.gleich);
    if (!worte.length) return null;
    this.index ??= new Wortindex(this.anzahl, this.text);
    const { index } = this;
    return worte.map((wahl) => index.zeilen(wahl)).reduce((a, b) => a.map((an, i) => an & b[i]));
  }

  /**
   * Rows that pass, whether a row passes, and a function that counts the values of one facet among the rows that
   * pass all others.
   * @param {Auswahl} zustand
   * @returns {Ergebnis}
   */
  filtere({ q, seit, wahl }) {
    const text = this.textpasst(q);
    const fragen = this.facetten.flatMap((f) => {
      const menge = wahl.get(f.id);
      return menge?.size ? [{ f, an: Uint8Array.from(f.werte, (_, i) => (menge.has(i) ? 1 : 0)) }] : [];
    });
    /** @type {Ergebnis["passt"]} */
    const passt = (i, ohne) => {
      if ((text && !text[i]) || (seit && this.tage[i] < seit)) return false;
      return fragen.every(({ f, an }) => f === ohne || f.zeilen[i].some((wert) => an[wert]));
    };
    const treffer = [];
    for (let i = 0; i < this.anzahl; i++) if (passt(i)) treffer.push(i);
    /** @type {Zaehler} */
    const zaehle = (facette) => {
      const zahlen = new Int32Array(facette.werte.length);
      for (let i = 0; i < this.anzahl; i++) if (passt(i, facette)) for (const wert of facette.zeilen[i]) zahlen[wert]++;
      return zahlen;
    };
    return { treffer, passt, zaehle };
  }
}
