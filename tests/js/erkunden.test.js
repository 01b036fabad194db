// Exploring: what is offered and why not, what is shown, what stands in the address. Expectations are written by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tabelle, worte } from "../../docs/assets/js/erkunden-worte.js";
import { ansicht } from "../../docs/assets/js/erkunden-zahlen.js";
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
  bilder: { stand: { art: "balken", achse: "art", farbe: "pass", von: 1, bis: 1 } },
  fuss: [],
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
  const { zustand } = ausAdresse(m, "stand", new URLSearchParams("ohne=verschwunden"));
  assert.equal(ansicht(m, zustand).zeilen.length, 5);
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
  assert.equal(worte(m, z, a), "Balkendiagramm: Kinder, 2023. Grundschule: 20 Personen.");
});
