// Comparing: what an index is, when there is none, and where indicators differ. Expectations are written by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  alsIndex,
  basis,
  einzeln,
  gewaehlte,
  indexGrund,
  unterschiede,
} from "../../docs/assets/js/vergleich-zahlen.js";

/** @param {Partial<Vergleichsreihe>} anders @returns {Vergleichsreihe} */
const reihe = (anders = {}) => ({
  name: "A",
  zeitwort: "Jahr",
  einheit: "Personen",
  prozent: false,
  stellen: 0,
  definition: "Zählt.",
  quelle: "Quelle der Zahlen: Amt",
  adresse: "monitoring/a/",
  bruch: 0,
  luecke: 0,
  gruppen: [""],
  zahlen: [
    [0, "2022", 1, 50, "50", "50 Personen"],
    [0, "2023", 366, 75, "75", "75 Personen"],
  ],
  ...anders,
});
const B = reihe({
  name: "B",
  zahlen: [
    [0, "2021", -365, 1, "1", "1 Person"],
    [0, "2022", 1, 200, "200", "200 Personen"],
    [0, "2023", 366, null, "unbekannt oder geheim", "unbekannt oder geheim"],
  ],
});

test("ein Index beginnt im ersten gemeinsamen Jahr mit 100", () => {
  assert.equal(basis([reihe(), B]), "2022");
  assert.deepEqual(
    alsIndex([reihe(), B]).zeilen.map((r) => `${r.reihe} ${r.zeit_text} ${r.wert_text}`),
    ["A 2022 100,0", "A 2023 150,0", "B 2021 0,5", "B 2022 100,0", "B 2023 unbekannt oder geheim"],
  );
});

test("jede Marke eines Index sagt auch die Zahl dahinter", () => {
  assert.equal(alsIndex([reihe(), B]).zeilen[1].beschreibung, "A, 2023: 150,0 (75 Personen)");
});

test("kein Index ohne zweite Zeit, ohne gemeinsames Jahr oder mit zu vielen Linien", () => {
  const eine = reihe({ zahlen: [[0, "2022", 1, 5, "5", "5"]] });
  assert.match(indexGrund([reihe(), eine]), /mindestens zwei Zeiten/);
  const null_ = reihe({
    zahlen: [
      [0, "2022", 1, 0, "0", "0"],
      [0, "2023", 366, -3, "−3", "−3"],
    ],
  });
  assert.match(indexGrund([reihe(), null_]), /gemeinsames Jahr mit Zahlen über null/);
  const viele = reihe({ gruppen: ["a", "b", "c", "d"] });
  assert.match(indexGrund([viele, viele]), /zu viele Linien/);
  assert.equal(indexGrund([reihe(), B]), "");
});

test("einzeln bleibt jede Zahl, wie sie ist", () => {
  const a = einzeln(B);
  assert.deepEqual(
    a.zeilen.map((r) => r.wert),
    [1, 200, null],
  );
  assert.deepEqual(a.achsen, ["2021", "2022", "2023"]);
});

test("was verschieden ist, wird gesagt; was gleich ist, nicht", () => {
  assert.deepEqual(unterschiede([reihe(), reihe()]), []);
  const andere = reihe({
    definition: "Zählt anders.",
    einheit: "%",
    quelle: "Quelle der Zahlen: Land",
    zahlen: [[0, "2024", 732, 1, "1", "1"]],
  });
  assert.deepEqual(unterschiede([reihe(), andere]), [
    "Gezählt wird Verschiedenes; die Definitionen stehen darunter.",
    "Die Einheiten sind verschieden: Personen, %.",
    "Die Zahlen kommen aus verschiedenen Quellen.",
    "Sie haben keinen gemeinsamen Stichtag.",
  ]);
  assert.deepEqual(unterschiede([reihe(), reihe({ name: "C", bruch: 366 })]), [
    "Bei „C“ hat sich die Zählung geändert.",
  ]);
});

test("eine Linie endet an Lücke und Bruch", () => {
  const zahlen = /** @type {Vergleichsreihe["zahlen"]} */ (
    [1, 366, 1100, 1465].map((tag) => [0, `T${tag}`, tag, 5, "5", "5"])
  );
  const stuecke = (/** @type {Partial<Vergleichsreihe>} */ v) =>
    new Set(einzeln(reihe({ zahlen, ...v })).zeilen.map((r) => r.stueck)).size;
  assert.deepEqual([stuecke({}), stuecke({ luecke: 550 }), stuecke({ luecke: 550, bruch: 1465 })], [1, 2, 3]);
});

test("von einer Wahl bleibt, was es gibt und zusammenpasst", () => {
  const vorrat = { a: reihe(), b: reihe(), s: reihe({ zeitwort: "Schuljahr" }) };
  assert.deepEqual(gewaehlte(vorrat, ["a", "__proto__", "b", "s", "a"]), ["a", "b"]);
});
