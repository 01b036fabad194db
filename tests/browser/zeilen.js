/**
 * What a line's end tears apart in the page as it stands: a number from its unit, a figure or a day inside, a word without
 * a hyphen. A word may end a line behind a hyphen, a dash, a slash, a soft hyphen, and where the page says so (`wbr`).
 * @returns {string[]} `kind: text before|text behind`
 */
() => {
  const EINHEIT =
    "%|‰|€|Euro|Prozent|Prozentpunkte?|Personen|Person|Menschen|Einwohner|Ehen|Antworten|Plätze|Jahre|Jahren|Tage|Tagen|Uhr|Mio|Mrd|kB|MB|km|m²";
  const MONAT = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember";
  const RAND = "(?![\\p{L}\\p{N}])";
  const MUSTER = [
    ["Einheit", new RegExp(`\\d[ \\u00a0\\u202f](?:${EINHEIT})${RAND}`, "gu")],
    ["Paragraf", /(?:§|§§|\bNr\.|\bArt\.)[ \u00a0\u202f]\d/gu],
    ["Tag", new RegExp(`\\d{1,2}\\.[ \\u00a0](?:${MONAT})${RAND}`, "gu")],
    ["Zahl", /\d(?:[\d.,:/]|\u00a0(?=\d{3}))*\d/gu],
    ["Wort", /[\p{L}\p{M}\u00ad*:]{2,}/gu],
  ];
  const ADRESSE = /\S*(?::\/\/|www\.|@|\.(?:de|org|yaml|csv|pdf|xlsx|docx|json)\b)\S*/gu;
  const ERLAUBT = /[-‐‑–—/\u00ad\u200b]/u;
  /** @type {Map<Element, {text: string, knoten: [number, Text][], umbruch: Set<number>}>} */
  const absaetze = new Map();

  /** @param {Element} e */
  const zeile = (e) => {
    while (getComputedStyle(e).display === "inline" && e.parentElement) e = e.parentElement;
    return e;
  };
  const lauf = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (lauf.nextNode()) {
    const knoten = lauf.currentNode;
    if (knoten instanceof Element) {
      const offen = absaetze.get(zeile(knoten));
      if (offen && knoten.matches("wbr")) offen.umbruch.add(offen.text.length);
      if (offen && knoten.matches("br")) offen.text += "\n";
      continue;
    }
    const eltern = knoten.parentElement;
    if (!eltern?.checkVisibility({ visibilityProperty: true }) || eltern.closest("code, pre, kbd, svg, script, option, noscript")) continue;
    const absatz = zeile(eltern);
    const kasten = absatz.getBoundingClientRect();
    if (kasten.width < 3 || kasten.height < 3) continue;
    const teil = absaetze.get(absatz) ?? { text: "", knoten: [], umbruch: new Set() };
    absaetze.set(absatz, teil);
    teil.knoten.push([teil.text.length, /** @type {Text} */ (knoten)]);
    teil.text += knoten.data;
  }

  /** @type {string[]} */
  const funde = [];
  for (const { text, knoten, umbruch } of absaetze.values()) {
    const stelle = (/** @type {number} */ i) => {
      const [anfang, node] = /** @type {[number, Text]} */ (knoten.findLast(([a]) => a <= i));
      const bereich = document.createRange();
      bereich.setStart(node, i - anfang);
      bereich.setEnd(node, i - anfang + 1);
      // Behind a soft hyphen that shows, the first rectangle is the hyphen.
      const r = [...bereich.getClientRects()].at(-1);
      return r && r.width > 0 && r.height > 0 ? { mitte: r.top + r.height / 2, hoehe: r.height } : null;
    };
    const getrennt = (/** @type {number} */ a, /** @type {number} */ b) => {
      const [eins, zwei] = [stelle(a), stelle(b)];
      return eins && zwei && Math.abs(eins.mitte - zwei.mitte) > 0.7 * Math.max(eins.hoehe, zwei.hoehe);
    };
    const adressen = [...text.matchAll(ADRESSE)].map((t) => [t.index, t.index + t[0].length]);
    for (const [art, muster] of MUSTER) {
      for (const t of text.matchAll(/** @type {RegExp} */ (muster))) {
        const [a, b] = [t.index, t.index + t[0].length - 1];
        if (adressen.some(([von, bis]) => a >= von && b < bis) || !getrennt(a, b)) continue;
        let vorher = a;
        for (let i = a + 1; i <= b; i++) {
          if (!stelle(i)) continue;
          if (getrennt(vorher, i)) {
            const dazwischen = text.slice(vorher, i);
            const frei = art === "Wort" && (ERLAUBT.test(dazwischen) || umbruch.has(i));
            if (!frei) funde.push(`${art}: ${text.slice(a, i)}|${text.slice(i, b + 1)}`);
          }
          vorher = i;
        }
      }
    }
  }
  return funde;
};
