// „Stand melden“: checks while one types, and hands the report over as a mail draft, a file or the forge's form.
import { alsForgemeldung, alsMail, alsText, pruefe } from "./melden-text.js";

export function beginne() {
  const rahmen = /** @type {HTMLDetailsElement} */ (document.querySelector("[data-melden]"));
  const form = /** @type {HTMLFormElement} */ (rahmen.querySelector("form"));
  const status = /** @type {HTMLElement} */ (rahmen.querySelector("[data-melden-status]"));
  /** @type {Meldedaten} */
  const daten = JSON.parse(form.querySelector("script")?.textContent ?? "");
  const jetzt = new Date();
  const heute = [jetzt.getFullYear(), jetzt.getMonth() + 1, jetzt.getDate()]
    .map((n) => String(n).padStart(2, "0"))
    .join("-");
  const tag = /** @type {HTMLInputElement} */ (form.elements.namedItem("datum"));
  tag.max = heute;
  tag.value ||= heute;
  /** @type {Set<string>} */
  const beruehrt = new Set();

  const oeffne = () => {
    if (location.hash === "#stand-melden") rahmen.open = true;
  };
  addEventListener("hashchange", oeffne);
  oeffne();

  function werte() {
    const angaben = new FormData(form);
    /** @type {Record<string, string>} */
    const je = {};
    for (const [id] of daten.fragen) je[id] = angaben.getAll(id).join(", ").trim();
    return je;
  }

  /** @param {Record<string, string>} fehler */
  function zeige(fehler) {
    for (const [id] of daten.fragen) {
      const feld = form.elements.namedItem(id);
      const stelle = document.getElementById(`melden-${id}-fehler`);
      if (!stelle || !(feld instanceof HTMLElement)) continue;
      const text = beruehrt.has(id) ? (fehler[id] ?? "") : "";
      stelle.textContent = text;
      if (text) feld.setAttribute("aria-invalid", "true");
      else feld.removeAttribute("aria-invalid");
    }
  }

  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLElement) beruehrt.add(target.getAttribute("name") ?? "");
    status.textContent = "";
    zeige(pruefe(werte(), daten, heute));
  });
  form.addEventListener("submit", (e) => e.preventDefault());

  /** The report, or null once its first mistake has the focus. */
  function fertig() {
    const je = werte();
    const fehler = pruefe(je, daten, heute);
    for (const [id] of daten.fragen) beruehrt.add(id);
    zeige(fehler);
    const erste = daten.fragen.find(([id]) => fehler[id]);
    if (!erste) return je;
    const zahl = Object.keys(fehler).length;
    status.textContent = zahl === 1 ? "Eine Angabe passt noch nicht." : `${zahl} Angaben passen noch nicht.`;
    const feld = form.elements.namedItem(erste[0]);
    if (feld instanceof HTMLElement) feld.focus();
    return null;
  }

  /** @param {string} text */
  function sichere(text) {
    const weg = document.createElement("a");
    weg.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    weg.download = `stand-${daten.massnahme}-${werte().datum}.txt`;
    weg.click();
    setTimeout(() => URL.revokeObjectURL(weg.href), 1000);
  }

  for (const knopf of rahmen.querySelectorAll("[data-weg]"))
    knopf.addEventListener("click", (e) => {
      const je = fertig();
      if (!je) return e.preventDefault();
      const text = alsText(je, daten);
      const art = knopf.getAttribute("data-weg");
      if (art === "mail") {
        const adresse = alsMail(text, daten);
        /** @type {HTMLAnchorElement} */ (knopf).href = adresse || "#stand-melden";
        if (!adresse) e.preventDefault();
        status.textContent = adresse
          ? "Die E-Mail öffnet sich in Ihrem Programm. Schicken Sie sie dort ab."
          : "Für eine E-Mail ist der Bericht zu lang. Bitte als Datei sichern und anhängen.";
      } else if (art === "datei") {
        sichere(text);
        status.textContent = "Die Datei ist gesichert. Schicken Sie sie als Anhang.";
      } else {
        const ziel = /** @type {HTMLAnchorElement} */ (knopf);
        const adresse = alsForgemeldung(ziel.href, text, je, daten);
        if (adresse) ziel.href = adresse;
        else e.preventDefault();
        status.textContent = adresse
          ? "Die Datenablage öffnet sich. Dort wird der Bericht abgeschickt."
          : "Für eine Adresse ist der Bericht zu lang. Bitte als Datei sichern und dort anhängen.";
      }
    });
}
