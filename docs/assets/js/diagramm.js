// Starts small: the part that makes charts explorable is fetched only when a chart comes into view.
/** @type {NodeListOf<HTMLElement>} */
const bilder = document.querySelectorAll(".d-bild");

/** @param {HTMLElement} bild */
const wecke = async (bild) => {
  if (bild.dataset.wach) return;
  bild.dataset.wach = "1";
  const { belebe } = await import("./diagramm-lebendig.js");
  belebe(bild);
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
