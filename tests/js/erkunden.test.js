// Exploring: what is offered and why not, what is shown, what stands in the address. Expectations are written by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signale, umbrich } from "../../docs/assets/js/erkunden-bild.js";
import { geaendert } from "../../docs/assets/js/erkunden-geaendert.js";
import { balkenachse, linienachse } from "../../docs/assets/js/erkunden-skala.js";
import { achsensatz, skalensatz, tabelle, titel, worte } from "../../docs/assets/js/erkunden-worte.js";
import { ansicht, fremdeGruppen } from "../../docs/assets/js/erkunden-zahlen.js";
import {
  alsAdresse,
  anfang,
  anteilGrund,
  arten,
  ausAdresse,
  feste,
  geordnet,
} from "../../docs/assets/js/erkunden-zustand.js";

/** @param {Partial<Modell>} anders @returns {Modell} */
const modell = (anders = {}) => ({
  name: "Kinder",
  einheit: "Personen",
  nomen: "Personen",
  prozent: false,
  stellen: 0,
  anteilstellen: 1,
  zeitwort: "Jahr",
  dimensionen: [
    { id: "art", name: "Schulart", werte: ["Grundschule", "Gymnasium"], gesamt: -1, ueberlappend: false },
    { id: "pass", name: "Pass", werte: ["insgesamt", "deutsch", "anderer"], gesamt: 0, ueberlappend: false },
  ],
  zeiten: [
    ["2023", 738885],
    ["2024", 739251],
  ],
  zeilen: [
    [0, 0, 1, 60, "60", "60 Personen"],
    [0, 0, 2, 20, "20", "20 Personen"],
    [0, 1, 1, 30, "30", "30 Personen"],
    [0, 1, 2, null, "unbekannt oder geheim", "unbekannt oder geheim"],
    [1, 0, 0, 90, "90", "90 Personen"],
    [1, 0, 1, 63, "63", "63 Personen"],
    [1, 0, 2, 27, "27", "27 Personen"],
    [1, 1, 1, 0, "0", "0 Personen"],
    [1, 1, 2, 0, "0", "0 Personen"],
  ],
  teilbar: true,
  grund: "",
  luecke: 0,
  bruch: 0,
  bruchwort: "",
  marken: [],
  zusatz: {},
  anders: {},
  frage: "",
  bilder: { stand: { art: "balken", achse: "art", farbe: "pass", von: 1, bis: 1 } },
  fuss: { quelle: "Amt.", eingetragen: "", ort: "Stadt.", adresse: "", datei: "kinder" },
  ...anders,
});
/** @param {Modell} m @param {Partial<Zustand>} z */
const gezeigt = (m, z) => ansicht(m, geordnet(m, { ...anfang(m, "stand"), ...z }));
/** @param {Ansicht} a */
const kurz = (a) => a.zeilen.map((r) => `${r.achse} ${r.reihe} ${r.wert_text}`);

test("am Anfang steht das feste Bild", () => {
  assert.deepEqual(kurz(gezeigt(modell(), {})), [
    "Grundschule insgesamt 90",
    "Grundschule deutsch 63",
    "Grundschule anderer 27",
    "Gymnasium deutsch 0",
    "Gymnasium anderer 0",
  ]);
});

test("Anteile zählen das Gesamte nicht mit, und wo nichts ist, gibt es keine", () => {
  assert.deepEqual(kurz(gezeigt(modell(), { zahl: "anteil" })), [
    "Grundschule deutsch 70,0\u00a0%",
    "Grundschule anderer 30,0\u00a0%",
    "Gymnasium deutsch insgesamt 0",
    "Gymnasium anderer insgesamt 0",
  ]);
});

