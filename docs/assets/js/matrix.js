// A list that filters: takes the complete table of the page and shows the rows of the current selection.
import { alsAdresse, ausAdresse, Bestand, nichts } from "./matrix-auswahl.js";
import { lade, worte } from "./matrix-ausgabe.js";
import { bau, Leiste } from "./matrix-leiste.js";

const SOFORT = 8; // rows that are right with the keystroke, more than fit below the tool bar; the rest follows in steps
const SCHRITT = 12;
const JE_SEITE = 100; // layout of what appears is the cost, not the search
const ORDNUNG = new Intl.Collator("de", { numeric: true });

/** Sets the words of an element where they differ, because setting them always costs a layout. */
const schreibe = (element, text) => {
  if (element && element.textContent !== text) element.textContent = text;
};

class Matrix {
  constructor(rahmen, nummer) {
    this.rahmen = rahmen;
    this.daten = JSON.parse(rahmen.querySelector(":scope > script").textContent);
    this.tabelle = rahmen.querySelector("table");
    this.koerper = this.tabelle.tBodies[0];
    this.zeilen = [...this.koerper.rows];
    this.nummern = new Map(this.zeilen.map((tr, i) => [tr, i]));
    this.adressen = nummer === 0; // the first list of a page owns the address
    this.grenze = JE_SEITE;
    this.raenge = new Map();
    const koepfe = [...this.tabelle.tHead.rows[0].cells];
    this.spalten = koepfe.flatMap((th, i) => (th.hasAttribute("data-sort") ? [{ id: th.dataset.spalte, th, i, name: th.textContent.trim() }] : []));
    this.kopf = koepfe.map((th) => th.textContent.trim());
    this.bestand = new Bestand(this.zeilen.length, this.daten.facetten, (i) => this.zeilen[i].textContent, this.daten);
    this.baue(nummer);
    this.lies();
    this.zeige(true);
    globalThis.requestIdleCallback?.(() => this.bestand.textpasst("a"));
  }

