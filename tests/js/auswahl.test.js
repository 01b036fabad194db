// The selection of a list: rows, counts, address.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { alsAdresse, anfang, ausAdresse, Bestand, nichts, privates } from "../../docs/assets/js/matrix-auswahl.js";

/** @type {Facette[]} */
const FACETTEN = [
  {
    id: "stand",
    name: "Stand",
    werte: [
      ["geplant", "geplant"],
      ["laufend", "läuft"],
      ["fertig", "fertig"],
    ],
    zeilen: [[0], [1], [1], []],
  },
  {
    id: "ort",
    name: "Ort",
    werte: [
      ["nord", "Nord"],
      ["sued", "Süd"],
    ],
    zeilen: [[0, 1], [0], [1], [1]],
  },
];
const TEXTE = ["Sprachkurs für Frauen", "Sprachtreff", "Beratung in der Straße", "Frauencafé"];
const TAGE = ["2024-01-31", "2024-02-01", "2024-02-02", "2025-01-01"];
const SPALTEN = ["nummer", "titel"];

const bestand = () => new Bestand(4, FACETTEN, (i) => TEXTE[i], { tage: TAGE });

/**
 * A selection by facet and positions.
 * @param {Record<string, number[]>} wahl
 * @param {Partial<Auswahl>} weiteres
 * @returns {Auswahl}
 */
const auswahl = (wahl, weiteres = {}) => ({
  ...nichts(),
  ...weiteres,
  wahl: new Map(Object.entries(wahl).map(([id, werte]) => [id, new Set(werte)])),
});

const werte = (suche = "") => new URLSearchParams(suche);

/** @param {Auswahl} zustand */
const treffer = (zustand) => bestand().filtere(zustand).treffer;

/**
 * @param {Auswahl} zustand
 * @param {number} facette
 */
const zahlen = (zustand, facette) => [...Array.from(bestand().filtere(zustand).zaehle(FACETTEN[facette]))];

describe("welche Zeilen bleiben", () => {
  test("alle, wo nichts gewählt ist", () => assert.deepEqual(treffer(nichts()), [0, 1, 2, 3]));

  test("jede Antwort einer Frage, alle Fragen zusammen", () => {
    assert.deepEqual(treffer(auswahl({ stand: [1] })), [1, 2]);
    assert.deepEqual(treffer(auswahl({ stand: [0, 1] })), [0, 1, 2]);
    assert.deepEqual(treffer(auswahl({ stand: [1], ort: [1] })), [2]);
    assert.deepEqual(treffer(auswahl({ stand: [2] })), []);
  });

  test("eine leere Wahl fragt nichts", () => {
    assert.deepEqual(treffer(auswahl({ stand: [] })), [0, 1, 2, 3]);
  });

  test("jedes Wort eines Textes", () => {
    assert.deepEqual(treffer(auswahl({}, { q: "sprach" })), [0, 1]);
    assert.deepEqual(treffer(auswahl({}, { q: "sprach frau" })), [0]);
    assert.deepEqual(treffer(auswahl({}, { q: "strasse" })), [2]);
    assert.deepEqual(treffer(auswahl({}, { q: "  " })), [0, 1, 2, 3]);
    assert.deepEqual(treffer(auswahl({}, { q: "nirgends" })), []);
  });

  test("ab einem Tag, ihn eingeschlossen", () => {
    assert.deepEqual(treffer(auswahl({}, { seit: "2024-02-01" })), [1, 2, 3]);
    assert.deepEqual(treffer(auswahl({}, { seit: "2025-01-02" })), []);
  });

  test("Text, Tag und Antworten zusammen", () => {
    assert.deepEqual(treffer(auswahl({ ort: [1] }, { q: "frau", seit: "2024-02-01" })), [3]);
  });

  test("`passt` sagt von jeder Zeile, ob sie dabei ist", () => {
    const { passt } = bestand().filtere(auswahl({ stand: [1] }));
    assert.deepEqual(
      [0, 1, 2, 3].map((i) => passt(i)),
      [false, true, true, false],
    );
  });

  test("eine Liste ohne Zeilen", () => {
    assert.deepEqual(new Bestand(0, [], () => "").filtere({ ...nichts(), q: "a" }).treffer, []);
  });
});

