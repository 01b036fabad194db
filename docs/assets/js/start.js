// Loads a module only where the page has something for it to do, and the search only when somebody searches.
const bei = (auswahl, modul) => {
  if (document.querySelector(auswahl)) import(modul).then((m) => m.beginne());
};
bei("[data-matrix] > script", "./matrix.js");
bei("[data-betrifft]", "./betrifft.js");

// The field is there at once; the module catches up with what has been typed.
const dialog = document.getElementById("suche");
const suche = () => {
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
  import("./suche.js").then((m) => m.beginne());
};
document.querySelector("[data-suche]")?.addEventListener("click", suche);
addEventListener("keydown", (e) => {
  if ((e.ctrlKey || e.metaKey) && e.key === "k") {
    e.preventDefault();
    suche();
  }
});
