// The floor of browsers: nothing in scripts and style sheets is newer, except what is written down with its effect.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fehlt, merkmal, nenne, UNTERGRENZE, vergleiche } from "./untergrenze/daten.js";
import { pruefeSkripte } from "./untergrenze/skript.js";
import { pruefeStil } from "./untergrenze/stil.js";

/** @typedef {Record<string, string | Record<string, string>>} Ausnahmen */

const ASSETS = fileURLToPath(new URL("../../docs/assets/", import.meta.url));
/** @type {{ skript: Record<string, string>, stil: Ausnahmen }} */
const AUSNAHMEN = JSON.parse(readFileSync(new URL("untergrenze/ausnahmen.json", import.meta.url), "utf8"));

/**
 * @param {string} ordner
 * @param {RegExp} endung
 */
const dateien = (ordner, endung) =>
  readdirSync(join(ASSETS, ordner))
    .filter((name) => endung.test(name))
    .map((name) => join(ASSETS, ordner, name));

const SKRIPTE = dateien("js", /\.(?:js|d\.ts)$/);

/** @param {string} text */
function pruefeText(text) {
  const ordner = mkdtempSync(join(tmpdir(), "probe-"));
  try {
    const skript = join(ordner, "probe.js");
    writeFileSync(skript, text);
    return pruefeSkripte([skript]).meldungen;
  } finally {
    rmSync(ordner, { recursive: true });
  }
}

describe("die Angaben", () => {
  for (const [a, b, erwartet] of /** @type {const} */ ([
    ["15.4", "15.4", 0],
    ["9", "10", -1],
    ["100", "99", 1],
    ["15.4", "15.10", -1],
    ["16", "15.4", 1],
    ["15", "15.4", -1],
    ["15.4", "15", 1],
  ])) {
    test(`${a} neben ${b}`, () => assert.equal(Math.sign(vergleiche(a, b)), erwartet));
  }

  test("die Untergrenze ist die, welche die README nennt", () => {
    assert.deepEqual(UNTERGRENZE, { chrome: "100", firefox: "115", safari: "15.4", safari_ios: "15.4" });
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    assert.match(readme, /floor of browsers is Safari 15\.4, Firefox 115 ESR and Chrome 100;/);
  });

  test("ein Merkmal kam später, eines war da, eines mit Vorsilbe, eines nirgends, eines ist unbekannt", () => {
    assert.equal(nenne(fehlt(merkmal("css", "selectors", "has"))), "chrome 100, firefox 115");
    assert.deepEqual(fehlt(merkmal("css", "properties", "gap")), []);
    assert.deepEqual(fehlt(merkmal("css", "properties", "mask")), [
      { browser: "chrome", version: "100", ersatz: ["-webkit-"] },
    ]);
    assert.ok(fehlt(merkmal("css", "properties", "anchor-name")).length === 4);
    assert.deepEqual(fehlt(merkmal("css", "properties", "farbe")), []);
  });
});

