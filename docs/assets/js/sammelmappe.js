// The Sammelmappe: chosen sheets become one document in the browser. All sheets come in one file,
// and the choice stands behind the # of the address: no server learns what was chosen.

const mappe = document.querySelector(".sammelmappe");
if (mappe) beginne(mappe);

function beginne(wurzel) {
  const form = wurzel.querySelector("form");
  const leiste = wurzel.querySelector(".sammelmappe-leiste");
  const ansicht = wurzel.querySelector(".mappe");
  const status = leiste.querySelector("[role=status]");
  const knoepfe = Object.fromEntries([...leiste.querySelectorAll("[data-tun]")].map((k) => [k.dataset.tun, k]));
  let blaetter = null;
  let stand = 0;

  /** The chosen boxes, in the order of the page. */
  const gewaehlt = () => [...form.querySelectorAll("input:checked")];

  function liesAdresse() {
    const werte = new URLSearchParams(location.hash.slice(1));
    for (const feld of form.querySelectorAll("input")) {
      feld.checked = (werte.get(feld.name) ?? "").split(",").includes(feld.value);
      if (feld.checked) feld.closest("details").open = true;
    }
  }

  function schreibeAdresse() {
    const teile = ["m", "i"]
      .map((name) => [name, gewaehlt().filter((f) => f.name === name).map((f) => f.value)])
      .filter(([, werte]) => werte.length)
      .map(([name, werte]) => `${name}=${werte.join(",")}`);
    history.replaceState(null, "", teile.length ? `#${teile.join("&")}` : location.pathname + location.search);
  }

  async function lade() {
    blaetter ??= fetch(wurzel.dataset.blaetter).then((antwort) => {
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
    const felder = gewaehlt();
    const lauf = (stand += 1);
    for (const knopf of Object.values(knoepfe)) knopf.disabled = felder.length === 0;
    ansicht.hidden = felder.length === 0;
    if (!felder.length) {
      ansicht.querySelector(".mappe-inhalt").replaceChildren();
      ansicht.querySelector(".mappe-blaetter").replaceChildren();
      status.textContent = "Noch nichts ausgewählt.";
      return;
    }
    try {
      const alle = await lade();
      if (lauf !== stand) return;
      const da = felder.map((feld) => alle[feld.name][feld.value]).filter(Boolean);
      ansicht.querySelector(".mappe-inhalt").replaceChildren(...da.map(eintrag));
      ansicht.querySelector(".mappe-blaetter").replaceChildren(...da.map(blatt));
      status.textContent = da.length === 1 ? "1 Blatt in der Mappe." : `${da.length} Blätter in der Mappe.`;
    } catch {
      for (const knopf of Object.values(knoepfe)) knopf.disabled = true;
      ansicht.hidden = true;
      status.textContent = "Die Blätter ließen sich nicht laden. Bitte die Seite neu laden.";
    }
  }

  form.addEventListener("change", () => {
    schreibeAdresse();
    zeige();
  });
  form.addEventListener("submit", (ereignis) => ereignis.preventDefault());
  knoepfe.drucken.addEventListener("click", () => window.print());
  knoepfe.leeren.addEventListener("click", () => {
    for (const feld of gewaehlt()) feld.checked = false;
    schreibeAdresse();
    zeige();
    form.querySelector("input").focus();
  });
  window.addEventListener("hashchange", () => {
    liesAdresse();
    zeige();
  });
  leiste.hidden = false;
  liesAdresse();
  zeige();
}

function eintrag({ titel }) {
  const li = document.createElement("li");
  li.textContent = titel;
  return li;
}

/** A sheet from HTML of our own build; text of the data is escaped in it. */
function blatt({ html }) {
  const artikel = document.createElement("article");
  artikel.className = "mappe-blatt";
  artikel.append(document.createRange().createContextualFragment(html));
  return artikel;
}
