// Loads a module only where the page has something for it to do, and the search only when somebody searches.
/**
 * Where a module fails, what stands in its place without script shows again, and a sentence says so.
 * @param {string} wo
 * @param {string} satz
 * @param {() => Promise<{ beginne: () => void }>} hole
 */
const starte = async (wo, satz, hole) => {
  const platz = document.querySelector(wo);
  if (!platz) return;
  try {
    (await hole()).beginne();
  } catch (fehler) {
    document.documentElement.classList.remove("js");
    const hinweis = document.createElement("p");
    hinweis.className = "klein";
    hinweis.setAttribute("role", "status");
    hinweis.textContent = satz;
    (platz.querySelector(".matrix-platz") ?? platz).prepend(hinweis);
    throw fehler;
  }
};
const LISTE = "Suchfeld und Filter ließen sich nicht laden. Die Liste ist vollständig.";
const MELDEN = "Das Formular ließ sich nicht laden. Bitte die Seite neu laden.";
const BETRIFFT = "Die Auswahl ließ sich nicht laden. Jede Antwort hat eine eigene Seite.";
if (document.querySelector("[data-matrix] > script")) starte("[data-matrix]", LISTE, () => import("./matrix.js"));
starte("[data-melden]", MELDEN, () => import("./melden.js"));
if (document.querySelector("a[data-angebot]") && !/^de\b/i.test(navigator.language))
  import("./sprachhinweis.js").then((m) => m.beginne());

// Reading aloud is fetched where the browser has a voice of its own; some name their voices later.
if (document.querySelector("[data-vorlesen]") && "speechSynthesis" in window) {
  const lies = () => {
    if (speechSynthesis.getVoices().some((stimme) => stimme.localService))
      import("./vorlesen.js").then((m) => m.beginne());
  };
  speechSynthesis.onvoiceschanged = lies;
  lies();
}
starte("[data-betrifft]", BETRIFFT, () => import("./betrifft.js"));

// What older browsers lack is fetched by them alone.
if (!("popover" in HTMLElement.prototype) || !CSS.supports("selector(::details-content)"))
  import("./ersatz.js").then((m) => m.beginne());

// A link to a passage that is folded opens what it is folded in.
const anker = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // no valid escape, no place
  }
};
const oeffne = () => {
  const ziel = document.getElementById(anker());
  for (let e = ziel?.closest("details"); e; e = e.parentElement?.closest("details")) e.open = true;
  if (ziel?.closest("details")) ziel.scrollIntoView();
};
addEventListener("hashchange", oeffne);
oeffne();

// What is copied holds no soft hyphens: elsewhere they would show, or hide words from a search.
addEventListener("copy", (e) => {
  const text = `${getSelection()}`;
  if (!text.includes("\u00ad") || !e.clipboardData || e.target instanceof HTMLInputElement) return;
  e.clipboardData.setData("text/plain", text.replace(/\u00ad/g, ""));
  e.preventDefault();
});

// The field is there at once; the module catches up with what has been typed. All that a search needs is asked for
// in one go, because on a slow line every way to and fro costs more than its bytes.
const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("suche"));
const sucht = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
const wurzel = new URL(dialog.dataset.index ?? "", location.href);
let unterwegs = false;
const frageNach = () => {
  if (unterwegs) return;
  unterwegs = true;
  sucht.textContent = "Suche lädt …";
  // The titles are small and answer first; the kernel of the index is what takes longest.
  for (const datei of ["titel.json", "wasm.de.pagefind"]) {
    const vorab = document.createElement("link");
    Object.assign(vorab, { rel: "preload", as: "fetch", crossOrigin: "anonymous" });
    vorab.href = new URL(datei, wurzel).href;
    document.head.append(vorab);
  }
  for (const modul of [import("./matrix-worte.js"), import("./suche-titel.js")]) modul.catch(() => {});
  import(new URL("pagefind.js", wurzel).href).catch(() => {
    unterwegs = false;
  });
};
const suche = async () => {
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.select();
  frageNach();
  try {
    (await import("./suche.js")).beginne();
  } catch {
    unterwegs = false;
    sucht.textContent = "Die Suche ließ sich nicht laden. Alle Seiten stehen auch im Menü.";
  }
};
document.querySelector("[data-suche]")?.addEventListener("click", suche);
addEventListener("keydown", (e) => {
  if ((e.ctrlKey || e.metaKey) && e.key === "k") {
    e.preventDefault();
    suche();
  }
});
