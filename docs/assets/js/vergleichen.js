// Sets indicators beside each other: boxes in the list, the choice in the address, pictures below.
const HOECHSTENS = 4;
const NICHT = "Das Vergleichen geht gerade nicht. Jede Zahl steht auf ihrer eigenen Seite.";
const rahmen = /** @type {HTMLElement} */ (document.querySelector("[data-vergleich]"));
const ergebnis = document.createElement("section");
const stand = document.createElement("p");
const werte = new URLSearchParams(location.search);

/** @type {NodeListOf<HTMLElement>} */
const eintraege = rahmen.querySelectorAll("[data-indikator]");
/** @type {HTMLInputElement[]} */
const kreuze = [];

const gewaehlt = () => kreuze.filter((k) => k.checked);

/** Only indicators of the kind of time that was chosen first can join, and no more than four; the sentence says so. */
function sperre() {
  const [erstes] = gewaehlt();
  const voll = gewaehlt().length >= HOECHSTENS;
  const fremd = (/** @type {HTMLInputElement} */ k) => !!erstes && k.dataset.art !== erstes.dataset.art;
  for (const k of kreuze) k.disabled = !k.checked && (voll || fremd(k));
  if (voll) return `Mehr als ${HOECHSTENS} auf einmal gehen nicht.`;
  return kreuze.some(fremd) ? "Wählbar bleibt, was dieselbe Art von Stichtag hat." : "";
}

/** What the address asks for that cannot be, said once. */
let vorbehalt = "";

async function zeige() {
  const davor = vorbehalt;
  vorbehalt = "";
  const namen = gewaehlt().map((k) => k.value);
  const fragen = new URLSearchParams(namen.map((name) => ["i", name]));
  if (werte.get("art") === "index") fragen.set("art", "index");
  history.replaceState(null, "", location.pathname + (namen.length ? `?${fragen}` : ""));
  const grenze = sperre();
  const sage = (/** @type {string[]} */ ...saetze) => {
    stand.textContent = saetze.filter((satz) => satz).join(" ");
  };
  if (namen.length < 2) {
    ergebnis.replaceChildren();
    sage(davor, namen.length ? "Noch einen Indikator wählen." : "", grenze);
    return;
  }
  stand.textContent = "Wird geladen …";
  try {
    const { vergleiche } = await import("./vergleich-zeigen.js");
    const art = (/** @type {string} */ neu) => {
      werte.set("art", neu);
      zeige();
    };
    sage(davor, await vergleiche(rahmen, ergebnis, namen, werte.get("art") ?? "", art), grenze);
  } catch {
    ergebnis.replaceChildren();
    stand.textContent = NICHT;
  }
}

for (const eintrag of eintraege) {
  const kreuz = document.createElement("input");
  kreuz.type = "checkbox";
  kreuz.value = eintrag.dataset.indikator ?? "";
  kreuz.dataset.art = eintrag.dataset.art;
  const marke = document.createElement("label");
  const wort = document.createElement("span");
  wort.className = "unsichtbar";
  wort.textContent = `${eintrag.querySelector("a")?.textContent} vergleichen`;
  marke.append(kreuz, wort);
  eintrag.prepend(marke, " ");
  kreuz.addEventListener("change", zeige);
  kreuze.push(kreuz);
}
for (const satz of document.querySelectorAll("[data-ohne-skript]")) satz.remove();
stand.setAttribute("role", "status");
ergebnis.setAttribute("aria-label", "Vergleich");
rahmen.append(stand, ergebnis);

/**
 * Why an indicator of the address is not shown, by its name where the page knows it.
 * @param {string} kennung
 * @param {HTMLInputElement | undefined} kreuz
 */
function absage(kennung, kreuz) {
  const eintrag = kreuz?.closest("li");
  if (!kreuz) {
    const genannt = document.querySelector(`[data-unvergleichbar="${CSS.escape(kennung)}"]`);
    return genannt ? `${genannt.textContent?.trim()}` : `„${kennung}“ gibt es hier nicht`;
  }
  const name = eintrag?.querySelector("a")?.textContent ?? kennung;
  return gewaehlt().length >= HOECHSTENS
    ? `${name} (es sind schon ${HOECHSTENS})`
    : `${name} (andere Art von Stichtag)`;
}

/** @type {string[]} */
const absagen = [];
for (const name of new Set(werte.getAll("i"))) {
  const kreuz = kreuze.find((k) => k.value === name);
  const [erstes] = gewaehlt();
  const passt = kreuz && gewaehlt().length < HOECHSTENS && (!erstes || erstes.dataset.art === kreuz.dataset.art);
  if (kreuz && passt) kreuz.checked = true;
  else absagen.push(absage(name, kreuz));
}
const arten = [null, "", "index"];
if (absagen.length) vorbehalt = `Nicht zu vergleichen: ${absagen.join("; ")}.`;
if (!arten.includes(werte.get("art"))) vorbehalt += ` Die Darstellung „${werte.get("art")}“ gibt es nicht.`;
if (werte.has("i")) zeige();
else stand.textContent = vorbehalt.trim();
