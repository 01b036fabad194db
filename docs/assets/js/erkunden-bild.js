// What is shown -> a picture, laid out by Vega (no `eval`: its expressions are interpreted) and painted as every
// picture of the site: colours by style sheet, patterns, words on the marks.
import { deutsch } from "./erkunden-skala.js";

const NS = "http://www.w3.org/2000/svg";
const ROLLEN = ["--tinte", "--leise", "--linie", "--flaeche", "--d-gesamt", "--d-ziel"];
const MARKE = /^#0([cde])000(\d)$/;
const MUSTER = [
  "",
  "",
  '<path d="M-2 2 2-2M-1 9 9-1M6 10l4-4" stroke="var(--d2)" stroke-width="2.2"/>',
  '<circle cx="2" cy="2" r="1.4" fill="var(--d3)"/><circle cx="6" cy="6" r="1.4" fill="var(--d3)"/>',
  '<path d="M0 2h8M0 6h8" stroke="var(--d4)" stroke-width="1.6"/>',
  '<path d="M0 0l8 8M8 0 0 8" stroke="var(--d5)" stroke-width="1.2"/>',
  '<path d="M2 0v8M6 0v8" stroke="var(--d6)" stroke-width="1.2"/>',
];
const ZEICHEN = 7;

/**
 * A name in lines of at most so many characters; a word that is longer is divided, with a hyphen.
 * @param {string} name
 * @param {number} breite
 */
export function umbrich(name, breite) {
  /** @type {string[]} */
  const zeilen = [];
  for (const wort of name.split(/\s+/)) {
    let rest = wort;
    const letzte = zeilen.at(-1);
    if (letzte && letzte.length + rest.length < breite) {
      zeilen[zeilen.length - 1] = `${letzte} ${rest}`;
      continue;
    }
    for (; [...rest].length > breite; rest = [...rest].slice(breite - 1).join(""))
      zeilen.push(`${[...rest].slice(0, breite - 1).join("")}-`);
    zeilen.push(rest);
  }
  return zeilen.join("\n");
}

/**
 * The name of a time at an axis: the year alone where that tells all of them apart.
 * @param {string} text
 * @param {[number, string][]} tage
 */
function kurz(text, tage) {
  const ohneJahr = new Set(tage.map(([, t]) => t.replace(/\d{4}$/, "")));
  if (tage.length > 1 && ohneJahr.size === 1 && !text.includes("/")) return text.slice(-4);
  return text.replace(/^\D+/, "");
}

/**
 * The times that are named at the axis: from the newest on, as many as stand beside each other.
 * @param {[number, string][]} tage
 * @param {number} weite
 * @param {number} rand
 */
function zeitmarken(tage, weite, rand) {
  const [erster, letzter] = [tage[0]?.[0] ?? 0, tage[tage.length - 1]?.[0] ?? 0];
  const ort = (/** @type {number} */ tag) => rand + ((tag - erster) / (letzter - erster || 1)) * (weite - 2 * rand);
  let grenze = Number.POSITIVE_INFINITY;
  return [...tage].reverse().filter(([tag, text]) => {
    const halb = (text.length * ZEICHEN) / 2;
    if (ort(tag) + halb > grenze) return false;
    grenze = ort(tag) - halb - 6;
    return true;
  });
}

/**
 * What Vega is given besides the rows: room, ends of the axis, names.
 * @param {Ansicht} a
 * @param {Zustand} z
 * @param {number} platz
 */
