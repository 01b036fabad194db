// A chart to explore in place of the picture: choices, legend, picture, table and words follow each other; the choice
// stands in the address. Whatever fails brings the picture back, with a sentence.
import { belebe } from "./diagramm-lebendig.js";
import { gibHer, knoepfe } from "./diagramm-mitnehmen.js";
import { belege, zeichne } from "./erkunden-bild.js";
import { felder } from "./erkunden-felder.js";
import { geaendert } from "./erkunden-geaendert.js";
import { zeigeLegende } from "./erkunden-legende.js";
import { alsTabelle, baue } from "./erkunden-teile.js";
import { achsensatz, skalensatz, spanne, tabelle, titel, worte } from "./erkunden-worte.js";
import { ansicht, fremdeGruppen } from "./erkunden-zahlen.js";
import { alsAdresse, anfang, ausAdresse, geordnet } from "./erkunden-zustand.js";

const VEGA = new URL("../vega/", import.meta.url).href;
const NICHT = "Dieses Diagramm lässt sich gerade nicht erkunden. Es bleibt das feste Bild.";

/** @typedef {{ vega: Vegakern, bauplaene: Record<string, object> }} Zeichner */

/** @param {string} adresse */
async function hole(adresse) {
  const antwort = await fetch(adresse);
  if (!antwort.ok) throw new Error(adresse);
  return antwort.json();
}

/**
 * Says something beside the button of a figure, which stays what it was.
 * @param {HTMLElement} figur
 * @param {string} satz
 */
function melde(figur, satz) {
  const meldung = figur.querySelector(".erkunden-meldung") ?? baue("p", "erkunden-meldung klein");
  meldung.setAttribute("role", "status");
  figur.querySelector(".erkunden-knopf")?.after(meldung);
  meldung.textContent = satz;
}

/**
 * Opens a figure; `werte` is what the address asks for. The button keeps the focus, also when nothing comes.
 * @param {HTMLElement} figur
 * @param {HTMLButtonElement} knopf
 * @param {URLSearchParams} werte
 */
export async function erkunde(figur, knopf, werte) {
  if (knopf.getAttribute("aria-disabled")) return;
  knopf.setAttribute("aria-disabled", "true");
  melde(figur, "Wird geladen …");
  try {
    const [vega, bauplaene, modell] = await Promise.all([
      /** @type {Promise<Vegakern>} */ (import(`${VEGA}vega.js`)),
      hole(`${VEGA}bauplaene.json`),
      /** @type {Promise<Modell>} */ (hole(figur.dataset.erkunden ?? "")),
    ]);
    const bild = figur.id.replace(/^bild-/, "");
    if (!modell.bilder[bild]) throw new Error(bild);
    await oeffne(figur, knopf, { vega, bauplaene, modell, bild, werte });
  } catch {
    schliesse(figur, knopf);
    melde(figur, NICHT);
  }
}

/**
 * @param {HTMLElement} figur
 * @param {HTMLButtonElement} knopf
 */
function schliesse(figur, knopf) {
  figur.querySelector(".erkunden")?.remove();
  figur.classList.remove("d-erkundet");
  knopf.removeAttribute("aria-disabled");
  knopf.hidden = false;
}

/**
 * The choice that an address asks for, what it became, and the sentences on the difference.
 * @param {Modell} modell
 * @param {string} bild
 * @param {URLSearchParams} werte
 * @returns {{ z: Zustand, saetze: string[] }}
 */
function ersterZustand(modell, bild, werte) {
  const { zustand: wunsch, fremd } = ausAdresse(modell, bild, werte);
  const z = geordnet(modell, wunsch);
  const gruppen = fremdeGruppen(modell, z);
  z.ohne = z.ohne.filter((name) => !gruppen.includes(name));
  const alle = [...fremd, ...gruppen.map((name) => `ohne=${name}`)];
  const satz = `Der Link nennt, was es hier nicht gibt (${alle.join(", ")}). Gezeigt wird, was davon bleibt.`;
  const anders = z.art === anfang(modell, bild).art ? (modell.anders[bild] ?? []) : [];
  return { z, saetze: [...(alle.length ? [satz] : []), ...geaendert(modell, z, wunsch, z), ...anders] };
}

/**
 * @param {HTMLElement} figur
 * @param {HTMLButtonElement} knopf
 * @param {Zeichner & { modell: Modell, bild: string, werte: URLSearchParams }} teile
 */
