// What a search finds in titles alone, before the index is there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { benannt, findeTitel } from "../../docs/assets/js/suche-titel.js";

/** @type {[string, string, string, string][]} */
const TITEL = [
  ["massnahmen/sprachtreffs/", "Sprachtreffs", "Maßnahme", "Treffpunkte für Sprache"],
  ["massnahmen/strassenfeste/", "Straßenfeste", "Maßnahme", ""],
  ["glossar/#sprachkurs", "Sprachkurs", "Begriff", "Sprachkurse"],
  ["sprachen/", "Sprachen", "Seite", ""],
  ["akteure/bruecke/", "Brücke e. V.", "Akteur*in", "MSO"],
];
const ziele = (/** @type {string} */ text) => findeTitel(TITEL, text).map(([ziel]) => ziel);

test("a title is found by its words, their beginnings and their parts, whatever the spelling", () => {
  assert.deepEqual(ziele("strassenfest"), ["massnahmen/strassenfeste/"]);
  assert.deepEqual(ziele("feste"), ["massnahmen/strassenfeste/"]);
  assert.deepEqual(ziele("BRÜCKE"), ["akteure/bruecke/"]);
});

test("other names count too", () => {
  assert.deepEqual(ziele("mso"), ["akteure/bruecke/"]);
});

test("every word must be there", () => {
  assert.deepEqual(ziele("sprachtreffs treffpunkt"), ["massnahmen/sprachtreffs/"]);
  assert.deepEqual(ziele("sprachtreffs museum"), []);
});

test("short words are beginnings only, blanks and signs find nothing", () => {
  assert.deepEqual(ziele("ste"), []);
  assert.deepEqual(ziele("  … "), []);
});

test("the whole title comes first, a place in a list after pages of their own", () => {
  assert.deepEqual(ziele("sprachen"), ["sprachen/", "massnahmen/sprachtreffs/", "glossar/#sprachkurs"]);
  assert.ok(
    benannt("Sprachkurs", "Sprachkurs", false, ["sprachkur"]) >
      benannt("Sprachkurs", "Sprachkurs", true, ["sprachkur"]),
  );
});
