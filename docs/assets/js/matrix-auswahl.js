// The selection: which rows pass, how many each further option would leave, and its form in the address.
import { heuhaufen, suchworte, trifft } from "./matrix-worte.js";

/** Nothing selected. */
export const nichts = () => ({ q: "", sort: "", seit: "", wahl: new Map() });

/** Selection of an address; what the list does not know is ignored. */
export function ausAdresse(suche, facetten, spalten) {
  const zustand = nichts();
  const werte = new URLSearchParams(suche);
  zustand.q = (werte.get("text") ?? "").slice(0, 200);
  const sort = werte.get("sort") ?? "";
  if (spalten.includes(sort.replace(/^-/, ""))) zustand.sort = sort;
  const seit = werte.get("seit") ?? "";
  if (/^\d{4}-\d{2}-\d{2}$/.test(seit) && !Number.isNaN(Date.parse(seit))) zustand.seit = seit;
  for (const f of facetten) {
    const gewaehlt = new Set(werte.getAll(f.id).map((k) => f.werte.findIndex(([wert]) => wert === k)));
    gewaehlt.delete(-1);
    if (gewaehlt.size) zustand.wahl.set(f.id, gewaehlt);
  }
  return zustand;
}

/** Address of a selection; parameters of others stay. */
export function alsAdresse(zustand, facetten, bisher) {
  const werte = new URLSearchParams(bisher);
  for (const name of ["text", "sort", "seit", ...facetten.map((f) => f.id)]) werte.delete(name);
  if (zustand.q.trim()) werte.set("text", zustand.q.trim());
  for (const f of facetten) for (const i of zustand.wahl.get(f.id) ?? []) werte.append(f.id, f.werte[i][0]);
  if (zustand.seit) werte.set("seit", zustand.seit);
  if (zustand.sort) werte.set("sort", zustand.sort);
  const text = werte.toString();
  return text && `?${text}`;
}

/** The rows of a list, prepared for filtering. `text(i)` gives the words of a row when they are first needed. */
export class Bestand {
  constructor(anzahl, facetten, text, { gleich = [], tage = [] } = {}) {
    Object.assign(this, { anzahl, facetten, text, gleich, tage, heu: null, q: "", passt: null });
  }

  /** One byte per row: 1 where the text fits. Typing on narrows the rows that already fit. */
  textpasst(q) {
    const worte = suchworte(q, this.gleich);
    if (!worte.length) return null;
    this.heu ??= Array.from({ length: this.anzahl }, (_, i) => heuhaufen(this.text(i)));
    if (q === this.q && this.passt) return this.passt;
    const neu = new Uint8Array(this.anzahl);
    for (let i = 0; i < this.anzahl; i++) if (trifft(this.heu[i], worte)) neu[i] = 1;
    this.q = q;
    this.passt = neu;
    return neu;
  }

  /** Rows that pass, and per facet how many rows each value has among those that pass all other facets. */
  filtere({ q, seit, wahl }) {
    const text = this.textpasst(q);
    const gewaehlt = this.facetten.map((f) => {
      const menge = wahl.get(f.id);
      return menge?.size ? Uint8Array.from(f.werte, (_, i) => (menge.has(i) ? 1 : 0)) : null;
    });
    const zahlen = this.facetten.map((f) => new Int32Array(f.werte.length));
    const treffer = [];
    for (let i = 0; i < this.anzahl; i++) {
      if ((text && !text[i]) || (seit && this.tage[i] < seit)) continue;
      let verfehlt = 0;
      let welche = -1;
      for (let f = 0; f < gewaehlt.length && verfehlt < 2; f++) {
        if (!gewaehlt[f]) continue;
        let hat = false;
        for (const wert of this.facetten[f].zeilen[i]) if (gewaehlt[f][wert]) hat = true;
        if (!hat) {
          verfehlt++;
          welche = f;
        }
      }
      if (verfehlt > 1) continue;
      if (!verfehlt) treffer.push(i);
      for (let f = 0; f < zahlen.length; f++) {
        if (verfehlt && f !== welche) continue;
        for (const wert of this.facetten[f].zeilen[i]) zahlen[f][wert]++;
      }
    }
    return { treffer, zahlen };
  }
}
