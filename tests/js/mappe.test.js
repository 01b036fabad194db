// The workbook of a selection, byte by byte: a ZIP file that any program unpacks, cells that say what the page says.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { buch } from "../../docs/assets/js/matrix-xlsx.js";
import { zip } from "../../docs/assets/js/matrix-zip.js";

/** @typedef {{ name: string, art: number, crc: number, roh: Buffer }} Teil */

/** Whether this Node deflates as browsers do; version 18 does not. */
function kannPacken() {
  try {
    return Boolean(new CompressionStream("deflate-raw"));
  } catch {
    return false;
  }
}

/** @param {Blob} blob */
const bytes = async (blob) => Buffer.from(await blob.arrayBuffer());

/**
 * Reads a ZIP file from its end, as unpackers do, and checks that every entry is described alike in both places.
 * @param {Buffer} datei
 * @returns {Teil[]}
 */
function packeAus(datei) {
  const ende = datei.length - 22;
  assert.equal(datei.readUInt32LE(ende), 0x06054b50, "end of the directory");
  const anzahl = datei.readUInt16LE(ende + 10);
  assert.equal(datei.readUInt16LE(ende + 8), anzahl);
  let hier = datei.readUInt32LE(ende + 16);
  assert.equal(hier + datei.readUInt32LE(ende + 12), ende, "the directory ends where the end begins");
  let davor = 0;
  const teile = [];
  for (let i = 0; i < anzahl; i++) {
    assert.equal(datei.readUInt32LE(hier), 0x02014b50, "entry of the directory");
    const ort = datei.readUInt32LE(hier + 42);
    assert.equal(ort, davor, "one part follows the other");
    assert.equal(datei.readUInt32LE(ort), 0x04034b50, "head of a part");
    assert.deepEqual(datei.subarray(hier + 6, hier + 30), datei.subarray(ort + 4, ort + 28), "both describe it alike");
    const [crc, dicht, gross] = [14, 18, 22].map((stelle) => datei.readUInt32LE(ort + stelle));
    const laenge = datei.readUInt16LE(ort + 26);
    const anfang = ort + 30 + laenge;
    const name = datei.toString("ascii", ort + 30, anfang);
    assert.equal(datei.toString("ascii", hier + 46, hier + 46 + laenge), name);
    const art = datei.readUInt16LE(ort + 8);
    const inhalt = datei.subarray(anfang, anfang + dicht);
    const roh = art === 8 ? inflateRawSync(inhalt) : inhalt;
    assert.equal(roh.length, gross, name);
    teile.push({ name, art, crc, roh });
    davor = anfang + dicht;
    hier += 46 + laenge;
  }
  assert.equal(hier, ende);
  return teile;
}

/** @param {Partial<Buch>} angaben */
async function blaetter(angaben) {
  const voll = { titel: "Liste", adresse: "https://beispiel.test/", name: "Liste", inhalt: [["A"]], auswahl: "" };
  const teile = packeAus(await bytes(await buch({ ...voll, ...angaben })));
  return Object.fromEntries(teile.map(({ name, roh }) => [name, roh.toString("utf8")]));
}

/**
 * Place of a cell -> its kind and what stands in it, as XML says it.
 * @param {string} blatt
 */
function zellen(blatt) {
  const funde = blatt.matchAll(
    /<c r="([A-Z]+\d+)" s="(\d)"(?: t="inlineStr"><is><t>([^<]*)<\/t><\/is>|><v>([^<]*)<\/v>)<\/c>/g,
  );
  return Object.fromEntries([...funde].map(([, ort, , text, zahl]) => [ort, text ?? Number(zahl)]));
}

describe("eine ZIP-Datei", () => {
  test("enthält jeden Teil ganz, der Reihe nach, mit Prüfsumme", async () => {
    const datei = await bytes(
      await zip({ "a.txt": "123456789", "b/leer.xml": "", "c.txt": "ä€🎈".repeat(500) }, "x/y"),
    );
    const teile = packeAus(datei);
    assert.deepEqual(
      teile.map(({ name, roh }) => [name, roh.toString("utf8")]),
      [
        ["a.txt", "123456789"],
        ["b/leer.xml", ""],
        ["c.txt", "ä€🎈".repeat(500)],
      ],
    );
    assert.deepEqual(
      teile.map(({ art }) => art),
      teile.map(() => (kannPacken() ? 8 : 0)),
    );
    assert.equal(teile[0].crc, 0xcbf43926); // the value that every description of CRC-32 gives for these digits
    assert.equal(teile[1].crc, 0);
  });

  test("hat ihre Art und jedes Mal dieselben Bytes", async () => {
    const [eine, andere] = [await zip({ a: "b" }, "x/y"), await zip({ a: "b" }, "x/y")];
    assert.equal(eine.type, "x/y");
    assert.deepEqual(await bytes(eine), await bytes(andere));
  });

  for (const [wann, stream] of /** @type {const} */ ([
    ["gar nicht packt", undefined],
    [
      "diese Form nicht kennt",
      class {
        constructor() {
          throw new TypeError("deflate-raw");
        }
      },
    ],
  ])) {
    test(`bleibt ungepackt, wo der Browser ${wann}`, async () => {
      const echt = globalThis.CompressionStream;
      Object.assign(globalThis, { CompressionStream: stream });
      try {
        const teile = packeAus(await bytes(await zip({ a: "123456789" }, "")));
        assert.deepEqual([teile[0].art, teile[0].crc, String(teile[0].roh)], [0, 0xcbf43926, "123456789"]);
      } finally {
        globalThis.CompressionStream = echt;
      }
    });
  }
});

