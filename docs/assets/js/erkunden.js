// A chart to explore in place of the picture: choices, legend, picture, table and words follow each other; the choice
// stands in the address. Whatever fails brings the picture back, with a sentence.
import { belebe } from "./diagramm-lebendig.js";
import { gibHer, knoepfe } from "./diagramm-mitnehmen.js";
import { belege, zeichne } from "./erkunden-bild.js";
import { alsBlatt, alsPixel } from "./erkunden-blatt.js";
import { felder } from "./erkunden-felder.js";
import { alsTabelle, baue } from "./erkunden-teile.js";
import { tabelle, worte } from "./erkunden-worte.js";
import { ansicht } from "./erkunden-zahlen.js";
import { alsAdresse, anfang, ausAdresse, geordnet } from "./erkunden-zustand.js";

const VEGA = new URL("../vega/", import.meta.url).href;
const STRICHE = ["", "1 0", "7 3", "2 3", "9 3 2 3", "4 2", "1 4"];
const NICHT = "Dieses Diagramm lässt sich gerade nicht erkunden. Es bleibt das feste Bild.";

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
 * Opens a figure; `werte` is what the address asks for.
 * @param {HTMLElement} figur
 * @param {HTMLButtonElement} knopf
 * @param {URLSearchParams} werte
 */
export async function erkunde(figur, knopf, werte) {
  knopf.disabled = true;
  melde(figur, "Wird geladen …");
  try {
    const [vega, bauplaene, modell] = await Promise.all([
      /** @type {Promise<Vegakern>} */ (import(`${VEGA}vega.js`)),
      hole(`${VEGA}bauplaene.json`),
      /** @type {Promise<Modell>} */ (hole(figur.dataset.erkunden ?? "")),
    ]);
    const bild = figur.id.replace(/^bild-/, "");
    if (!modell.bilder[bild]) throw new Error(bild);
    const { zustand, fremd } = ausAdresse(modell, bild, werte);
    melde(
      figur,
      fremd.length
        ? `Der Link nennt, was es hier nicht gibt (${fremd.join(", ")}). Gezeigt wird, was davon bleibt.`
        : "",
    );
    await oeffne(figur, knopf, { vega, bauplaene, modell, bild, zustand });
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
  knopf.disabled = false;
  knopf.hidden = false;
}

/**
 * @param {HTMLElement} figur
 * @param {HTMLButtonElement} knopf
 * @param {{ vega: Vegakern, bauplaene: Record<string, object>, modell: Modell, bild: string, zustand: Zustand }} alles
 */
async function oeffne(figur, knopf, { vega, bauplaene, modell, bild, zustand }) {
  let z = zustand;
  const kennung = `erkunden-${bild}`;
  const kasten = baue("section", "erkunden");
  kasten.setAttribute("aria-label", `${modell.name} erkunden`);
  const wahl = baue("form", "erkunden-wahl");
  const legende = baue("ul", "d-legende");
  legende.setAttribute("aria-label", "Legende: Gruppen ein- und ausblenden");
  const rahmen = baue("div", "d-bild");
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
  kasten.append(wahl, legende, rahmen, satz, mehr, fuss);
  /** @type {SVGSVGElement | null} */
  let gezeichnet = null;
  let lauf = 0;
  let text = "";

  const zeige = async () => {
    const nummer = ++lauf;
    z = geordnet(modell, z);
    const a = ansicht(modell, z);
    felder(wahl, modell, z, aendere);
    zeigeLegende(legende, a, z, kennung, aendere);
    const { svg, beginn } = await zeichne(vega, bauplaene, a, z, Math.max(280, Math.min(680, figur.clientWidth)));
    if (nummer !== lauf) return;
    gezeichnet = belege(svg, kennung);
    rahmen.replaceChildren(gezeichnet);
    belebe(rahmen);
    const start =
      beginn > 0 ? `Die senkrechte Achse beginnt bei ${beginn.toLocaleString("de-DE")}, nicht bei null. ` : "";
    text = [start + worte(modell, z, a), ...a.hinweise].join(" ");
    satz.textContent = text;
    fuelle = () => blatt.replaceChildren(alsTabelle(tabelle(modell, z, a), modell.name));
    if (mehr.open) fuelle();
    else blatt.replaceChildren();
    history.replaceState(null, "", `${location.pathname}?${alsAdresse(modell, bild, z)}#${figur.id}`);
  };
  /** @param {Partial<Zustand>} neu */
  const aendere = (neu) => {
    z = { ...z, ...neu };
    zeige().catch(scheitere);
  };
  const ende = () => {
    schliesse(figur, knopf);
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
  const name = `${modell.name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  const svg = () => alsBlatt(gezeichnet, `${modell.name}`, text, legende, modell.fuss);
  knoepfe(fuss, [
    ["Schließen", ende, ""],
    ["Zurück zum Anfang", () => aendere(anfang(modell, bild)), ""],
    [
      "So als SVG",
      () => gibHer(new Blob([svg()], { type: "image/svg+xml" }), `${name}.svg`),
      "Das Bild ist heruntergeladen.",
    ],
    ["So als PNG", async () => gibHer(await alsPixel(svg()), `${name}.png`), "Das Bild ist heruntergeladen."],
    ["Link kopieren", () => navigator.clipboard.writeText(location.href), "Der Link ist in der Zwischenablage."],
  ]);
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

/**
 * The legend: each group with its key and a box that shows or hides it.
 * @param {HTMLElement} liste
 * @param {Ansicht} a
 * @param {Zustand} z
 * @param {string} kennung
 * @param {(neu: Partial<Zustand>) => void} aendere
 */
function zeigeLegende(liste, a, z, kennung, aendere) {
  const hier = document.activeElement instanceof HTMLInputElement ? document.activeElement.value : "";
  liste.hidden = a.reihen.length < 2;
  liste.replaceChildren(
    ...a.reihen.map((name, n) => {
      const nummer = (n % 6) + 1;
      const marke = baue("label");
      const kreuz = Object.assign(document.createElement("input"), {
        type: "checkbox",
        checked: a.gezeigt.includes(name),
        value: name,
      });
      kreuz.addEventListener("change", () => {
        const ohne = kreuz.checked ? z.ohne.filter((o) => o !== name) : [...z.ohne, name];
        aendere({ ohne });
      });
      const art = `stroke="var(--d${nummer})" stroke-dasharray="${STRICHE[nummer]}"`;
      const strich = `<path d="M0 6h26" stroke-width="2.5" ${art}/>`;
      const fuellung = nummer === 1 ? "var(--d1)" : `url(#${kennung}-e${nummer})`;
      const feld = `<rect x="1" y="1" width="24" height="10" fill="${fuellung}"/>`;
      marke.append(kreuz);
      marke.insertAdjacentHTML(
        "beforeend",
        `<svg class="d-schluessel" viewBox="0 0 26 12" aria-hidden="true">${z.art === "linie" ? strich : feld}</svg>`,
      );
      marke.append(name || "alle");
      const punkt = baue("li");
      punkt.append(marke);
      return punkt;
    }),
  );
  if (hier) [...liste.querySelectorAll("input")].find((k) => k.value === hier)?.focus();
}
