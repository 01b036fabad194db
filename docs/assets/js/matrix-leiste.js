// The tool bar above a list: search field, facets with counts, what is chosen, what can be done with the selection.
import { istVorgabe } from "./matrix-auswahl.js";

const LANG = 12; // in longer lists of values those without a hit step back
const KEINE_DATEI = "Die Datei ließ sich nicht erstellen. Bitte die Seite neu laden oder „Als CSV“ wählen.";

/**
 * An element; `inhalt` are texts and elements, texts are never read as HTML.
 * @template {keyof HTMLElementTagNameMap} Art
 * @param {Art} art
 * @param {Merkmale} merkmale
 * @param {(string | Node)[]} inhalt
 */
export function bau(art, merkmale = {}, ...inhalt) {
  const element = document.createElement(art);
  for (const [name, wert] of Object.entries(merkmale)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), wert);
    else if (wert === true) element.setAttribute(name, "");
    else if (wert !== false && wert != null) element.setAttribute(name, wert);
  }
  element.append(...inhalt);
  return element;
}

/**
 * @param {string} text
 * @param {Merkmale} merkmale
 * @param {(string | Node)[]} weiteres
 */
const knopf = (text, merkmale, ...weiteres) =>
  bau("button", { type: "button", class: "knopf", ...merkmale }, text, ...weiteres);

/**
 * A field below its name.
 * @param {string} name
 * @param {HTMLElement} feld
 */
const benannt = (name, feld, klasse = "") =>
  bau("div", { class: `matrix-feld${klasse}` }, bau("label", { for: feld.id }, name), feld);

export class Leiste {
  /** @type {Zaehler} */
  zaehler = () => [];

  /**
   * @param {Listendaten} daten
   * @param {[id: string, name: string][]} spalten
   * @param {Handlungen} tue
   * @param {string} kennung
   */
  constructor(daten, spalten, tue, kennung) {
    this.daten = daten;
    this.tue = tue;
    this.kennung = kennung;
    this.status = bau("p", { class: "facetten-zahl", role: "status" });
    this.q = bau("input", {
      type: "search",
      id: `${kennung}-q`,
      autocomplete: "off",
      spellcheck: "false",
      maxlength: 200,
      onchange: () => tue.fertig(),
    });
    this.q.addEventListener("input", () => tue.suche(this.q.value));
    this.seit = bau("input", { type: "date", id: `${kennung}-seit` });
    this.seit.addEventListener("change", () => tue.seit(this.seit.value));
    this.sort = bau(
      "select",
      { id: `${kennung}-sort` },
      bau("option", { value: "" }, daten.tage ? "neueste zuerst" : "wie im Konzept"),
      ...spalten.flatMap(([id, name]) => [
        bau("option", { value: id }, `${name} aufsteigend`),
        bau("option", { value: `-${id}` }, `${name} absteigend`),
      ]),
    );
    this.sort.addEventListener("change", () => tue.sort(this.sort.value));
    this.facetten = daten.facetten.map((f) => this.facette(f));
    this.gewaehlt = bau("ul", { class: "matrix-gewaehlt", "aria-label": "Gewählt" });
    this.klappe = knopf("Filter", {
      class: "knopf matrix-klappe",
      "aria-expanded": "false",
      "aria-controls": `${kennung}-facetten`,
      onclick: () => {
        const offen = this.klappe.getAttribute("aria-expanded") === "true";
        this.klappe.setAttribute("aria-expanded", String(!offen));
      },
    });
    this.leer = knopf("Auswahl aufheben", { onclick: tue.leer });
    this.element = this.rahmen();
  }

  rahmen() {
    const { daten, kennung } = this;
    const kurz = " matrix-feld--kurz";
    return bau(
      "form",
      {
        class: "facetten matrix-leiste",
        role: "search",
        "aria-label": `${daten.mehrzahl} filtern`,
        onsubmit: (e) => e.preventDefault(),
      },
      benannt(`${daten.mehrzahl} durchsuchen`, this.q),
      ...(daten.tage ? [benannt("Seit", this.seit, kurz)] : []),
      benannt("Reihenfolge", this.sort, `${kurz} matrix-sort`),
      this.klappe,
      bau(
        "div",
        { class: "matrix-facetten", id: `${kennung}-facetten` },
        ...this.facetten.flatMap((f) => [f.knopf, f.feld]),
      ),
      this.gewaehlt,
      this.status,
      this.werk(),
    );
  }

  /** The buttons that do something with the selection. */
  werk() {
    const { tue } = this;
    const fehler = bau("span", { class: "klein", role: "alert" }, KEINE_DATEI);
    const link = knopf("Link kopieren", { onclick: () => tue.kopiere(link) });
    const werk = bau("div", { class: "matrix-werk" }, this.leer, link, knopf("Drucken", { onclick: tue.drucke }));
    const datei = (/** @type {string} */ text, /** @type {Dateiart} */ art) => {
      const onclick = () => {
        fehler.remove();
        tue.lade(art).catch(() => werk.append(fehler));
      };
      werk.append(knopf(text, { onclick }));
    };
    if (tue.ausfuehrlich) {
      const mehr = knopf("Alle Angaben zeigen", {
        class: "knopf matrix-knapp",
        "aria-pressed": "false",
        onclick: () => mehr.setAttribute("aria-pressed", String(tue.ausfuehrlich?.())),
      });
      werk.prepend(mehr);
    }
    datei("Als Excel-Datei", "xlsx");
    datei("Als CSV", "csv");
    return werk;
  }

