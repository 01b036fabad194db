// Axes of figures: round grid values, as fine as the figures are and no finer. Pure.

/**
 * A number as German readers write it.
 * @param {number} wert
 * @param {number} stellen
 */
export const deutsch = (wert, stellen) =>
  new Intl.NumberFormat("de-DE", { minimumFractionDigits: stellen, maximumFractionDigits: stellen })
    .format(wert)
    .replace("-", "−");

/** @param {number} wert */
const rund = (wert) => Number(wert.toPrecision(12));

/**
 * The step of about four fields between two figures; whole where the figures are whole.
 * @param {number} spanne
 * @param {number} stellen
 */
function schritt(spanne, stellen) {
  const grob = spanne / 4;
  const zehner = 10 ** Math.floor(Math.log10(grob));
  const fein = rund(([1, 2, 2.5, 5].find((f) => f * zehner >= grob * (1 - 1e-9)) ?? 10) * zehner);
  return stellen ? fein : Math.max(1, Math.ceil(fein));
}

/**
 * Decimal places that every value needs.
 * @param {number[]} werte
 */
const stellenVon = (werte) => Math.max(0, ...werte.map((w) => (String(w).split(".")[1] ?? "").length));

/**
 * From zero unless figures lie below it, or all close together far above; as the picture of the page has it.
 * @param {number[]} zahlen
 * @param {number} stellen
 * @returns {Skala}
 */
export function linienachse(zahlen, stellen) {
  if (!zahlen.length) return { unten: 0, oben: 1, werte: [0], stellen: 0 };
  let [tief, hoch] = [Math.min(...zahlen), Math.max(...zahlen)];
  if (tief < 0) hoch = Math.max(hoch, 0);
  else if (tief < 0.6 * hoch || hoch === 0 || tief === hoch) tief = 0;
  const weit = schritt(hoch - tief || Math.abs(hoch) || 1, stellen);
  const unten = Math.floor(rund(tief / weit));
  const anzahl = Math.ceil(rund(hoch / weit) - unten) || 1;
  const werte = Array.from({ length: anzahl + 1 }, (_, n) => rund((unten + n) * weit));
  return { unten: werte[0], oben: werte[anzahl], werte, stellen: stellenVon(werte) };
}

/**
 * Bars always begin at zero; the grid ends with the last round value below the longest.
 * @param {number[]} zahlen
 * @param {number} stellen
 * @returns {Skala}
 */
export function balkenachse(zahlen, stellen) {
  const tief = Math.min(0, ...zahlen);
  const hoch = Math.max(0, ...zahlen) || (tief < 0 ? 0 : 1);
  const weit = schritt(hoch - tief, stellen);
  const erste = Math.ceil(rund(tief / weit));
  const anzahl = Math.floor(rund(hoch / weit)) - erste;
  const werte = Array.from({ length: anzahl + 1 }, (_, n) => rund((erste + n) * weit));
  return { unten: tief, oben: hoch, werte, stellen: stellenVon(werte) };
}

/**
 * The lines drawn across, whose values the axis has to hold.
 * @param {Querlinie[]} linien
 */
export const quer = (linien) => linien.filter((l) => l.art !== "bruch").map((l) => l.wert);