test("Verdecktes bleibt verdeckt und lässt sich nicht zurückrechnen", () => {
  const a = gezeigt(modell(), { von: 0, bis: 0, zahl: "anteil" });
  assert.deepEqual(kurz(a).slice(2), [
    "Gymnasium deutsch nicht alle Teile bekannt",
    "Gymnasium anderer nicht alle Teile bekannt",
  ]);
  const ohneArt = gezeigt(modell(), { achse: "zeit", farbe: "pass", von: 0, bis: 1 });
  assert.deepEqual(
    ohneArt.zeilen.filter((r) => r.achse === "2023").map((r) => `${r.reihe} ${r.wert_text}`),
    ["deutsch 90", "anderer nicht alle Teile bekannt"],
  );
});

test("Stapel liegen aneinander, ein leerer sagt warum", () => {
  const a = gezeigt(modell(), { art: "stapel" });
  assert.deepEqual(
    a.zeilen.map((r) => [r.achse, r.von, r.bis, r.leer]),
    [
      ["Grundschule", 0, 63, null],
      ["Grundschule", 63, 90, null],
      ["Gymnasium", 0, 0, "insgesamt 0"],
      ["Gymnasium", 0, 0, null],
    ],
  );
  assert.deepEqual(
    a.zeilen.flatMap((r) => r.sagt ?? []),
    ["Gymnasium: insgesamt 0"],
  );
});

test("was ausgeblendet ist, fehlt, und die Anteile der anderen bleiben", () => {
  assert.deepEqual(kurz(gezeigt(modell(), { zahl: "anteil", ohne: ["deutsch"] })), [
    "Grundschule anderer 30,0\u00a0%",
    "Gymnasium anderer insgesamt 0",
  ]);
});

test("sortiert wird nach der Größe", () => {
  const a = gezeigt(modell(), { farbe: "", fest: { pass: "deutsch" }, folge: "auf" });
  assert.deepEqual(kurz(a), ["Gymnasium  0", "Grundschule  63"]);
});

test("Quoten lassen sich weder zusammenzählen noch teilen, und das wird gesagt", () => {
  const m = modell({ teilbar: false, grund: "Die Zahlen sind selbst Anteile." });
  assert.equal(anteilGrund(m, anfang(m, "stand")), "Die Zahlen sind selbst Anteile.");
  const z = geordnet(m, { ...anfang(m, "stand"), achse: "zeit", farbe: "", kachel: "" });
  const [art] = feste(m, z);
  assert.deepEqual(
    art.werte.map((w) => w.wort),
    ["Grundschule", "Gymnasium"],
  );
  assert.equal(art.grund, "Die Zahlen sind selbst Anteile.");
  assert.ok(!arten(m, z).some((a) => a.wert === "stapel"));
});

test("Gruppen, die sich überschneiden, werden nicht zusammengezählt, und das wird gesagt", () => {
  const m = modell();
  m.dimensionen[0] = { ...m.dimensionen[0], ueberlappend: true };
  const [art] = feste(m, geordnet(m, { ...anfang(m, "stand"), achse: "zeit" }));
  assert.ok(!art.werte.some((w) => w.wert === "summe"));
  assert.match(art.grund, /„Schulart“ überschneiden sich/);
});

test("die Wahl steht in der Adresse und kommt aus ihr zurück", () => {
  const m = modell();
  const z = geordnet(m, {
    ...anfang(m, "stand"),
    art: "linie",
    farbe: "pass",
    kachel: "art",
    von: 0,
    ohne: ["deutsch"],
  });
  const adresse = alsAdresse(m, "stand", z);
  assert.equal(String(adresse), "erkunden=stand&art=linie&achse=zeit&kachel=art&von=2023&ohne=deutsch");
  assert.deepEqual(ausAdresse(m, "stand", new URLSearchParams(String(adresse))), { zustand: z, fremd: [] });
});

