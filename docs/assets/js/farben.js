// The colours before the first paint: as chosen, else as the system has them. Nothing is stored before a choice.
(() => {
  const html = document.documentElement;
  const dunkel = matchMedia("(prefers-color-scheme: dark)");
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  // Several sites can share one host; each has its own choice.
  const name = `${new URL("../..", src).pathname}farben`;
  let wahl = "system";
  const zeige = () => {
    const nacht = wahl === "dunkel" || (wahl === "system" && dunkel.matches);
    html.dataset.farben = wahl;
    html.dataset.mdColorScheme = nacht ? "slate" : "default";
  };
  const erinnere = () => {
    try {
      const gemerkt = localStorage.getItem(name);
      wahl = gemerkt === "hell" || gemerkt === "dunkel" ? gemerkt : "system";
    } catch {
      // Where storage is switched off, a choice holds for its page.
    }
    zeige();
  };
  // From disk browsers refuse modules: there it is the page without script, complete.
  if (location.protocol !== "file:") html.classList.replace("no-js", "js");
  // Where the script that starts the others is blocked or does not run, it is the page without script too.
  addEventListener(
    "error",
    (e) => {
      const woher = e.target instanceof HTMLScriptElement ? e.target.src : e.filename;
      if (woher?.endsWith("/start.js")) html.classList.replace("js", "no-js");
    },
    true,
  );
  erinnere();
  dunkel.addEventListener("change", zeige);
  addEventListener("storage", erinnere);
  addEventListener("pageshow", erinnere); // the choice may have changed since the page was left
  // The button in the header says what is chosen; `system` is what stands without a choice.
  addEventListener("farbwahl", (e) => {
    wahl = /** @type {CustomEvent<string>} */ (e).detail;
    zeige();
    try {
      if (wahl === "system") localStorage.removeItem(name);
      else localStorage.setItem(name, wahl);
    } catch {
      // As above.
    }
  });
})();
