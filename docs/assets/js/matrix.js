// A list that filters: takes the complete table of the page and shows the rows of the current selection.
import { adresse, anker, gewaehlt, haltBeimSpringen, raeumeAuf, springe } from "./adresse.js";
import { lade, ungetrennt, worte } from "./matrix-ausgabe.js";
import { alsAdresse, anfang, ausAdresse, Bestand, nichts, privates } from "./matrix-auswahl.js";
import { bau, Leiste } from "./matrix-leiste.js";

const SOFORT = 8; // rows that are right with the keystroke, more than fit below the tool bar; the rest follows in steps
const SCHRITT = 12;
const JE_SEITE = 100; // layout of what appears is the cost, not the search
const ORDNUNG = new Intl.Collator("de", { numeric: true });

/** @param {number} n */
const zahl = (n) => n.toLocaleString("de");

/** @param {Element} th */
const wortlaut = (th) => ungetrennt(th.textContent).trim();

/**
 * Sets the words of an element where they differ, because setting them always costs a layout.
 * @param {Element | null | undefined} element
 * @param {string} text
 */
const schreibe = (element, text) => {
  if (element && element.textContent !== text) element.textContent = text;
};

class Matrix {
  grenze = JE_SEITE;
  tippt = false;
  zustand = nichts();
  /** @type {number[]} */
  treffer = [];
  /** @type {Ergebnis["passt"]} */
  passt = () => true;
  /** @type {Map<string, Int32Array>} */
  raenge = new Map();
  /** @type {Record<"rest" | "gleich" | "ansage", number | undefined>} */
  wecker = { rest: undefined, gleich: undefined, ansage: undefined };
  auswahl = bau("p", { class: "druck-nur" });
  leerfeld = bau("div", { class: "matrix-leer", hidden: true });
  mehr = bau("button", {
    type: "button",
    class: "knopf matrix-mehr",
    hidden: true,
    onclick: () => this.zeigeMehr(),
  });

  /**
   * @param {HTMLElement} rahmen
   * @param {number} nummer
   */
  constructor(rahmen, nummer) {
    this.rahmen = rahmen;
    const script = /** @type {HTMLScriptElement} */ (rahmen.querySelector(":scope > script"));
    this.daten = /** @type {Listendaten} */ (JSON.parse(script.text));
    this.tabelle = /** @type {HTMLTableElement} */ (rahmen.querySelector("table"));
    this.koerper = this.tabelle.tBodies[0];
    this.beschriftung = this.tabelle.caption?.querySelector(".anzahl");
    const [, ...weitere] = this.tabelle.tBodies;
    for (const gruppe of weitere) {
      this.koerper.append(...gruppe.querySelectorAll("tr:not(.gruppe)"));
      gruppe.remove();
    }
    this.zeilen = [...this.koerper.rows];
    /** @type {Map<Element, number>} */
    this.nummern = new Map(this.zeilen.map((tr, i) => [tr, i]));
    this.adressen = nummer === 0; // the first list of a page owns the address
    this.privat = privates(this.daten.facetten);
    const koepfe = [.../** @type {HTMLTableSectionElement} */ (this.tabelle.tHead).rows[0].cells];
    this.kopf = koepfe.map(wortlaut);
    /** @type {Spalte[]} */
    this.spalten = koepfe.flatMap((th, i) =>
      th.hasAttribute("data-sort") ? [{ id: th.dataset.spalte ?? "", th, i, name: wortlaut(th) }] : [],
    );
    const text = (/** @type {number} */ i) => this.zeilen[i].textContent;
    this.bestand = new Bestand(this.zeilen.length, this.daten.facetten, text, this.daten);
    const namen = this.spalten.map((s) => /** @type {[string, string]} */ ([s.id, s.name]));
    this.leiste = new Leiste(this.daten, namen, this.handlungen(), `matrix-${nummer}`);
    this.zustand = anfang(this.daten.facetten);
    this.baue();
    this.lies();
    this.zeige(true);
    if (this.adressen) springe();
    globalThis.requestIdleCallback?.(() => this.bestand.textpasst("a"));
  }

  /** @returns {Handlungen} */
  handlungen() {
    return {
      ausfuehrlich: this.tabelle.classList.contains("tabelle--knapp")
        ? () => !this.tabelle.classList.toggle("tabelle--knapp")
        : undefined,
      suche: (q, sofort) => this.setze({ q }, sofort ? "neu" : "tippen"),
      fertig: () => {
        this.tippt = false;
      },
      seit: (seit) => this.setze({ seit }),
      wahl: (facette, i, an) => {
        const wahl = new Map(this.zustand.wahl);
        const menge = new Set(wahl.get(facette));
        if (an) menge.add(i);
        else menge.delete(i);
        wahl.set(facette, menge);
        this.setze({ wahl });
      },
      sort: (sort) => this.setze({ sort }),
      leer: () => {
        this.setze(anfang(this.daten.facetten));
        this.leiste.q.focus();
      },
      drucke: () => window.print(),
      lade: (art) => {
        const zeilen = this.treffer.map((i) => this.zeilen[i]);
        return lade(art, this.daten, this.kopf, zeilen, this.auswahl.textContent);
      },
      kopiere: (knopf) =>
        navigator.clipboard?.writeText(location.href).then(() => {
          knopf.textContent = "Link kopiert";
          setTimeout(() => schreibe(knopf, "Link kopieren"), 2500);
        }),
    };
  }

