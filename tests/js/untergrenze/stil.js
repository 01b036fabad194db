// Style sheets against the floor: property, value, unit, function, selector, at-rule and media feature, each looked up
// in MDN's data. What stands in `@supports`, beside its prefixed form or after an older value for the same property
// has its fallback and is fine.
import * as csstree from "css-tree";
import { fehlt, merkmal, nenne } from "./daten.js";

/** @typedef {import("css-tree").CssNode} Knoten */
/** @typedef {import("css-tree").Declaration} Angabe */
/** @typedef {{ zeile: number, schluessel: string, wo: string, text: string }} Fund */

/** Features that are no single word: property, name in the data, and how a value of theirs looks. */
const FORMEN = /** @type {const} */ ([
  ["content", "alt_text", /\S\s*\/\s*\S/],
  ["text-decoration", "includes_color-and-style", /\S\s+\S/],
  ["display", "multi-keyword_values", /\S\s+\S/],
]);
const DYNAMISCH = /^[dls]v(?:h|w|i|b|min|max)$/;
const BEHAELTER = /^cq(?:h|w|i|b|min|max)$/;
/** @type {Record<string, string>} */
const GROESSEN = { d: "dynamic", l: "large", s: "small" };

/** @param {string} einheit */
function einheitsname(einheit) {
  if (BEHAELTER.test(einheit)) return "container_query_length_units";
  return DYNAMISCH.test(einheit) ? `viewport_percentage_units_${GROESSEN[einheit[0]]}` : einheit;
}

/**
 * Paths in the data for what one part of a value uses.
 * @param {string} eigenschaft
 * @param {Knoten} teil
 */
function teilpfade(eigenschaft, teil) {
  const css = ["css", "types"];
  if (teil.type === "Identifier") return [["css", "properties", eigenschaft, teil.name]];
  if (teil.type === "Dimension") return [[...css, "length", einheitsname(teil.unit)]];
  if (teil.type !== "Function") return [];
  const orte = [[], ["color"], ["image"], ["gradient"], ["basic-shape"], ["easing-function"], ["filter-function"]];
  return [["css", "properties", eigenschaft, teil.name], ...orte.map((ort) => [...css, ...ort, teil.name])];
}

/**
 * Paths in the data for the value of a declaration.
 * @param {Angabe} angabe
 */
function wertpfade({ property, value }) {
  const pfade = FORMEN.filter(([name, , form]) => name === property && form.test(ohneTexte(value))).map(
    ([name, teil]) => ["css", "properties", name, teil],
  );
  csstree.walk(value, (teil) => {
    pfade.push(...teilpfade(property, teil));
  });
  return pfade;
}

/** @param {Knoten} wert */
const ohneTexte = (wert) =>
  csstree
    .generate(wert)
    .replace(/"(?:[^"\\]|\\.)*"/g, "x")
    .replace(/\(.*\)/, "()");

/**
 * Names of properties that stand in the same block, and whether an older value for this one comes first.
 * @param {csstree.Block | null} block
 * @param {Angabe} angabe
 */
function nachbarn(block, angabe) {
  const alle = (block?.children.toArray() ?? []).filter((knoten) => knoten.type === "Declaration");
  const davor = alle.slice(0, alle.indexOf(angabe));
  return { namen: new Set(alle.map((a) => a.property)), ersatz: davor.some((a) => a.property === angabe.property) };
}

/**
 * Everything in a style sheet that the floor lacks and nothing replaces, and every value that no browser takes.
 * @param {string} text
 * @returns {Fund[]}
 */
export function pruefeStil(text) {
  /** @type {Fund[]} */
  const funde = [];
  /** @type {csstree.Rule | null} */
  let regel = null;
  /** @type {csstree.Atrule | null} */
  let atregel = null;

  /** @type {(knoten: Knoten, schluessel: string, text: string) => void} */
  const melde = (knoten, schluessel, text) => {
    const wo = regel ? csstree.generate(regel.prelude) : `@${atregel?.name}`;
    funde.push({ zeile: knoten.loc?.start.line ?? 0, schluessel, wo, text });
  };

  /**
   * Reports what the floor lacks, unless one of the names beside it (`-webkit-…`) stands in for `name`.
   * @type {(knoten: Knoten, pfad: string[], name?: string, namen?: Set<string>) => void}
   */
  const pruefe = (knoten, pfad, name = "", namen = new Set()) => {
    const luecken = fehlt(merkmal(...pfad)).filter(
      ({ ersatz }) => !ersatz.some((form) => namen.has(form.endsWith("-") ? form + name : form)),
    );
    if (luecken.length) melde(knoten, pfad.join("."), `missing in ${nenne(luecken)}`);
  };

  /** @type {(angabe: Angabe, block: csstree.Block | null) => void} */
  const pruefeAngabe = (angabe, block) => {
    const { property, value } = angabe;
    if (/^-\w/.test(property)) return;
    const { namen, ersatz } = nachbarn(block, angabe);
    const pfad = ["css", "properties", property];
    pruefe(angabe, pfad, property, namen);
    if (!ersatz && !fehlt(merkmal(...pfad)).length) for (const teil of wertpfade(angabe)) pruefe(angabe, teil);
    const { error } = csstree.lexer.matchProperty(property, value);
    if (error?.name === "SyntaxMatchError") melde(angabe, `invalid.${property}`, csstree.generate(value));
  };

  const baum = csstree.parse(text, {
    positions: true,
    parseCustomProperty: true,
    onParseError: (fehler, knoten) => melde(knoten, "invalid", fehler.message),
  });
  csstree.walk(baum, {
    /**
     * @this {csstree.WalkContext}
     * @param {Knoten} knoten
     */
    enter(knoten) {
      regel = this.rule;
      atregel = this.atrule;
      switch (knoten.type) {
        case "Atrule": {
          const inSeite = atregel?.name === "page";
          atregel = knoten;
          pruefe(knoten, inSeite ? ["css", "at-rules", "page", `at_${knoten.name}`] : ["css", "at-rules", knoten.name]);
          return erprobt(knoten) ? csstree.walk.skip : undefined;
        }
        case "Feature":
          pruefe(knoten, ["css", "at-rules", "media", knoten.name.replace(/^(?:min|max)-/, "")]);
          break;
        case "FeatureRange":
          pruefe(knoten, ["css", "at-rules", "media", "range_syntax"]);
          break;
        case "PseudoClassSelector":
        case "PseudoElementSelector":
          if (regel) pruefe(knoten, ["css", "selectors", knoten.name]);
          break;
        case "NestingSelector":
          pruefe(knoten, ["css", "selectors", "nesting"]);
          break;
        case "Declaration":
          if (!regel && atregel && merkmal("css", "at-rules", atregel.name, knoten.property)) {
            pruefe(knoten, ["css", "at-rules", atregel.name, knoten.property]);
          } else pruefeAngabe(knoten, this.block);
          break;
      }
      return undefined;
    },
  });
  return funde;
}

/** @param {csstree.Atrule} regel */
const erprobt = ({ name, prelude }) => name === "supports" && !!prelude && !/^not\b/.test(csstree.generate(prelude));
