// TypeScript's own description of language and browser, without what the floor lacks: whatever a script takes from
// beyond it is an error of types, told apart by type (`size` of a Set is old, `size` of URLSearchParams is not).
import { fehlt, merkmal } from "./daten.js";

/** @typedef {import("./daten.js").Merkmal} Merkmal */
/** @typedef {{ name: string, tiefe: number, fest: boolean }} Rahmen */

/** Types of TypeScript that MDN describes under another name. */
const NAMEN = new Map([
  ["ReadonlyArray", "Array"],
  ["ReadonlyMap", "Map"],
  ["ReadonlySet", "Set"],
  ["IteratorObject", "Iterator"],
]);
const FELDER = /^(?:Big)?(?:Int|Uint|Float)\d+(?:Clamped)?Array$/;

const RAHMEN = /^ *(?:declare )?(interface|namespace|var|const) (\w+)(?:<.*>)?(?: extends .*?)?:? ?\{$/;
const ERBE = /^ *(?:declare )?interface (\w+)(?:<.*>)? extends (.*?) ?\{/gm;
const GLIED = /^(?:readonly |get |set )?(new|\w+)\??(?=[<(:])/;
const EINZELN = /^declare (?:var|function) (\w+)\b/;

/** @param {string} zeile */
const einzug = (zeile) => zeile.length - zeile.trimStart().length;

/**
 * Data about a class of the language or the browser; `ArrayConstructor` describes what stands on Array itself.
 * @param {string} name
 * @returns {Record<string, Merkmal> | undefined}
 */
function klasse(name) {
  const sprache = ["javascript", "builtins"];
  const schlicht = NAMEN.get(name) ?? name.replace(/Constructor$/, "");
  const wo = [
    [...sprache, schlicht],
    [...sprache, "Intl", schlicht],
    ["api", name],
  ];
  const gefunden = wo.map((pfad) => merkmal(...pfad)).find(Boolean);
  return /** @type {Record<string, Merkmal> | undefined} */ (/** @type {unknown} */ (gefunden));
}

/**
 * For every name those that build on it, near and far.
 * @param {string} quelle
 */
function erbfolge(quelle) {
  /** @type {Map<string, string[]>} */
  const direkt = new Map();
  for (const [, name, basen] of quelle.matchAll(ERBE)) {
    for (const basis of basen.replace(/<.*?>/g, "").split(", ")) {
      direkt.set(basis, [...(direkt.get(basis) ?? []), name]);
    }
  }
  /** @type {(name: string) => string[]} */
  const alle = (name) => (direkt.get(name) ?? []).flatMap((erbe) => [erbe, ...alle(erbe)]);
  return alle;
}

/**
 * Descriptions without what the floor lacks, and the names of what was left out; `erlaubt` stays in.
 * @param {string[]} quellen
 * @param {Set<string>} erlaubt
 */
export function beschneide(quellen, erlaubt = new Set()) {
  const erben = erbfolge(quellen.join("\n"));
  /** @type {Set<string>} */
  const weg = new Set();

  /** @type {(name: string, angaben: (Merkmal | undefined)[]) => boolean} */
  const zuNeu = (name, angaben) => {
    const bekannt = angaben.filter((angabe) => angabe?.__compat);
    const fehltUeberall = bekannt.length > 0 && bekannt.every((angabe) => fehlt(angabe).length);
    if (fehltUeberall) weg.add(name);
    return fehltUeberall && !erlaubt.has(name.split(".")[0]);
  };

  /**
   * Data about a member: its own, else those of the classes that inherit it or mix it in.
   * @type {(rahmen: Rahmen, glied: string) => (Merkmal | undefined)[]}
   */
  const ueber = ({ name, fest }, glied) => {
    if (glied === "new") return [klasse(name)?.[name]];
    const feld = FELDER.test(name) ? klasse("TypedArray") : undefined;
    const eigen = [klasse(name), feld].map((daten) => (fest && daten?.[`${glied}_static`]) || daten?.[glied]);
    return eigen.some(Boolean) ? eigen : erben(name).map((erbe) => klasse(erbe)?.[glied]);
  };

  /** @param {string} quelle */
  const schneide = (quelle) => {
    /** @type {Rahmen[]} */
    const stapel = [];
    let bis = -1; // how far the block that is being left out is indented

    /** @param {string} zeile */
    const bleibt = (zeile) => {
      const tiefe = einzug(zeile);
      const text = zeile.trim();
      if (bis >= 0) {
        if (tiefe === bis && text.startsWith("}")) bis = -1;
        return false;
      }
      const hier = stapel.at(-1);
      const rahmen = RAHMEN.exec(zeile);
      if (rahmen) {
        const [, art, name] = rahmen;
        const wert = art === "var" || art === "const";
        if (wert && zuNeu(name, [klasse(name)])) {
          bis = tiefe;
          return false;
        }
        stapel.push({ name, tiefe, fest: wert || name.endsWith("Constructor") });
      } else if (tiefe === hier?.tiefe && text.startsWith("}")) stapel.pop();
      else if (hier && tiefe === hier.tiefe + 4) {
        const glied = GLIED.exec(text)?.[1];
        if (glied && zuNeu(`${hier.name}.${glied}`, ueber(hier, glied))) {
          if (text.endsWith("{")) bis = tiefe;
          return false;
        }
      } else if (!hier) {
        const name = EINZELN.exec(zeile)?.[1];
        if (name && zuNeu(name, [klasse("Window")?.[name] ?? klasse(name)])) return false;
      }
      return !text.startsWith("/// <reference");
    };

    return quelle.split("\n").filter(bleibt).join("\n");
  };

  return { texte: quellen.map(schneide), weg };
}