describe("eine Mappe", () => {
  test("hat die Teile, die Excel verlangt, die Arten zuerst", async () => {
    assert.deepEqual(Object.keys(await blaetter({})), [
      "[Content_Types].xml",
      "_rels/.rels",
      "docProps/core.xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/_rels/sheet1.xml.rels",
      "xl/worksheets/sheet2.xml",
    ]);
  });

  test("hat Kopf und Zeilen in ihren Zellen, Tage als Zahlen", async () => {
    const inhalt = [
      ["Nr.", "Titel", "Adresse"],
      ["1.1", "Zwei\nZeilen", "https://beispiel.test/a"],
      [45292, "", "https://beispiel.test/b"],
    ];
    const { "xl/worksheets/sheet1.xml": blatt } = await blaetter({ inhalt });
    assert.deepEqual(zellen(blatt), {
      A1: "Nr.",
      B1: "Titel",
      C1: "Adresse",
      A2: "1.1",
      B2: "Zwei\nZeilen",
      C2: "https://beispiel.test/a",
      A3: 45292,
      B3: "",
      C3: "https://beispiel.test/b",
    });
    assert.match(blatt, /<autoFilter ref="A1:C3"\/>/);
    assert.match(blatt, /<c r="A1" s="1"/);
    assert.match(blatt, /<c r="A2" s="2"/);
    assert.match(blatt, /<c r="A3" s="3"><v>/);
  });

  for (const [text, erwartet] of [
    ["=1+1", "=1+1"],
    ["@SUM(A1)", "@SUM(A1)"],
    ["-2", "-2"],
    ["0123", "0123"],
    ['<&>"', "&#60;&#38;&#62;&#34;"],
    ["Grüße 🎈", "Grüße 🎈"],
    ["a\u0000b\u0007c\u000b\ufffe\uffffd", "abcd"],
    ["]]>", "]]&#62;"],
  ]) {
    test(`${JSON.stringify(text)} bleibt Text`, async () => {
      const { "xl/worksheets/sheet1.xml": blatt } = await blaetter({ inhalt: [["Kopf"], [text]] });
      assert.equal(zellen(blatt).A2, erwartet);
      assert.doesNotMatch(blatt, /<f>/);
    });
  }

  test("nimmt so viele Zeichen wie Excel", async () => {
    const { "xl/worksheets/sheet1.xml": blatt } = await blaetter({ inhalt: [["Kopf"], ["ä".repeat(40_000)]] });
    assert.equal(zellen(blatt).A2, "ä".repeat(32_767));
  });

  test("verknüpft die Adressen der letzten Spalte, wo welche stehen", async () => {
    const inhalt = [
      ["Titel", "Adresse"],
      ["a", "https://beispiel.test/?a=1&b=2"],
      ["b", ""],
      ["c", "https://c.test/"],
    ];
    const teile = await blaetter({ inhalt });
    assert.deepEqual(
      [...teile["xl/worksheets/sheet1.xml"].matchAll(/<hyperlink ref="(\w+)" r:id="(\w+)"\/>/g)].map((m) => m.slice(1)),
      [
        ["B2", "r0"],
        ["B4", "r1"],
      ],
    );
    assert.deepEqual(
      [...teile["xl/worksheets/_rels/sheet1.xml.rels"].matchAll(/Id="(\w+)".*?Target="(.*?)"/g)].map((m) => m.slice(1)),
      [
        ["r0", "https://beispiel.test/?a=1&#38;b=2"],
        ["r1", "https://c.test/"],
      ],
    );
    const { "xl/worksheets/sheet1.xml": ohne } = await blaetter({
      inhalt: [
        ["Titel", "Adresse"],
        ["a", ""],
      ],
    });
    assert.doesNotMatch(ohne, /hyperlink/);
  });

  for (const [name, erwartet] of [
    ["Maßnahmen", "Maßnahmen"],
    ["Ma[ß]nahmen: sehr/viele\\Wörter *und*?", "Ma ß nahmen  sehr viele Wörter "],
    ["Einunddreißig Zeichen sind erlaubt", "Einunddreißig Zeichen sind erla"],
    ["Kinder & 'Eltern'", "Kinder &#38;  Eltern"],
  ]) {
    test(`das Blatt von „${name}“ heißt so, dass Excel es nimmt`, async () => {
      const { "xl/workbook.xml": mappe } = await blaetter({
        name,
        inhalt: [
          ["A", "B"],
          ["1", "2"],
        ],
      });
      assert.equal(/<sheet name="(.*?)" sheetId="1"/.exec(mappe)?.[1], erwartet.trim());
      assert.ok(mappe.includes(`>'${erwartet.trim()}'!$A$1:$B$2</definedName>`), mappe);
    });
  }

  test("sagt auf dem zweiten Blatt, was gewählt war und wo", async () => {
    const angaben = { titel: "Maßnahmen – Stadt", adresse: "https://beispiel.test/?a=1&b=2" };
    const gewaehlt = await blaetter({ ...angaben, auswahl: "Auswahl: Stand: fertig (2 von 13)" });
    assert.deepEqual(zellen(gewaehlt["xl/worksheets/sheet2.xml"]), {
      A1: "Maßnahmen – Stadt",
      A2: "Auswahl: Stand: fertig (2 von 13)",
      A3: "https://beispiel.test/?a=1&#38;b=2",
    });
    assert.match(gewaehlt["docProps/core.xml"], />Maßnahmen – Stadt<\/title>/);
    const ganz = await blaetter(angaben);
    assert.equal(zellen(ganz["xl/worksheets/sheet2.xml"]).A2, "Ganze Liste");
  });
});
