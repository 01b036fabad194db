// The picture as it is shown, to take along: outlined, colours fixed; title, legend, words, source, licence around it.
import { textbreite, umreisse } from "./erkunden-schrift.js";

const NS = "http://www.w3.org/2000/svg";
const RAND = 24;
const ZEILE = 18;

/**
 * @typedef {{ titel: string, text: string, legende: HTMLElement, fuss: string[] }} Beiwerk
 */

/**
 * A text in lines that fit, as they are really set.
 * @param {Schriftzeichen} schrift
 * @param {string} text
 * @param {number} breite
 * @param {number} groesse
 * @param {boolean} fett
 */
export function inZeilen(schrift, text, breite, groesse, fett) {
  /** @type {string[]} */
  const liste = [];
  for (const wort of text.split(/[ \n]+/).filter((w) => w)) {
    const laenger = `${liste.at(-1) ?? ""} ${wort}`;
    if (liste.length && textbreite(schrift, laenger, groesse, fett) <= breite) liste[liste.length - 1] = laenger;
    else liste.push(wort);
  }
  return liste;
}

/** @param {string} name @param {Record<string, string | number>} merkmale @param {string} [text] */
function baue(name, merkmale, text = "") {
  const element = document.createElementNS(NS, name);
  for (const [n, wert] of Object.entries(merkmale)) element.setAttribute(n, String(wert));
  if (text) element.textContent = text;
  return element;
}

/**
 * @param {SVGSVGElement} bild
 * @param {Beiwerk} beiwerk
 * @param {Schriftzeichen} schrift
 */
export function alsBlatt(bild, { titel, text, legende, fuss }, schrift) {
  const [, , breite, hoehe] = (bild.getAttribute("viewBox") ?? "0 0 600 300").split(/[\s,]+/).map(Number);
  const weite = Math.max(breite, 480);
  let y = RAND;
  const blatt = /** @type {SVGSVGElement} */ (baue("svg", { xmlns: NS, role: "img", "aria-label": titel }));
  const schreibe = (
    /** @type {string} */ wort,
    /** @type {number} */ groesse,
    /** @type {string} */ farbe,
    fett = false,
  ) => {
    for (const zeile of inZeilen(schrift, wort, weite, groesse, fett)) {
      y += groesse + 5;
      blatt.append(
        baue(
          "text",
          { x: RAND, y, "font-size": groesse, fill: `var(${farbe})`, "font-weight": fett ? 600 : 400 },
          zeile,
        ),
      );
    }
  };
  schreibe(titel, 17, "--tinte", true);
  y += 10;
  const namen = legende.hidden ? [] : [...legende.querySelectorAll("li")];
  const gezeigte = namen.filter((punkt) => punkt.querySelector("input")?.checked ?? true);
  let x = RAND;
  for (const punkt of gezeigte) {
    const wort = punkt.textContent ?? "";
    const platz = 34 + textbreite(schrift, wort, 12, false);
    if (x > RAND && x + platz > RAND + weite) [x, y] = [RAND, y + ZEILE];
    const zeichen = baue("g", { transform: `translate(${x},${y})`, fill: "none" });
    zeichen.append(...[...(punkt.querySelector("svg")?.childNodes ?? [])].map((k) => k.cloneNode(true)));
    blatt.append(zeichen, baue("text", { x: x + 34, y: y + 10, "font-size": 12, fill: "var(--tinte)" }, wort));
    x += platz + 18;
  }
  y += gezeigte.length ? ZEILE + 8 : 0;
  const innen = baue("g", { transform: `translate(${RAND},${y})`, fill: "none" });
  innen.append(...[...bild.childNodes].map((k) => k.cloneNode(true)));
  for (const zettel of innen.querySelectorAll("title")) zettel.remove();
  for (const marke of innen.querySelectorAll("[data-marke]"))
    for (const name of ["data-marke", "tabindex", "class", "role"]) marke.removeAttribute(name);
  blatt.append(innen);
  y += hoehe + 6;
  schreibe(text, 12, "--tinte");
  y += 4;
  for (const zeile of fuss) schreibe(zeile, 11, "--leise");
  y += RAND;
  const mass = { width: Math.round(weite + 2 * RAND), height: Math.round(y) };
  umreisse(blatt, schrift);
  blatt.prepend(baue("title", {}, titel), baue("desc", {}, text), baue("rect", { ...mass, fill: "#fff" }));
  for (const [name, wert] of Object.entries({ ...mass, viewBox: `0 0 ${mass.width} ${mass.height}` }))
    blatt.setAttribute(name, String(wert));
  return farbig(new XMLSerializer().serializeToString(blatt));
}

/**
 * Colours of the light scheme in place of the page's variables: a sheet is white.
 * @param {string} text
 */
function farbig(text) {
  const probe = document.createElement("div");
  probe.setAttribute("data-md-color-scheme", "default");
  document.body.append(probe);
  const stil = getComputedStyle(probe);
  const fest = text.replace(/var\((--[a-z0-9-]+)\)/g, (_, name) => stil.getPropertyValue(name).trim() || "#333");
  probe.remove();
  return fest;
}

/**
 * @param {string} svg
 * @returns {Promise<Blob>}
 */
export async function alsPixel(svg) {
  const bild = new Image();
  bild.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await bild.decode();
  const flaeche = document.createElement("canvas");
  [flaeche.width, flaeche.height] = [bild.naturalWidth * 2, bild.naturalHeight * 2];
  flaeche.getContext("2d")?.drawImage(bild, 0, 0, flaeche.width, flaeche.height);
  return new Promise((gut, schlecht) =>
    flaeche.toBlob((pixel) => (pixel ? gut(pixel) : schlecht(new Error("no pixels")))),
  );
}
