// Starts small: the part that makes charts explorable is fetched only when a chart comes into view.
/** @type {NodeListOf<HTMLElement>} */
const bilder = document.querySelectorAll(".d-bild");

/** @param {HTMLElement} bild */
const wecke = async (bild) => {
  if (bild.dataset.wach) return;
  bild.dataset.wach = "1";
  const modul = await import("./diagramm-lebendig.js").catch(() => null);
  modul?.belebe(bild); // without it the picture stays what it is
};

if ("IntersectionObserver" in window) {
  const waechter = new IntersectionObserver((treffer) => {
    for (const t of treffer) {
      if (!t.isIntersecting) continue;
      waechter.unobserve(t.target);
      wecke(/** @type {HTMLElement} */ (t.target));
    }
  });
  for (const bild of bilder) waechter.observe(bild);
}

for (const kasten of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".d-mehr"))) {
  const oeffne = async () => (await import("./diagramm-mitnehmen.js")).statteAus(kasten);
  kasten.addEventListener("toggle", oeffne, { once: true });
}

const gefragt = new URLSearchParams(location.search);
for (const figur of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-erkunden]"))) {
  const knopf = document.createElement("button");
  knopf.type = "button";
  knopf.className = "knopf erkunden-knopf";
  knopf.textContent = "Erkunden";
  /** @param {URLSearchParams} werte */
  const oeffne = async (werte) => {
    try {
      await (await import("./erkunden.js")).erkunde(figur, knopf, werte);
    } catch {
      const satz = figur.querySelector(".erkunden-meldung") ?? document.createElement("p");
      satz.className = "erkunden-meldung klein";
      satz.setAttribute("role", "status");
      knopf.after(satz);
      satz.textContent = "Dieses Diagramm lässt sich gerade nicht erkunden. Es bleibt das feste Bild.";
    }
  };
  knopf.addEventListener("click", () => oeffne(new URLSearchParams()));
  figur.querySelector(".d-titel")?.after(knopf);
  if (figur.id === `bild-${gefragt.get("erkunden")}`) oeffne(gefragt);
}
