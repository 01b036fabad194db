// The pictures of a comparison: one for each indicator on its own scale, or all as an index; warnings, definitions.
import { belebe } from "./diagramm-lebendig.js";
import { belege, zeichne } from "./erkunden-bild.js";
import { strichpunkte } from "./erkunden-legende.js";
import { alsTabelle, baue } from "./erkunden-teile.js";
import { achsensatz } from "./erkunden-worte.js";
import { alsIndex, basis, einzeln, gewaehlte, indexGrund, unterschiede } from "./vergleich-zahlen.js";

const VEGA = new URL("../vega/", import.meta.url).href;

/** @type {Promise<[Vegakern, Record<string, object>, Record<string, Vergleichsreihe>]> | undefined} */
let vorrat;

/** @param {string} adresse */
const hole = async (adresse) => {
  const antwort = await fetch(adresse);
  if (!antwort.ok) throw new Error(adresse);
  return antwort.json();
};

/** @param {string} daten */
function lade(daten) {
  vorrat ??= Promise.all([import(`${VEGA}vega.js`), hole(`${VEGA}bauplaene.json`), hole(daten)]);
  vorrat.catch(() => {
    vorrat = undefined;
  });
  return vorrat;
}

/** @param {Ansicht} a */
function legende(a) {
  const liste = baue("ul", "d-legende");
  liste.setAttribute("aria-label", "Legende");
  liste.append(...strichpunkte(a.reihen, a.farben));
  return liste;
}

/**
 * How many figures, the first and the last of them.
 * @param {Bildzeile[]} zeilen
 */
function bestand(zeilen) {
  const mit = zeilen.filter((r) => r.wert !== null);
  if (!mit.length) return "Es gibt dazu keine Zahl.";
  if (mit.length === 1) return `Eine Zahl: ${mit[0].beschreibung}.`;
  return `${mit.length} Zahlen; zuerst ${mit[0].beschreibung}, zuletzt ${mit[mit.length - 1].beschreibung}.`;
}

/**
 * @param {Vegakern} vega
 * @param {Record<string, object>} bauplaene
 * @param {Ansicht} a
 * @param {string} titel
 * @param {string} kennung
 * @param {string} einheit
 * @param {number} platz
 */
async function figur(vega, bauplaene, a, titel, kennung, einheit, platz) {
  const zeiten = new Set(a.zeilen.filter((r) => r.wert !== null).map((r) => r.zeit));
  const art = zeiten.size > 1 ? "linie" : "balken";
  const z = { art, achse: "zeit", farbe: "", kachel: "", zahl: "", folge: "", von: 0, bis: 0, ohne: [], fest: {} };
  const ort = baue("figure", "diagramm");
  const kopf = baue("h3", "d-titel", titel);
  kopf.id = `${kennung}-titel`;
  const satz = baue("figcaption");
  satz.id = `${kennung}-worte`;
  const rahmen = baue("div", "d-bild");
  rahmen.append(belege(await zeichne(vega, bauplaene, a, z, platz), kennung));
  satz.textContent = [achsensatz(a, art), bestand(a.zeilen)].filter((s) => s).join(" ");
  const mehr = baue("details");
  const blatt = baue("div", "tabelle-rahmen");
  blatt.tabIndex = 0;
  blatt.setAttribute("role", "region");
  blatt.setAttribute("aria-label", `${titel}: Zahlen`);
  const zeilen = a.zeilen.map((r) => [...(a.reihen.length > 1 ? [r.reihe] : []), r.zeit_text, r.wert_text]);
  blatt.append(alsTabelle([[...(a.reihen.length > 1 ? ["Reihe"] : []), "Zeit", einheit], ...zeilen], titel));
  mehr.append(baue("summary", "", "Als Tabelle"), blatt);
  ort.append(kopf, ...(a.reihen.length > 1 ? [legende(a)] : []), rahmen, satz, mehr);
  belebe(rahmen);
  return ort;
}

/**
 * Shows the chosen indicators in `ergebnis`; gives the sentence about what is shown otherwise than asked for.
 * @param {HTMLElement} rahmen
 * @param {HTMLElement} ergebnis
 * @param {string[]} wunsch
 * @param {string} art
 * @param {(art: string) => void} waehle
 */
export async function vergleiche(rahmen, ergebnis, wunsch, art, waehle) {
  const [vega, bauplaene, alle] = await lade(rahmen.dataset.vergleich ?? "");
  const namen = gewaehlte(alle, wunsch);
  const liste = namen.map((name) => alle[name]);
  const grund = indexGrund(liste);
  const index = art === "index" && !grund;
  const wahl = baue("p");
  for (const [wert, wort] of [
    ["", "nebeneinander"],
    ["index", "als Index in einem Diagramm"],
  ]) {
    const marke = baue("label");
    const knopf = Object.assign(document.createElement("input"), { type: "radio", name: "art", value: wert });
    knopf.checked = index === (wert === "index");
    knopf.disabled = wert === "index" && !!grund;
    knopf.addEventListener("change", () => waehle(wert));
    marke.append(knopf, ` ${wort} `);
    wahl.append(marke);
  }
  if (grund) wahl.append(baue("span", "klein", grund));
  const warnung = baue("div", "vorbehalt");
  const saetze = unterschiede(liste);
  warnung.append(baue("p", "", "Vorsicht beim Vergleichen"));
  const punkte = baue("ul");
  punkte.append(...saetze.map((satz) => baue("li", "", satz)));
  warnung.append(punkte);
  const breit = Math.max(280, Math.min(680, rahmen.clientWidth));
  const halb = Math.max(280, Math.min(breit, rahmen.clientWidth / 2 - 20));
  const bilder = index
    ? [await figur(vega, bauplaene, alsIndex(liste), `Index, ${basis(liste)} = 100`, "vergleich-0", "Index", breit)]
    : await Promise.all(
        liste.map((v, n) =>
          figur(vega, bauplaene, einzeln(v), `${v.name} (${v.einheit})`, `vergleich-${n}`, v.einheit, halb),
        ),
      );
  const nebeneinander = baue("div", "vergleich-bilder");
  nebeneinander.append(...bilder);
  const skalen = index ? [] : [baue("p", "d-hinweis", "Jedes Diagramm hat seine eigene Skala.")];
  const worte = baue("dl", "eckdaten");
  for (const v of liste) {
    const paar = baue("div");
    const wo = baue("a", "", v.name);
    wo.setAttribute("href", (rahmen.dataset.wurzel ?? "") + v.adresse);
    const dt = baue("dt");
    dt.append(wo);
    paar.append(dt, baue("dd", "", `${v.definition} Einheit: ${v.einheit}. ${v.quelle}.`));
    worte.append(paar);
  }
  ergebnis.replaceChildren(
    baue("h2", "", "Vergleich"),
    wahl,
    ...(saetze.length ? [warnung] : []),
    nebeneinander,
    ...skalen,
    worte,
  );
  return art === "index" && grund ? `${grund} Gezeigt wird nebeneinander.` : "";
}
