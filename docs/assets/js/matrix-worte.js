// German words, made comparable: case, umlauts, ß, gender forms and simple endings no longer matter.

const ZEICHEN = /[\u0300-\u036f\u00ad\u200b]/g;
const GENDER = /(\p{L})(?:[*:_](?=in)|\/(?=in(?:nen)?(?!\p{L})))/gu;
const UMSCHRIFT = { ä: "ae", ö: "oe", ü: "ue" };

const grund = (text) => text.normalize("NFD").replace(ZEICHEN, "").replace(/[^a-z0-9]+/g, " ").trim();

/** „Bürger*innen, Straße“ -> „burgerinnen strasse“ */
export const falte = (text) => grund(text.toLowerCase().replace(GENDER, "$1").replaceAll("ß", "ss"));

/** Text to search in: folded, and words with umlauts once more as ae, oe, ue. */
export function heuhaufen(text) {
  const klein = text.toLowerCase().replace(GENDER, "$1").replaceAll("ß", "ss").normalize("NFC");
  const mit = (klein.match(/[\p{L}]*[äöü][\p{L}]*/gu) ?? []).join(" ").replace(/[äöü]/g, (z) => UMSCHRIFT[z]);
  return ` ${grund(klein)} ${mit && grund(mit)} `;
}

/** A folded word without its ending, if at least four letters remain: „schulen“ and „schule“ -> „schul“ */
export const stamm = (wort) => (wort.length < 5 ? wort : wort.replace(/(?<=.{4})(?:ern|en|er|em|es|e|n|s)$/, ""));

const ganz = (wort) => (wort.length > 3 ? [wort] : [` ${wort} `, ` ${wort}s `]);

/** Groups of words with one meaning, folded. */
export const gruppen = (gleich) => gleich.map((gruppe) => gruppe.map(falte));

/** What to look for: one list of alternatives per word; those between blanks are whole words. */
export function suchworte(text, gruppen = []) {
  const ohneStern = text.toLowerCase().replace(/(\p{L}{3})[*:_/]in(?:nen)?(?!\p{L})/gu, "$1");
  return falte(ohneStern)
    .split(" ")
    .filter(Boolean)
    .map((wort) => {
      const gemeint = gruppen.filter((g) => g.includes(wort) || g.some((w) => `${w}s` === wort || stamm(w) === stamm(wort)));
      return [stamm(wort), ...gemeint.flat().filter((w) => w !== wort).map(stamm).flatMap(ganz)];
    });
}

/** All words of a list, each once with the rows it stands in: a keystroke reads words, not rows. */
export class Wortindex {
  constructor(anzahl, text) {
    this.anzahl = anzahl;
    this.stellen = new Map();
    for (let i = 0; i < anzahl; i++) {
      for (const wort of new Set(heuhaufen(text(i)).split(" "))) {
        const stelle = this.stellen.get(wort);
        if (stelle) stelle.push(i);
        else this.stellen.set(wort, [i]);
      }
    }
    this.stellen.delete("");
    this.davor = ["", [...this.stellen.keys()]];
    this.gemerkt = new Map();
  }

  /** Words that contain a part; after a shorter part only its words are looked at. */
  worte(teil) {
    const [kurz, woher] = this.davor;
    const gefunden = (teil.startsWith(kurz) ? woher : [...this.stellen.keys()]).filter((wort) => wort.includes(teil));
    this.davor = [teil, gefunden];
    return gefunden;
  }

  /** One byte per row: 1 where one of the alternatives stands. */
  zeilen(wahl) {
    const name = wahl.join("|");
    let an = this.gemerkt.get(name);
    if (an) return an;
    an = new Uint8Array(this.anzahl);
    for (const w of wahl) {
      for (const wort of w[0] === " " ? [w.trim()] : this.worte(w)) for (const i of this.stellen.get(wort) ?? []) an[i] = 1;
    }
    if (this.gemerkt.size > 40) this.gemerkt.clear();
    this.gemerkt.set(name, an);
    return an;
  }
}
