// Small pieces of a page that exploring and comparing share.

/**
 * @param {string} name
 * @param {string} [klasse]
 * @param {string} [text]
 */
export function baue(name, klasse = "", text = "") {
  const element = document.createElement(name);
  element.className = klasse;
  element.textContent = text;
  return element;
}

/**
 * @param {string[][]} zeilen
 * @param {string} titel
 */
export function alsTabelle(zeilen, titel) {
  const tafel = baue("table", "tabelle");
  tafel.append(baue("caption", "", titel));
  const [kopf, ...rest] = zeilen;
  const reihe = (/** @type {string[]} */ zellen, /** @type {boolean} */ oben) => {
    const tr = baue("tr");
    zellen.forEach((wort, n) => {
      const letzte = n === zellen.length - 1;
      const zelle = baue(oben || !letzte ? "th" : "td", letzte ? "zahl" : "", wort);
      if (zelle.tagName === "TH") zelle.setAttribute("scope", oben ? "col" : "row");
      tr.append(zelle);
    });
    return tr;
  };
  const thead = baue("thead");
  thead.append(reihe(kopf, true));
  const tbody = baue("tbody");
  tbody.append(...rest.map((zellen) => reihe(zellen, false)));
  tafel.append(thead, tbody);
  return tafel;
}
