// The search dialog: fetches the index when it opens, shows title, kind and passage of each result.
import { falte, stamm } from "./matrix-worte.js";

const VERSTECKT = "⁂"; // begins words that stand only in the index
const JE_SEITE = 10;
const VORRAT = 14; // results whose titles are compared with the query before the list is shown

const dialog = document.getElementById("suche");
const feld = dialog.querySelector("input");
const stand = dialog.querySelector("[role=status]");
const liste = dialog.querySelector("ol");
const mehr = dialog.querySelector(".suche-mehr");
const wurzel = new URL(dialog.dataset.index, location.href);

let index = null;
let lauf = 0;
let wartet = 0;
let treffer = [];

async function ladeIndex() {
  const modul = await import(new URL("pagefind.js", wurzel).href);
  await modul.options({ baseUrl: new URL("..", wurzel).pathname });
  return modul;
}

/** Fetches the index once, and searches for what the field already holds. */
export function beginne() {
  index ??= ladeIndex();
  index.catch(() => {
    index = null;
    stand.textContent = "Die Suche ist gerade nicht erreichbar. Alle Seiten stehen auch im Menü.";
  });
  if (feld.value && !liste.childElementCount) versuche();
}

/** Pages for a text: those with the words as typed, then those with their stems; titles that name the words first. */
async function finde(text) {
  const modul = await index;
  const staemme = falte(text).split(" ").map(stamm);
  let gefunden = (await modul.search(text)).results;
  if (gefunden.length < 5) {
    const weitere = (await modul.search(staemme.join(" "))).results;
    gefunden = [...gefunden, ...weitere.filter((w) => !gefunden.some((g) => g.id === w.id))];
  }
  const vorn = await Promise.all(gefunden.slice(0, VORRAT).map(async (g) => ({ ...(await g.data()), wert: g.score })));
  const rang = ({ wert, meta }) => {
    const titel = ` ${falte(meta.title)}`;
    return staemme.reduce((r, s) => (titel.includes(` ${s}`) ? r * 4 : titel.includes(s) ? r * 2.5 : r), wert);
  };
  vorn.sort((a, b) => rang(b) - rang(a));
  return [...vorn.map((d) => async () => d), ...gefunden.slice(VORRAT).map((g) => () => g.data())];
}

// The letter in front keeps the parser from dropping leading blanks.
const klartext = (html) => new DOMParser().parseFromString(`|${html}`, "text/html").body.textContent.slice(1);

/** A passage with its hits marked; it ends where the hidden words begin. */
function passage(auszug) {
  const p = document.createElement("p");
  auszug.split(VERSTECKT)[0].split(/<mark>(.*?)<\/mark>/).forEach((stueck, i) => {
    const knoten = document.createElement(i % 2 ? "mark" : "span");
    knoten.textContent = klartext(stueck);
    p.append(knoten);
  });
  return p;
}

function eintrag({ url, meta, excerpt }) {
  const li = document.createElement("li");
  const a = Object.assign(document.createElement("a"), { href: url.replace(/index\.html$/, ""), textContent: meta.title });
  const art = Object.assign(document.createElement("span"), { className: "marke", textContent: meta.art });
  const text = passage(excerpt);
  li.append(a, " ", art);
  if (text.textContent.trim().length > 20) li.append(text);
  return li;
}

async function zeigeMehr() {
  const dieser = lauf;
  const neue = await Promise.all(treffer.splice(0, JE_SEITE).map((t) => t()));
  if (dieser !== lauf) return null;
  const eintraege = neue.map(eintrag);
  liste.append(...eintraege);
  mehr.hidden = !treffer.length;
  return eintraege[0];
}

async function suche() {
  const dieser = ++lauf;
  const text = feld.value.trim();
  if (text.length < 2) {
    liste.replaceChildren();
    stand.textContent = "";
    mehr.hidden = true;
    return;
  }
  const gefunden = await finde(text);
  if (dieser !== lauf) return;
  treffer = gefunden;
  stand.textContent = { 0: `Nichts gefunden zu „${text}“. Ein anderes oder kürzeres Wort hilft oft.`, 1: "1 Treffer" }[gefunden.length] ?? `${gefunden.length} Treffer`;
  liste.replaceChildren();
  await zeigeMehr();
}

const versuche = () => suche().catch(() => {}); // a failed index has already been reported

feld.addEventListener("input", () => {
  clearTimeout(wartet);
  wartet = setTimeout(versuche, 150);
});
dialog.querySelector("form").addEventListener("submit", (e) => {
  if (e.submitter?.matches("button") && document.activeElement !== feld) return;
  e.preventDefault();
  clearTimeout(wartet);
  versuche();
});
mehr.addEventListener("click", async () => (await zeigeMehr())?.querySelector("a").focus());
dialog.addEventListener("click", (e) => {
  if (e.target === dialog) dialog.close();
});
dialog.addEventListener("keydown", (e) => {
  if (e.key === "Escape") dialog.close(); // a search field would only empty itself
  if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
  const wege = [feld, ...liste.querySelectorAll("a")];
  const hier = wege.indexOf(document.activeElement);
  if (hier < 0) return;
  e.preventDefault();
  wege[Math.max(0, Math.min(wege.length - 1, hier + (e.key === "ArrowDown" ? 1 : -1)))].focus();
});
