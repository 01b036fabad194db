// The selection as a workbook for Excel: some XML in a ZIP file.
import { tafel } from "./matrix-ausgabe.js";

const SCHEMA = "http://schemas.openxmlformats.org/";
const PAKET = `${SCHEMA}package/2006/`;
const BEZUG = `${SCHEMA}officeDocument/2006/relationships`;
const HAUPT = `xmlns="${SCHEMA}spreadsheetml/2006/main" xmlns:r="${BEZUG}"`;
const ART = "application/vnd.openxmlformats-";
const TABELLE = `${ART}officedocument.spreadsheetml.`;

const je = (liste, text) => liste.map(text).join("");
/** Only what XML allows, only as much as Excel takes. */
const xml = (text) => text.slice(0, 32767).replace(/[^\n -\ufffd]/g, "").replace(/[&<>"]/g, (z) => `&#${z.charCodeAt()};`);
const ort = (x, y) => String.fromCharCode(65 + x) + (y + 1);
const bezuege = (liste) => `<Relationships xmlns="${PAKET}relationships">${je(liste, ([art, ziel], i) => `<Relationship Id="r${i}" Type="${art}" Target="${ziel}"/>`)}</Relationships>`;

/** A sheet: numbers are days, everything else is text, never a formula. Heights are guessed, because not every program does so. */
function blatt(zeilen, danach = "") {
  const laengen = (wert) => `${wert}`.split("\n").map((text) => text.length + 1);
  const breiten = zeilen[0].map((_, x) => Math.min(45, 6 + Math.max(...zeilen.slice(0, 999).flatMap((zeile) => laengen(zeile[x])))));
  const hoehe = (zeile) => Math.min(409, 15 * Math.max(...zeile.map((wert, x) => laengen(wert).reduce((n, laenge) => n + Math.ceil(laenge / breiten[x]), 0))));
  return `<worksheet ${HAUPT}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${
    je(breiten, (breite, x) => `<col min="${x + 1}" max="${x + 1}" width="${breite}" customWidth="1"/>`)}</cols><sheetData>${
    je(zeilen, (zeile, y) => `<row r="${y + 1}" ht="${hoehe(zeile)}">${je(zeile, (wert, x) => `<c r="${ort(x, y)}" s="${
      typeof wert === "number" ? `3"><v>${wert}</v>` : `${y ? 2 : 1}" t="inlineStr"><is><t>${xml(wert)}</t></is>`}</c>`)}</row>`)
  }</sheetData>${danach}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

/** One sheet of rows, and one that says what was chosen. */
export function mappe(mehrzahl, kopf, zeilen, auswahl) {
  const name = xml(mehrzahl.replace(/[[\]:*?/\\']/g, " ").slice(0, 31).trim());
  const x = kopf.length;
  const inhalt = tafel(kopf, zeilen).map((zeile, y) => zeile.map((teile, x) => {
    const zeit = zeilen[y - 1]?.cells[x]?.querySelector("time");
    return zeit?.dateTime.length === 10 && zeit.textContent === teile.join() ? Date.parse(zeit.dateTime) / 864e5 + 25569 : teile.join("\n"); // days since 1900
  }));
  const links = inhalt.flatMap((zeile, y) => (y && zeile[x] ? y : [])).slice(0, 65530); // Excel takes no more
  return zip({
    "[Content_Types].xml": `<Types xmlns="${PAKET}content-types"><Default Extension="rels" ContentType="${ART}package.relationships+xml"/><Default Extension="xml" ContentType="${TABELLE}worksheet+xml"/>${
      je([["xl/workbook", `${TABELLE}sheet.main`], ["xl/styles", `${TABELLE}styles`], ["docProps/core", `${ART}package.core-properties`]], ([ziel, art]) => `<Override PartName="/${ziel}.xml" ContentType="${art}+xml"/>`)}</Types>`,
    "_rels/.rels": bezuege([[`${BEZUG}/officeDocument`, "xl/workbook.xml"], [`${PAKET}relationships/metadata/core-properties`, "docProps/core.xml"]]),
    "docProps/core.xml": `<c:coreProperties xmlns:c="${PAKET}metadata/core-properties"><title xmlns="http://purl.org/dc/elements/1.1/">${xml(document.title)}</title></c:coreProperties>`,
    "xl/workbook.xml": `<workbook ${HAUPT}><sheets>${je([name, "Auswahl"], (blatt, i) => `<sheet name="${blatt}" sheetId="${i + 1}" r:id="r${i}"/>`)}</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${name}'!$A$1:${ort(x, zeilen.length).replace(/\D+/, "$$$&$$")}</definedName></definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": bezuege([[`${BEZUG}/worksheet`, "worksheets/sheet1.xml"], [`${BEZUG}/worksheet`, "worksheets/sheet2.xml"], [`${BEZUG}/styles`, "styles.xml"]]),
    "xl/styles.xml": `<styleSheet ${HAUPT}><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts>${je(["", "<b/>"], (fett) => `<font>${fett}<sz val="11"/><name val="Calibri"/></font>`)}</fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/>${
      je([[1, 49], [0, 49], [0, 164]], ([schrift, format]) => `<xf fontId="${schrift}" numFmtId="${format}" applyAlignment="1"><alignment horizontal="left" vertical="top" wrapText="1"/></xf>`)}</cellXfs><cellStyles><cellStyle xfId="0" name="Normal" builtinId="0"/></cellStyles></styleSheet>`,
    "xl/worksheets/sheet1.xml": blatt(inhalt, `<autoFilter ref="A1:${ort(x, zeilen.length)}"/>${links.length ? `<hyperlinks>${je(links, (y, i) => `<hyperlink ref="${ort(x, y)}" r:id="r${i}"/>`)}</hyperlinks>` : ""}`),
    "xl/worksheets/_rels/sheet1.xml.rels": bezuege(links.map((y) => [`${BEZUG}/hyperlink`, `${xml(inhalt[y][x])}" TargetMode="External`])),
    "xl/worksheets/sheet2.xml": blatt([[document.title], [auswahl || "Ganze Liste"], [location.href]]),
  });
}