async function oeffne(figur, knopf, { vega, bauplaene, modell, bild, werte }) {
  const beginn = ersterZustand(modell, bild, werte);
  let z = beginn.z;
  let wunsch = z;
  const vorgabe = anfang(modell, bild);
  const erste = ansicht(modell, vorgabe).reihen;
  const kennung = `erkunden-${bild}`;
  const kasten = baue("section", "erkunden");
  kasten.setAttribute("aria-label", `${modell.name} erkunden`);
  const wahl = baue("form", "erkunden-wahl");
  const kopf = baue("p", "d-titel erkunden-titel");
  kopf.id = `${kennung}-titel`;
  const legende = baue("ul", "d-legende");
  legende.setAttribute("aria-label", "Legende: Gruppen ein- und ausblenden");
  let rahmen = baue("div", "d-bild");
  const satz = baue("p", "klein");
  satz.id = `${kennung}-worte`;
  satz.setAttribute("role", "status");
  const mehr = /** @type {HTMLDetailsElement} */ (baue("details"));
  let fuelle = () => {};
  mehr.addEventListener("toggle", () => mehr.open && fuelle());
  const blatt = baue("div", "tabelle-rahmen");
  blatt.tabIndex = 0;
  blatt.setAttribute("role", "region");
  blatt.setAttribute("aria-label", "Gezeigte Zahlen");
  mehr.append(baue("summary", "", "Gezeigte Zahlen als Tabelle"), blatt);
  const fuss = baue("p", "erkunden-fuss");
  kasten.append(kopf, wahl, legende, rahmen, satz, mehr, fuss);
  /** @type {SVGSVGElement | null} */
  let gezeichnet = null;
  /** @type {Ansicht | null} */
  let gezeigt = null;
  let lauf = 0;
  let text = "";

  const zeige = async () => {
    const nummer = ++lauf;
    const vorher = z;
    z = geordnet(modell, wunsch);
    const a = ansicht(modell, z, z.farbe === vorgabe.farbe ? erste : []);
    const saetze = gezeigt
      ? [...geaendert(modell, vorher, wunsch, z), skalensatz(a, vorher.art === z.art ? gezeigt : null)]
      : beginn.saetze;
    if (!gezeigt || vorher !== wunsch) melde(figur, saetze.filter((s) => s).join(" "));
    wunsch = z;
    felder(wahl, modell, z, aendere);
    kopf.textContent = titel(modell, z, a);
    zeigeLegende(legende, a, z, kennung, aendere);
    const leer = !(z.art === "linie" ? a.zeilen.some((r) => r.wert !== null) : a.zeilen.length);
    const svg = leer ? "" : await zeichne(vega, bauplaene, a, z, Math.max(280, Math.min(680, figur.clientWidth)));
    if (nummer !== lauf) return;
    gezeigt = a;
    gezeichnet = svg ? belege(svg, kennung) : null;
    const feld = baue("div", "d-bild");
    feld.append(gezeichnet ?? baue("p", "leer", "Zu dieser Wahl gibt es nichts zu zeichnen."));
    rahmen.replaceWith(feld);
    rahmen = feld;
    belebe(rahmen);
    for (const knopfdruck of fuss.querySelectorAll("button[data-bild]")) knopfdruck.toggleAttribute("disabled", !svg);
    text = [achsensatz(a, z.art), worte(modell, z, a), ...a.hinweise].filter((s) => s).join(" ");
    satz.textContent = text;
    fuelle = () => blatt.replaceChildren(alsTabelle(tabelle(modell, z, a), titel(modell, z, a)));
    if (mehr.open) fuelle();
    else blatt.replaceChildren();
    history.replaceState(null, "", `${location.pathname}?${alsAdresse(modell, bild, z)}#${figur.id}`);
  };
  /** @param {Partial<Zustand>} neu */
  const aendere = (neu) => {
    wunsch = { ...z, ...neu };
    zeige().catch(scheitere);
  };
  const ende = () => {
    schliesse(figur, knopf);
    melde(figur, "");
    history.replaceState(null, "", `${location.pathname}#${figur.id}`);
    knopf.focus();
  };
  const scheitere = () => {
    ende();
    melde(figur, NICHT);
  };

  figur.querySelector(".d-bild")?.before(kasten);
  figur.classList.add("d-erkundet");
  await zeige();
  knopf.hidden = true;
  const svg = async () => {
    if (!gezeichnet || !gezeigt) throw new Error("no picture");
    const [{ alsBlatt }, schrift] = await Promise.all([import("./erkunden-blatt.js"), hole(`${VEGA}umrisse.json`)]);
    const zeiten = [spanne(gezeigt), modell.fuss.eingetragen].filter((s) => s).join("; ");
    const zeilen = [modell.fuss.quelle, zeiten && `Zahlen: ${zeiten}.`, modell.fuss.ort, modell.fuss.adresse];
    const beiwerk = { titel: titel(modell, z, gezeigt), text, legende, fuss: zeilen.filter((s) => s) };
    return alsBlatt(gezeichnet, beiwerk, schrift);
  };
  const name = modell.fuss.datei;
  const pixel = async () => (await import("./erkunden-blatt.js")).alsPixel(await svg());
  knoepfe(fuss, [
    ["Schließen", ende, ""],
    ["Zurück zum Anfang", () => aendere(vorgabe), ""],
    [
      "So als SVG",
      async () => gibHer(new Blob([await svg()], { type: "image/svg+xml" }), `${name}.svg`),
      "Das Bild ist heruntergeladen.",
    ],
    ["So als PNG", async () => gibHer(await pixel(), `${name}.png`), "Das Bild ist heruntergeladen."],
    ["Link kopieren", () => navigator.clipboard.writeText(location.href), "Der Link ist in der Zwischenablage."],
  ]);
  for (const knopfdruck of fuss.querySelectorAll("button"))
    if (knopfdruck.textContent?.startsWith("So als")) {
      knopfdruck.dataset.bild = "";
      knopfdruck.disabled = !gezeichnet;
    }
  kasten.addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || e.defaultPrevented) return;
    e.preventDefault();
    ende();
  });
  wahl.querySelector("select")?.focus({ preventScroll: true });
  new ResizeObserver(verzoegert(() => kasten.isConnected && zeige().catch(scheitere))).observe(figur);
}

/**
 * Only when it has been quiet for a moment, and only when the width has changed.
 * @param {() => unknown} tu
 */
function verzoegert(tu) {
  let uhr = 0;
  let breite = 0;
  return (/** @type {ResizeObserverEntry[]} */ [eintrag]) => {
    const neu = Math.round(eintrag.contentRect.width);
    if (breite && neu !== breite) {
      clearTimeout(uhr);
      uhr = setTimeout(tu, 200);
    }
    breite = neu;
  };
}
