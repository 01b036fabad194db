// German words, made comparable: case, umlauts, ß, gender forms and simple endings no longer matter.

const ZEICHEN = /[\u0300-\u036f\u00ad\u200b]/g;
const GENDER = /(\p{L})(?:[*:_](?=in)|\/(?=in(?:nen)?(?!\p{L})))/gu;
/** @type {Record<string, string>} */
const UMSCHRIFT = { ä: "ae", ö: "oe", ü: "ue" };
/**
 * Letters that Unicode does not take apart into a base letter and a mark.
 * @type {Record<string, string>}
 */
const GRUNDFORM = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/**
 * Lower-case letters without their marks; all else is a blank.
 * @param {string} text
 */
const grund = (text) =>
  text
    .normalize("NFKD")
    .replace(ZEICHEN, "")
    .replace(/[ßæœøłđðþı]/g, (z) => GRUNDFORM[z])
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/**
 * „Bürger*innen, Straße“ -> „burgerinnen strasse“
 * @param {string} text
 */
export const falte = (text) => grund(text.toLowerCase().replace(GENDER, "$1"));

/**
 * Text to search in: folded, and words with umlauts once more as ae, oe, ue.
 * @param {string} text
 */
export function heuhaufen(text) {
  const klein = text.toLowerCase().replace(GENDER, "$1").normalize("NFC");
  const mit = (klein.match(/[\p{L}]*[äöü][\p{L}]*/gu) ?? []).join(" ").replace(/[äöü]/g, (z) => UMSCHRIFT[z]);
  return ` ${grund(klein)} ${mit && grund(mit)} `;
}

/**
 * A folded word without its ending, if at least four letters remain: „schulen“ and „schule“ -> „schul“
 * @param {string} wort
 */
export const stamm = (wort) => wort.replace(/^(.{4,}?)(?:ern|en|er|em|es|e|n|s)$/, "$1");

/** @param {string} wort */
const ganz = (wort) => (wort.length > 3 ? [wort] : [` ${wort} `, ` ${wort}s `]);

/**
 * Groups of words with one meaning, folded.
 * @param {string[][]} gleich
 */
export const gruppen = (gleich) => gleich.map((gruppe) => gruppe.map(falte));

/**
 * What to look for: one list of alternatives per word; those between blanks are whole words.
 * @param {string} text
 * @param {string[][]} gruppen
 */
export function suchworte(text, gruppen = []) {
  const ohneStern = text.toLowerCase().replace(/(\p{L}{3})[*:_/]in(?:nen)?(?!\p{L})/gu, "$1");
  return falte(ohneStern)
    .split(" ")
    .filter(Boolean)
    .map((wort) => {
      const gleich = (/** @type {string} */ w) => `${w}s` === wort || stamm(w) === stamm(wort);
      const gemeint = gruppen.filter((g) => g.includes(wort) || g.some(gleich));
      const andere = gemeint.flat().filter((w) => w !== wort);
      return [stamm(wort), ...andere.map(stamm).flatMap(ganz)];
    });
}

/**
 * Letters to put in, leave out, exchange or swap to make one word of the other; at most `hoechstens` + 1.
 * @param {string} a
 * @param {string} b
 * @param {number} hoechstens
 */
export function abstand(a, b, hoechstens) {
  if (Math.abs(a.length - b.length) > hoechstens) return hoechstens + 1;
  /** @type {number[]} */
  let davor = [];
  let jetzt = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const neu = [i];
    for (let j = 1; j <= b.length; j++) {
      neu[j] = Math.min(jetzt[j] + 1, neu[j - 1] + 1, jetzt[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) neu[j] = Math.min(neu[j], davor[j - 2] + 1);
    }
    if (Math.min(...neu) > hoechstens) return hoechstens + 1;
    [davor, jetzt] = [jetzt, neu];
  }
  return jetzt[b.length];
}

/**
 * The known word that a misspelt one most likely stands for; null where it is known, short, or none is near.
 * @param {string} wort folded
 * @param {[gefaltet: string, wort: string][]} bekannt
 */
export function naechstes(wort, bekannt) {
  if (wort.length < 4 || bekannt.some(([w]) => w === wort)) return null;
  let best = wort.length < 8 ? 2 : 3;
  let gefunden = null;
  for (const [w, gemeint] of bekannt) {
    const a = abstand(wort, w, best - 1);
    if (a >= best) continue;
    best = a;
    gefunden = gemeint;
  }
  return gefunden;
}

/** All words of a list, each once with the rows it stands in: a keystroke reads words, not rows. */
export class Wortindex {
  /**
   * @param {number} anzahl
   * @param {(zeile: number) => string} text
   */
  constructor(anzahl, text) {
    this.anzahl = anzahl;
    /** @type {Map<string, number[]>} */
    this.stellen = new Map();
    for (let i = 0; i < anzahl; i++) {
      for (const wort of new Set(heuhaufen(text(i)).split(" "))) {
        const stelle = this.stellen.get(wort);
        if (stelle) stelle.push(i);
        else this.stellen.set(wort, [i]);
      }
    }
    this.stellen.delete("");
    /** @type {[teil: string, worte: string[]]} */
    this.davor = ["", [...this.stellen.keys()]];
    /** @type {Map<string, Uint8Array>} */
    this.gemerkt = new Map();
  }

  /**
   * Words that contain a part; after a shorter part only its words are looked at.
   * @param {string} teil
   */
  worte(teil) {
    const [kurz, woher] = this.davor;
    const gefunden = (teil.startsWith(kurz) ? woher : [...this.stellen.keys()]).filter((wort) => wort.includes(teil));
    this.davor = [teil, gefunden];
    return gefunden;
  }

  /**
   * One byte per row: 1 where one of the alternatives stands.
   * @param {string[]} wahl
   */
  zeilen(wahl) {
    const name = wahl.join("|");
    const bekannt = this.gemerkt.get(name);
    if (bekannt) return bekannt;
    const an = new Uint8Array(this.anzahl);
    for (const w of wahl) {
      const worte = w[0] === " " ? [w.trim()] : this.worte(w);
      for (const wort of worte) for (const i of this.stellen.get(wort) ?? []) an[i] = 1;
    }
    if (this.gemerkt.size > 40) this.gemerkt.clear();
    this.gemerkt.set(name, an);
    return an;
  }
}