const TAFEL = Int32Array.from({ length: 256 }, (_, n) => {
  for (let k = 8; k--;) n = (n & 1 && 0xedb88320) ^ (n >>> 1);
  return n;
});
const lang = (n) => [n, n >>> 16];
const worte = (...zahlen) => new Uint16Array(zahlen.flat(2)); // 16 bits each, as ZIP wants them

/** A ZIP file; its parts are deflated where the browser can. */
async function zip(teile) {
  const dateien = [];
  const verzeichnis = [];
  for (const name in teile) {
    const roh = new Blob([teile[name]]);
    const crc = ~new Uint8Array(await roh.arrayBuffer()).reduce((c, b) => TAFEL[(c ^ b) & 255] ^ (c >>> 8), -1);
    const dicht = globalThis.CompressionStream && await new Response(roh.stream().pipeThrough(new CompressionStream("deflate-raw"))).blob();
    const inhalt = dicht ?? roh;
    const angaben = [20, 0, dicht ? 8 : 0, 0, 33, lang(crc), lang(inhalt.size), lang(roh.size), name.length, 0];
    verzeichnis.push(worte(lang(0x02014b50), 20, angaben, 0, 0, 0, 0, 0, lang(new Blob(dateien).size)), name);
    dateien.push(worte(lang(0x04034b50), angaben), name, inhalt);
  }
  const anzahl = verzeichnis.length / 2;
  return new Blob([...dateien, ...verzeichnis, worte(lang(0x06054b50), 0, 0, anzahl, anzahl, lang(new Blob(verzeichnis).size), lang(new Blob(dateien).size), 0)], { type: `${TABELLE}sheet` });
}
