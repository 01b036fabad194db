// The header: the colour switch; what unfolds there closes with Escape, by a press elsewhere, and for its neighbour.
/** @type {Record<string, [naechste: string, satz: string]>} */
const FARBEN = {
  system: ["hell", "Farben: wie im System. Zu hell wechseln"],
  hell: ["dunkel", "Farben: hell. Zu dunkel wechseln"],
  dunkel: ["system", "Farben: dunkel. Zur Einstellung des Systems wechseln"],
};
const html = document.documentElement;
/** @type {HTMLElement | null} */
const schalter = document.querySelector("[data-farbwahl]"); // on a page in another language it brings its sentences

const benenne = () => {
  const farben = html.dataset.farben ?? "system";
  const satz = schalter?.dataset[farben] ?? FARBEN[farben][1];
  schalter?.setAttribute("aria-label", satz);
  schalter?.setAttribute("title", satz);
};
benenne();
schalter?.addEventListener("click", () => {
  dispatchEvent(new CustomEvent("farbwahl", { detail: FARBEN[html.dataset.farben ?? "system"][0] }));
  benenne();
});

/** @type {NodeListOf<HTMLDetailsElement>} */
const klappen = document.querySelectorAll(".kopf-klappe");
for (const klappe of klappen) {
  klappe.addEventListener("toggle", () => {
    if (klappe.open) for (const andere of klappen) if (andere !== klappe) andere.open = false;
  });
  klappe.addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || !klappe.open) return;
    klappe.open = false;
    klappe.querySelector("summary")?.focus();
  });
  klappe.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !klappe.contains(relatedTarget)) klappe.open = false;
  });
}
addEventListener("pointerdown", ({ target }) => {
  for (const klappe of klappen) if (!(target instanceof Node && klappe.contains(target))) klappe.open = false;
});
