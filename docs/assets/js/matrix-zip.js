// A ZIP file of named texts, written byte by byte.

const TAFEL = Int32Array.from({ length: 256 }, (_, n) => {
  for (let k = 8; k--; ) n = (n & 1 && 0xedb88320) ^ (n >>> 1);
  return n;
});

/** @param {Uint8Array} bytes */
const pruefsumme = (bytes) => ~bytes.reduce((summe, byte) => TAFEL[(summe ^ byte) & 255] ^ (summe >>> 8), -1);

/**
 * 32 bits as two numbers of 16.
 * @param {number} n
 */
const lang = (n) => [n, n >>> 16];

/**
 * 16 bits each, as ZIP wants them.
 * @param {(number | number[])[]} zahlen
 */
const worte = (...zahlen) => new Uint16Array(zahlen.flat());

/**
 * Deflated where the browser can; some know the stream, but not this form of it.
 * @param {Blob} roh
 */
async function verdichte(roh) {
  try {
    return await new Response(roh.stream().pipeThrough(new CompressionStream("deflate-raw"))).blob();
  } catch {
    return null;
  }
}

/**
 * The file, with its parts in the order they are given; their names are ASCII.
 * @param {Record<string, string>} teile
 * @param {string} type
 */
export async function zip(teile, type) {
  /** @type {BlobPart[]} */
  const dateien = [];
  /** @type {BlobPart[]} */
  const verzeichnis = [];
  for (const [name, text] of Object.entries(teile)) {
    const roh = new Blob([text]);
    const crc = pruefsumme(new Uint8Array(await roh.arrayBuffer()));
    const dicht = await verdichte(roh);
    const inhalt = dicht ?? roh;
    const angaben = [20, 0, dicht ? 8 : 0, 0, 33, lang(crc), lang(inhalt.size), lang(roh.size), name.length, 0].flat();
    verzeichnis.push(worte(lang(0x02014b50), 20, angaben, 0, 0, 0, 0, 0, lang(new Blob(dateien).size)), name);
    dateien.push(worte(lang(0x04034b50), angaben), name, inhalt);
  }
  const anzahl = verzeichnis.length / 2;
  const groessen = [new Blob(verzeichnis).size, new Blob(dateien).size].flatMap(lang);
  const ende = worte(lang(0x06054b50), 0, 0, anzahl, anzahl, groessen, 0);
  return new Blob([...dateien, ...verzeichnis, ende], { type });
}
