// Keys of a legend: strokes with the points of lines, fields with the patterns of bars, samples of lines across.
const STRICHE = ["", "1 0", "7 3", "2 3", "9 3 2 3", "4 2", "1 4"];
const FORMEN = [
  "",
  '<circle cx="13" cy="6" r="4"/>',
  '<path d="M9.5 2.5h7v7h-7z"/>',
  '<path d="m13 1.5 4.5 8.5h-9z"/>',
  '<path d="m13 1 4 5-4 5-4-5z"/>',
  '<path d="M11.5 2h3v2.5H17v3h-2.5V10h-3V7.5H9v-3h2.5z"/>',
  '<path d="m13 10.5 4.5-8.5h-9z"/>',
];
const QUER = {
  ziel: { farbe: "--d-ziel", strich: "8 4" },
  vergleich: { farbe: "--leise", strich: "2 3" },
  bruch: { farbe: "--leise", strich: "4 3" },
};

/** @param {string} innen */
const bild = (innen) => `<svg class="d-schluessel" viewBox="0 0 26 12" aria-hidden="true">${innen}</svg>`;

/**
 * The key of a line with its points.
 * @param {number} nummer
 */
export const strich = (nummer) =>
  bild(
    `<g fill="var(--d${nummer})" stroke="var(--d${nummer})"><path d="M0 6h26" stroke-width="2" ` +
      `stroke-dasharray="${STRICHE[nummer]}"/>${FORMEN[nummer]}</g>`,
  );

/**
 * The key of a bar.
 * @param {number} nummer
 * @param {string} kennung
 */
export const feld = (nummer, kennung) =>
  bild(
    `<rect x="1" y="1" width="24" height="10" fill="${nummer === 1 ? "var(--d1)" : `url(#${kennung}-e${nummer})`}"/>`,
  );

/** @param {"ziel" | "vergleich" | "bruch"} art */
function probe(art) {
  const { farbe, strich: muster } = QUER[art];
  const weg = art === "bruch" ? "M13 0v12" : "M0 6h26";
  return bild(`<path d="${weg}" stroke="var(${farbe})" stroke-width="1.5" stroke-dasharray="${muster}"/>`);
}

/**
 * A legend without boxes: lines of a comparison, or lines across a picture.
 * @param {string} schluessel
 * @param {string} name
 */
function punkt(schluessel, name) {
  const eintrag = document.createElement("li");
  eintrag.insertAdjacentHTML("afterbegin", schluessel);
  eintrag.append(name);
  return eintrag;
}

/**
 * Entries for what is drawn across.
 * @param {Querlinie[]} linien
 */
export const querpunkte = (linien) => linien.map(({ art, text }) => punkt(probe(art), text));

/**
 * Entries for lines, without boxes.
 * @param {string[]} reihen
 * @param {Record<string, number>} farben
 */
export const strichpunkte = (reihen, farben) => reihen.map((name) => punkt(strich(farben[name] ?? 1), name || "alle"));

/**
 * The legend: each group with its key and a box that shows or hides it, then what is drawn across.
 * @param {HTMLElement} liste
 * @param {Ansicht} a
 * @param {Zustand} z
 * @param {string} kennung
 * @param {(neu: Partial<Zustand>) => void} aendere
 */
export function zeigeLegende(liste, a, z, kennung, aendere) {
  const hier = document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null;
  const gruppen = a.reihen.length < 2 ? [] : a.reihen;
  const punkte = gruppen.map((name) => {
    const marke = document.createElement("label");
    const kreuz = Object.assign(document.createElement("input"), {
      type: "checkbox",
      checked: a.gezeigt.includes(name),
      value: name,
    });
    kreuz.addEventListener("change", () => {
      const ohne = kreuz.checked ? z.ohne.filter((o) => o !== name) : [...z.ohne, name];
      aendere({ ohne });
    });
    const nummer = a.farben[name] ?? 1;
    marke.append(kreuz);
    marke.insertAdjacentHTML("beforeend", z.art === "linie" ? strich(nummer) : feld(nummer, kennung));
    marke.append(name || "alle");
    const eintrag = document.createElement("li");
    eintrag.classList.toggle("erkunden-aus", !kreuz.checked);
    eintrag.append(marke);
    return eintrag;
  });
  liste.replaceChildren(...punkte, ...querpunkte(a.linien));
  liste.hidden = !liste.children.length;
  if (hier !== null) [...liste.querySelectorAll("input")].find((k) => k.value === hier)?.focus();
}
