// Loads a module only where the page has something for it to do, and the search only when somebody searches.
if (document.querySelector("[data-matrix] > script")) import("./matrix.js").then((m) => m.beginne());
if (document.querySelector("[data-betrifft]")) import("./betrifft.js").then((m) => m.beginne());

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
