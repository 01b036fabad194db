// A hint where the browser asks for a language that the site has: one link, one button.
// Nothing is stored before a choice.
const name = `${new URL("../..", import.meta.url).pathname}sprachhinweis`;

/** @returns {HTMLAnchorElement | undefined} The link in the header to the language that the reader asks for first. */
const passend = () => {
  const erste = (navigator.languages?.[0] ?? navigator.language ?? "de").toLowerCase().split("-")[0];
  if (erste === "de") return undefined;
  const gleich = { kmr: "ku", prs: "fa" }[erste] ?? erste;
  return [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-angebot]"))].find(
    (a) => a.hreflang.split("-")[0] === gleich,
  );
};

const erledigt = () => {
  try {
    return sessionStorage.getItem(name) !== null;
  } catch {
    return false; // Where storage is switched off, the hint is closed for its page.
  }
};

/** Shows the hint at the lower edge, in the reader's language; it is read before the text. */
export const beginne = () => {
  const ziel = passend();
  const haupt = document.getElementById("inhalt");
  if (!ziel || !haupt || erledigt()) return;
  const kasten = document.createElement("aside");
  kasten.className = "sprachhinweis bildschirm-nur";
  kasten.lang = ziel.lang;
  kasten.dir = ziel.dir;
  const satz = document.createElement("a");
  satz.href = ziel.href;
  satz.textContent = ziel.dataset.angebot ?? ziel.textContent;
  kasten.setAttribute("aria-label", ziel.textContent ?? "");
  const knopf = document.createElement("button");
  knopf.type = "button";
  knopf.className = "knopf";
  knopf.textContent = "×";
  knopf.lang = "de";
  knopf.setAttribute("aria-label", "Hinweis schließen");
  knopf.addEventListener("click", () => {
    kasten.remove();
    document.documentElement.classList.remove("mit-sprachhinweis");
    try {
      sessionStorage.setItem(name, "zu");
    } catch {
      // As above.
    }
  });
  kasten.append(satz, knopf);
  haupt.before(kasten);
  document.documentElement.classList.add("mit-sprachhinweis");
};
