// What only a script can do with a picture that a reader wants to take along: pixels, the clipboard.
// The SVG needs no font of this machine, so the pixels look like it.
const SCHAERFE = 2;

/**
 * @param {string} adresse
 * @returns {Promise<Blob>}
 */
async function alsPixel(adresse) {
  const bild = new Image();
  bild.src = adresse;
  await bild.decode();
  const flaeche = document.createElement("canvas");
  flaeche.width = bild.naturalWidth * SCHAERFE;
  flaeche.height = bild.naturalHeight * SCHAERFE;
  const stift = flaeche.getContext("2d");
  if (!stift) throw new Error("no canvas");
  stift.drawImage(bild, 0, 0, flaeche.width, flaeche.height);
  return new Promise((gut, schlecht) =>
    flaeche.toBlob((pixel) => (pixel ? gut(pixel) : schlecht(new Error("no pixels"))), "image/png"),
  );
}

/**
 * @param {Blob} inhalt
 * @param {string} name
 */
export function gibHer(inhalt, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(inhalt);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/**
 * Puts pixels into the clipboard; the promise goes in as it is, because Safari allows it only at once.
 * @param {Promise<Blob>} pixel
 */
function kopiereBild(pixel) {
  const ablage = navigator.clipboard;
  if (!("write" in ablage && typeof ablage.write === "function")) throw new Error("no clipboard for pictures");
  return ablage.write([new ClipboardItem({ "image/png": pixel })]);
}

/**
 * Buttons that do something and say in words how it went.
 * @param {HTMLElement} ort
 * @param {[wort: string, tu: () => Promise<unknown> | void, danach: string][]} taten
 */
export function knoepfe(ort, taten) {
  const meldung = document.createElement("span");
  meldung.setAttribute("role", "status");
  for (const [wort, tu, danach] of taten) {
    const knopf = document.createElement("button");
    knopf.type = "button";
    knopf.className = "knopf";
    knopf.textContent = wort;
    knopf.addEventListener("click", async () => {
      try {
        await tu();
        meldung.textContent = danach;
      } catch {
        meldung.textContent = "Das hat dieser Browser nicht zugelassen. Der Weg über den Link daneben geht immer.";
      }
    });
    ort.append(knopf, " ");
  }
  ort.append(meldung);
}

/** @param {HTMLElement} kasten */
export function statteAus(kasten) {
  const svg = kasten.querySelector("a[href$='.svg']");
  const anker = kasten.querySelector("a[href^='#bild']");
  const code = kasten.querySelector("code");
  if (!(svg instanceof HTMLAnchorElement) || !(anker instanceof HTMLAnchorElement)) return;
  const zeile = document.createElement("li");
  svg.closest("ul")?.append(zeile);
  const name = svg.pathname.split("/").at(-1)?.replace(/svg$/, "png") ?? "bild.png";
  /** @type {Parameters<typeof knoepfe>[1]} */
  const taten = [["Bild als PNG", async () => gibHer(await alsPixel(svg.href), name), "Das Bild ist heruntergeladen."]];
  if ("ClipboardItem" in window && navigator.clipboard) {
    taten.push(["Bild kopieren", () => kopiereBild(alsPixel(svg.href)), "Das Bild ist in der Zwischenablage."]);
  }
  if (navigator.clipboard) {
    const kopiere = (/** @type {string} */ text) => navigator.clipboard.writeText(text);
    taten.push(["Link kopieren", () => kopiere(anker.href), "Der Link ist in der Zwischenablage."]);
    if (code)
      taten.push(["Code kopieren", () => kopiere(code.textContent ?? ""), "Der Code ist in der Zwischenablage."]);
  }
  knoepfe(zeile, taten);
}
