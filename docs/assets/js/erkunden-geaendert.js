// What a choice became besides what was chosen, and why: nothing changes without a word. Pure.
import { anteilGrund, dimensionen, feste, SUMME, teileGrund, ZEIT } from "./erkunden-zustand.js";

const ROLLEN = /** @type {const} */ ({ achse: "Zeilen", farbe: "Farbe", kachel: "kleine Diagramme" });

/**
 * The words of a value that a dimension is held at.
 * @param {string} wert
 */
export const gehaltenBei = (wert) => (wert === SUMME ? "alle zusammengezählt" : wert);

/**
 * The dimensions of all roles, and time.
 * @param {Zustand} z
 */
const vergeben = (z) => new Set([z.achse, z.farbe, z.kachel].flatMap((r) => r.split("+")).filter((id) => id));

/**
 * Sentences about what is not as it was asked for (`wunsch`), and about what has left the picture since `vorher`.
 * @param {Modell} modell
 * @param {Zustand} vorher
 * @param {Zustand} wunsch
 * @param {Zustand} z
 * @returns {string[]}
 */
export function geaendert(modell, vorher, wunsch, z) {
  const saetze = [];
  if (wunsch.art === "stapel" && z.art !== "stapel")
    saetze.push(`Gestapelte Balken gehen hier nicht: ${teileGrund(modell, wunsch, true)} Gezeigt werden Balken.`);
  if (wunsch.art === "linie" && z.art !== "linie")
    saetze.push("Linien gibt es erst ab zwei Zeiten. Gezeigt werden Balken.");
  if (wunsch.zahl && !z.zahl)
    saetze.push(`Anteile gehen hier nicht: ${anteilGrund(modell, wunsch)} Gezeigt wird: ${modell.einheit}.`);
  for (const rolle of /** @type {const} */ (["farbe", "kachel"])) {
    const weg = dimensionen(modell, wunsch[rolle]).filter((d) => !z[rolle].split("+").includes(d.id));
    for (const d of weg)
      saetze.push(`„${d.name}“ kann nur an einer Stelle stehen und steht nicht mehr bei „${ROLLEN[rolle]}“.`);
    if (wunsch[rolle].split("+").includes(ZEIT) && !z[rolle].split("+").includes(ZEIT))
      saetze.push(`„${modell.zeitwort}“ kann nur an einer Stelle stehen und steht nicht mehr bei „${ROLLEN[rolle]}“.`);
  }
  if (z.art !== "linie" && z.achse !== wunsch.achse && z.achse !== vorher.achse)
    saetze.push(`Bei „${ROLLEN.achse}“ steht jetzt „${rollenname(modell, z.achse)}“.`);
  saetze.push(...verlorene(modell, vorher, z), ...zeiten(modell, vorher, wunsch, z));
  if (vorher.ohne.length && !z.ohne.length && vorher.farbe !== z.farbe) saetze.push("Alle Gruppen sind wieder da.");
  return saetze;
}

/**
 * @param {Modell} modell
 * @param {string} rolle
 */
const rollenname = (modell, rolle) =>
  [
    ...dimensionen(modell, rolle).map((d) => d.name),
    ...(rolle.split("+").includes(ZEIT) ? [modell.zeitwort] : []),
  ].join(" und ");

/**
 * What was told apart before and is held at one value now.
 * @param {Modell} modell
 * @param {Zustand} vorher
 * @param {Zustand} z
 */
function verlorene(modell, vorher, z) {
  const davor = vergeben(vorher);
  const saetze = feste(modell, z)
    .filter(({ dimension }) => davor.has(dimension.id))
    .map(({ dimension, jetzt }) => `Von „${dimension.name}“ ist nur noch zu sehen: ${gehaltenBei(jetzt)}.`);
  if (davor.has(ZEIT) && !vergeben(z).has(ZEIT) && modell.zeiten.length > 1)
    saetze.push(`Zu sehen ist nur noch: ${modell.zeiten[z.bis][0]}.`);
  return saetze;
}

/**
 * The end of the span that moved along.
 * @param {Modell} modell
 * @param {Zustand} vorher
 * @param {Zustand} wunsch
 * @param {Zustand} z
 */
function zeiten(modell, vorher, wunsch, z) {
  if (!vergeben(z).has(ZEIT)) return [];
  if (wunsch.von > wunsch.bis) return [`„von“ lag nach „bis“ und ist auf ${modell.zeiten[z.von][0]} gerückt.`];
  if (z.von !== vorher.von && z.bis !== vorher.bis && z.von === z.bis)
    return [`„bis“ lag vor „von“ und ist auf ${modell.zeiten[z.bis][0]} gerückt.`];
  return [];
}
