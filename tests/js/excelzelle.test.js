// A cell of a CSV for Excel is the same in the script of a list and in the files of the open data: one table of cases.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { excelzelle } from "../../docs/assets/js/matrix-ausgabe.js";

/** @type {{ faelle: [string, string][] }} */
const { faelle } = JSON.parse(readFileSync(new URL("../daten/excelzellen.json", import.meta.url), "utf8"));

describe("Nichts wird zu einem Tag oder einer Zahl, die es nicht ist", () => {
  for (const [text, zelle] of faelle) test(text || "leer", () => assert.equal(excelzelle(text), zelle));
});
