// The address: what reaches the server, and what stays behind the #.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { adresse, anker, gewaehlt, raeumeAuf } from "../../docs/assets/js/adresse.js";

const PRIVAT = new Set(["text", "zielgruppe"]);
/** @type {string[]} */
let ersetzt = [];

/** @param {string} ziel */
const steheAuf = (ziel) => {
  const { pathname, search, hash } = new URL(ziel, "https://stadt.example");
  Object.assign(globalThis, { location: { pathname, search, hash } });
};

beforeEach(() => {
  ersetzt = [];
  const replaceState = (/** @type {unknown} */ _zustand, /** @type {string} */ _titel, /** @type {string} */ ziel) =>
    ersetzt.push(ziel);
  Object.assign(globalThis, { history: { replaceState } });
});

describe("was in der Adresse gewählt ist", () => {
  for (const [ziel, erwartet] of [
    ["/liste/", ""],
    ["/liste/?stand=geplant", "stand=geplant"],
    ["/liste/#zeile-3", ""],
    ["/liste/#wahl:text=Schule&ort=zeile-3", "text=Schule"],
    [
      "/liste/?stand=geplant#wahl:zielgruppe=eltern&zielgruppe=kinder",
      "stand=geplant&zielgruppe=eltern&zielgruppe=kinder",
    ],
    ["/liste/?text=alt", "text=alt"],
  ]) {
    test(ziel, () => {
      steheAuf(ziel);
      assert.equal(gewaehlt().toString(), erwartet);
    });
  }
});

describe("der Anker", () => {
  for (const [ziel, erwartet] of [
    ["/liste/", ""],
    ["/liste/#zeile-3", "zeile-3"],
    ["/liste/#%C3%BCber", "über"],
    ["/liste/#100%", "100%"],
    ["/liste/#%E4", "%E4"],
    ["/liste/#wahl:text=x", ""],
    ["/liste/#wahl:text=x&ort=zeile-3", "zeile-3"],
  ]) {
    test(ziel, () => {
      steheAuf(ziel);
      assert.equal(anker(), erwartet);
    });
  }
});

describe("die neue Adresse", () => {
  for (const [wahl, ziel, erwartet] of [
    ["", "", "/liste/"],
    ["stand=geplant", "", "/liste/?stand=geplant"],
    ["text=a%26b", "", "/liste/#wahl:text=a%26b"],
    ["stand=geplant&zielgruppe=eltern", "", "/liste/?stand=geplant#wahl:zielgruppe=eltern"],
    ["stand=geplant&text=x", "zeile-3", "/liste/?stand=geplant#wahl:text=x&ort=zeile-3"],
    ["stand=geplant", "zeile-3", "/liste/?stand=geplant#zeile-3"],
  ]) {
    test(erwartet, () => {
      steheAuf("/liste/?egal=1#egal");
      assert.equal(adresse(new URLSearchParams(wahl), PRIVAT, ziel), erwartet);
    });
  }
});

describe("alte Adressen", () => {
  test("werden umgeschrieben, sobald sie Privates nennen", () => {
    steheAuf("/liste/?text=Asyl&stand=geplant#zeile-3");
    raeumeAuf(PRIVAT);
    assert.deepEqual(ersetzt, ["/liste/?stand=geplant#wahl:text=Asyl&ort=zeile-3"]);
  });

  test("bleiben sonst, wie sie sind", () => {
    steheAuf("/liste/?stand=geplant#zeile-3");
    raeumeAuf(PRIVAT);
    assert.deepEqual(ersetzt, []);
  });
});
