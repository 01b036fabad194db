// The search dialog: fetches the index when it opens, shows title, kind and passage of each result. Where that
// takes a while, fitting titles stand there first; they stay where they are when the rest follows.
import { falte, naechstes } from "./matrix-worte.js";
import { benannt, findeTitel, zerlege } from "./suche-titel.js";

const VERSTECKT = "⁂"; // begins words that stand only in the index
const JE_SEITE = 10;
const VORRAT = 12; // results whose titles are compared with the query before the list is shown
const KURZ = 20; // letters; a shorter passage says nothing
const GEDULD = 300; // milliseconds that results may take before titles are shown
const ANFANG = 180; // letters of a text that are shown where no passage has a hit

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("suche"));
const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
const feld = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
const stand = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
const liste = /** @type {HTMLElement} */ (dialog.querySelector("ol"));
const mehr = /** @type {HTMLElement} */ (dialog.querySelector(".suche-mehr"));
const wurzel = new URL(dialog.dataset.index ?? "", location.href);

/** @type {Promise<Pagefind> | null} */
let index = null;
let bereit = false;
let lauf = 0;
let wartet = 0;
/** @type {(() => Promise<PagefindSeite>)[]} */
let treffer = [];

/** Addresses that the list shows from their titles alone. */
const vorweg = new Set();
let vorwegLauf = 0;
const nurTitel = () => (vorweg.size === 1 ? "1 passender Titel." : `${vorweg.size} passende Titel.`);

const LAEDT = "Suche lädt …";
const gestoert = () => {
  const was = vorweg.size ? `${nurTitel()} Die Suche in den Texten` : "Die Suche";
  stand.textContent = `${was} ist gerade nicht erreichbar. Alle Seiten stehen auch im Menü.`;
};

async function ladeIndex() {
  /** @type {Pagefind} */
  const modul = await import(new URL("pagefind.js", wurzel).href);
  // Titles weigh less than Pagefind thinks: rang() looks at them more closely. A worker would be one more file, fetched
  // after the others; what is searched here is small.
  const baseUrl = new URL("..", wurzel).pathname;
  await modul.options({ baseUrl, noWorker: true, ranking: { metaWeights: { title: 2 } } });
  await modul.init();
  bereit = true;
  return modul;
}

/** The index, fetched once; when that fails, the next call tries again. */
function hole() {
  index ??= ladeIndex().catch((fehler) => {
    index = null;
    throw fehler;
  });
  return index;
}

/** Fetches the index, says so while it comes, and searches for what the field already holds. */
export function beginne() {
  if (!bereit) stand.textContent = LAEDT;
  hole().then(() => {
    if (stand.textContent === LAEDT && feld.value.trim().length < 2) stand.textContent = "";
  }, gestoert);
  if (feld.value && !liste.childElementCount) versuche();
}

/**
 * A result's worth for the words: its names count most.
 * @param {PagefindSeite & { wert: number }} seite
 * @param {string[]} staemme
 */
const rang = ({ url, wert, meta, content }, staemme) =>
  wert * benannt(`${meta.title} ${content.split(VERSTECKT)[1]}`, meta.title, !url.endsWith("/"), staemme);

/**
 * Where no page has a word, Pagefind shortens it until one does: four letters in common are still a hint, two are not.
 * @param {string} text folded, with a blank in front
 * @param {string[]} staemme
 */
const gemeint = (text, staemme) =>
  staemme.some((s) => text.includes(` ${s.slice(0, 4)}`) || (s.length > 3 && text.includes(s)));

/**
 * Whether a result has all words as they were meant, not only their beginnings.
 * @param {string} text folded
 * @param {string[]} staemme
 */
const enthaelt = (text, staemme) => staemme.every((s) => text.includes(s));

/** @type {Promise<Titel[]> | null} */
let titel = null;
/** All titles, fetched once; none where they do not come. */
const holeTitel = () => {
  titel ??= fetch(new URL("titel.json", wurzel))
    .then((a) => (a.ok ? a.json() : []))
    .catch(() => {
      titel = null;
      return [];
    });
  return titel;
};

/**
 * Known words, each folded too.
 * @type {Promise<[gefaltet: string, wort: string][]> | null}
 */