test("was es nicht gibt, wird genannt und ändert nichts", () => {
  const m = modell();
  const werte = new URLSearchParams("erkunden=stand&art=torte&farbe=__proto__&von=1999&fest=constructor:x&folge=<b>");
  const { zustand, fremd } = ausAdresse(m, "stand", werte);
  assert.deepEqual(zustand, anfang(m, "stand"));
  assert.deepEqual(fremd, ["art=torte", "farbe=__proto__", "folge=<b>", "von=1999", "fest=constructor:x"]);
});

test("eine Gruppe, die es nicht mehr gibt, stört nicht", () => {
  const m = modell();
  const { zustand } = ausAdresse(m, "stand", new URLSearchParams("ohne=verschwunden&ohne=deutsch"));
  assert.equal(ansicht(m, zustand).zeilen.length, 3);
  assert.deepEqual(fremdeGruppen(m, zustand), ["verschwunden"]);
});

test("über Lücke und Bruch geht keine Linie", () => {
  /** @type {[string, number][]} */
  const zeiten = [
    ["2020", 737790],
    ["2021", 738155],
    ["2023", 738885],
    ["2024", 739251],
  ];
  const zeilen = zeiten.map((_, n) => [n, 5, "5", "5"]);
  /** @param {Partial<Modell>} anders */
  const stuecke = (anders) => {
    const m = modell({
      dimensionen: [],
      zeiten,
      zeilen,
      bilder: { stand: { art: "linie", von: 0, bis: 3 } },
      ...anders,
    });
    return new Set(gezeigt(m, {}).zeilen.map((r) => r.stueck)).size;
  };
  assert.deepEqual([stuecke({}), stuecke({ luecke: 550 }), stuecke({ luecke: 550, bruch: 739251 })], [1, 2, 3]);
});

test("Tabelle und Worte folgen dem Gezeigten", () => {
  const m = modell();
  const z = geordnet(m, { ...anfang(m, "stand"), farbe: "", fest: { pass: "anderer" }, bis: 0, von: 0 });
  const a = ansicht(m, z);
  assert.deepEqual(tabelle(m, z, a), [
    ["Schulart", "Personen"],
    ["Grundschule", "20"],
    ["Gymnasium", "unbekannt oder geheim"],
  ]);
  assert.equal(worte(m, z, a), "Balkendiagramm: Kinder, Pass: anderer, 2023. Grundschule: 20 Personen.");
});

/**
 * Three tiles over three times: B has no newest figure, C never had one.
 * @param {Partial<Modell>} anders
 */
const lueckig = (anders = {}) =>
  modell({
    dimensionen: [
      { id: "ort", name: "Ort", werte: ["A", "B", "C", "D"], gesamt: -1, ueberlappend: true },
      { id: "pass", name: "Pass", werte: ["deutsch", "anderer"], gesamt: -1, ueberlappend: false },
    ],
    zeilen: [
      [0, 0, 0, 1, "1", "1"],
      [0, 1, 0, 99, "99", "99"],
      [0, 2, 0, null, "unbekannt", "unbekannt"],
      [0, 3, 0, 3, "3", "3"],
      [1, 0, 0, 10, "10", "10"],
      [1, 0, 1, 1, "1", "1"],
      [1, 1, 0, null, "unbekannt", "unbekannt"],
      [1, 1, 1, 70, "70", "70"],
      [1, 2, 0, null, "unbekannt", "unbekannt"],
      [1, 3, 0, 20, "20", "20"],
      [1, 3, 1, 2, "2", "2"],
    ],
    bilder: { stand: { art: "balken", achse: "ort", farbe: "pass", von: 1, bis: 1 } },
    ...anders,
  });

