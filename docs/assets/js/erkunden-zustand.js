// What can be chosen when a chart is explored, and how a choice stands in the address. Pure: no page, no network.
export const ZEIT = "zeit";
export const SUMME = "summe";
const ARTEN = ["linie", "balken", "stapel"];
const FOLGEN = ["", "auf", "ab"];

/** @type {Zustand} */
const LEER = {
  art: "balken",
  achse: "",
  farbe: "",
  kachel: "",
  zahl: "",
  folge: "",
  von: 0,
  bis: 0,
  ohne: [],
  fest: {},
};

/**
 * @param {Modell} modell
 * @param {string} bild
 * @returns {Zustand}
 */
export function anfang(modell, bild) {
  return geordnet(modell, { ...LEER, ohne: [], fest: {}, ...modell.bilder[bild] });
}

/**
 * The dimensions that a role names, joined by a plus.
 * @param {Modell} modell
 * @param {string} rolle
 */
export const dimensionen = (modell, rolle) => modell.dimensionen.filter((d) => rolle.split("+").includes(d.id));

/**
 * A choice whose roles do not collide: no dimension is two things, time is the axis of lines alone.
 * @param {Modell} modell
 * @param {Zustand} z
 * @returns {Zustand}
 */
export function geordnet(modell, z) {
  const neu = { ...z, achse: z.art === "linie" ? ZEIT : z.achse };
  if (neu.art === "stapel" && !stapelbar(modell, neu)) neu.art = "balken";
  if (neu.art === "linie" && modell.zeiten.length < 2) [neu.art, neu.achse] = ["balken", z.achse];
  const vergeben = new Set();
  const frei = (/** @type {string} */ rolle) => {
    const bleibt = rolle.split("+").filter((id) => id && !vergeben.has(id));
    for (const id of bleibt) vergeben.add(id);
    return bleibt.join("+");
  };
  neu.achse = frei(neu.achse);
  neu.farbe = frei(neu.farbe);
  neu.kachel = frei(neu.kachel);
  if (!neu.achse) {
    const rest = modell.dimensionen.find((d) => !vergeben.has(d.id));
    neu.achse = frei(rest && neu.art !== "linie" ? rest.id : ZEIT);
  }
  if (neu.art === "linie" && neu.achse !== ZEIT) neu.achse = ZEIT;
  if (neu.zahl === "anteil" && anteilGrund(modell, neu)) neu.zahl = "";
  if (neu.von > neu.bis) neu.von = neu.bis;
  return neu;
}

/**
 * @param {Modell} modell
 * @param {Zustand} z
 */
const stapelbar = (modell, z) =>
  !!z.farbe && !z.farbe.includes("+") && z.farbe !== ZEIT && !teileGrund(modell, z, true);

/**
 * Why the parts of the colours do not make a whole; empty where they do.
 * @param {Modell} modell
 * @param {Zustand} z
 * @param {boolean} [schonAnteile] percentages may be stacked, though not divided again
 */
export function teileGrund(modell, z, schonAnteile = false) {
  if (!modell.teilbar && !(schonAnteile && modell.prozent)) return modell.grund;
  const d = dimensionen(modell, z.farbe);
  if (d.length !== 1 || z.farbe.includes(ZEIT)) return "Anteile gibt es, wenn genau ein Merkmal die Farbe bestimmt.";
  return d[0].ueberlappend ? ueberlappt(d[0]) : "";
}

/** @param {Dimension} d */
const ueberlappt = (d) =>
  `Die Werte von „${d.name}“ überschneiden sich oder ergeben nicht das Ganze. Zusammenzählen geht nicht.`;

/**
 * Why no shares are offered; empty where they are.
 * @param {Modell} modell
 * @param {Zustand} z
 */
export const anteilGrund = (modell, z) => teileGrund(modell, z);

/**
 * Why no sum over a dimension is offered; empty where it is.
 * @param {Modell} modell
 * @param {Dimension} d
 */
export const summenGrund = (modell, d) => (modell.teilbar ? (d.ueberlappend ? ueberlappt(d) : "") : modell.grund);

/**
 * The kinds of marks that fit the figures.
 * @param {Modell} modell
 * @param {Zustand} z
 * @returns {Moeglichkeit[]}
 */
export function arten(modell, z) {
  const worte = { linie: "Linien", balken: "Balken", stapel: "gestapelte Balken" };
  return Object.entries(worte)
    .filter(([art]) => art !== "linie" || modell.zeiten.length > 1)
    .filter(([art]) => art !== "stapel" || stapelbar(modell, z))
    .map(([wert, wort]) => ({ wert, wort }));
}

/**
 * What a role can be: nothing, a dimension, time, all dimensions together.
 * @param {Modell} modell
 * @param {"achse" | "farbe" | "kachel"} rolle
 * @param {Zustand} z
 * @returns {Moeglichkeit[]}
 */
