// The tool bar above a list: search field, facets with counts, what is chosen, what can be done with the selection.

const LANG = 12; // in longer lists of values those without a hit step back

/** An element; `inhalt` are texts and elements, texts are never read as HTML. */
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

/** The tool bar. `tue` holds what happens on search, seit, wahl, sort, leer, drucke, lade, kopiere. */
export class Leiste {
  constructor(daten, spalten, tue, kennung) {
    this.daten = daten;
    this.status = bau("p", { class: "facetten-zahl", role: "status" });
    this.q = bau("input", { type: "search", id: `${kennung}-q`, autocomplete: "off", spellcheck: "false", maxlength: 200, oninput: () => tue.suche(this.q.value), onchange: () => tue.fertig() });
    this.seit = daten.tage && bau("input", { type: "date", id: `${kennung}-seit`, onchange: () => tue.seit(this.seit.value) });
    this.sort = bau("select", { id: `${kennung}-sort`, onchange: () => tue.sort(this.sort.value) },
      bau("option", { value: "" }, "wie im Konzept"),
      ...spalten.flatMap(([id, name]) => [bau("option", { value: id }, `${name} aufsteigend`), bau("option", { value: `-${id}` }, `${name} absteigend`)]));
    this.facetten = daten.facetten.map((f) => this.facette(f, tue, kennung));
    this.gewaehlt = bau("ul", { class: "matrix-gewaehlt", "aria-label": "Gewählt" });
    this.klappe = bau("button", { type: "button", class: "knopf matrix-klappe", "aria-expanded": "false", "aria-controls": `${kennung}-facetten`, onclick: () => this.klappe.setAttribute("aria-expanded", this.klappe.ariaExpanded !== "true") }, "Filter");
    this.leer = bau("button", { type: "button", class: "knopf", onclick: tue.leer }, "Auswahl aufheben");
    this.tue = tue;
    const knopf = (text, tat) => bau("button", { type: "button", class: "knopf", onclick: (e) => tat(e.currentTarget) }, text);
    const fehler = bau("span", { class: "klein", role: "alert" }, "Die Datei ließ sich nicht erstellen. Bitte die Seite neu laden oder „Als CSV“ wählen.");
    const datei = (art) => (knopf) => {
      fehler.remove();
      tue.lade(art).catch(() => knopf.parentElement.append(fehler));
    };
    this.element = bau("form", { class: "facetten matrix-leiste", role: "search", "aria-label": `${daten.mehrzahl} filtern`, onsubmit: (e) => e.preventDefault() },
      bau("div", { class: "matrix-feld" }, bau("label", { for: this.q.id }, `${daten.mehrzahl} durchsuchen`), this.q),
      ...(this.seit ? [bau("div", { class: "matrix-feld matrix-feld--kurz" }, bau("label", { for: this.seit.id }, "Seit"), this.seit)] : []),
      bau("div", { class: "matrix-feld matrix-feld--kurz matrix-sort" }, bau("label", { for: this.sort.id }, "Reihenfolge"), this.sort),
      this.klappe,
      bau("div", { class: "matrix-facetten", id: `${kennung}-facetten` }, ...this.facetten.flatMap((f) => [f.knopf, f.feld])),
      this.gewaehlt,
      this.status,
      bau("div", { class: "matrix-werk" }, this.leer, knopf("Link kopieren", tue.kopiere), knopf("Drucken", tue.drucke), knopf("Als Excel-Datei", datei("xlsx")), knopf("Als CSV", datei("csv"))));
  }

  facette(f, tue, kennung) {
    const feld = bau("fieldset", { id: `${kennung}-${f.id}`, hidden: true, onkeydown: (e) => {
      if (e.key === "Escape") {
        this.oeffne(null);
        teil.knopf.focus();
      }
    } }, bau("legend", { class: "unsichtbar" }, f.name));
    const teil = { facette: f, id: f.id, feld, zaehler: [], kaesten: [], lang: f.werte.length > LANG, rest: bau("p", { class: "klein" }) };
    teil.zeichen = bau("span", { class: "matrix-zahl" });
    teil.knopf = bau("button", { type: "button", class: "knopf matrix-knopf", "aria-expanded": "false", "aria-controls": feld.id, onclick: () => this.oeffne(teil.feld.hidden ? teil : null) }, f.name, teil.zeichen);
    f.werte.forEach(([, wort], i) => {
      const zaehler = bau("span", { class: "matrix-zahl" });
      const kasten = bau("input", { type: "checkbox", onchange: () => tue.wahl(f.id, i, kasten.checked) });
      teil.zaehler.push(zaehler);
      teil.kaesten.push(kasten);
      feld.append(bau("label", {}, kasten, bau("span", {}, wort, " ", zaehler)));
    });
    feld.append(teil.rest);
    return teil;
  }