describe("die Zahlen einer Frage", () => {
  test("sagen, wie viele Zeilen jede Antwort hat", () => {
    assert.deepEqual(zahlen(nichts(), 0), [1, 2, 0]);
    assert.deepEqual(zahlen(nichts(), 1), [2, 3]);
  });

  test("achten auf alle anderen Fragen, nicht auf die eigene", () => {
    assert.deepEqual(zahlen(auswahl({ stand: [0] }), 0), [1, 2, 0]);
    assert.deepEqual(zahlen(auswahl({ stand: [1] }), 1), [1, 1]);
    assert.deepEqual(zahlen(auswahl({ stand: [0], ort: [0] }, { q: "treff" }), 0), [0, 1, 0]);
    assert.deepEqual(zahlen(auswahl({}, { seit: "2024-02-02" }), 1), [0, 2]);
  });
});

describe("die Adresse einer Auswahl", () => {
  test("hält freien Text und private Fragen vom Server fern", () => {
    assert.deepEqual([...privates([{ ...FACETTEN[0], privat: true }, FACETTEN[1]])], ["text", "stand"]);
    assert.deepEqual([...privates(FACETTEN)], ["text"]);
  });

  for (const [adresse, zustand] of /** @type {[string, Auswahl][]} */ ([
    ["", nichts()],
    ["?stand=laufend&stand=fertig&ort=sued", auswahl({ stand: [1, 2], ort: [1] })],
    ["?text=Caf%C3%A9+Mitte&sort=-titel", auswahl({}, { q: "Café Mitte", sort: "-titel" })],
    ["?seit=2024-02-29", auswahl({}, { seit: "2024-02-29" })],
  ])) {
    test(`${adresse || "(keine)"} hin und zurück`, () => {
      assert.deepEqual(ausAdresse(werte(adresse), FACETTEN, SPALTEN), zustand);
      assert.deepEqual(ausAdresse(alsAdresse(zustand, FACETTEN, werte()), FACETTEN, SPALTEN), zustand);
    });
  }

  test("hat eine feste Reihenfolge, egal wie gewählt wurde", () => {
    const zustand = auswahl({ ort: [0], stand: [1] }, { q: " a&b ", sort: "titel", seit: "2024-01-01" });
    const text = alsAdresse(zustand, FACETTEN, werte()).toString();
    assert.equal(text, "text=a%26b&stand=laufend&ort=nord&seit=2024-01-01&sort=titel");
  });

  test("behält Fremdes und verliert, was nicht mehr gewählt ist", () => {
    const rest = (/** @type {string} */ bisher) => alsAdresse(nichts(), FACETTEN, werte(bisher)).toString();
    assert.equal(rest("?stand=laufend&text=x&sort=titel&fremd=1"), "fremd=1");
    assert.equal(rest("?stand=laufend"), "");
  });

  describe("einer Liste, die mit einer Antwort beginnt", () => {
    const mitVorgabe = [FACETTEN[0], { ...FACETTEN[1], vorgabe: 1 }];
    for (const [adresse, zustand] of /** @type {[string, Auswahl][]} */ ([
      ["", auswahl({ ort: [1] })],
      ["?ort=alle", auswahl({ ort: [] })],
      ["?ort=nord", auswahl({ ort: [0] })],
      ["?ort=nord&ort=sued", auswahl({ ort: [0, 1] })],
    ])) {
      test(`${adresse || "(keine)"} hin und zurück`, () => {
        assert.deepEqual(ausAdresse(werte(adresse), mitVorgabe, SPALTEN), zustand);
        assert.equal(alsAdresse(zustand, mitVorgabe, werte()).toString(), adresse.slice(1));
      });
    }

    test("beginnt mit ihr", () => assert.deepEqual(anfang(mitVorgabe), auswahl({ ort: [1] })));
  });

  for (const fremd of ["?stand=egal", "?sort=geheim", "?seit=gestern", "?seit=2024-13-01", "?x=1", "?text="]) {
    test(`${fremd} zählt nicht`, () => assert.deepEqual(ausAdresse(werte(fremd), FACETTEN, SPALTEN), nichts()));
  }

  test("nimmt zweihundert Zeichen eines Textes", () => {
    assert.equal(ausAdresse(werte(`?text=${"a".repeat(300)}`), FACETTEN, SPALTEN).q, "a".repeat(200));
  });
});
