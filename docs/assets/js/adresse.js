// The address of a page. Harmless choices stand in ?; what says something about the visitor stands behind #wahl:,
// because what follows the # never reaches a server.
const MARKE = "#wahl:";
const ANKER = "ort";

/** The fragment as a choice, empty where it is an anchor or nothing. */
const hinterRaute = () => new URLSearchParams(location.hash.startsWith(MARKE) ? location.hash.slice(MARKE.length) : "");

/** Every choice of the address, whichever side of the # it stands on; old addresses have all of it in ?. */
export function gewaehlt() {
  const werte = new URLSearchParams(location.search);
  for (const [name, wert] of hinterRaute()) if (name !== ANKER) werte.append(name, wert);
  return werte;
}

/**
 * A fragment in plain letters; what is no valid escape stays as it is.
 * @param {string} fragment
 */
function entziffert(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The id that the address points to, alone or beside a choice. */
export function anker() {
  return location.hash.startsWith(MARKE) ? (hinterRaute().get(ANKER) ?? "") : entziffert(location.hash.slice(1));
}

/**
 * Path, ? and # for a choice: names in `privat` go behind the #. An anchor beside no private choice stays as it is.
 * @param {URLSearchParams} werte
 * @param {ReadonlySet<string>} privat
 * @param {string} ziel
 */
export function adresse(werte, privat, ziel = "") {
  const offen = new URLSearchParams();
  const eigen = new URLSearchParams();
  for (const [name, wert] of werte) (privat.has(name) ? eigen : offen).append(name, wert);
  const frage = offen.toString();
  const wahl = eigen.toString();
  if (wahl && ziel) eigen.set(ANKER, ziel);
  const fragment = wahl ? MARKE + eigen : ziel && `#${encodeURIComponent(ziel)}`;
  return location.pathname + (frage && `?${frage}`) + fragment;
}

/**
 * Takes an address of former times over: what is private leaves the ? at once and without a step in the history.
 * @param {ReadonlySet<string>} privat
 */
export function raeumeAuf(privat) {
  const namen = [...new URLSearchParams(location.search).keys()];
  if (namen.some((name) => privat.has(name))) history.replaceState(null, "", adresse(gewaehlt(), privat, anker()));
}

/** Goes where the address points to, as the browser does for a plain anchor. */
export function springe() {
  const ziel = location.hash.startsWith(MARKE) && document.getElementById(anker());
  if (!ziel) return;
  ziel.scrollIntoView();
  if (!ziel.matches("a, button, input, select, textarea, [tabindex]")) ziel.tabIndex = -1;
  ziel.focus({ preventScroll: true });
}

/** Links within the page (skip links, rows, headings) keep a choice that stands behind the #. */
export function haltBeimSpringen() {
  addEventListener("click", (ereignis) => {
    const link = ereignis.target instanceof Element && ereignis.target.closest("a[href]");
    if (!(link instanceof HTMLAnchorElement) || ereignis.defaultPrevented || ereignis.button) return;
    if (ereignis.ctrlKey || ereignis.metaKey || ereignis.shiftKey || ereignis.altKey) return;
    const hier = link.origin === location.origin && link.pathname === location.pathname && !link.target;
    if (!hier || link.hash.length < 2 || link.hash.startsWith(MARKE) || !location.hash.startsWith(MARKE)) return;
    if (link.search && link.search !== location.search) return;
    ereignis.preventDefault();
    const wahl = hinterRaute();
    wahl.set(ANKER, entziffert(link.hash.slice(1)));
    history.pushState(null, "", location.pathname + location.search + MARKE + wahl);
    springe();
  });
}