  /** Opens one facet and closes the others. */
  oeffne(welche) {
    for (const teil of this.facetten) {
      teil.feld.hidden = teil !== welche;
      teil.knopf.setAttribute("aria-expanded", String(teil === welche));
    }
    if (welche) this.zaehle(welche);
  }

  /** Counts and writes the numbers of a facet; closed facets wait until they are opened. */
  zaehle(teil) {
    const zahlen = this.zaehler(teil.facette);
    teil.zaehler.forEach((zaehler, i) => {
      const n = zahlen[i];
      if (zaehler.textContent !== `(${n})`) zaehler.textContent = `(${n})`;
      const zeile = zaehler.parentElement.parentElement;
      zeile.classList.toggle("matrix-null", !n);
      zeile.hidden = !n && teil.lang && !teil.kaesten[i].checked;
    });
    const verborgen = teil.feld.querySelectorAll("label[hidden]").length;
    teil.rest.hidden = !verborgen;
    teil.rest.textContent = `${verborgen} ohne Treffer in dieser Auswahl`;
  }

  /** Brings the tool bar in line with a selection; `zaehler` counts a facet. */
  zeige(zustand, zaehler) {
    this.zaehler = zaehler;
    if (this.q.value.trim() !== zustand.q.trim()) this.q.value = zustand.q;
    if (this.seit) this.seit.value = zustand.seit;
    this.sort.value = zustand.sort;
    let summe = 0;
    for (const teil of this.facetten) {
      const menge = zustand.wahl.get(teil.id);
      teil.kaesten.forEach((kasten, i) => (kasten.checked = Boolean(menge?.has(i))));
      const zeichen = menge?.size ? ` (${menge.size})` : "";
      if (teil.zeichen.textContent !== zeichen) teil.zeichen.textContent = zeichen;
      summe += menge?.size ?? 0;
      if (!teil.feld.hidden) this.zaehle(teil);
    }
    this.klappe.textContent = summe ? `Filter (${summe})` : "Filter";
    this.leer.hidden = !(summe || zustand.q.trim() || zustand.seit || zustand.sort);
    this.zeigeGewaehlt(zustand);
  }

  zeigeGewaehlt(zustand) {
    const marken = this.kriterien(zustand).filter((k) => k.facette).map((k) =>
      bau("li", {}, bau("button", { type: "button", class: "marke matrix-marke", "aria-label": `${k.text} entfernen`, onclick: () => {
        k.weg();
        (this.gewaehlt.querySelector("button") ?? this.q).focus();
      } }, k.text)));
    if (marken.length || this.gewaehlt.childElementCount) this.gewaehlt.replaceChildren(...marken);
    this.gewaehlt.hidden = !marken.length;
  }

  /** Everything that narrows the list: its words, how to drop it, and the selection without it. */
  kriterien(zustand) {
    const alle = [];
    const q = zustand.q.trim();
    if (q) alle.push({ text: `Text: ${q}`, ohne: { ...zustand, q: "" }, weg: () => this.tue.suche("", true) });
    if (zustand.seit) alle.push({ text: `Seit: ${zustand.seit.split("-").reverse().join(".")}`, ohne: { ...zustand, seit: "" }, weg: () => this.tue.seit("") });
    for (const f of this.daten.facetten) {
      for (const i of zustand.wahl.get(f.id) ?? []) {
        const wahl = new Map(zustand.wahl);
        wahl.set(f.id, new Set([...wahl.get(f.id)].filter((w) => w !== i)));
        alle.push({ facette: f.id, text: `${f.name}: ${f.werte[i][1]}`, ohne: { ...zustand, wahl }, weg: () => this.tue.wahl(f.id, i, false) });
      }
    }
    return alle;
  }
}
