// The picture as it is shown, to take along: colours fixed, title, legend, words, source and licence around it.
const NS = "http://www.w3.org/2000/svg";
const RAND = 24;
const ZEILE = 16;

/**
 * A text in lines of about so many characters.
 * @param {string} text
 * @param {number} zeichen
 */
function zeilen(text, zeichen) {
  const liste = [""];
  for (const wort of text.split(/\s+/)) {
    const letzte = liste[liste.length - 1];
    if (letzte && letzte.length + wort.length >= zeichen) liste.push(wort);
    else liste[liste.length - 1] = letzte ? `${letzte} ${wort}` : wort;
  }
  return liste;
}

/**
 * @param {SVGSVGElement | null} bild
 * @param {string} titel
 * @param {string} text
 * @param {HTMLElement} legende
 * @param {string[]} fuss
 */
export function alsBlatt(bild, titel, text, legende, fuss) {
  if (!bild) throw new Error("no picture");
  const [, , breite, hoehe] = (bild.getAttribute("viewBox") ?? "0 0 600 300").split(/[\s,]+/).map(Number);
  const weite = Math.max(breite, 480);
  let y = RAND;
  const blatt = document.createElementNS(NS, "svg");
  blatt.setAttribute("xmlns", NS);
  blatt.setAttribute("font-family", "'Source Sans Pro', 'Segoe UI', Roboto, Arial, sans-serif");
  const schreibe = (
    /** @type {string} */ wort,
    /** @type {number} */ groesse,
    /** @type {string} */ farbe,
    fett = "normal",
  ) => {
    for (const zeile of zeilen(wort, (weite / groesse) * 1.9)) {
      y += groesse + 4;
      const t = document.createElementNS(NS, "text");
      for (const [name, wert] of Object.entries({ x: RAND, y, "font-size": groesse, "font-weight": fett, fill: farbe }))
        t.setAttribute(name, String(wert));
      t.textContent = zeile;
      blatt.append(t);
    }
  };
  schreibe(titel, 17, "var(--tinte)", "600");
  y += 10;
  for (const eintrag of legende.hidden ? [] : legende.querySelectorAll("li")) {
    if (!eintrag.querySelector("input")?.checked) continue;
    const feld = eintrag.querySelector("rect, path")?.cloneNode(true);
    if (feld instanceof SVGElement) {
      feld.setAttribute("transform", `translate(${RAND},${y})`);
      blatt.append(feld);
    }
    const t = document.createElementNS(NS, "text");
    for (const [name, wert] of Object.entries({ x: RAND + 34, y: y + 10, "font-size": 12, fill: "var(--tinte)" }))
      t.setAttribute(name, String(wert));
    t.textContent = eintrag.textContent;
    blatt.append(t);
    y += ZEILE + 2;
  }
  y += 6;
  const innen = document.createElementNS(NS, "g");
  innen.setAttribute("transform", `translate(${RAND},${y})`);
  innen.append(...[...bild.childNodes].map((k) => k.cloneNode(true)));
  blatt.append(innen);
  y += hoehe + 6;
  schreibe(text, 12, "var(--tinte)");
  y += 4;
  for (const zeile of fuss) schreibe(zeile, 11, "var(--leise)");
  y += RAND;
  const mass = { width: weite + 2 * RAND, height: Math.round(y) };
  blatt.setAttribute("viewBox", `0 0 ${mass.width} ${mass.height}`);
  for (const [name, wert] of Object.entries(mass)) blatt.setAttribute(name, String(wert));
  const grund = document.createElementNS(NS, "rect");
  for (const [name, wert] of Object.entries({ ...mass, fill: "#fff" })) grund.setAttribute(name, String(wert));
  blatt.prepend(grund);
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
