// Loads a module only where the page has something for it to do, and the search only when somebody searches.
/**
 * Where a module fails, what stands in its place without script shows again.
 * @param {Promise<{ beginne: () => void }>} modul
 */
const starte = (modul) =>
  modul
    .then((m) => m.beginne())
    .catch((fehler) => {
      document.documentElement.classList.remove("js");
      throw fehler;
    });
if (document.querySelector("[data-matrix] > script")) starte(import("./matrix.js"));
if (document.querySelector("[data-melden]")) starte(import("./melden.js"));
if (document.querySelector("a[data-angebot]") && !/^de\b/i.test(navigator.language))
  starte(import("./sprachhinweis.js"));
if (document.querySelector("[data-betrifft]")) starte(import("./betrifft.js"));

// A link to a passage that is folded opens what it is folded in.
const oeffne = () => {
  const ziel = document.getElementById(decodeURIComponent(location.hash.slice(1)));
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

// The field is there at once; the module catches up with what has been typed.
const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("suche"));
const suche = () => {
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.select();
  import("./suche.js").then((m) => m.beginne());
};
document.querySelector("[data-suche]")?.addEventListener("click", suche);
addEventListener("keydown", (e) => {
  if ((e.ctrlKey || e.metaKey) && e.key === "k") {
    e.preventDefault();
    suche();
  }
});
