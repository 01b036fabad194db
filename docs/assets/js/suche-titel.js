// Titles first: what a search can say before the index is there, from one small file.
import { falte, stamm } from "./matrix-worte.js";

/** @param {string} text */
export const zerlege = (text) => falte(text).split(" ").filter(Boolean).map(stamm);

/**
 * How well a result is named by the words: a whole word counts most, then a beginning, then a part; exactly its title
 * counts more still, and a place in a list less than a page of its own.
 * @param {string} namen title and other names
 * @param {string} titel
 * @param {boolean} stelle
 * @param {string[]} staemme
 */
export function benannt(namen, titel, stelle, staemme) {
  const gefaltet = ` ${falte(namen)}`;
  const worte = gefaltet.split(" ").map(stamm);
  const trifft = (/** @type {string} */ s) =>
    worte.includes(s) ? 6 : gefaltet.includes(` ${s}`) ? 4 : gefaltet.includes(s) ? 2.5 : 1;
  const genau = zerlege(titel.replace(/ \(.*/, "")).join() === staemme.join() ? 3 : 1;
  return staemme.reduce((r, s) => r * trifft(s), genau * (stelle ? 0.3 : 1));
}

/**
 * Titles that hold all words of a text, the best first; of equals the order of the list decides.
 * @param {Titel[]} alle
 * @param {string} text
 */
export function findeTitel(alle, text) {
  const staemme = zerlege(text);
  if (!staemme.length) return [];
  return alle
    .filter(([, titel, , auch]) => {
      const namen = ` ${falte(`${titel} ${auch}`)}`;
      return staemme.every((s) => namen.includes(s.length > 3 ? s : ` ${s}`));
    })
    .map((t) => ({ t, wert: benannt(`${t[1]} ${t[3]}`, t[1], t[0].includes("#"), staemme) }))
    .sort((a, b) => b.wert - a.wert)
    .map(({ t }) => t);
}
