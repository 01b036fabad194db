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

/** Only indicators of the kind of time that was chosen first can join, and no more than four. */
function sperre() {
  const [erstes] = gewaehlt();
  const voll = gewaehlt().length >= HOECHSTENS;
  for (const k of kreuze) k.disabled = !k.checked && (voll || (!!erstes && k.dataset.art !== erstes.dataset.art));
}

async function zeige() {
  const namen = gewaehlt().map((k) => k.value);
  const fragen = new URLSearchParams(namen.map((name) => ["i", name]));
  if (werte.get("art") === "index") fragen.set("art", "index");
  history.replaceState(null, "", location.pathname + (namen.length ? `?${fragen}` : ""));
  sperre();
  if (namen.length < 2) {
    ergebnis.replaceChildren();
    stand.textContent = namen.length ? "Noch einen Indikator wählen." : "";
    return;
  }
  stand.textContent = "Wird geladen …";
  try {
    const { vergleiche } = await import("./vergleich-zeigen.js");
    const art = (/** @type {string} */ neu) => {
      werte.set("art", neu);
      zeige();
    };
    stand.textContent = await vergleiche(rahmen, ergebnis, namen, werte.get("art") ?? "", art);
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
stand.setAttribute("role", "status");
ergebnis.setAttribute("aria-label", "Vergleich");
rahmen.append(stand, ergebnis);

const verlangt = werte.getAll("i");
/** @type {string[]} */
const fremd = [];
for (const name of verlangt) {
  const kreuz = kreuze.find((k) => k.value === name);
  const [erstes] = gewaehlt();
  const passt = kreuz && gewaehlt().length < HOECHSTENS && (!erstes || erstes.dataset.art === kreuz.dataset.art);
  if (kreuz && passt) kreuz.checked = true;
  else fremd.push(name);
}
if (verlangt.length) {
  zeige().then(() => {
    if (fremd.length) stand.textContent = `Nicht zu vergleichen: ${fremd.join(", ")}. ${stand.textContent}`;
  });
}
