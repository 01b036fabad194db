// The selection as a workbook for Excel: some XML in a ZIP file.
import { tafel } from "./matrix-ausgabe.js";
import { zip } from "./matrix-zip.js";

const SCHEMA = "http://schemas.openxmlformats.org/";
const PAKET = `${SCHEMA}package/2006/`;
const BEZUG = `${SCHEMA}officeDocument/2006/relationships`;
const HAUPT = `xmlns="${SCHEMA}spreadsheetml/2006/main" xmlns:r="${BEZUG}"`;
const ART = "application/vnd.openxmlformats-";
const TABELLE = `${ART}officedocument.spreadsheetml.`;
const EIGENSCHAFTEN = `${PAKET}metadata/core-properties`;
const VERWEISE = 65530; // Excel takes no more

/**
 * @template T
 * @param {T[]} liste
 * @param {(glied: T, stelle: number) => string} text
 */
const je = (liste, text) => liste.map(text).join("");

/**
 * Only what XML allows, only as much as Excel takes.
 * @param {Zellwert} wert
 */
const xml = (wert) =>
  `${wert}`
    .slice(0, 32767)
    .replace(/[^\n -\ufffd]/g, "")
    .replace(/[&<>"]/g, (z) => `&#${z.charCodeAt(0)};`);

/**
 * Name of a cell: 0, 0 -> A1
 * @param {number} x
 * @param {number} y
 */
const ort = (x, y) => String.fromCharCode(65 + x) + (y + 1);

/** @param {[art: string, ziel: string][]} liste */
const bezuege = (liste) =>
  `<Relationships xmlns="${PAKET}relationships">${je(
    liste,
    ([art, ziel], i) => `<Relationship Id="r${i}" Type="${art}" Target="${ziel}"/>`,
  )}</Relationships>`;

/** @param {Zellwert} wert */
const laengen = (wert) => `${wert}`.split("\n").map((text) => text.length + 1);

/**
 * Days and texts in their style, never a formula.
 * @param {Zellwert} wert
 * @param {number} x
 * @param {number} y
 */
function zelle(wert, x, y) {
  const anfang = `<c r="${ort(x, y)}" s="`;
  if (typeof wert === "number") return `${anfang}3"><v>${wert}</v></c>`;
  return `${anfang}${y ? 2 : 1}" t="inlineStr"><is><t>${xml(wert)}</t></is></c>`;
}

/**
 * A sheet. Heights are guessed, because not every program does so.
 * @param {Zellwert[][]} zeilen
 */
function blatt(zeilen, danach = "") {
  const breiten = zeilen[0].map((_, x) =>
    Math.min(45, 6 + Math.max(...zeilen.slice(0, 999).flatMap((zeile) => laengen(zeile[x])))),
  );
  const hoehe = (/** @type {Zellwert[]} */ zeile) => {
    const reihen = zeile.map((wert, x) => laengen(wert).reduce((n, laenge) => n + Math.ceil(laenge / breiten[x]), 0));
    return Math.min(409, 15 * Math.max(...reihen));
  };
  const spalte = (/** @type {number} */ breite, /** @type {number} */ x) =>
    `<col min="${x + 1}" max="${x + 1}" width="${breite}" customWidth="1"/>`;
  return `<worksheet ${HAUPT}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">\
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${je(
    breiten,
    spalte,
  )}</cols><sheetData>${je(
    zeilen,
    (zeile, y) => `<row r="${y + 1}" ht="${hoehe(zeile)}">${je(zeile, (wert, x) => zelle(wert, x, y))}</row>`,
  )}</sheetData>${danach}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

const STILE = `<styleSheet ${HAUPT}><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts>${je(
  ["", "<b/>"],
  (fett) => `<font>${fett}<sz val="11"/><name val="Calibri"/></font>`,
)}</fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>\
<cellXfs><xf/>${je(
  [
    [1, 49],
    [0, 49],
    [0, 164],
  ],
  ([schrift, format]) => `<xf fontId="${schrift}" numFmtId="${format}" applyAlignment="1">\
<alignment horizontal="left" vertical="top" wrapText="1"/></xf>`,
)}</cellXfs><cellStyles><cellStyle xfId="0" name="Normal" builtinId="0"/></cellStyles></styleSheet>`;

const ARTEN = `<Types xmlns="${PAKET}content-types">\
<Default Extension="rels" ContentType="${ART}package.relationships+xml"/>\
<Default Extension="xml" ContentType="${TABELLE}worksheet+xml"/>${je(
  [
    ["xl/workbook", `${TABELLE}sheet.main`],
    ["xl/styles", `${TABELLE}styles`],
    ["docProps/core", `${ART}package.core-properties`],
  ],
  ([ziel, art]) => `<Override PartName="/${ziel}.xml" ContentType="${art}+xml"/>`,
)}</Types>`;

/**
 * One sheet of rows, and one that says what was chosen.
 * @param {Buch} buch
 */
export function buch({ titel, adresse, name, inhalt, auswahl }) {
  const blattname = xml(
    name
      .replace(/[[\]:*?/\\']/g, " ")
      .slice(0, 31)
      .trim(),
  );
  const x = inhalt[0].length - 1;
  const ecke = ort(x, inhalt.length - 1);
  const mitAdresse = inhalt.flatMap((zeile, y) => (y && zeile[x] ? y : [])).slice(0, VERWEISE);
  const verweise = je(mitAdresse, (y, i) => `<hyperlink ref="${ort(x, y)}" r:id="r${i}"/>`);
  return zip(
    {
      "[Content_Types].xml": ARTEN,
      "_rels/.rels": bezuege([
        [`${BEZUG}/officeDocument`, "xl/workbook.xml"],
        [`${PAKET}relationships/metadata/core-properties`, "docProps/core.xml"],
      ]),
      "docProps/core.xml": `<c:coreProperties xmlns:c="${EIGENSCHAFTEN}">\
<title xmlns="http://purl.org/dc/elements/1.1/">${xml(titel)}</title></c:coreProperties>`,
      "xl/workbook.xml": `<workbook ${HAUPT}><sheets>${je(
        [blattname, "Auswahl"],
        (blatt, i) => `<sheet name="${blatt}" sheetId="${i + 1}" r:id="r${i}"/>`,
      )}</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\
'${blattname}'!$A$1:${ecke.replace(/\D+/, "$$$&$$")}</definedName></definedNames></workbook>`,
      "xl/_rels/workbook.xml.rels": bezuege([
        [`${BEZUG}/worksheet`, "worksheets/sheet1.xml"],
        [`${BEZUG}/worksheet`, "worksheets/sheet2.xml"],
        [`${BEZUG}/styles`, "styles.xml"],
      ]),
      "xl/styles.xml": STILE,
      "xl/worksheets/sheet1.xml": blatt(
        inhalt,
        `<autoFilter ref="A1:${ecke}"/>${verweise && `<hyperlinks>${verweise}</hyperlinks>`}`,
      ),
      "xl/worksheets/_rels/sheet1.xml.rels": bezuege(
        mitAdresse.map((y) => [`${BEZUG}/hyperlink`, `${xml(inhalt[y][x])}" TargetMode="External`]),
      ),
      "xl/worksheets/sheet2.xml": blatt([[titel], [auswahl || "Ganze Liste"], [adresse]]),
    },
    `${TABELLE}sheet`,
  );
}

/**
 * A cell of the page as a day, if a full date is all it says, else as its lines.
 * @param {string[]} teile
 * @param {Element | undefined} td
 */
function wert(teile, td) {
  const zeit = td?.querySelector("time");
  if (zeit?.dateTime.length !== 10 || zeit.textContent !== teile.join()) return teile.join("\n");
  return Date.parse(zeit.dateTime) / 864e5 + 25569; // days since 1900
}

/**
 * The workbook of rows of the page.
 * @param {string} mehrzahl
 * @param {string[]} kopf
 * @param {HTMLTableRowElement[]} zeilen
 * @param {string} auswahl
 */
export function mappe(mehrzahl, kopf, zeilen, auswahl) {
  const inhalt = tafel(kopf, zeilen).map((zeile, y) => zeile.map((teile, x) => wert(teile, zeilen[y - 1]?.cells[x])));
  return buch({ titel: document.title, adresse: location.href, name: mehrzahl, inhalt, auswahl });
}
