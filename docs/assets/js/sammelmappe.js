// The Sammelmappe: chosen sheets become one document in the browser. All sheets come in one file,
// and the choice stands behind the # of the address: no server learns what was chosen.

/** @type {HTMLElement | null} */
const mappe = document.querySelector(".sammelmappe");
if (mappe) beginne(mappe);

/** @param {HTMLElement} wurzel */
function beginne(wurzel) {
  const form = /** @type {HTMLFormElement} */ (wurzel.querySelector("form"));
  const leiste = /** @type {HTMLElement} */ (wurzel.querySelector(".sammelmappe-leiste"));
  const ansicht = /** @type {HTMLElement} */ (wurzel.querySelector(".mappe"));
  const inhalt = /** @type {HTMLElement} */ (ansicht.querySelector(".mappe-inhalt"));
  const seiten = /** @type {HTMLElement} */ (ansicht.querySelector(".mappe-blaetter"));
  const status = /** @type {HTMLElement} */ (leiste.querySelector("[role=status]"));
  /** @type {NodeListOf<HTMLButtonElement>} */
  const knoepfe = leiste.querySelectorAll("[data-tun]");
  const felder = [...form.querySelectorAll("input")];
  /** @type {Promise<Record<string, Record<string, Blatt>>> | null} */
  let blaetter = null;
  let stand = 0;

  /** The chosen boxes, in the order of the page. */
  const gewaehlt = () => felder.filter((feld) => feld.checked);

  /** @param {boolean} gesperrt */
  const sperre = (gesperrt) => {
    for (const knopf of knoepfe) knopf.disabled = gesperrt;
  };

  function liesAdresse() {
    const werte = new URLSearchParams(location.hash.slice(1));
    for (const feld of felder) {
      feld.checked = (werte.get(feld.name) ?? "").split(",").includes(feld.value);
      const klappe = feld.closest("details");
      if (feld.checked && klappe) klappe.open = true;
    }
  }

  function schreibeAdresse() {
    const teile = ["m", "i"].flatMap((name) => {
      const werte = gewaehlt().filter((feld) => feld.name === name);
      return werte.length ? [`${name}=${werte.map((feld) => feld.value).join(",")}`] : [];
    });
    history.replaceState(null, "", teile.length ? `#${teile.join("&")}` : location.pathname + location.search);
  }

  async function lade() {
    blaetter ??= fetch(wurzel.dataset.blaetter ?? "").then((antwort) => {
      if (!antwort.ok) throw new Error(String(antwort.status));
      return antwort.json();
    });
    try {
      return await blaetter;
    } catch (fehler) {
      blaetter = null;
      throw fehler;
    }
  }

  async function zeige() {
    const wahl = gewaehlt();
    stand += 1;
    const lauf = stand;
    sperre(!wahl.length);
    ansicht.hidden = !wahl.length;
    if (!wahl.length) {
      inhalt.replaceChildren();
      seiten.replaceChildren();
      status.textContent = "Noch nichts ausgewählt.";
      return;
    }
    try {
      const alle = await lade();
      if (lauf !== stand) return;
      const da = wahl.map((feld) => alle[feld.name][feld.value]).filter(Boolean);
      inhalt.replaceChildren(...da.map(eintrag));
      seiten.replaceChildren(...da.map(blatt));
      status.textContent = da.length === 1 ? "1 Blatt in der Mappe." : `${da.length} Blätter in der Mappe.`;
    } catch {
      sperre(true);
      ansicht.hidden = true;
      status.textContent = "Die Blätter ließen sich nicht laden. Bitte die Seite neu laden.";
    }
  }

  /** @type {Record<string, () => void>} */
  const taten = {
    drucken: () => window.print(),
    leeren: () => {
      for (const feld of felder) feld.checked = false;
      schreibeAdresse();
      zeige();
      felder[0].focus();
    },
  };
  for (const knopf of knoepfe) knopf.addEventListener("click", taten[knopf.dataset.tun ?? ""]);
  form.addEventListener("change", () => {
    schreibeAdresse();
    zeige();
  });
  form.addEventListener("submit", (ereignis) => ereignis.preventDefault());
  window.addEventListener("hashchange", () => {
    if (location.hash && !location.hash.includes("=")) return; // a skip link, not another choice
    liesAdresse();
    zeige();
  });
  leiste.hidden = false;
  liesAdresse();
  zeige();
}

/** @param {Blatt} blatt */
function eintrag({ titel }) {
  const li = document.createElement("li");
  li.textContent = titel;
  return li;
}

/**
 * A sheet from HTML of our own build; text of the data is escaped in it.
 * @param {Blatt} blatt
 */
function blatt({ html }) {
  const artikel = document.createElement("article");
  artikel.className = "mappe-blatt";
  artikel.append(document.createRange().createContextualFragment(html));
  return artikel;
}
