// What belongs to explored figures besides them: lines across the picture, and what a reader must know. Pure.

/**
 * The lines across a picture: targets and other areas beside the figures they are set for, the break between its times.
 * @param {Modell} modell
 * @param {Zustand} z
 * @param {Bildzeile[]} zeilen
 * @returns {Querlinie[]}
 */
export function querlinien(modell, z, zeilen) {
  /** @type {Querlinie[]} */
  const liste = [];
  if (z.art !== "stapel" && z.zahl !== "anteil")
    for (const { wert, text, ziel } of modell.marken) liste.push({ art: ziel ? "ziel" : "vergleich", wert, text });
  if (z.art === "linie" && bricht(modell, zeilen))
    liste.push({ art: "bruch", wert: modell.bruch, text: modell.bruchwort });
  return liste;
}

/**
 * @param {Modell} modell
 * @param {Bildzeile[]} zeilen
 */
function bricht(modell, zeilen) {
  const tage = zeilen.filter((zeile) => zeile.wert !== null).map((zeile) => zeile.zeit);
  return modell.bruch > 0 && Math.min(...tage) < modell.bruch && Math.max(...tage) >= modell.bruch;
}

/** @param {string} text */
const gross = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * What a reader must know about what is shown.
 * @param {Modell} modell
 * @param {Zustand} z
 * @param {Bildzeile[]} zeilen
 * @param {number} kacheln
 */
export function hinweise(modell, z, zeilen, kacheln) {
  const liste = [];
  if (kacheln > 1) liste.push("Alle kleinen Diagramme haben dieselbe Skala.");
  if (bricht(modell, zeilen))
    liste.push(`${gross(modell.bruchwort)}: Zahlen davor und danach sind nicht vergleichbar.`);
  const mit = zeilen.filter((zeile) => zeile.wert !== null);
  const offen = new Set(zeilen.filter((zeile) => zeile.wert === null).map((zeile) => zeile.wert_text));
  if (offen.size) liste.push(`Wo keine Zahl steht: ${[...offen].join("; ")}.`);
  const tage = new Set(mit.map((zeile) => zeile.zeit));
  const beide = modell.zeiten.flatMap(([, tag], n) => (tage.has(tag) ? (modell.zusatz[n] ?? []) : []));
  liste.push(...new Set(beide.map((satz) => `${satz}.`)));
  if (modell.marken.length && (z.art === "stapel" || z.zahl === "anteil"))
    liste.push(
      `Nicht eingezeichnet, weil hier Teile eines Ganzen stehen: ${modell.marken.map((m) => m.text).join("; ")}.`,
    );
  if (z.folge && z.art === "linie" && !z.kachel)
    liste.push("Sortiert werden kleine Diagramme und Balken, nicht Linien.");
  if (modell.frage) liste.push(modell.frage);
  return liste;
}