  baue() {
    for (const { id, th, name } of this.spalten) {
      const onclick = () => {
        const { sort } = this.zustand;
        this.setze({ sort: sort === id ? `-${id}` : sort === `-${id}` ? "" : id });
      };
      // On a phone there is no button, and the column keeps its name.
      th.replaceChildren(bau("button", { type: "button", onclick }, name), bau("span", { class: "spaltenname" }, name));
    }
    const platz = /** @type {HTMLElement} */ (this.rahmen.querySelector(".matrix-platz"));
    platz.replaceChildren(this.leiste.element);
    platz.after(this.auswahl);
    this.rahmen.append(this.leerfeld, this.mehr);
    if (this.adressen) {
      haltBeimSpringen();
      addEventListener("popstate", () => {
        this.lies();
        this.zeige(true);
        springe();
      });
    }
    addEventListener("beforeprint", () => this.fuelle(this.treffer.length));
    addEventListener("afterprint", () => this.fuelle(this.grenze));
  }

  lies() {
    if (!this.adressen) return;
    raeumeAuf(this.privat);
    const spalten = this.spalten.map((s) => s.id);
    this.zustand = ausAdresse(gewaehlt(), this.daten.facetten, spalten);
  }

  /**
   * Takes a change over; typing becomes one step of the history, everything else a step each.
   * @param {Partial<Auswahl>} neu
   * @param {"neu" | "tippen"} wie
   */
  setze(neu, wie = "neu") {
    this.zustand = { ...this.zustand, ...neu };
    this.grenze = JE_SEITE;
    this.zeige(wie === "neu");
    if (!this.adressen) return;
    const ersetzen = wie === "tippen" && this.tippt;
    this.tippt = wie === "tippen";
    clearTimeout(this.wecker.gleich);
    const merke = () => {
      const ziel = adresse(alsAdresse(this.zustand, this.daten.facetten, gewaehlt()), this.privat);
      if (ziel === location.pathname + location.search + location.hash) return;
      history[ersetzen ? "replaceState" : "pushState"](null, "", ziel);
    };
    if (ersetzen) this.wecker.gleich = setTimeout(merke, 250);
    else merke();
  }

  /** @param {boolean} sofort */
  zeige(sofort) {
    const { treffer, passt, zaehle } = this.bestand.filtere(this.zustand);
    this.treffer = this.sortiere(treffer);
    this.passt = passt;
    this.leiste.zeige(this.zustand, zaehle);
    const marke = sofort && anker();
    const gemeint = marke ? this.treffer.findIndex((i) => this.zeilen[i].id === marke) : -1;
    if (gemeint >= this.grenze) this.grenze = gemeint + 1;
    const gleich = sofort || this.treffer.length <= SOFORT;
    this.fuelle(gleich ? this.grenze : SOFORT, gleich);
    clearTimeout(this.wecker.rest);
    if (!gleich) this.wecker.rest = setTimeout(() => this.fuelleNach(SOFORT), 80);
    this.sage();
  }

  /** @param {number[]} treffer */
  sortiere(treffer) {
    const { sort } = this.zustand;
    const abwaerts = sort.startsWith("-");
    const spalte = this.spalten.find((s) => s.id === sort.replace("-", ""));
    for (const s of this.spalten) {
      if (s === spalte) s.th.setAttribute("aria-sort", abwaerts ? "descending" : "ascending");
      else s.th.removeAttribute("aria-sort");
    }
    if (!spalte) return treffer;
    const rang = this.rang(spalte);
    const richtung = abwaerts ? -1 : 1;
    return treffer.sort((a, b) => richtung * (rang[a] - rang[b]) || a - b);
  }

  /**
   * Rank of every row in a column, computed once.
   * @param {Spalte} spalte
   */
  rang({ id, i }) {
    const bekannt = this.raenge.get(id);
    if (bekannt) return bekannt;
    const werte = this.zeilen.map((tr) => tr.cells[i].dataset.wert ?? worte(tr.cells[i]));
    const rang = new Int32Array(werte.length);
    const folge = werte.map((_, z) => z).sort((a, b) => ORDNUNG.compare(werte[a], werte[b]));
    folge.forEach((z, n) => {
      const davor = folge[n - 1];
      rang[z] = n && !ORDNUNG.compare(werte[davor], werte[z]) ? rang[davor] : n;
    });
    this.raenge.set(id, rang);
    return rang;
  }

