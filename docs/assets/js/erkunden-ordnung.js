// The order of what is shown, parts that lie one after the other, and pieces of lines. Pure.

/**
 * The place of a name in a comparison by size: what it is compared by.
 * @param {Bildzeile[]} zeilen
 * @param {"kachel" | "achse"} rolle
 * @param {boolean} summe all parts together, where they are stacked
 */
function vergleichsgroesse(zeilen, rolle, summe) {
  const andere = rolle === "kachel" ? "achse" : "kachel";
  const namen = new Set(zeilen.map((z) => z[rolle]));
  // Where time tells the names apart it cannot be the same for all of them.
  const zeitIstName = [...namen].every(
    (n) => new Set(zeilen.filter((z) => z[rolle] === n).map((z) => z.zeit)).size < 2,
  );
  const verschiedene = new Set(zeilen.map((z) => z.zeit)).size > 1;
  const zeitZaehlt = !(zeitIstName && verschiedene);
  /** @type {Map<string, { zeit: number, worte: string[], werte: Map<string, number | null> }>} */
  const moegliche = new Map();
  for (const z of zeilen) {
    const zeit = zeitZaehlt ? z.zeit : 0;
    const neben = rolle === "kachel" && z.achse === z.zeit_text ? "" : z[andere];
    const reihe = summe ? "" : z.reihe;
    const schluessel = `${neben}|${reihe}|${zeit}`;
    const hier = moegliche.get(schluessel) ?? {
      zeit,
      worte: [neben, reihe, zeitZaehlt && verschiedene ? z.zeit_text : ""].filter(
        (w, n, alle) => w && alle.indexOf(w) === n,
      ),
      werte: new Map(),
    };
    moegliche.set(schluessel, hier);
    const davor = hier.werte.get(z[rolle]);
    if (davor === undefined) hier.werte.set(z[rolle], z.wert);
    else hier.werte.set(z[rolle], davor === null || z.wert === null ? null : davor + z.wert);
  }
  const bekannte = (/** @type {Map<string, number | null>} */ werte) => [...werte.values()].filter((w) => w !== null);
  const mit = [...moegliche.values()].filter((m) => bekannte(m.werte).length);
  const neueste = Math.max(...mit.map((m) => m.zeit));
  return mit
    .filter((m) => m.zeit === neueste)
    .reduce(
      (beste, m) => (!beste || bekannte(m.werte).length > bekannte(beste.werte).length ? m : beste),
      /** @type {typeof mit[0] | undefined} */ (undefined),
    );
}

/**
 * Names by size, all by figures of the same group and time; those without one come last. And the sentence on it.
 * @param {string[]} namen
 * @param {Bildzeile[]} zeilen
 * @param {"kachel" | "achse"} rolle
 * @param {string} folge
 * @param {boolean} summe
 * @returns {{ namen: string[], satz: string }}
 */
export function sortiert(namen, zeilen, rolle, folge, summe) {
  const mass = vergleichsgroesse(zeilen, rolle, summe);
  if (!mass) return { namen, satz: "" };
  const wert = (/** @type {string} */ name) => mass.werte.get(name) ?? null;
  const da = namen.filter((name) => wert(name) !== null);
  const fehlt = namen.filter((name) => wert(name) === null);
  da.sort((a, b) => (Number(wert(a)) - Number(wert(b))) * (folge === "auf" ? 1 : -1));
  const wonach = [...(summe ? ["der Summe der gezeigten Teile"] : []), ...mass.worte].join(", ");
  const ohne = fehlt.length ? `Ohne Zahl und deshalb zuletzt: ${fehlt.join(", ")}.` : "";
  return { namen: [...da, ...fehlt], satz: [wonach && `Sortiert nach ${wonach}.`, ohne].filter((s) => s).join(" ") };
}

/**
 * Parts one after the other; a stack without parts says why, with its name.
 * @param {Bildzeile[]} zeilen
 */
export function lege(zeilen) {
  /** @type {Map<string, number>} */
  const ende = new Map();
  for (const zeile of zeilen) {
    const ort = `${zeile.kachel}|${zeile.achse}`;
    zeile.von = ende.get(ort) ?? 0;
    zeile.bis = zeile.von + Math.max(0, zeile.wert ?? 0);
    ende.set(ort, zeile.bis);
  }
  const genannt = new Set();
  for (const zeile of zeilen) {
    const ort = `${zeile.kachel}|${zeile.achse}`;
    if (ende.get(ort) || genannt.has(ort)) {
      zeile.leer = null;
      continue;
    }
    genannt.add(ort);
    zeile.leer ??= zeile.wert === null ? zeile.wert_text : "insgesamt 0";
    const ganzes = [...new Set([zeile.kachel, zeile.achse].filter((n) => n))].join(", ");
    zeile.sagt = `${ganzes}${ganzes ? ": " : ""}${zeile.leer}`;
  }
}

/**
 * Numbers the unbroken pieces of lines: a missing figure, a missing year or a break ends one.
 * @param {Modell} modell
 * @param {Bildzeile[]} zeilen
 */
export function trenne(modell, zeilen) {
  let nummer = 0;
  /** @type {Bildzeile | null} */
  let davor = null;
  for (const zeile of [...zeilen].sort(
    (a, b) => a.kachel.localeCompare(b.kachel) || a.reihe.localeCompare(b.reihe) || a.zeit - b.zeit,
  )) {
    const fort =
      davor?.kachel === zeile.kachel &&
      davor.reihe === zeile.reihe &&
      davor.wert !== null &&
      zeile.wert !== null &&
      !(modell.luecke && zeile.zeit - davor.zeit > modell.luecke) &&
      !(modell.bruch && davor.zeit < modell.bruch && zeile.zeit >= modell.bruch) &&
      !modell.zeiten.some(
        ([, tag]) => davor && tag > davor.zeit && tag < zeile.zeit && zeilen.some((a) => a.zeit === tag),
      );
    if (!fort) nummer += 1;
    zeile.stueck = String(nummer);
    davor = zeile;
  }
}
