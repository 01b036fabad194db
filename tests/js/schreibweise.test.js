// Syntax, regular expressions and selectors of the scripts are no newer than the floor of browsers.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";

const cwd = fileURLToPath(new URL("../../", import.meta.url));
const eslint = new ESLint({ cwd });

/** @param {string} text */
async function funde(text) {
  const [{ messages }] = await eslint.lintText(text, { filePath: "docs/assets/js/probe.js" });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

test("die Skripte sind alt genug", async () => {
  const ergebnisse = await eslint.lintFiles(["docs/assets/js/*.js"]);
  assert.ok(ergebnisse.length > 10);
  const formatter = await eslint.loadFormatter("stylish");
  assert.equal(await formatter.format(ergebnisse), "");
});

describe("Neueres fällt auf", () => {
  for (const [text, regel] of [
    ['"ab".replace(/(?<=a)b/, "");', "es-x/no-regexp-lookbehind-assertions"],
    ['new RegExp("(?<!a)b");', "es-x/no-regexp-lookbehind-assertions"],
    ["/\\p{L}/v;", "Parsing error: Invalid regular expression flag"],
    ["class A { static { A.b = 1; } }", "es-x/no-class-static-block"],
    ['import a from "./a.json" with { type: "json" };', "Parsing error"],
    ['document.querySelector("a:has(> b)");', "no-restricted-syntax"],
    ["a.closest(`$" + "{b}:popover-open`);", "no-restricted-syntax"],
    ['a.matches("dialog:open");', "no-restricted-syntax"],
    ['/* eslint-disable */ document.querySelectorAll("a:has(b)");', "no-restricted-syntax"],
    ["Object.groupBy(a, b);", "es-x/no-object-groupby"],
    ["using a = b();", "Parsing error"],
  ]) {
    test(text, async () =>
      assert.ok(
        (await funde(text)).some((fund) => fund.startsWith(regel)),
        String(await funde(text)),
      ),
    );
  }
});

test("Älteres ist gut", async () => {
  const texte = [
    'document.querySelector("a:not(:disabled):focus-visible > b")?.at(-1);',
    "/(?=a)(?<b>\\p{L})/u.exec(a)?.groups;",
    "class A { static b = 1; #c = 2; d() { return #c in this; } }",
    "a ??= await import('./b.js');",
  ];
  assert.deepEqual(await funde(texte.join("\n")), []);
});