test("sortiert wird nach derselben Gruppe und Zeit; was dort keine Zahl hat, kommt zuletzt und wird genannt", () => {
  for (const [folge, erwartet] of [
    ["ab", ["B", "D", "A", "C"]],
    ["auf", ["A", "D", "B", "C"]],
  ]) {
    const a = gezeigt(lueckig(), { folge: String(folge) });
    assert.deepEqual(a.achsen, erwartet);
    assert.equal(a.hinweise[0], "Sortiert nach anderer. Ohne Zahl und deshalb zuletzt: C.");
  }
  const eine = gezeigt(lueckig(), { folge: "ab", ohne: ["anderer"] });
  assert.deepEqual(eine.achsen, ["D", "A", "B", "C"]);
  assert.match(eine.hinweise[0], /^Sortiert nach deutsch\. Ohne Zahl und deshalb zuletzt: B, C\.$/);
});

test("auch kleine Diagramme werden nach ihrer neuesten Zahl derselben Linie sortiert", () => {
  const z = { art: "linie", kachel: "ort", farbe: "", fest: { pass: "deutsch" }, von: 0, bis: 1, folge: "ab" };
  const a = gezeigt(lueckig(), z);
  assert.deepEqual(a.kacheln, ["D", "A", "B", "C"]);
  assert.match(a.hinweise[0], /^Sortiert nach 2024\. Ohne Zahl und deshalb zuletzt: B, C\.$/);
});

test("Stapel werden nach der Summe ihrer Teile sortiert, unvollständige kommen zuletzt", () => {
  const a = gezeigt(lueckig(), { art: "stapel", folge: "ab" });
  assert.deepEqual(a.achsen, ["D", "A", "B", "C"]);
  assert.match(a.hinweise[0], /^Sortiert nach der Summe der gezeigten Teile\./);
});

test("steht die Zeit an den Zeilen, zählt für jede ihre eigene Zahl", () => {
  const a = gezeigt(lueckig(), { achse: "zeit", farbe: "", fest: { ort: "D", pass: "deutsch" }, von: 0, folge: "ab" });
  assert.deepEqual(a.achsen, ["2024", "2023"]);
});

test("wobei ein Merkmal festgehalten ist, sagen Worte, Titel und Tabelle", () => {
  const m = modell();
  const z = geordnet(m, { ...anfang(m, "stand"), farbe: "", fest: { pass: "anderer" } });
  const a = ansicht(m, z);
  assert.equal(titel(m, z, a), "Kinder, Pass: anderer, 2024");
  assert.match(worte(m, z, a), /^Balkendiagramm: Kinder, Pass: anderer, 2024\./);
  const summe = geordnet(m, { ...anfang(m, "stand"), achse: "zeit", von: 0 });
  assert.equal(titel(m, summe, ansicht(m, summe)), "Kinder, Schulart: alle zusammengezählt, 2023 bis 2024");
});

test("die Achse ist rund, so fein wie die Zahlen und nicht feiner", () => {
  assert.deepEqual(linienachse([1, 2], 0).werte, [0, 1, 2]);
  assert.deepEqual(linienachse([53363], 0), { unten: 0, oben: 60000, werte: [0, 20000, 40000, 60000], stellen: 0 });
  assert.deepEqual(linienachse([32.3, 38.6, 45], 1).werte, [30, 35, 40, 45]);
  assert.deepEqual(linienachse([-3, 1], 0).werte, [-3, -2, -1, 0, 1]);
  assert.deepEqual(linienachse([0, 0], 0).werte, [0, 1]);
  assert.deepEqual(linienachse([0.2, 0.3], 1), {
    unten: 0.2,
    oben: 0.3,
    werte: [0.2, 0.225, 0.25, 0.275, 0.3],
    stellen: 3,
  });
  assert.deepEqual(balkenachse([2], 0).werte, [0, 1, 2]);
  assert.deepEqual(balkenachse([-40, 70], 0), { unten: -40, oben: 70, werte: [0, 50], stellen: 0 });
  assert.deepEqual(balkenachse([], 0).werte, [0, 1]);
});

