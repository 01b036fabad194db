// The choices of an explored chart as fields of a form; each says what it does, and why something is not offered.
import { anteilGrund, arten, feste, rollen, ZEIT } from "./erkunden-zustand.js";

/**
 * A field with a label that offers some values.
 * @param {string} name
 * @param {string} wort
 * @param {Moeglichkeit[]} werte
 * @param {string} jetzt
 * @param {(wert: string) => void} waehle
 */
function auswahl(name, wort, werte, jetzt, waehle) {
  const feld = document.createElement("label");
  const liste = Object.assign(document.createElement("select"), { name });
  for (const { wert, wort: text } of werte) liste.add(new Option(text, wert, false, wert === jetzt));
  liste.value = jetzt;
  liste.addEventListener("change", () => waehle(liste.value));
  feld.append(wort, liste);
  return feld;
}

/**
 * Fills the form anew and keeps the field that has the focus.
 * @param {HTMLElement} form
 * @param {Modell} modell
 * @param {Zustand} z
 * @param {(neu: Partial<Zustand>) => void} aendere
 */
export function felder(form, modell, z, aendere) {
  const hier = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : "";
  const liste = [auswahl("art", "Darstellung", arten(modell, z), z.art, (art) => aendere({ art }))];
  if (z.art !== "linie" && rollen(modell, "achse", z).length > 1)
    liste.push(auswahl("achse", "Zeilen", rollen(modell, "achse", z), z.achse, (achse) => aendere({ achse })));
  if (modell.dimensionen.length || z.art !== "linie") {
    liste.push(auswahl("farbe", "Farbe", rollen(modell, "farbe", z), z.farbe, (farbe) => aendere({ farbe, ohne: [] })));
    liste.push(
      auswahl("kachel", "kleine Diagramme", rollen(modell, "kachel", z), z.kachel, (kachel) => aendere({ kachel })),
    );
  }
  const gruende = new Set();
  const grund = anteilGrund(modell, z);
  if (grund) gruende.add(grund);
  else
    liste.push(
      auswahl(
        "zahl",
        "Zahlen",
        [
          { wert: "", wort: modell.einheit },
          { wert: "anteil", wort: "Anteile in Prozent" },
        ],
        z.zahl,
        (zahl) => aendere({ zahl }),
      ),
    );
  if (z.art !== "linie" || z.kachel)
    liste.push(
      auswahl(
        "folge",
        "Reihenfolge",
        [
          { wert: "", wort: "wie in den Daten" },
          { wert: "ab", wort: "größte zuerst" },
          { wert: "auf", wort: "kleinste zuerst" },
        ],
        z.folge,
        (folge) => aendere({ folge }),
      ),
    );
  const zeiten = modell.zeiten.map(([wort], n) => ({ wert: String(n), wort }));
  const spanne = [z.achse, z.farbe, z.kachel].some((r) => r.split("+").includes(ZEIT));
  if (zeiten.length > 1) {
    if (spanne)
      liste.push(
        auswahl("von", "von", zeiten, String(z.von), (von) =>
          aendere({ von: Number(von), bis: Math.max(z.bis, Number(von)) }),
        ),
      );
    liste.push(
      auswahl("bis", spanne ? "bis" : modell.zeitwort, zeiten, String(z.bis), (bis) => aendere({ bis: Number(bis) })),
    );
  }
  for (const { dimension: d, werte, jetzt, grund: warum } of feste(modell, z)) {
    liste.push(auswahl(`fest-${d.id}`, d.name, werte, jetzt, (wert) => aendere({ fest: { ...z.fest, [d.id]: wert } })));
    if (warum) gruende.add(warum);
  }
  const hinweis = document.createElement("p");
  hinweis.className = "klein";
  hinweis.textContent = [...gruende].join(" ");
  hinweis.hidden = !gruende.size;
  form.replaceChildren(...liste, hinweis);
  if (hier) [...form.querySelectorAll("select")].find((s) => s.name === hier)?.focus();
}
