// Texts of a picture as outlines, so that it looks the same where its font is not installed; as the build does it.
const NS = "http://www.w3.org/2000/svg";
const LAGE = /** @type {Record<string, number>} */ ({ middle: 0.5, end: 1 });

/**
 * How wide a line is set.
 * @param {Schriftzeichen} schrift
 * @param {string} text
 * @param {number} groesse
 * @param {boolean} fett
 */
export function textbreite(schrift, text, groesse, fett) {
  const satz = fett ? schrift.fett : schrift.normal;
  return ([...text].reduce((summe, z) => summe + (satz[z]?.[0] ?? 500), 0) * groesse) / 1000;
}

/** @param {Record<string, string | number>} merkmale @param {string} name */
function baue(name, merkmale) {
  const element = document.createElementNS(NS, name);
  for (const [n, wert] of Object.entries(merkmale)) element.setAttribute(n, String(wert));
  return element;
}

/**
 * A line of text as uses of outlines, from the left.
 * @param {Schriftzeichen} schrift
 * @param {string} wort
 * @param {boolean} fett
 * @param {Map<string, string>} vorrat
 * @param {Record<string, string | number>} merkmale
 */
function zeile(schrift, wort, fett, vorrat, merkmale) {
  const gruppe = baue("g", merkmale);
  let x = 0;
  for (const zeichen of wort) {
    const [weite, umriss] = (fett ? schrift.fett : schrift.normal)[zeichen];
    if (umriss) {
      const name = `${fett ? "f" : "n"}-${zeichen.codePointAt(0)?.toString(16)}`;
      vorrat.set(name, umriss);
      gruppe.append(baue("use", { href: `#${name}`, ...(x ? { x: Math.round(x) } : {}) }));
    }
    x += weite;
  }
  return gruppe;
}

/**
 * Replaces every text below an element by outlines; a text with a character that has none stays a text.
 * @param {SVGElement} wurzel
 * @param {Schriftzeichen} schrift
 */
export function umreisse(wurzel, schrift) {
  /** @type {Map<string, string>} */
  const vorrat = new Map();
  for (const text of [...wurzel.querySelectorAll("text")]) {
    const fett = /bold|600/.test(text.getAttribute("font-weight") ?? "");
    const groesse = Number.parseFloat(text.getAttribute("font-size") ?? "13");
    const satz = fett ? schrift.fett : schrift.normal;
    if ([...(text.textContent ?? "")].some((z) => !satz[z])) {
      text.setAttribute("font-family", "sans-serif");
      continue;
    }
    const gruppe = baue("g", { "aria-label": text.textContent ?? "" });
    for (const name of ["transform", "fill", "opacity"]) {
      const wert = text.getAttribute(name);
      if (wert) gruppe.setAttribute(name, wert);
    }
    const zeilen = [...text.children].filter((kind) => kind.tagName === "tspan");
    const ort = { x: Number(text.getAttribute("x") ?? 0), y: Number(text.getAttribute("y") ?? 0) };
    for (const teil of zeilen.length ? zeilen : [text]) {
      if (teil !== text) ort.y += Number(teil.getAttribute("dy") ?? 0);
      const wort = teil.textContent ?? "";
      const links =
        ort.x - textbreite(schrift, wort, groesse, fett) * (LAGE[text.getAttribute("text-anchor") ?? ""] ?? 0);
      const mass = (groesse / 1000).toFixed(4);
      const transform = `translate(${links.toFixed(1)},${ort.y.toFixed(1)})scale(${mass},-${mass})`;
      gruppe.append(zeile(schrift, wort, fett, vorrat, { transform }));
    }
    text.replaceWith(gruppe);
  }
  const defs = baue("defs", {});
  for (const [id, d] of [...vorrat].sort()) defs.append(baue("path", { id, d }));
  wurzel.prepend(defs);
}
