// „Was betrifft mich?“: several answers at once, one list, the choice in the address.

export function beginne() {
  const rahmen = document.querySelector("[data-betrifft]");
  const ergebnis = rahmen.querySelector("[data-ergebnis]");
  const stand = rahmen.querySelector(".betrifft-stand");
  const status = stand.querySelector("[role=status]");
  const eintraege = [...rahmen.querySelector("template").content.querySelectorAll("[data-in]")].map((huelle) => ({
    teil: huelle.dataset.in,
    fuer: new Set(huelle.dataset.fuer.split(" ")),
    li: document.importNode(huelle.firstElementChild, true),
  }));
  const kaesten = new Map();

  for (const li of rahmen.querySelectorAll("[data-antwort]")) {
    const kasten = Object.assign(document.createElement("input"), { type: "checkbox", value: li.dataset.antwort });
    const zeile = document.createElement("label");
    zeile.append(kasten, " ", li.textContent.trim());
    kasten.addEventListener("change", () => {
      const werte = new URLSearchParams(location.search);
      werte.delete("wer");
      for (const k of kaesten.values()) if (k.checked) werte.append("wer", k.value);
      history.pushState(null, "", location.pathname + (werte.size ? `?${werte}` : ""));
      zeige();
    });
    kaesten.set(kasten.value, kasten);
    li.replaceChildren(zeile);
  }

  function zeige() {
    const wer = [...kaesten.values()].filter((k) => k.checked).map((k) => k.value);
    ergebnis.hidden = !wer.length;
    stand.hidden = !wer.length;
    const zahlen = [];
    for (const teil of ergebnis.querySelectorAll("[data-teil]")) {
      const passende = eintraege.filter((e) => e.teil === teil.dataset.teil && wer.some((w) => e.fuer.has(w)));
      teil.querySelector("ul").replaceChildren(...passende.map((e) => e.li));
      teil.hidden = !passende.length;
      const name = teil.querySelector("h3").dataset.name ?? teil.querySelector("h3").textContent;
      teil.querySelector("h3").dataset.name = name;
      teil.querySelector("h3").textContent = `${name} (${passende.length})`;
      if (passende.length) zahlen.push(`${name}: ${passende.length}`);
    }
    stand.querySelector("a").hidden = !zahlen.length;
    status.textContent = zahlen.length ? zahlen.join(", ") : "Das Konzept nennt dazu nichts.";
  }

  /** Takes the choice from the address; unknown answers are ignored. */
  function lies() {
    const wer = new Set(new URLSearchParams(location.search).getAll("wer"));
    for (const kasten of kaesten.values()) kasten.checked = wer.has(kasten.value);
    zeige();
  }

  addEventListener("popstate", lies);
  lies();
}
