// Scripts against the floor: TypeScript checks them once more, with descriptions that hold only what the floor has.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { beschneide } from "./typen.js";

const TSC = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));
const { lib: _, ...STRENG } = JSON.parse(
  readFileSync(new URL("../../../jsconfig.json", import.meta.url), "utf8"),
).compilerOptions;
const UMFANG = ["--lib", "es2023,dom,dom.iterable"];
const BESCHREIBUNG = /[\\/]lib\.[\w.]+\.d\.ts$/;

/** @param {string[]} wahl */
const tsc = (...wahl) => spawnSync(process.execPath, [TSC, ...wahl], { encoding: "utf8" }).stdout;

/**
 * TypeScript's own descriptions of language and browser.
 * @type {string[] | undefined}
 */
let quellen;

/** @param {string} ordner */
function liesQuellen(ordner) {
  const leer = join(ordner, "leer.js");
  writeFileSync(leer, "");
  const dateien = tsc("--ignoreConfig", "--allowJs", "--noEmit", "--listFilesOnly", ...UMFANG, "--types", "", leer);
  return dateien
    .split(/\r?\n/)
    .filter((datei) => BESCHREIBUNG.test(datei))
    .map((datei) => readFileSync(datei, "utf8"));
}

/**
 * What TypeScript says about scripts in the browsers of the floor, and the names that its descriptions lost for it.
 * @param {string[]} skripte
 * @param {string[]} erlaubt
 */
export function pruefeSkripte(skripte, erlaubt = []) {
  const ordner = mkdtempSync(join(tmpdir(), "untergrenze-"));
  try {
    quellen ??= liesQuellen(ordner);
    const { texte, weg } = beschneide(quellen, new Set(erlaubt));
    writeFileSync(join(ordner, "untergrenze.d.ts"), texte.join("\n"));
    const auftrag = {
      compilerOptions: { ...STRENG, noLib: true, skipLibCheck: true },
      files: [...skripte.map((skript) => resolve(skript)), join(ordner, "untergrenze.d.ts")],
    };
    const blatt = join(ordner, "jsconfig.json");
    writeFileSync(blatt, JSON.stringify(auftrag));
    const meldungen = tsc("-p", blatt, "--pretty", "false").split(/\r?\n/).filter(Boolean);
    return { anzahl: quellen.length, meldungen, weg };
  } finally {
    rmSync(ordner, { recursive: true });
  }
}