let woerter = null;
const holeWoerter = () => {
  woerter ??= fetch(new URL("woerter.txt", wurzel)).then(async (a) => {
    const alle = a.ok ? (await a.text()).trim().split("\n") : [];
    return alle.map((w) => [falte(w), w]);
  });
  return woerter;
};

/**
 * A query with its unknown words exchanged for the nearest known ones; the same where none is near.
 * @param {string} text
 */
async function berichtigt(text) {
  const bekannt = await holeWoerter();
  return text
    .split(/\s+/)
    .map((wort) => naechstes(falte(wort), bekannt) ?? wort)
    .join(" ");
}

/**
 * Results for a text: those with the words as typed, then those with their stems; titles that name the words first.
 * @param {string} text
 * @param {number} dieser which run asks; when another has begun, nothing more is fetched for it
 */
async function finde(text, dieser) {
  const modul = await hole();
  if (dieser !== lauf) return { alle: [], genau: true };
  const staemme = zerlege(text);
  let gefunden = (await modul.search(text)).results;
  if (gefunden.length < 5) {
    const weitere = (await modul.search(staemme.join(" "))).results;
    gefunden = [...gefunden, ...weitere.filter((w) => !gefunden.some((g) => g.id === w.id))];
  }
  if (dieser !== lauf) return { alle: [], genau: true };
  const vorn = await Promise.all(gefunden.slice(0, VORRAT).map(async (g) => ({ ...(await g.data()), wert: g.score })));
  const texte = vorn.map(({ meta, content }) => ` ${falte(`${meta.title} ${content}`)}`);
  if (!texte.some((t) => gemeint(t, staemme))) return { alle: [], genau: false };
  const genau = texte.some((t) => enthaelt(t, staemme));
  vorn.sort((a, b) => rang(b, staemme) - rang(a, staemme));
  return { alle: [...vorn.map((d) => async () => d), ...gefunden.slice(VORRAT).map((g) => () => g.data())], genau };
}

// The letter in front keeps the parser from dropping leading blanks.
/** @param {string} html */
const klartext = (html) => new DOMParser().parseFromString(`|${html}`, "text/html").body.textContent.slice(1);

/** @param {string} text */
const ohneFugen = (text) => text.replaceAll("\u200b", "").trim();

/**
 * A passage with its hits marked; the beginning of the text where all hits are among the hidden words.
 * @param {string} auszug
 * @param {string} inhalt
 * @param {string} titel
 */
function passage(auszug, inhalt, titel) {
  const p = document.createElement("p");
  const lesbar = ohneFugen(inhalt.split(VERSTECKT)[0]);
  const stelle = auszug.split(VERSTECKT)[0];
  if (!stelle.includes("<mark>") || !lesbar.includes(ohneFugen(klartext(stelle)))) {
    const text = lesbar.startsWith(`${titel}. `) ? lesbar.slice(titel.length + 2) : lesbar;
    p.textContent = text.length > ANFANG ? `${text.slice(0, text.lastIndexOf(" ", ANFANG))} …` : text;
    return p;
  }
  stelle.split(/<mark>(.*?)<\/mark>/).forEach((stueck, i) => {
    const knoten = document.createElement(i % 2 ? "mark" : "span");
    knoten.textContent = klartext(stueck);
    p.append(knoten);
  });
  return p;
}

/**
 * In the index, `glossar/mso.html` stands for the place `glossar/#mso`; all other addresses end with a slash.
 * @param {string} url
 */
const ziel = (url) => url.replace(/([^/]+)\.html$/, "#$1");

/**
 * @param {string} href
 * @param {string} textContent
 * @param {string} art
 */
function zeile(href, textContent, art) {
  const li = document.createElement("li");
  const a = Object.assign(document.createElement("a"), { href, textContent });
  li.append(a, " ", Object.assign(document.createElement("span"), { className: "marke", textContent: art }));
  return li;
}

/** @param {PagefindSeite} seite */
function eintrag({ url, meta, excerpt, content }) {
  const li = zeile(ziel(url), meta.title, meta.art);
  const text = passage(excerpt, content, meta.title);
  if (text.textContent.trim().length > KURZ) li.append(text);
  return li;
}