export function rollen(modell, rolle, z) {
  const alle = modell.dimensionen.map((d) => ({ wert: d.id, wort: d.name }));
  if (rolle !== "achse") alle.unshift({ wert: "", wort: rolle === "farbe" ? "eine Farbe" : "ein Diagramm" });
  if (z.art !== "linie" && modell.zeiten.length > 1) alle.push({ wert: ZEIT, wort: modell.zeitwort });
  const jetzt = z[rolle];
  if (jetzt.includes("+"))
    alle.push({
      wert: jetzt,
      wort: dimensionen(modell, jetzt)
        .map((d) => d.name)
        .join(" und "),
    });
  return alle;
}

/**
 * Dimensions without a role, each with the values it can be held at.
 * @param {Modell} modell
 * @param {Zustand} z
 * @returns {{ dimension: Dimension, werte: Moeglichkeit[], jetzt: string, grund: string }[]}
 */
export function feste(modell, z) {
  const vergeben = [z.achse, z.farbe, z.kachel].flatMap((r) => r.split("+"));
  return modell.dimensionen
    .filter((d) => !vergeben.includes(d.id))
    .map((d) => {
      const werte = d.werte.map((wort) => ({ wert: wort, wort }));
      const grund = d.gesamt < 0 ? summenGrund(modell, d) : "";
      if (d.gesamt < 0 && !grund) werte.unshift({ wert: SUMME, wort: "alle zusammengezählt" });
      const vorgabe = d.gesamt < 0 ? werte[0].wert : d.werte[d.gesamt];
      const jetzt = werte.some((w) => w.wert === z.fest[d.id]) ? z.fest[d.id] : vorgabe;
      return { dimension: d, werte, jetzt, grund };
    });
}

/**
 * The choice as it stands in the address; what is as at the beginning stays out.
 * @param {Modell} modell
 * @param {string} bild
 * @param {Zustand} z
 */
export function alsAdresse(modell, bild, z) {
  const vorher = anfang(modell, bild);
  const werte = new URLSearchParams({ erkunden: bild });
  for (const name of /** @type {const} */ (["art", "achse", "farbe", "kachel", "zahl", "folge"]))
    if (z[name] !== vorher[name]) werte.set(name, z[name]);
  for (const name of /** @type {const} */ (["von", "bis"]))
    if (z[name] !== vorher[name]) werte.set(name, modell.zeiten[z[name]][0]);
  if (String(z.ohne) !== String(vorher.ohne))
    for (const name of z.ohne.length ? z.ohne : [""]) werte.append("ohne", name);
  for (const [id, wert] of Object.entries(z.fest)) werte.append("fest", `${id}:${wert}`);
  return werte;
}

/**
 * The choice that an address asks for, as it asks for it, and what of it does not exist.
 * @param {Modell} modell
 * @param {string} bild
 * @param {URLSearchParams} werte
 * @returns {{ zustand: Zustand, fremd: string[] }}
 */
export function ausAdresse(modell, bild, werte) {
  const z = anfang(modell, bild);
  /** @type {string[]} */
  const fremd = [];
  const namen = [...modell.dimensionen.map((d) => d.id), ZEIT];
  const nimm = (/** @type {string} */ name, /** @type {(wert: string) => boolean} */ gilt) => {
    const wert = werte.get(name);
    if (wert === null) return undefined;
    if (gilt(wert)) return wert;
    fremd.push(`${name}=${wert}`);
    return undefined;
  };
  const rolle = (/** @type {string} */ wert) => wert === "" || wert.split("+").every((id) => namen.includes(id));
  z.art = nimm("art", (w) => ARTEN.includes(w)) ?? z.art;
  z.achse = nimm("achse", rolle) ?? z.achse;
  z.farbe = nimm("farbe", rolle) ?? z.farbe;
  z.kachel = nimm("kachel", rolle) ?? z.kachel;
  z.zahl = nimm("zahl", (w) => w === "" || w === "anteil") ?? z.zahl;
  z.folge = nimm("folge", (w) => FOLGEN.includes(w)) ?? z.folge;
  const zeit = (/** @type {string} */ wert) => modell.zeiten.findIndex(([text]) => text === wert);
  for (const name of /** @type {const} */ (["von", "bis"])) {
    const wert = nimm(name, (w) => zeit(w) >= 0);
    if (wert !== undefined) z[name] = zeit(wert);
  }
  if (werte.has("ohne")) z.ohne = werte.getAll("ohne").filter((name) => name);
  for (const paar of werte.getAll("fest")) {
    const [id, ...rest] = paar.split(":");
    const d = modell.dimensionen.find((x) => x.id === id);
    const wert = rest.join(":");
    const summe = wert === SUMME && d && d.gesamt < 0 && !summenGrund(modell, d);
    if (d && (summe || d.werte.includes(wert))) z.fest[id] = wert;
    else fremd.push(`fest=${paar}`);
  }
  return { zustand: z, fremd };
}