export function signale(a, z, platz) {
  const viele = a.kacheln.length > 1;
  const zeichen = platz < 480 ? 14 : 26;
  const achsen = a.achsen.map((name) => umbrich(name, zeichen));
  const laengste = Math.max(0, ...achsen.flatMap((name) => name.split("\n").map((teil) => teil.length)));
  const namen = z.art === "linie" ? 0 : laengste * ZEICHEN + 12;
  const spalten = Math.max(1, Math.min(a.kacheln.length, Math.floor(platz / (z.art === "linie" ? 230 : 300 + namen))));
  const marken = a.skala.werte.map((w) => deutsch(w, a.skala.stellen) + (a.prozent ? "\u00a0%" : ""));
  const links = z.art === "linie" ? Math.max(...marken.map((m) => m.length)) * ZEICHEN + 10 : spalten * namen;
  const weite = Math.max(80, (platz - links - 22 * (spalten - 1)) / spalten - 6);
  // The figure stands at the end of its bar, inside the picture.
  const enden =
    z.art === "balken"
      ? Math.max(0, ...a.zeilen.map((r) => (r.wert === null ? 0 : r.wert_text.length))) * ZEICHEN + 10
      : 0;
  const { unten, oben } = a.skala;
  const luft = ((oben - unten) * enden) / Math.max(60, weite - enden * (unten < 0 ? 2 : 1));
  const tage = [...new Map(a.zeilen.map((r) => [r.zeit, r.zeit_text]))].sort((x, y) => x[0] - y[0]);
  const kurze = tage.map(([tag, text]) => /** @type {[number, string]} */ ([tag, kurz(text, tage)]));
  const rand = Math.max(14, ...kurze.map(([, text]) => (text.length * ZEICHEN) / 2));
  const benannt = zeitmarken(kurze, weite, rand);
  const hoch = Math.max(1, ...achsen.map((name) => name.split("\n").length)) * 15 + 8;
  return {
    spalten,
    weite,
    hoehe: viele ? 130 : 240,
    schritt: Math.max(hoch, z.art === "stapel" ? 36 : Math.max(24, 16 * a.gezeigt.length + 8)),
    unten: unten < 0 ? unten - luft : unten,
    oben: oben > 0 ? oben + luft : oben,
    achsen,
    reihen: a.gezeigt,
    rand,
    zeitmarken: benannt.map(([tag]) => tag),
    zeitnamen: Object.fromEntries(benannt.map(([tag, text]) => [`t${tag}`, text])),
    zahlmarken: a.skala.werte,
    zahlnamen: Object.fromEntries(a.skala.werte.map((w, n) => [`w${w}`, marken[n]])),
    umbruch: zeichen,
  };
}

/**
 * The SVG that Vega makes of what is shown, with marks for colours.
 * @param {Vegakern} vega
 * @param {Record<string, object>} bauplaene
 * @param {Ansicht} a
 * @param {Zustand} z
 * @param {number} platz
 * @returns {Promise<string>}
 */
export async function zeichne(vega, bauplaene, a, z, platz) {
  const { umbruch, ...werte } = signale(a, z, platz);
  const laufplan = vega.parse(structuredClone(bauplaene[z.art]), {}, { ast: true });
  const sicht = new vega.View(laufplan, { expr: vega.expressionInterpreter, renderer: "none" });
  for (const [name, wert] of Object.entries(werte)) sicht.signal(name, wert);
  const zeilen = a.zeilen.map((r) => ({
    ...r,
    achse: umbrich(r.achse, umbruch),
    kachelstelle: a.kacheln.indexOf(r.kachel),
  }));
  const quer = a.kacheln.flatMap((kachel, kachelstelle) =>
    a.linien.map(({ art, wert }) => ({ kachel, kachelstelle, [art]: wert })),
  );
  sicht.data("zeilen", [...zeilen, ...quer]);
  await sicht.runAsync();
  const svg = await sicht.toSVG();
  sicht.finalize();
  return svg;
}

/**
 * What a colour mark becomes; bars have patterns, as everywhere.
 * @param {string} wert
 * @param {string} kennung
 */
export function farbe(wert, kennung) {
  const treffer = MARKE.exec(wert);
  if (!treffer) return wert;
  const nummer = Number(treffer[2]);
  if (treffer[1] === "e") return `var(${ROLLEN[nummer - 1]})`;
  return treffer[1] === "c" && nummer > 1 ? `url(#${kennung}-e${nummer})` : `var(--d${nummer})`;
}

/**
 * The picture for the page: no styles and fonts of its own, words on the marks, patterns inside.
 * @param {string} text
 * @param {string} kennung
 */
export function belege(text, kennung) {
  const svg = /** @type {SVGSVGElement} */ (
    /** @type {unknown} */ (
      document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true)
    )
  );
  for (const knoten of [svg, ...svg.querySelectorAll("*")]) {
    const wort = knoten.getAttribute("aria-label");
    const art = knoten.getAttribute("aria-roledescription");
    if (wort && knoten.getAttribute("role") === "graphics-symbol" && !(art === "axis" || art === "title")) {
      knoten.setAttribute("data-marke", "");
      knoten.append(Object.assign(document.createElementNS(NS, "title"), { textContent: wort }));
    }
    for (const { name, value } of [...knoten.attributes]) {
      if (/^(aria-|role$|style$|class$|font-family$|pointer-events$)/.test(name)) knoten.removeAttribute(name);
      else if (MARKE.test(value)) knoten.setAttribute(name, farbe(value, kennung));
    }
  }
  const defs = document.createElementNS(NS, "defs");
  defs.innerHTML = MUSTER.map((form, n) =>
    form
      ? `<pattern id="${kennung}-e${n}" width="8" height="8" patternUnits="userSpaceOnUse">` +
        `<rect width="8" height="8" fill="var(--d${n}-hell)"/>${form}</pattern>`
      : "",
  ).join("");
  svg.prepend(defs);
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.setAttribute("class", "d-frei");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${kennung}-titel ${kennung}-worte`);
  return svg;
}