/** @returns {Promise<HTMLLIElement | null | undefined>} The first that is new. */
async function zeigeMehr() {
  const dieser = lauf;
  const neue = await Promise.all(treffer.splice(0, JE_SEITE).map((t) => t()));
  if (dieser !== lauf) return null;
  const eintraege = neue.map(eintrag).filter((li) => !vorweg.has(li.querySelector("a")?.href));
  liste.append(...eintraege);
  mehr.hidden = !treffer.length;
  return eintraege.length || !treffer.length ? eintraege[0] : zeigeMehr();
}

/**
 * Shows the titles that hold the words, where the results are late or do not come.
 * @param {string} text
 * @param {number} dieser
 * @param {Promise<unknown>} ergebnis
 */
async function ueberbruecke(text, dieser, ergebnis) {
  let da = false;
  const kommt = ergebnis.then(
    () => {
      da = true;
    },
    () => {},
  );
  await Promise.race([kommt, new Promise((weiter) => setTimeout(weiter, GEDULD))]);
  if (da || dieser !== lauf) return;
  const passende = findeTitel(await holeTitel(), text).slice(0, JE_SEITE);
  if (da || dieser !== lauf) return;
  const oben = new URL("..", wurzel);
  const zeilen = passende.map(([weg, name, art]) => zeile(new URL(weg, oben).href, name, art));
  leere();
  vorwegLauf = dieser;
  liste.append(...zeilen);
  for (const li of zeilen) vorweg.add(li.querySelector("a")?.href);
  stand.textContent = vorweg.size ? `${nurTitel()} Die Texte folgen …` : LAEDT;
}

function leere() {
  liste.replaceChildren();
  vorweg.clear();
  mehr.hidden = true;
}

async function suche() {
  const dieser = ++lauf;
  const text = feld.value.replace(/[\u00ad\u200b]/g, "").trim();
  if (text.length < 2) {
    leere();
    stand.textContent = bereit ? "" : LAEDT;
    return;
  }
  const ergebnis = finde(text, dieser);
  await ueberbruecke(text, dieser, ergebnis);
  let { alle: gefunden, genau } = await ergebnis;
  let statt = "";
  if (dieser === lauf && !genau && !(vorwegLauf === dieser && vorweg.size)) {
    const richtig = await berichtigt(text).catch(() => text);
    const besser = richtig === text ? { alle: [], genau } : await finde(richtig, dieser);
    if (besser.genau) [gefunden, statt] = [besser.alle, richtig];
  }
  if (dieser !== lauf) return;
  // What the titles showed for this very text stays where it is: somebody may be about to press it.
  if (vorwegLauf !== dieser) leere();
  treffer = gefunden;
  const nichts = `Nichts gefunden zu „${text}“.`;
  const anzahl = `${Math.max(gefunden.length, vorweg.size)} Treffer`;
  if (!gefunden.length && !vorweg.size) stand.textContent = `${nichts} Ein anderes oder kürzeres Wort hilft oft.`;
  else stand.textContent = statt ? `${nichts} ${anzahl} zu „${statt}“` : anzahl;
  await zeigeMehr();
}

const versuche = () => suche().catch(gestoert);

feld.addEventListener("input", () => {
  clearTimeout(wartet);
  wartet = setTimeout(versuche, 150);
});
form.addEventListener("submit", (e) => {
  if (e.submitter?.matches("button") && document.activeElement !== feld) return;
  e.preventDefault();
  clearTimeout(wartet);
  versuche();
});
liste.addEventListener("click", (e) => {
  // A place on this very page would stay behind the dialog.
  if (e.target instanceof Element && e.target.closest("a")) dialog.close();
});
mehr.addEventListener("click", async () => (await zeigeMehr())?.querySelector("a")?.focus());
dialog.addEventListener("click", (e) => {
  if (e.target === dialog) dialog.close();
});
dialog.addEventListener("keydown", (e) => {
  if (e.key === "Escape") dialog.close(); // a search field would only empty itself
  if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
  const wege = [feld, ...liste.querySelectorAll("a")];
  const hier = wege.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
  if (hier < 0) return;
  e.preventDefault();
  wege[Math.max(0, Math.min(wege.length - 1, hier + (e.key === "ArrowDown" ? 1 : -1)))].focus();
});
