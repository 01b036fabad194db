// „Was betrifft mich?“: several answers at once, one list, the choice in the address, behind the #.
import { adresse, gewaehlt as ausAdresse, haltBeimSpringen, raeumeAuf, springe } from "./adresse.js";

const PRIVAT = new Set(["wer"]);

export function beginne() {
  const rahmen = /** @type {HTMLElement} */ (document.querySelector("[data-betrifft]"));
  const ergebnis = /** @type {HTMLElement} */ (rahmen.querySelector("[data-ergebnis]"));
  const stand = /** @type {HTMLElement} */ (rahmen.querySelector(".betrifft-stand"));
  const status = /** @type {HTMLElement} */ (stand.querySelector("[role=status]"));
  const link = /** @type {HTMLAnchorElement} */ (stand.querySelector("a"));
  const vorrat = /** @type {HTMLTemplateElement} */ (rahmen.querySelector("template"));
  /** @type {NodeListOf<HTMLElement>} */
  const huellen = vorrat.content.querySelectorAll("[data-in]");
  const eintraege = [...huellen].map((huelle) => ({
    teil: huelle.dataset.in,
    fuer: new Set(huelle.dataset.fuer?.split(" ")),
    ziel: huelle.querySelector("a")?.getAttribute("href") ?? undefined,
    li: document.importNode(/** @type {Element} */ (huelle.firstElementChild), true),
  }));
  /** @type {NodeListOf<HTMLElement>} */
  const abschnitte = ergebnis.querySelectorAll("[data-teil]");
  const teile = [...abschnitte].map((abschnitt) => {
    const titel = /** @type {HTMLElement} */ (abschnitt.querySelector("h3"));
    const liste = /** @type {HTMLElement} */ (abschnitt.querySelector("ul"));
    return { abschnitt, teil: abschnitt.dataset.teil, titel, name: titel.textContent, liste };
  });
  /** @type {HTMLInputElement[]} */
  const kaesten = [];
  const gewaehlt = () => kaesten.filter((kasten) => kasten.checked).map((kasten) => kasten.value);

  /** @type {NodeListOf<HTMLElement>} */
  const antworten = rahmen.querySelectorAll("[data-antwort]");
  for (const li of antworten) {
    const kasten = Object.assign(document.createElement("input"), { type: "checkbox", value: li.dataset.antwort });
    const zeile = document.createElement("label");
    zeile.append(kasten, " ", li.textContent.trim());
    kasten.addEventListener("change", () => {
      const werte = ausAdresse();
      werte.delete("wer");
      for (const wer of gewaehlt()) werte.append("wer", wer);
      history.pushState(null, "", adresse(werte, PRIVAT));
      zeige();
    });
    kaesten.push(kasten);
    li.replaceChildren(zeile);
  }

  function zeige() {
    const wer = gewaehlt();
    ergebnis.hidden = !wer.length;
    stand.hidden = !wer.length;
    const zahlen = [];
    /** @type {Set<string | undefined>} */
    const schon = new Set(); // what one answer has for sure, another may only have perhaps
    for (const { abschnitt, teil, titel, name, liste } of teile) {
      const passende = eintraege.filter((e) => e.teil === teil && wer.some((w) => e.fuer.has(w)) && !schon.has(e.ziel));
      for (const e of passende) schon.add(e.ziel);
      liste.replaceChildren(...passende.map((e) => e.li));
      abschnitt.hidden = !passende.length;
      titel.textContent = `${name} (${passende.length})`;
      if (passende.length) zahlen.push(`${name}: ${passende.length}`);
    }
    link.hidden = !zahlen.length;
    status.textContent = zahlen.length ? zahlen.join(", ") : "Das Konzept nennt dazu nichts.";
  }

  /** Takes the choice from the address; unknown answers are ignored. */
  function lies() {
    raeumeAuf(PRIVAT);
    const wer = new Set(ausAdresse().getAll("wer"));
    for (const kasten of kaesten) kasten.checked = wer.has(kasten.value);
    zeige();
    springe();
  }

  haltBeimSpringen();
  addEventListener("popstate", lies);
  lies();
}
