// What somebody types finds what is meant: letters, gender forms, endings, words of one meaning.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import {
  abstand,
  falte,
  gruppen,
  heuhaufen,
  naechstes,
  stamm,
  suchworte,
  Wortindex,
} from "../../docs/assets/js/matrix-worte.js";

/** @type {[text: string, gefaltet: string, kennung: string][]} */
const [, ...BUCHSTABEN] = JSON.parse(readFileSync(new URL("../daten/buchstaben.json", import.meta.url), "utf8"));

/**
 * Whether a query finds a text.
 * @param {string} text
 * @param {string} frage
 * @param {string[][]} gleich
 */
function findet(text, frage, gleich = []) {
  const index = new Wortindex(1, () => text);
  return suchworte(frage, gruppen(gleich)).every((wahl) => index.zeilen(wahl)[0] === 1);
}

describe("Buchstaben werden gefaltet wie in Python", () => {
  assert.ok(BUCHSTABEN.length > 15);
  for (const [text, gefaltet] of BUCHSTABEN) test(text, () => assert.equal(falte(text), gefaltet));
});

describe("Zeichen und Formen für alle Geschlechter", () => {
  for (const [text, gefaltet] of [
    ["Bürger*innen, Straße", "burgerinnen strasse"],
    ["Bürger:innen und Bürger_in", "burgerinnen und burgerin"],
    ["Lehrer/innen", "lehrerinnen"],
    ["Lehrer/in", "lehrerin"],
    ["und/in", "undin"],
    ["drinnen/inzwischen", "drinnen inzwischen"],
    ["BürgerInnen", "burgerinnen"],
    ["Deutsch-Kurs (A1/A2)", "deutsch kurs a1 a2"],
    ["Mit\u00adte\u200bn", "mitten"],
    ["  -- ", ""],
  ]) {
    test(text, () => assert.equal(falte(text), gefaltet));
  }
});

describe("Endungen fallen weg, solange vier Buchstaben bleiben", () => {
  for (const [wort, erwartet] of [
    ["schulen", "schul"],
    ["schule", "schul"],
    ["schul", "schul"],
    ["kindern", "kind"],
    ["kinder", "kind"],
    ["kinds", "kind"],
    ["kind", "kind"],
    ["haus", "haus"],
    ["hause", "haus"],
    ["arten", "arte"],
    ["arbeitens", "arbeiten"],
    ["vereines", "verein"],
    ["ern", "ern"],
    ["", ""],
  ]) {
    test(`${wort} -> ${erwartet}`, () => assert.equal(stamm(wort), erwartet));
  }
});

test("im Text stehen Umlaute auf beide Arten, zwischen Leerzeichen", () => {
  assert.equal(heuhaufen("Ämter, Bürger in Köln"), " amter burger in koln aemter buerger koeln ");
  assert.equal(heuhaufen("Haus"), " haus  ");
});

describe("eine Frage wird je Wort zu Möglichkeiten", () => {
  test("aus dem Stamm und aus Wörtern gleicher Bedeutung", () => {
    assert.deepEqual(suchworte("Schulen Mitte"), [["schul"], ["mitt"]]);
    assert.deepEqual(suchworte("mso", [["mso", "elternverein"]]), [["mso", "elternverei"]]);
    assert.deepEqual(suchworte("Integration", [["kis", "integration"]]), [["integratio", " kis ", " kiss "]]);
  });

  test("aus Personen jeden Geschlechts", () => {
    assert.deepEqual(suchworte("Lehrer*innen"), [["lehr"]]);
    assert.deepEqual(suchworte("Lehrer/in"), [["lehr"]]);
  });

  test("aus nichts, wo nichts steht", () => {
    assert.deepEqual(suchworte(""), []);
    assert.deepEqual(suchworte(" * "), []);
  });
});

describe("gefunden wird, was gemeint ist", () => {
  const mso = [["MSO", "Migrant*innenselbstorganisation"]];
  const ki = [["KI", "Kommunales Zentrum"]];
  for (const [text, frage, erwartet, gleich] of /** @type {[string, string, boolean, string[][]?][]} */ ([
    ["Bürger*innen beraten", "bürgerinnen", true],
    ["Bürger*innen beraten", "Bürger", true],
    ["Bürger*innen beraten", "buerger", true],
    ["Bürger*innen beraten", "burger", true],
    ["Sprachkurse", "kurs", true],
    ["Sprachkurse", "Kurse sprach", true],
    ["Sprachkurse", "Kurse deutsch", false],
    ["Straße", "strasse", true],
    ["Treffen mit Frau Łuczak", "Luczak", true],
    ["eine Migrant*innenselbstorganisation", "MSOs", true, mso],
    ["die MSOs", "Migrantinnenselbstorganisation", true, mso],
    ["Kinder", "Kommunales Zentrum", false, ki],
    ["die KI", "Kommunales Zentrum", false, ki],
  ])) {
    test(`„${frage}“ in „${text}“: ${erwartet}`, () => assert.equal(findet(text, frage, gleich), erwartet));
  }
});

describe("das Verzeichnis der Wörter", () => {
  const zeilen = ["Kurs für Kinder", "Kurse", "Kino", ""];
  const index = () => new Wortindex(zeilen.length, (i) => zeilen[i]);

  test("sagt, in welchen Zeilen ein Teil steht", () => {
    assert.deepEqual([...index().zeilen(["kurs"])], [1, 1, 0, 0]);
    assert.deepEqual([...index().zeilen(["kin"])], [1, 0, 1, 0]);
    assert.deepEqual([...index().zeilen(["x"])], [0, 0, 0, 0]);
  });

  test("nimmt jede der Möglichkeiten, zwischen Leerzeichen ganze Wörter", () => {
    assert.deepEqual([...index().zeilen(["kurs", "kino"])], [1, 1, 1, 0]);
    assert.deepEqual([...index().zeilen([" kurs "])], [1, 0, 0, 0]);
  });

  test("sagt nach längeren, kürzeren und anderen Teilen dasselbe", () => {
    const einer = index();
    for (const teil of ["k", "ki", "kin", "kino", "ki", "u", "ur", "kur", "k"]) {
      assert.deepEqual([...einer.zeilen([teil])], [...index().zeilen([teil])], teil);
    }
  });

  test("vergisst alte Antworten und stimmt weiter", () => {
    const einer = index();
    for (let i = 0; i < 100; i++) einer.zeilen([`x${i}`]);
    assert.deepEqual([...einer.zeilen(["kurs"])], [1, 1, 0, 0]);
    assert.ok(einer.gemerkt.size <= 42);
  });
});

test("ein verschriebenes Wort steht für das nächste bekannte", () => {
  /** @type {[string, string][]} */
  const bekannt = ["wohnung", "wohnen", "ordnung", "integrationsrat"].map((w) => [w, w]);
  assert.equal(naechstes("wonung", bekannt), "wohnung");
  assert.equal(naechstes("integrationrat", bekannt), "integrationsrat");
  assert.equal(naechstes("wohnnug", bekannt), "wohnung", "two letters swapped are one slip");
  assert.equal(naechstes("wohnung", bekannt), null, "known");
  assert.equal(naechstes("xyz", bekannt), null, "too short to guess");
  assert.equal(naechstes("schwimmbad", bekannt), null, "nothing near");
});

test("der Abstand zählt Buchstaben und hört auf, wo er zu groß wird", () => {
  assert.equal(abstand("wonung", "wohnung", 2), 1);
  assert.equal(abstand("ab", "ba", 2), 1);
  assert.equal(abstand("haus", "haus", 2), 0);
  assert.equal(abstand("kita", "integrationskonzept", 2), 3);
});
