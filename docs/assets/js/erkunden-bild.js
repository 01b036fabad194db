// What is shown -> a picture, laid out by Vega (no `eval`: its expressions are interpreted) and painted as every
// picture of the site: colours by style sheet, patterns, words on the marks.
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
 * A name in lines of at most so many characters; a word that is longer is divided.
 * @param {string} name
 * @param {number} breite
 */
export function umbrich(name, breite) {
  /** @type {string[]} */
  const zeilen = [];
  for (const wort of name.split(/\s+/).flatMap((w) => w.match(new RegExp(`.{1,${breite}}`, "gu")) ?? [])) {
    const letzte = zeilen.at(-1);
    if (letzte && letzte.length + wort.length < breite) zeilen[zeilen.length - 1] = `${letzte} ${wort}`;
    else zeilen.push(wort);
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
 * What Vega is given besides the rows: room, ends of the axis, names.
 * @param {Ansicht} a
 * @param {Zustand} z
 * @param {number} platz
 */
export function signale(a, z, platz) {
  const viele = a.kacheln.length > 1;
  const zeichen = platz < 480 ? 14 : 26;
  const namen = z.art === "linie" ? 0 : Math.min(zeichen, Math.max(...a.achsen.map((n) => n.length), 0)) * ZEICHEN + 12;
  const spalten = Math.max(1, Math.min(a.kacheln.length, Math.floor(platz / (z.art === "linie" ? 230 : 300 + namen))));
  const links = z.art === "linie" ? 64 : spalten * namen;
  const werte = a.zeilen.flatMap((r) => (z.art === "stapel" ? [r.bis] : r.wert === null ? [] : [r.wert]));
  const [tief, hoch] = [Math.min(0, ...werte), Math.max(0, ...werte)];
  const luft = z.art === "balken" ? ((hoch - tief || 1) * 70) / Math.max(120, platz - links) : 0;
  const tage = [...new Map(a.zeilen.map((r) => [r.zeit, r.zeit_text]))].sort((x, y) => x[0] - y[0]);
  const kleinster = Math.min(...werte);
  return {
    spalten,
    weite: Math.max(80, (platz - links - 22 * (spalten - 1)) / spalten - 6),
    hoehe: viele ? 130 : 240,
    schritt: z.art === "stapel" ? 36 : Math.max(24, 16 * a.gezeigt.length + 8),
    abNull: !(kleinster > 0 && kleinster >= 0.6 * hoch),
    unten: tief < 0 ? tief - luft : 0,
    oben: (hoch || (tief < 0 ? 0 : 1)) + luft,
    zeichen: a.prozent ? "\u00a0%" : "",
    achsen: a.achsen.map((name) => umbrich(name, zeichen)),
    reihen: a.gezeigt,
    zeitmarken: tage.map(([tag]) => tag),
    zeitnamen: Object.fromEntries(tage.map(([tag, text]) => [`t${tag}`, kurz(text, tage)])),
    umbruch: zeichen,
  };
}

/**
 * The SVG that Vega makes of what is shown, with marks for colours; and the start of the axis of figures.
 * @param {Vegakern} vega
 * @param {Record<string, object>} bauplaene
 * @param {Ansicht} a
 * @param {Zustand} z
 * @param {number} platz
 * @returns {Promise<{ svg: string, beginn: number }>}
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
  sicht.data("zeilen", z.art === "linie" ? zeilen.filter((r) => r.wert !== null) : zeilen);
  await sicht.runAsync();
  const svg = await sicht.toSVG();
  const beginn = z.art === "linie" ? Number(sicht.scale("y").domain()[0]) : 0;
  sicht.finalize();
  return { svg, beginn };
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
