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

/** What to look for: one list of alternatives per word. `gleich` holds groups of words with one meaning. */
export function suchworte(text, gleich = []) {
  const gruppen = gleich.map((gruppe) => gruppe.map(falte));
  const ohneStern = text.toLowerCase().replace(/(\p{L}{3})[*:_/]in(?:nen)?(?!\p{L})/gu, "$1");
  return falte(ohneStern)
    .split(" ")
    .filter(Boolean)
    .map((wort) => {
      const gemeint = gruppen.filter((g) => g.includes(wort) || g.some((w) => `${w}s` === wort || stamm(w) === stamm(wort)));
      return [stamm(wort), ...gemeint.flat().filter((w) => w !== wort).map(stamm).flatMap(ganz)];
    });
}

/** Whether every word, or one of its alternatives, stands in the text. */
export const trifft = (heu, worte) => worte.every((wahl) => wahl.some((w) => heu.includes(w)));