describe("Skripte", () => {
  const { anzahl, meldungen, weg } = pruefeSkripte(SKRIPTE, Object.keys(AUSNAHMEN.skript));

  test("brauchen nichts, das neuer ist als die Untergrenze", () => assert.deepEqual(meldungen, []));

  test("werden an Beschreibungen gemessen, denen das Spätere fehlt", () => {
    assert.ok(anzahl > 40, `${anzahl} descriptions`);
    for (const name of [
      "URLSearchParams.size",
      "ARIAMixin.ariaExpanded",
      "Array.toSorted",
      "HTMLElement.showPopover",
    ]) {
      assert.ok(weg.has(name), name);
    }
    for (const name of ["Set.size", "Array.findLast", "Array.at", "structuredClone", "ParentNode.replaceChildren"]) {
      assert.ok(!weg.has(name), name);
    }
  });

  test("brauchen jede Ausnahme, die für sie gemacht ist", () => {
    const ohne = pruefeSkripte(SKRIPTE).meldungen.join("\n");
    const unnoetig = Object.keys(AUSNAHMEN.skript).filter((name) => !weg.has(name));
    assert.deepEqual(unnoetig, []);
    assert.equal(ohne.split("\n").length, Object.keys(AUSNAHMEN.skript).length, ohne);
  });

  describe("auf Probe", () => {
    const neu = [
      "new URLSearchParams(location.search).size;",
      "[3, 1].toSorted();",
      'document.createElement("p").ariaExpanded;',
      'document.createElement("p").showPopover();',
      "Object.groupBy([1], String);",
      'new Intl.Segmenter("de");',
      "Promise.withResolvers();",
      'new CompressionStream("gzip");',
      "requestIdleCallback(() => {});",
      "navigator.userActivation;",
      "new Set([1]).union(new Set([2]));",
      "document.startViewTransition(() => {});",
    ];
    const alt = [
      "new Set([1]).size; new Map().size;",
      '[1].at(-1); [1].findLast(Boolean); Object.hasOwn({}, "a"); structuredClone(1); "a".replaceAll("a", "b");',
      'document.createElement("dialog").showModal(); document.body.replaceChildren(); new AbortController().signal;',
      'new Intl.Collator("de"); new IntersectionObserver(() => {}); new Blob([]).stream(); crypto.subtle;',
    ];
    const beanstandet = new Set(
      pruefeText([...neu, ...alt].join("\n")).map((meldung) => Number(/\((\d+),/.exec(meldung)?.[1]) - 1),
    );

    neu.forEach((zeile, i) => {
      test(`neu: ${zeile}`, () => assert.ok(beanstandet.has(i)));
    });
    alt.forEach((zeile, i) => {
      test(`alt genug: ${zeile}`, () => assert.ok(!beanstandet.has(neu.length + i)));
    });
  });
});

describe("Stile", () => {
  const funde = dateien("css", /\.css$/).flatMap((datei) => {
    const ort = datei.slice(ASSETS.length);
    return pruefeStil(readFileSync(datei, "utf8")).map((fund) => ({ ...fund, ort: `${ort}:${fund.zeile}` }));
  });

  /** @param {{ schluessel: string, wo: string }} fund */
  const grund = ({ schluessel, wo }) => {
    const eintrag = AUSNAHMEN.stil[schluessel];
    return typeof eintrag === "string" ? eintrag : eintrag?.[wo];
  };

  test("brauchen ohne Ersatz nichts, das neuer ist als die Untergrenze", () => {
    const offen = funde.filter((fund) => !grund(fund));
    assert.deepEqual(
      offen.map(({ ort, schluessel, wo, text }) => `${ort} ${schluessel} ${wo}: ${text}`),
      [],
    );
  });

  test("brauchen jede Ausnahme, die für sie gemacht ist", () => {
    const da = new Set(funde.flatMap(({ schluessel, wo }) => [schluessel, `${schluessel} ${wo}`]));
    const gemacht = Object.entries(AUSNAHMEN.stil).flatMap(([schluessel, eintrag]) =>
      typeof eintrag === "string" ? [schluessel] : Object.keys(eintrag).map((wo) => `${schluessel} ${wo}`),
    );
    assert.ok(gemacht.length > 10);
    assert.deepEqual(
      gemacht.filter((name) => !da.has(name)),
      [],
    );
  });

  for (const [css, erwartet] of /** @type {[string, string[]][]} */ ([
    ["a { mask: none }", ["css.properties.mask"]],
    ["a { -webkit-mask: none; mask: none }", []],
    ["a { hyphens: auto }", ["css.properties.hyphens"]],
    ["a { -webkit-hyphens: auto; hyphens: auto }", []],
    ['a::before { content: "x" / "y" }', ["css.properties.content.alt_text"]],
    ['a::before { content: "x"; content: "x" / "y" }', []],
    ['a::before { content: "x / y" url(a/b.svg) }', []],
    [
      "a { text-decoration: underline dotted }",
      ["css.properties.text-decoration.includes_color-and-style", "css.properties.text-decoration.dotted"],
    ],
    ["a { text-decoration: underline; text-decoration-style: dotted }", []],
    ["a:has(b) { color: red }", ["css.selectors.has"]],
    ["a { & b { color: red } }", ["css.selectors.nesting"]],
    ["a { color red }", ["invalid"]],
    ["a { height: 100dvh }", ["css.types.length.viewport_percentage_units_dynamic"]],
    ["a { height: 100vh; height: 100dvh }", []],
    ["a { width: 10cqw }", ["css.types.length.container_query_length_units"]],
    ["a { color: oklch(50% 0 0) }", ["css.types.color.oklch"]],
    ["a { --x: color-mix(in srgb, red, blue) }", ["css.types.color.color-mix"]],
    ["@media (width >= 40em) { a { color: red } }", ["css.at-rules.media.range_syntax"]],
    ["@media (min-width: 40em) and (hover: hover) { a { color: red } }", []],
    ["@container (min-width: 9rem) { a { color: red } }", ["css.at-rules.container"]],
    ["@supports (position-area: bottom) { a { position-area: bottom } }", []],
    ["@supports not (color: red) { a { position-area: bottom } }", ["css.properties.position-area"]],
    ["@layer a { b { color: red } }", []],
    ["a { font: 600 1rem/1 inherit }", ["invalid.font"]],
    ["a { font: 600 1rem/1 var(--x); colour: red }", []],
  ])) {
    test(css, () =>
      assert.deepEqual(
        pruefeStil(css).map((fund) => fund.schluessel),
        erwartet,
      ),
    );
  }
});
