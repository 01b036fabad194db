// A report as text: what is wrong with it, how it reads, whether a mail can carry it. Nothing here touches the page.

/** What no report may name; the import looks closer. No lookbehind: Safari 15 does not know it. */
const PERSONEN = [
  [
    /(?:^|[^\w.,/-])(?:(?:\+|00)\d[\d\s/().-]{7,}\d|0\d{2,5}[\s/().-]{1,3}\d[\d\s.-]{4,}\d|01[567]\d{8,10})/,
    "eine Telefonnummer",
  ],
  [/[\w.+-]+@[\w-]+\.[\w.-]*[a-z]{2}/i, "eine E-Mail-Adresse"],
  [/(?:^|[^\p{L}])(?:Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.)\s+\p{Lu}/u, "der Name einer Person"],
];

/**
 * What is wrong, by question.
 * @param {Record<string, string>} werte
 * @param {Meldedaten} daten
 * @param {string} heute
 * @returns {Record<string, string>}
 */
export function pruefe(werte, daten, heute) {
  /** @type {Record<string, string>} */
  const fehler = {};
  if (!/^\d{4}-\d\d-\d\d$/.test(werte.datum)) fehler.datum = "Bitte einen Tag eintragen, zum Beispiel 31.03.2026.";
  else if (werte.datum > heute) fehler.datum = "Dieser Tag liegt in der Zukunft.";
  if (!werte.stand) fehler.stand = "Bitte den Stand wählen.";
  if (werte.ampel && werte.stand && !daten.aktiv.includes(werte.stand))
    fehler.ampel = "Zu diesem Stand gehört keine Ampel. Bitte „keine Angabe“ wählen.";
  if (werte.ampel && werte.ampel !== "im_plan" && !werte.text)
    fehler.text = "Bitte den Grund nennen: Es läuft nicht nach Plan.";
  if (daten.mitBeleg.includes(werte.stand) && !werte.beleg && !werte.adresse)
    fehler.beleg = "Bitte einen Beleg nennen, zum Beispiel einen Beschluss mit Datum.";
  if (werte.adresse && !/^https?:\/\/[^\s<>]+\.[^\s<>]+$/.test(werte.adresse))
    fehler.adresse = "Eine Adresse beginnt mit https://";
  for (const feld of ["von", "beleg", "text"]) {
    const was = PERSONEN.find(([muster]) => /** @type {RegExp} */ (muster).test(werte[feld] ?? ""));
    if (was) fehler[feld] = `Hier steht wohl ${was[1]}. Alles wird veröffentlicht; bitte nur Stellen nennen.`;
  }
  if (/[<>]|\{[{%#]/.test(werte.text ?? "")) fehler.text = "Bitte ohne spitze Klammern und ohne doppelte geschweifte.";
  return fehler;
}

/**
 * The report as the import reads it and people too.
 * @param {Record<string, string>} werte
 * @param {Meldedaten} daten
 */
export function alsText(werte, daten) {
  const teile = daten.fragen.map(([id, frage]) => {
    const wert = id === "massnahme" ? daten.massnahme : (werte[id] ?? "").trim();
    const einzeilig = id === "text" ? wert : wert.replace(/\s+/g, " ");
    return `### ${frage}\n\n${daten.worte[id]?.[einzeilig] ?? einzeilig}\n`;
  });
  return `${teile.join("\n")}\n${daten.ende}\n`;
}

/**
 * The address of a mail draft; empty where it would be longer than mail programs take.
 * @param {string} text
 * @param {Meldedaten} daten
 */
export function alsMail(text, daten) {
  const kodiert = (/** @type {string} */ t) => encodeURIComponent(t.replace(/\n/g, "\r\n"));
  const adresse = `mailto:${daten.email}?subject=${kodiert(daten.betreff)}&body=${kodiert(text)}`;
  return adresse.length <= daten.hoechstens ? adresse : "";
}

/** Longer addresses are cut or refused by servers on their way. */
const LAENGSTE_ADRESSE = 6000;

/**
 * The address of the forge's form with the answers in it; empty where it would be too long.
 * @param {string} adresse
 * @param {string} text
 * @param {Record<string, string>} werte
 * @param {Meldedaten} daten
 */
export function alsForgemeldung(adresse, text, werte, daten) {
  const ziel = new URL(adresse);
  if (daten.textfeld) ziel.searchParams.set(daten.textfeld, text);
  else for (const id of ["datum", "von", "beleg", "adresse", "schritte", "text"]) ziel.searchParams.set(id, werte[id]);
  return ziel.href.length < LAENGSTE_ADRESSE ? ziel.href : "";
}