test("ist alles ausgeblendet, wird das gesagt, und von der Achse nichts", () => {
  const m = modell();
  const z = geordnet(m, {
    ...anfang(m, "stand"),
    art: "linie",
    farbe: "pass",
    kachel: "art",
    von: 0,
    ohne: ["insgesamt", "deutsch", "anderer"],
  });
  const a = ansicht(m, z);
  assert.equal(achsensatz(a, z.art), "");
  assert.match(worte(m, z, a), /Alle Gruppen sind ausgeblendet\.$/);
});

/** @param {Partial<Modell>} anders */
const quote = (anders = {}) =>
  modell({
    dimensionen: [],
    zeilen: [
      [0, 38, "38 %", "38 %"],
      [1, 40, "40 %", "40 %"],
    ],
    prozent: true,
    teilbar: false,
    marken: [
      { wert: 45, text: "Ziel 2030: 45 Prozent", ziel: true },
      { wert: 36, text: "Land: 36 Prozent (2023)", ziel: false },
    ],
    zusatz: { 1: ["Zähler: 30.06.2024; Nenner: 31.12.2023"] },
    bilder: { stand: { art: "linie", von: 0, bis: 1 } },
    ...anders,
  });

test("Ziele, Vergleiche und Bruch stehen im Bild und auf der Achse, beide Stichtage im Text", () => {
  const m = quote({ bruch: 739251, bruchwort: "neu gezählt seit 2024" });
  const z = anfang(m, "stand");
  const a = ansicht(m, z);
  assert.deepEqual(
    a.linien.map((l) => [l.art, l.wert]),
    [
      ["ziel", 45],
      ["vergleich", 36],
      ["bruch", 739251],
    ],
  );
  assert.deepEqual(a.skala.werte, [36, 39, 42, 45]);
  assert.equal(achsensatz(a, z.art), "Die senkrechte Achse beginnt bei 36\u00a0%, nicht bei null.");
  assert.ok(a.hinweise.includes("Zähler: 30.06.2024; Nenner: 31.12.2023."));
  assert.ok(a.hinweise.includes("Neu gezählt seit 2024: Zahlen davor und danach sind nicht vergleichbar."));
});

test("wo Ziele nicht ins Bild passen, wird es gesagt", () => {
  const m = modell({ marken: [{ wert: 45, text: "Ziel 2030: 45 Personen", ziel: true }] });
  const a = gezeigt(m, { zahl: "anteil" });
  assert.deepEqual(a.linien, []);
  assert.ok(a.hinweise.some((satz) => satz.startsWith("Nicht eingezeichnet") && satz.includes("Ziel 2030")));
});

test("eine andere Skala wird gesagt, dieselbe nicht", () => {
  const m = modell();
  const [alle, wenige] = [gezeigt(m, {}), gezeigt(m, { ohne: ["insgesamt", "deutsch"] })];
  assert.equal(skalensatz(alle, alle), "");
  assert.equal(
    skalensatz(wenige, alle).replaceAll("\u00a0", " "),
    "Die Skala ist jetzt eine andere: von 0 bis 27 Personen, vorher von 0 bis 90 Personen.",
  );
  assert.equal(skalensatz(gezeigt(m, { zahl: "anteil" }), alle), "");
});

test("die Farbe bleibt bei ihrer Gruppe: bei Personen und Anteilen, und wenn andere ausgeblendet sind", () => {
  const m = modell();
  const farben = (/** @type {Partial<Zustand>} */ z) =>
    Object.fromEntries(gezeigt(m, z).zeilen.map((r) => [r.reihe, r.nummer]));
  assert.deepEqual(farben({}), { insgesamt: 1, deutsch: 2, anderer: 3 });
  assert.deepEqual(farben({ zahl: "anteil" }), { deutsch: 2, anderer: 3 });
  assert.deepEqual(farben({ ohne: ["insgesamt", "deutsch"] }), { anderer: 3 });
  const z = geordnet(m, anfang(m, "stand"));
  assert.deepEqual(ansicht(m, z, ["deutsch", "anderer"]).farben, { deutsch: 1, anderer: 2, insgesamt: 3 });
});

