// Makes the marks of one chart explorable: pointer, touch and keyboard show what a mark says.
// The SVG stays as it is; without this file its marks still have native titles.
const NS = "http://www.w3.org/2000/svg";

// Both pictures of a chart have the same marks in the same order; only the wide one carries their words.
const worte = (bild) => [...bild.querySelectorAll(".d-breit title")].map((titel) => titel.textContent);

const marken = (svg, texte) =>
  [...svg.querySelectorAll("[data-marke]")].map((marke, n) => {
    marke.setAttribute("aria-label", texte[n]);
    marke.setAttribute("role", "img");
    marke.setAttribute("tabindex", "-1");
    marke.classList.add("d-marke");
    marke.querySelector("title")?.remove();
    return marke;
  });

const zettel = (bild) => {
  const div = document.createElement("div");
  div.className = "d-zettel";
  div.hidden = true;
  div.setAttribute("aria-hidden", "true");
  bild.append(div);
  return div;
};

const zeige = (bild, papier, marke) => {
  papier.textContent = marke.getAttribute("aria-label");
  papier.hidden = false;
  const rahmen = bild.getBoundingClientRect();
  const ort = marke.getBoundingClientRect();
  const mitte = ort.left + ort.width / 2 - rahmen.left - papier.offsetWidth / 2;
  const links = Math.max(0, Math.min(mitte, rahmen.width - papier.offsetWidth));
  const oben = ort.top - rahmen.top - papier.offsetHeight - 8;
  papier.style.left = `${links}px`;
  papier.style.top = `${oben < -rahmen.top ? ort.bottom - rahmen.top + 8 : oben}px`;
};

export const belebe = (bild) => {
  const texte = worte(bild);
  const papier = zettel(bild);
  let hier = null;
  const verlasse = () => {
    hier?.classList.remove("d-hier");
    hier = null;
    papier.hidden = true;
    for (const svg of bild.querySelectorAll("svg")) svg.classList.remove("d-aktiv");
  };
  const betrete = (marke) => {
    if (marke === hier) return;
    hier?.classList.remove("d-hier");
    hier = marke;
    marke.classList.add("d-hier");
    marke.ownerSVGElement.classList.add("d-aktiv");
    zeige(bild, papier, marke);
  };

  for (const svg of bild.querySelectorAll("svg")) {
    const alle = marken(svg, texte);
    if (!alle.length) continue;
    svg.setAttribute("role", "group");
    // One stop of the tab key per chart; arrow keys walk its marks.
    alle[0].setAttribute("tabindex", "0");
    const gehe = (ziel) => {
      for (const m of alle) m.setAttribute("tabindex", m === ziel ? "0" : "-1");
      ziel.focus();
    };
    svg.addEventListener("keydown", (e) => {
      const n = alle.indexOf(e.target);
      if (n < 0) return;
      const nach = {
        ArrowRight: n + 1, ArrowDown: n + 1, ArrowLeft: n - 1, ArrowUp: n - 1, Home: 0, End: alle.length - 1,
      }[e.key];
      if (e.key === "Escape") verlasse();
      else if (alle[nach]) gehe(alle[nach]);
      else return;
      e.preventDefault();
    });
    svg.addEventListener("focusin", (e) => e.target.closest(".d-marke") && betrete(e.target.closest(".d-marke")));
    svg.addEventListener("focusout", verlasse);
    const zeiger = (e) => {
      const marke = e.target.closest(".d-marke");
      if (marke) betrete(marke);
      else if (!svg.contains(document.activeElement)) verlasse();
    };
    svg.addEventListener("pointerover", zeiger);
    svg.addEventListener("pointerdown", zeiger);
    svg.addEventListener("pointerleave", (e) => e.pointerType === "mouse" && !svg.contains(document.activeElement) && verlasse());
    // Points are small; an unseen ring around each makes them easy to hit.
    for (const marke of alle) {
      if (marke.getBBox && Math.max(marke.getBBox().width, marke.getBBox().height) < 16 && marke.tagName === "path") {
        const ring = document.createElementNS(NS, "g");
        marke.replaceWith(ring);
        const kreis = document.createElementNS(NS, "circle");
        kreis.setAttribute("r", "12");
        kreis.setAttribute("fill", "transparent");
        if (marke.hasAttribute("transform")) kreis.setAttribute("transform", marke.getAttribute("transform"));
        ring.append(kreis, marke);
        ring.addEventListener("pointerover", () => betrete(marke));
      }
    }
  }
  document.addEventListener("keydown", (e) => e.key === "Escape" && verlasse());
};