  /**
   * @param {Facette} facette
   * @returns {Facettenteil}
   */
  facette(facette) {
    const { id, name, werte } = facette;
    const feld = bau("fieldset", { id: `${this.kennung}-${id}`, hidden: true });
    const zeichen = bau("span", { class: "matrix-zahl" });
    const offen = knopf(
      name,
      { class: "knopf matrix-knopf", "aria-expanded": "false", "aria-controls": feld.id },
      zeichen,
    );
    const zaehler = werte.map(() => bau("span", { class: "matrix-zahl" }));
    const kaesten = werte.map((_, i) => {
      const kasten = bau("input", { type: "checkbox" });
      kasten.addEventListener("change", () => this.tue.wahl(id, i, kasten.checked));
      return kasten;
    });
    const zeilen = werte.map(([, wort], i) => bau("label", {}, kaesten[i], bau("span", {}, wort, " ", zaehler[i])));
    const rest = bau("p", { class: "klein" });
    const teil = {
      facette,
      id,
      knopf: offen,
      zeichen,
      feld,
      kaesten,
      zaehler,
      zeilen,
      rest,
      lang: werte.length > LANG,
    };
    feld.append(bau("legend", { class: "unsichtbar" }, name), ...zeilen, rest);
    feld.addEventListener("keydown", (e) => {
      if (e.key !== "Escape") return;
      this.oeffne(null);
      offen.focus();
    });
    offen.addEventListener("click", () => this.oeffne(feld.hidden ? teil : null));
    return teil;
  }

  /**
   * Opens one facet and closes the others.
   * @param {Facettenteil | null} welche
   */
  oeffne(welche) {
    for (const teil of this.facetten) {
      teil.feld.hidden = teil !== welche;
      teil.knopf.setAttribute("aria-expanded", String(teil === welche));
    }
    if (welche) this.zaehle(welche);
  }

  /**
   * Counts and writes the numbers of a facet; closed facets wait until they are opened.
   * @param {Facettenteil} teil
   */
  zaehle(teil) {
    const zahlen = this.zaehler(teil.facette);
    teil.zaehler.forEach((zaehler, i) => {
      const n = zahlen[i];
      if (zaehler.textContent !== `(${n})`) zaehler.textContent = `(${n})`;
      teil.zeilen[i].classList.toggle("matrix-null", !n);
      teil.zeilen[i].hidden = !n && teil.lang && !teil.kaesten[i].checked;
    });
    const verborgen = teil.feld.querySelectorAll("label[hidden]").length;
    teil.rest.hidden = !verborgen;
    teil.rest.textContent = `${verborgen} ohne Treffer in dieser Auswahl`;
  }

  /**
   * Brings the tool bar in line with a selection; `zaehler` counts a facet.
   * @param {Auswahl} zustand
   * @param {Zaehler} zaehler
   */
  zeige(zustand, zaehler) {
    this.zaehler = zaehler;
    if (this.q.value.trim() !== zustand.q.trim()) this.q.value = zustand.q;
    this.seit.value = zustand.seit;
    this.sort.value = zustand.sort;
    let summe = 0;
    let anders = Boolean(zustand.q.trim() || zustand.seit || zustand.sort);
    for (const teil of this.facetten) {
      const menge = zustand.wahl.get(teil.id);
      teil.kaesten.forEach((kasten, i) => {
        kasten.checked = Boolean(menge?.has(i));
      });
      const zeichen = menge?.size ? ` (${menge.size})` : "";
      if (teil.zeichen.textContent !== zeichen) teil.zeichen.textContent = zeichen;
      if (!teil.feld.hidden) this.zaehle(teil);
      if (istVorgabe(teil.facette, menge)) continue;
      summe += menge?.size ?? 0;
      anders ||= Boolean(menge?.size) || teil.facette.vorgabe != null;
    }
    this.klappe.textContent = summe ? `Filter (${summe})` : "Filter";
    this.leer.hidden = !anders;
    this.zeigeGewaehlt(zustand);
  }

  /** @param {Auswahl} zustand */
  zeigeGewaehlt(zustand) {
    const gewaehlt = this.kriterien(zustand).filter((k) => k.facette);
    const marken = gewaehlt.map(({ text, weg }) => {
      const onclick = () => {
        weg();
        (this.gewaehlt.querySelector("button") ?? this.q).focus();
      };
      return bau("li", {}, knopf(text, { class: "marke matrix-marke", "aria-label": `${text} entfernen`, onclick }));
    });
    if (marken.length || this.gewaehlt.childElementCount) this.gewaehlt.replaceChildren(...marken);
    this.gewaehlt.hidden = !marken.length;
  }

  /**
   * Everything that narrows the list.
   * @param {Auswahl} zustand
   */
  kriterien(zustand) {
    const { tue } = this;
    /** @type {Kriterium[]} */
    const alle = [];
    const q = zustand.q.trim();
    const { seit } = zustand;
    if (q) alle.push({ text: `Text: ${q}`, ohne: { ...zustand, q: "" }, weg: () => tue.suche("", true) });
    if (seit) {
      const tag = seit.split("-").reverse().join(".");
      alle.push({ text: `Seit: ${tag}`, ohne: { ...zustand, seit: "" }, weg: () => tue.seit("") });
    }
    for (const { id, name, werte } of this.daten.facetten) {
      const menge = zustand.wahl.get(id) ?? [];
      for (const i of menge) {
        const wahl = new Map(zustand.wahl);
        wahl.set(id, new Set([...menge].filter((w) => w !== i)));
        const weg = () => tue.wahl(id, i, false);
        alle.push({ facette: id, text: `${name}: ${werte[i][1]}`, ohne: { ...zustand, wahl }, weg });
      }
    }
    return alle;
  }
}
