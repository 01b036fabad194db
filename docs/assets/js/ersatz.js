// What older browsers lack: words lead to the glossary where no card can open, and what is folded unfolds for print.
const GEFALTET = "main details:not([open]):not(.d-mehr):not(.sammelmappe-wahl details)";

function verlinkeWorte() {
  for (const wort of document.querySelectorAll("button.begriff")) {
    const karte = document.getElementById(wort.getAttribute("popovertarget") ?? "");
    const ziel = karte?.querySelector("p:last-child > a")?.getAttribute("href");
    if (!ziel) continue;
    const link = document.createElement("a");
    link.className = "begriff";
    link.href = ziel;
    link.append(...wort.childNodes);
    wort.replaceWith(link);
  }
}

function entfalteZumDrucken() {
  /** @type {HTMLDetailsElement[]} */
  let geoeffnet = [];
  addEventListener("beforeprint", () => {
    geoeffnet = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(GEFALTET))];
    for (const klappe of geoeffnet) klappe.open = true;
  });
  addEventListener("afterprint", () => {
    for (const klappe of geoeffnet) klappe.open = false;
  });
}

export function beginne() {
  if (!("popover" in HTMLElement.prototype)) verlinkeWorte();
  if (!CSS.supports("selector(::details-content)")) entfalteZumDrucken();
}