  baue(nummer) {
    const leiste = (this.leiste = new Leiste(this.daten, this.spalten.map((s) => [s.id, s.name]), {
      suche: (q, sofort) => this.setze({ q }, sofort ? "neu" : "tippen"),
      fertig: () => (this.tippt = false),
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
        this.setze(nichts());
        leiste.q.focus();
      },
      drucke: () => window.print(),
      lade: (art) => lade(art, this.daten, this.kopf, this.treffer.map((i) => this.zeilen[i]), this.auswahl.textContent),
      kopiere: (knopf) => navigator.clipboard?.writeText(location.href).then(() => {
        knopf.textContent = "Link kopiert";
        setTimeout(() => (knopf.textContent = "Link kopieren"), 2500);
      }),
    }, `matrix-${nummer}`));
    this.auswahl = bau("p", { class: "druck-nur" });
    this.leerfeld = bau("div", { class: "matrix-leer", hidden: true });
    this.mehr = bau("button", { type: "button", class: "knopf matrix-mehr", hidden: true, onclick: () => this.zeigeMehr() });
    for (const s of this.spalten) {
      s.knopf = bau("button", { type: "button", onclick: () => this.setze({ sort: { "": s.id, [s.id]: `-${s.id}` }[this.zustand.sort] ?? (this.zustand.sort === `-${s.id}` ? "" : s.id) }) }, s.name);
      s.th.replaceChildren(s.knopf);
    }
    this.beschriftung = this.tabelle.caption?.querySelector(".anzahl");
    const platz = this.rahmen.querySelector(".matrix-platz");
    platz.replaceChildren(leiste.element);
    platz.after(this.auswahl);
    this.rahmen.append(this.leerfeld, this.mehr);
    if (this.adressen) addEventListener("popstate", () => {
      this.lies();
      this.zeige(true);
    });
    addEventListener("beforeprint", () => this.fuelle(this.treffer.length));
    addEventListener("afterprint", () => this.fuelle(this.grenze));
  }

  lies() {
    this.zustand = this.adressen ? ausAdresse(location.search, this.daten.facetten, this.spalten.map((s) => s.id)) : nichts();
  }

  /** Takes a change over; typing becomes one step of the history, everything else a step each. */
  setze(neu, wie = "neu") {
    const davor = this.zustand;
    this.zustand = { ...davor, ...neu };
    this.grenze = JE_SEITE;
    this.zeige(wie === "neu");
    if (!this.adressen) return;
    const ersetzen = wie === "tippen" && this.tippt;
    this.tippt = wie === "tippen";
    clearTimeout(this.gleich);
    const merke = () => {
      const ziel = location.pathname + alsAdresse(this.zustand, this.daten.facetten, location.search);
      if (ziel !== location.pathname + location.search) history[ersetzen ? "replaceState" : "pushState"](null, "", ziel);
    };
    if (ersetzen) this.gleich = setTimeout(merke, 250);
    else merke();
  }

  zeige(sofort) {
    const { treffer, passt, zaehle } = this.bestand.filtere(this.zustand);
    this.treffer = this.sortiere(treffer);
    this.passt = passt;
    this.leiste.zeige(this.zustand, zaehle);
    const anker = sofort && location.hash.length > 1 ? this.treffer.findIndex((i) => this.zeilen[i].id === location.hash.slice(1)) : -1;
    if (anker >= this.grenze) this.grenze = anker + 1;
    const gleich = sofort || this.treffer.length <= SOFORT;
    this.fuelle(gleich ? this.grenze : SOFORT, gleich);
    clearTimeout(this.rest);
    if (!gleich) this.rest = setTimeout(() => this.fuelleNach(SOFORT), 80);
    this.sage();
  }

  sortiere(treffer) {
    const spalte = this.spalten.find((s) => s.id === this.zustand.sort.replace("-", ""));
    for (const s of this.spalten) {
      if (s === spalte) s.th.setAttribute("aria-sort", this.zustand.sort.startsWith("-") ? "descending" : "ascending");
      else s.th.removeAttribute("aria-sort");
    }
    if (!spalte) return treffer;
    const rang = this.rang(spalte);
    const richtung = this.zustand.sort.startsWith("-") ? -1 : 1;
    return treffer.sort((a, b) => richtung * (rang[a] - rang[b]) || a - b);
  }

  /** Rank of every row in a column, computed once. */
  rang({ id, i }) {
    if (!this.raenge.has(id)) {
      const werte = this.zeilen.map((tr) => tr.cells[i].dataset.wert ?? worte(tr.cells[i]));
      const rang = new Int32Array(werte.length);
      let stelle = 0;
      const folge = werte.map((_, z) => z).sort((a, b) => ORDNUNG.compare(werte[a], werte[b]));
      folge.forEach((z, n) => (rang[z] = n && !ORDNUNG.compare(werte[folge[n - 1]], werte[z]) ? stelle : (stelle = n)));
      this.raenge.set(id, rang);
    }
    return this.raenge.get(id);
  }

  /**
   * Puts the first rows of the selection into the page. Rows that already stand in their place are left alone;
   * `ganz` also takes away what stands behind them.
   */
  fuelle(anzahl, ganz = true) {
    let hier = this.koerper.firstElementChild;
    const weiter = () => {
      const diese = hier;
      hier = hier.nextElementSibling;
      return diese;
    };
    for (const i of this.treffer.slice(0, anzahl)) {
      const tr = this.zeilen[i];
      while (hier && hier !== tr && !this.passt(this.nummern.get(hier))) weiter().remove();
      if (hier === tr) weiter();
      else this.koerper.insertBefore(tr, hier);
    }
    if (hier && ganz) {
      const rest = document.createRange();
      rest.setStartBefore(hier);
      rest.setEndAfter(this.koerper.lastElementChild);
      rest.deleteContents();
    }
    const offen = this.treffer.length - Math.max(anzahl, Math.min(this.grenze, this.treffer.length));
    this.mehr.hidden = offen <= 0;
    if (offen > 0) schreibe(this.mehr, `${Math.min(JE_SEITE, offen)} weitere anzeigen (noch ${offen.toLocaleString("de")})`);
    if (ganz) this.zaehle();
  }

  /** The rest of the page of rows, a few at a time, so that the next keystroke never waits long. */
  fuelleNach(schon) {
    const bis = Math.min(this.grenze, schon + SCHRITT);
    this.fuelle(bis, bis >= Math.min(this.grenze, this.treffer.length));
    if (bis < Math.min(this.grenze, this.treffer.length)) this.rest = setTimeout(() => this.fuelleNach(bis));
  }

  zeigeMehr() {
    const erste = this.grenze;
    this.grenze += JE_SEITE;
    this.fuelle(this.grenze);
    this.koerper.rows[erste]?.querySelector("a")?.focus();
  }

  /** The number in the caption; a new caption makes the browser lay out the whole table. */
  zaehle() {
    const [n, alle] = [this.treffer.length, this.zeilen.length].map((wert) => wert.toLocaleString("de"));
    schreibe(this.beschriftung, n === alle ? `(${alle})` : `(${n} von ${alle})`);
  }

  /** Says how many there are, to everybody: number, empty result, line for print. */
  sage() {
    const [n, alle] = [this.treffer.length, this.zeilen.length];
    const zahl = (wert) => wert.toLocaleString("de");
    const text = n === alle ? `${zahl(alle)} ${alle === 1 ? this.daten.einzahl : this.daten.mehrzahl}` : `${zahl(n)} von ${zahl(alle)} ${this.daten.mehrzahl}`;
    clearTimeout(this.ansage);
    const sprich = () => schreibe(this.leiste.status, text);
    if (this.leiste.status.textContent) this.ansage = setTimeout(sprich, 400);
    else sprich();
    const kriterien = this.leiste.kriterien(this.zustand);
    this.auswahl.textContent = kriterien.length ? `Auswahl: ${kriterien.map((k) => k.text).join("; ")} (${text})` : "";
    this.tabelle.parentElement.hidden = !n;
    this.leerfeld.hidden = Boolean(n);
    if (n) return;
    const wege = kriterien.map((k) => ({ ...k, n: this.bestand.filtere(k.ohne).treffer.length })).filter((k) => k.n);
    this.leerfeld.replaceChildren(
      bau("p", {}, this.daten.keine),
      bau("ul", { class: "liste" }, ...wege.map((k) => bau("li", {}, bau("button", { type: "button", class: "knopf", onclick: () => {
        k.weg();
        this.leiste.q.focus();
      } }, `Ohne „${k.text}“: ${zahl(k.n)}`)))),
      bau("button", { type: "button", class: "knopf knopf--haupt", onclick: () => this.leiste.leer.click() }, "Ganze Auswahl aufheben"));
  }
}

export function beginne() {
  document.querySelectorAll("[data-matrix]:has(> script)").forEach((rahmen, i) => new Matrix(rahmen, i));
}
