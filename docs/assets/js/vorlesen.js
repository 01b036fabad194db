// Reads a page aloud with a voice that lies on the reader's own machine, so that no text leaves it.
// Where there is no such voice of the page's language, there is no button.
/** @typedef {{ block: Element, text: string, sprache: string }} Stueck */
/** @type {Record<string, string[]>} */
const AUCH = { ku: ["ku", "kmr"], fa: ["fa", "prs"] };
const BLOECKE = "h1, h2, h3, h4, p, li, dt, dd";
const STUMM =
  "nav, aside, table, figure, form, details, dialog, [hidden], [popover], .lesefassung, .unsichtbar, .headerlink, " +
  ".footnote, .footnote-ref, .bildschirm-nur, .vorlesen-nicht, .verweise, .titel-im-konzept";

/** @param {string} sprache */
const stamm = (sprache) => sprache.toLowerCase().split(/[-_]/)[0];

/**
 * A voice of this language that needs no server.
 * @param {string} sprache
 */
export const stimme = (sprache) => {
  const gesucht = AUCH[stamm(sprache)] ?? [stamm(sprache)];
  const eigene = speechSynthesis.getVoices().filter((s) => s.localService && gesucht.includes(stamm(s.lang)));
  return eigene.find((s) => s.default) ?? eigene[0];
};

/**
 * As it is said: no soft hyphens, one space, and a pause instead of the star in „Bürger*innen“.
 * @param {string} text
 */
const gesprochen = (text) =>
  text
    .replace(/\u00ad/g, "")
    .replace(/(\p{L})[*:_](?=in)/gu, "$1 ")
    .replace(/\s+/g, " ")
    .trim();

/**
 * The text of a page block by block, and apart where the language changes: no voice reads another's.
 * @param {Element} artikel
 * @returns {Stueck[]}
 */
export const stuecke = (artikel) => {
  const gang = document.createTreeWalker(artikel, NodeFilter.SHOW_TEXT);
  /** @type {Stueck[]} */
  const alle = [];
  for (let knoten = gang.nextNode(); knoten; knoten = gang.nextNode()) {
    const block = knoten.parentElement?.closest(BLOECKE);
    if (!block || knoten.parentElement?.closest(STUMM)) continue;
    const sprache = stamm(knoten.parentElement?.closest("[lang]")?.getAttribute("lang") ?? "de");
    const letztes = alle[alle.length - 1];
    if (letztes?.block === block && letztes.sprache === sprache) letztes.text += knoten.nodeValue;
    else alle.push({ block, sprache, text: knoten.nodeValue ?? "" });
  }
  return alle.map((s) => ({ ...s, text: gesprochen(s.text) })).filter((s) => /[\p{L}\p{N}]/u.test(s.text));
};

/**
 * @param {HTMLElement} platz
 * @param {string} klasse
 */
const knopf = (platz, klasse) => {
  const neu = document.createElement("button");
  neu.type = "button";
  neu.className = `knopf ${klasse}`;
  platz.append(neu);
  return neu;
};

/**
 * The button for reading, pausing and going on, the one for the end, and what they do.
 * @param {HTMLElement} platz
 * @param {Element} artikel
 */
const baue = (platz, artikel) => {
  const worte = platz.dataset;
  const haupt = knopf(platz, "vorlesen-lesen");
  const ende = knopf(platz, "vorlesen-beenden");
  const meldung = document.createElement("span");
  meldung.className = "unsichtbar";
  meldung.setAttribute("role", "status");
  platz.append(meldung);
  ende.textContent = worte.beenden ?? "";
  /** @type {Stueck[]} */
  let liste = [];
  let stelle = 0;
  let liest = false;
  // Kept, because browsers forget what they are saying when nobody holds it.
  /** @type {SpeechSynthesisUtterance | undefined} */
  let jetzt;

  const zeige = () => {
    haupt.textContent = (liest ? worte.anhalten : liste.length ? worte.weiter : worte.lesen) ?? "";
    ende.hidden = !liste.length;
    for (const { block } of liste) block.classList.toggle("vorlesen-hier", block === liste[stelle]?.block);
  };
  const schweige = () => {
    jetzt = undefined;
    liest = false;
    speechSynthesis.cancel();
  };
  const beende = () => {
    schweige();
    const hier = document.activeElement === ende;
    for (const { block } of liste) block.classList.remove("vorlesen-hier");
    liste = [];
    stelle = 0;
    zeige();
    if (hier) haupt.focus();
  };
  const sprich = () => {
    const stueck = liste[stelle];
    if (!stueck) {
      beende();
      meldung.textContent = worte.fertig ?? "";
      return;
    }
    const satz = new SpeechSynthesisUtterance(stueck.text);
    const mit = stimme(stueck.sprache);
    const weiter = () => {
      if (satz !== jetzt) return; // paused or ended meanwhile
      stelle += 1;
      sprich();
    };
    jetzt = satz;
    zeige();
    // A word in a language without a voice is left out: another voice would spoil it.
    if (!mit) {
      weiter();
      return;
    }
    satz.voice = mit;
    satz.lang = mit.lang;
    satz.onend = weiter;
    satz.onerror = () => satz === jetzt && beende();
    speechSynthesis.speak(satz);
  };
  haupt.addEventListener("click", () => {
    if (liest) {
      schweige(); // goes on with the block at which it stopped: not every browser can pause
      zeige();
      return;
    }
    if (!liste.length) liste = stuecke(artikel);
    meldung.textContent = "";
    liest = true;
    sprich();
  });
  ende.addEventListener("click", beende);
  addEventListener("pagehide", beende);
  zeige();
  platz.hidden = false;
};

/** Shows the button as soon as the browser names a voice for the page. */
export const beginne = () => {
  const platz = /** @type {HTMLElement | null} */ (document.querySelector("[data-vorlesen]"));
  const artikel = platz?.closest("article");
  if (!platz || !artikel) return;
  const sprache = platz.closest("[lang]")?.getAttribute("lang") ?? "de";
  const richte = () => {
    if (!platz.hidden || !stimme(sprache)) return;
    speechSynthesis.cancel(); // what another page left speaking
    baue(platz, artikel);
  };
  richte();
  speechSynthesis.onvoiceschanged = richte;
};
