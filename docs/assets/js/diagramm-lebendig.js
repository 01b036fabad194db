// Makes the marks of one chart explorable: pointer, touch and keyboard show what a mark says.
// The SVG stays as it is; without this file its marks still have native titles.
const NAH = 12; // pixels
const KLEIN = 16;
const WEILE = 300; // milliseconds

/**
 * Both pictures of a chart have the same marks in the same order; only the first one carries their words.
 * @param {Element} bild
 */
const worte = (bild) =>
  [...(bild.querySelector("svg")?.querySelectorAll("title") ?? [])].map((titel) => titel.textContent);

/**
 * @param {SVGSVGElement} svg
 * @param {string[]} texte
 */
const marken = (svg, texte) => {
  /** @type {NodeListOf<SVGGraphicsElement>} */
  const alle = svg.querySelectorAll("[data-marke]");
  alle.forEach((marke, n) => {
    marke.setAttribute("aria-label", texte[n]);
    marke.setAttribute("role", "img");
    marke.setAttribute("tabindex", "-1");
    marke.classList.add("d-marke");
    marke.querySelector("title")?.remove();
  });
  return [...alle];
};

/** @param {Element} bild */
const zettel = (bild) => {
  const div = document.createElement("div");
  div.className = "d-zettel";
  div.hidden = true;
  div.setAttribute("aria-hidden", "true");
  bild.append(div);
  return div;
};

/**
 * @param {Element} bild
 * @param {HTMLElement} papier
 * @param {Element} marke
 */
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

/**
 * The mark that an event happened at.
 * @param {Event} ereignis
 */
const getroffen = ({ target }) =>
  target instanceof Element ? /** @type {SVGGraphicsElement | null} */ (target.closest(".d-marke")) : null;

/**
 * Where a key leads from the mark `n` of `anzahl`.
 * @param {string} taste
 * @param {number} n
 * @param {number} anzahl
 */
function nachbar(taste, n, anzahl) {
  switch (taste) {
    case "ArrowRight":
    case "ArrowDown":
      return n + 1;
    case "ArrowLeft":
    case "ArrowUp":
      return n - 1;
    case "Home":
      return 0;
    case "End":
      return anzahl - 1;
    default:
      return -1;
  }
}

/**
 * True for points, which are small. Asked when the drawing is seen: one that is not has no size.
 * @param {SVGGraphicsElement} marke
 */
function istKlein(marke) {
  if (marke.tagName !== "path" || !marke.getBBox) return false;
  const { width, height } = marke.getBBox();
  return Math.max(width, height) < KLEIN;
}

/**
 * Points are easy to hit: of those near the pointer the nearest one counts, whatever lies on top.
 * @param {SVGGraphicsElement[]} punkte
 * @param {PointerEvent} zeiger
 */
function naechster(punkte, { clientX, clientY }) {
  let gefunden = null;
  let best = NAH;
  for (const punkt of punkte) {
    const { left, top, width, height } = punkt.getBoundingClientRect();
    const weit = Math.hypot(left + width / 2 - clientX, top + height / 2 - clientY);
    if (weit > best) continue;
    best = weit;
    gefunden = punkt;
  }
  return gefunden;
}

/** @param {HTMLElement} bild */
export const belebe = (bild) => {
  const texte = worte(bild);
  const papier = zettel(bild);
  const bilder = [...bild.querySelectorAll("svg")];
  /** @type {Element | null} */
  let hier = null;
  const verlasse = () => {
    hier?.classList.remove("d-hier");
    hier = null;
    papier.hidden = true;
    for (const svg of bilder) svg.classList.remove("d-aktiv");
  };
  /** @param {SVGGraphicsElement} marke */
  const betrete = (marke) => {
    if (marke === hier) return;
    hier?.classList.remove("d-hier");
    hier = marke;
    marke.classList.add("d-hier");
    marke.ownerSVGElement?.classList.add("d-aktiv");
    zeige(bild, papier, marke);
  };

  /** @type {number | undefined} */
  let uhr;
  const bleibe = () => clearTimeout(uhr);
  /** @param {() => void} was */
  const gleich = (was) => {
    bleibe();
    uhr = window.setTimeout(was, WEILE);
  };

  for (const svg of bilder) {
    const alle = marken(svg, texte);
    if (!alle.length) continue;
    // Its title and its description stand beside it: the drawing itself only says how to walk through it.
    svg.setAttribute("role", "group");
    svg.removeAttribute("aria-labelledby");
    svg.setAttribute("aria-label", "Werte im Bild, mit den Pfeiltasten zu lesen");
    for (const schrift of svg.querySelectorAll("text")) schrift.setAttribute("aria-hidden", "true");
    // One stop of the tab key per chart; arrow keys walk its marks.
    alle[0].setAttribute("tabindex", "0");
    /** @param {SVGGraphicsElement} ziel */
    const gehe = (ziel) => {
      for (const m of alle) m.setAttribute("tabindex", m === ziel ? "0" : "-1");
      ziel.focus();
    };
    svg.addEventListener("keydown", (e) => {
      const n = alle.indexOf(/** @type {SVGGraphicsElement} */ (e.target));
      if (n < 0) return;
      const nach = alle[nachbar(e.key, n, alle.length)];
      if (e.key === "Escape" && hier) verlasse();
      else if (nach) gehe(nach);
      else return;
      e.preventDefault();
    });
    const verlassen = () => !svg.contains(document.activeElement) && verlasse();
    /** @type {SVGGraphicsElement[] | undefined} */
    let punkte;
    /** @param {PointerEvent} e */
    const zeiger = (e) => {
      punkte ??= alle.filter(istKlein);
      const marke = naechster(punkte, e) ?? getroffen(e);
      if (!marke) {
        if (hier) gleich(verlassen);
        return;
      }
      bleibe();
      betrete(marke);
    };
    svg.addEventListener("pointermove", zeiger);
    svg.addEventListener("pointerdown", zeiger);
    svg.addEventListener("pointerleave", (e) => e.pointerType === "mouse" && gleich(verlassen));
  }
  // What a mark says stays while the pointer rests on it, and long enough to get there.
  papier.addEventListener("pointerenter", bleibe);
  papier.addEventListener("pointerleave", () => gleich(verlasse));
  // Not at the drawing itself: Chromium makes an SVG that listens to the focus a stop of the tab key.
  bild.addEventListener("focusin", (e) => {
    const marke = getroffen(e);
    if (marke) betrete(marke);
  });
  bild.addEventListener("focusout", verlasse);
  document.addEventListener("keydown", (e) => e.key === "Escape" && hier && verlasse());
};