  /**
   * Puts the first rows of the selection into the page. Rows that already stand in their place are left alone;
   * `ganz` also takes away what stands behind them.
   * @param {number} anzahl
   */
  fuelle(anzahl, ganz = true) {
    let hier = this.koerper.firstElementChild;
    for (const i of this.treffer.slice(0, anzahl)) {
      const tr = this.zeilen[i];
      while (hier && hier !== tr && !this.passt(this.nummern.get(hier) ?? -1)) {
        const weg = hier;
        hier = weg.nextElementSibling;
        weg.remove();
      }
      if (hier === tr) hier = tr.nextElementSibling;
      else this.koerper.insertBefore(tr, hier);
    }
    if (hier && ganz) {
      const rest = document.createRange();
      rest.setStartBefore(hier);
      rest.setEndAfter(this.koerper.lastElementChild ?? hier);
      rest.deleteContents();
    }
    const offen = this.treffer.length - Math.max(anzahl, Math.min(this.grenze, this.treffer.length));
    this.mehr.hidden = offen <= 0;
    if (offen > 0) schreibe(this.mehr, `${Math.min(JE_SEITE, offen)} weitere anzeigen (noch ${zahl(offen)})`);
    if (ganz) this.zaehle();
  }

  /**
   * The rest of the page of rows, a few at a time, so that the next keystroke never waits long.
   * @param {number} schon
   */
  fuelleNach(schon) {
    const bis = Math.min(this.grenze, schon + SCHRITT);
    const ganz = bis >= Math.min(this.grenze, this.treffer.length);
    this.fuelle(bis, ganz);
    if (!ganz) this.wecker.rest = setTimeout(() => this.fuelleNach(bis));
  }

  zeigeMehr() {
    const erste = this.grenze;
    this.grenze += JE_SEITE;
    this.fuelle(this.grenze);
    this.koerper.rows[erste]?.querySelector("a")?.focus();
  }

  /** The number in the caption; a new caption makes the browser lay out the whole table. */
  zaehle() {
    const [n, alle] = [this.treffer.length, this.zeilen.length].map(zahl);
    schreibe(this.beschriftung, n === alle ? `(${alle})` : `(${n} von ${alle})`);
  }

  /** Says how many there are, to everybody: number, empty result, line for print. */
  sage() {
    const [n, alle] = [this.treffer.length, this.zeilen.length];
    const { einzahl, mehrzahl } = this.daten;
    const wort = n === alle && alle === 1 ? einzahl : mehrzahl;
    const text = n === alle ? `${zahl(alle)} ${wort}` : `${zahl(n)} von ${zahl(alle)} ${wort}`;
    clearTimeout(this.wecker.ansage);
    const sprich = () => schreibe(this.leiste.status, text);
    if (this.leiste.status.textContent) this.wecker.ansage = setTimeout(sprich, 400);
    else sprich();
    const kriterien = this.leiste.kriterien(this.zustand);
    const worte = kriterien.map((k) => k.text).join("; ");
    this.auswahl.textContent = worte && `Auswahl: ${worte} (${text})`;
    /** @type {HTMLElement} */ (this.tabelle.parentElement).hidden = !n;
    this.leerfeld.hidden = Boolean(n);
    if (!n) this.zeigeAuswege(kriterien);
  }

  /**
   * An empty result says which single step back leads to rows again.
   * @param {Kriterium[]} kriterien
   */
  zeigeAuswege(kriterien) {
    const wege = kriterien.flatMap(({ text, ohne, weg }) => {
      const n = this.bestand.filtere(ohne).treffer.length;
      const onclick = () => {
        weg();
        this.leiste.q.focus();
      };
      const knopf = bau("button", { type: "button", class: "knopf", onclick }, `Ohne „${text}“: ${zahl(n)}`);
      return n ? [bau("li", {}, knopf)] : [];
    });
    const alles = { type: "button", class: "knopf knopf--haupt", onclick: () => this.leiste.leer.click() };
    this.leerfeld.replaceChildren(
      bau("p", {}, this.daten.keine),
      bau("ul", { class: "liste" }, ...wege),
      bau("button", alles, "Ganze Auswahl aufheben"),
    );
  }
}

export function beginne() {
  /** @type {NodeListOf<HTMLElement>} */
  const alle = document.querySelectorAll("[data-matrix]");
  const mitDaten = [...alle].filter((rahmen) => rahmen.querySelector(":scope > script"));
  mitDaten.forEach((rahmen, i) => {
    new Matrix(rahmen, i);
  });
}