test("nichts ändert sich ohne ein Wort", () => {
  const m = modell({ teilbar: false, grund: "Es sind Messwerte." });
  const vorher = geordnet(m, anfang(m, "stand"));
  const saetze = (/** @type {Partial<Zustand>} */ neu) => {
    const wunsch = { ...vorher, ...neu };
    return geaendert(m, vorher, wunsch, geordnet(m, wunsch));
  };
  assert.deepEqual(saetze({}), []);
  assert.deepEqual(saetze({ art: "stapel" }), [
    "Gestapelte Balken gehen hier nicht: Es sind Messwerte. Gezeigt werden Balken.",
  ]);
  assert.deepEqual(saetze({ zahl: "anteil" }), [
    "Anteile gehen hier nicht: Es sind Messwerte. Gezeigt wird: Personen.",
  ]);
  assert.deepEqual(saetze({ achse: "pass" }), [
    "„Pass“ kann nur an einer Stelle stehen und steht nicht mehr bei „Farbe“.",
    "Von „Schulart“ ist nur noch zu sehen: Grundschule.",
  ]);
  assert.deepEqual(saetze({ farbe: "" }), ["Von „Pass“ ist nur noch zu sehen: insgesamt."]);
  assert.deepEqual(saetze({ farbe: "zeit", von: 1, bis: 0 }), [
    "Von „Pass“ ist nur noch zu sehen: insgesamt.",
    "„von“ lag nach „bis“ und ist auf 2023 gerückt.",
  ]);
  const eine = modell({
    zeiten: [["2024", 739251]],
    zeilen: [[0, 0, 0, 90, "90", "90"]],
    bilder: { stand: { achse: "art" } },
  });
  const z = anfang(eine, "stand");
  const linie = { ...z, art: "linie" };
  assert.equal(geordnet(eine, linie).art, "balken");
  assert.deepEqual(geaendert(eine, z, linie, geordnet(eine, linie)), [
    "Linien gibt es erst ab zwei Zeiten. Gezeigt werden Balken.",
  ]);
});

test("eine Summe, die es nicht gibt, wird genannt", () => {
  const m = modell({ teilbar: false, grund: "Es sind Messwerte." });
  assert.deepEqual(ausAdresse(m, "stand", new URLSearchParams("fest=art:summe")).fremd, ["fest=art:summe"]);
});

test("ein Name in Zeilen verliert nichts, und ein geteiltes Wort hat einen Strich", () => {
  assert.equal(umbrich("mit Einwanderungsgeschichte", 14), "mit\nEinwanderungs-\ngeschichte");
  assert.equal(umbrich("keine Angabe zur Herkunft", 14), "keine Angabe\nzur Herkunft");
});

test("Worte für eine fehlende Zahl machen die Balken nicht kürzer", () => {
  const m = modell();
  const z = { von: 0, bis: 0, farbe: "", fest: { pass: "anderer" } };
  const a = gezeigt(m, z);
  assert.ok(a.zeilen.some((r) => r.wert_text === "unbekannt oder geheim"));
  assert.ok(signale(a, geordnet(m, { ...anfang(m, "stand"), ...z }), 320).oben < 25);
});

test("Zeiten, die nebeneinander keinen Platz haben, bleiben weg; die neueste bleibt", () => {
  const zeiten = Array.from(
    { length: 15 },
    (_, n) => /** @type {[string, number]} */ ([`${2010 + n}`, 734138 + 365 * n]),
  );
  const m = modell({
    dimensionen: [],
    zeiten,
    zeilen: zeiten.map((_, n) => [n, n, `${n}`, `${n}`]),
    bilder: { stand: { art: "linie", von: 0, bis: 14 } },
  });
  const marken = Object.values(signale(gezeigt(m, {}), anfang(m, "stand"), 320).zeitnamen);
  assert.ok(marken.includes("2024") && marken.length < 9);
});
