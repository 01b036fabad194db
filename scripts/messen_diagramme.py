"""Measures charts: drawing cold and cached; bytes, paint and blocking time of a page without, with 1 and with 10.

The same page carries the same charts the usual way (one specification each, drawn by vega-embed) for comparison.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from macros.ausgabe.diagramm.aufbau import Diagramm, diagramm
from macros.ausgabe.diagramm.bilddaten import vorbereitet
from macros.ausgabe.diagramm.familien import familien
from macros.ausgabe.seiten.skripte import skript
from macros.ausgabe.umgebung import UMGEBUNG
from macros.diagramme.gestalt import BREIT
from macros.pruefung import pruefe_ordner
from macros.sichten.indikator_bild import Bild, bilder
from macros.sichten.reihen import reihe
from scripts.browser import CHROMIUM, SCHALTER, gebremst

WURZEL = Path(__file__).resolve().parent.parent
SKRIPTE = ("diagramm.js", "diagramm-lebendig.js")
EINSTIEG = "window.vegaEmbed = vegaEmbed;"


def lade_bilder(daten: Path, anzahl: int) -> list[Bild]:
    """`anzahl` pictures of a data folder; the same again where it has fewer."""
    plan, _ = pruefe_ordner(daten, date(2026, 6, 30))
    if plan is None:
        raise SystemExit(f"{daten}: keine Daten")
    alle = [b for kennung in plan.indikatoren for b in bilder(reihe(plan, kennung))]
    return list(islice(cycle(alle), anzahl))


def zeichne_alle(liste: list[Bild], ablage: Path) -> tuple[float, list[Diagramm]]:
    """Seconds and figures."""
    beginn = time.perf_counter()
    fertig = [diagramm(b, f"bild-{n}", ablage) for n, b in enumerate(liste)]
    return time.perf_counter() - beginn, fertig


def html(figuren: list[Diagramm]) -> str:
    """The figures as a page carries them."""
    vorlage = UMGEBUNG.get_template("bausteine/monitoring_diagramm.html")
    return "\n".join(vorlage.render(d=d) for d in figuren)


def wie_ueblich(liste: list[Bild]) -> str:
    """The same charts the default way: specifications in the page, drawn by the browser."""
    teile = []
    for n, b in enumerate(liste):
        familie = familien()[b.familie]
        spezifikation = json.dumps(familie.chart(vorbereitet(b, familie), BREIT).to_dict(validate=False))
        teile.append(f'<div id="v{n}"></div><script>vegaEmbed("#v{n}", {spezifikation})</script>')
    return '<script src="/vega.js"></script>' + "\n".join(teile)


def gepackt(inhalt: str | bytes) -> int:
    """Bytes as transferred."""
    return len(gzip.compress(inhalt if isinstance(inhalt, bytes) else inhalt.encode(), 9))


class _Gepackt(SimpleHTTPRequestHandler):
    """Serves a folder gzipped, as a real server does."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        pfad = Path(self.translate_path(self.path))
        pfad = pfad / "index.html" if pfad.is_dir() else pfad
        if not pfad.is_file():
            self.send_error(404)
            return
        inhalt = gzip.compress(pfad.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(pfad)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(inhalt)))
        self.end_headers()
        self.wfile.write(inhalt)


@contextmanager
def ausgeliefert(ordner: Path) -> Iterator[str]:
    """Address under which a folder is served while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *w: _Gepackt(*w, directory=str(ordner)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


_BEOBACHTE = """
window.gemessen = {lcp: 0, lang: 0};
new PerformanceObserver((l) => { for (const e of l.getEntries()) gemessen.lcp = e.startTime; })
  .observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver((l) => { for (const e of l.getEntries()) gemessen.lang += Math.max(0, e.duration - 50); })
  .observe({type: "longtask", buffered: true});
"""


def messe_seite(browser: Any, adresse: str) -> tuple[float, float, int]:
    """(Largest Contentful Paint in ms, blocking time in ms, bytes transferred) with a CPU slowed down four times."""
    with gebremst(browser, 412, 823, _BEOBACHTE) as g:
        g.seite.goto(adresse, wait_until="load")
        g.seite.wait_for_timeout(1500)
        werte = g.seite.evaluate("window.gemessen")
        return werte["lcp"], werte["lang"], sum(g.menge)


def messe_im_browser(site: Path, seite: str, liste: list[Bild], figuren: list[Diagramm], laeufe: int) -> None:
    """Prints medians for the page without, with 1 and with 10 charts, in turn with the usual way."""
    import vl_convert
    from playwright.sync_api import sync_playwright

    grund = (site / seite / "index.html").read_text(encoding="utf-8")
    anfang, rest = grund.split('<div class="diagramme">', 1)
    ende = rest.split("</script>", 1)[1]
    eigenes = '<script type="module" src="/assets/js/diagramm.js"></script>'
    fassungen = {"ohne": f"{anfang}{ende}"}
    for n in (1, 10):
        fassungen[f"{n} eigene"] = f'{anfang}<div class="diagramme">{html(figuren[:n])}</div>{eigenes}{ende}'
        fassungen[f"{n} wie üblich"] = f"{anfang}{wie_ueblich(liste[:n])}{ende}"
    (site / "vega.js").write_text(vl_convert.javascript_bundle(EINSTIEG), encoding="utf-8")
    for name, text in fassungen.items():
        ort = site / seite.rstrip("/").rsplit("/", 1)[0] / f"messung-{name.replace(' ', '-')}"
        ort.mkdir(exist_ok=True)
        (ort / "index.html").write_text(text, encoding="utf-8")
    ergebnis: dict[str, list[tuple[float, float, int]]] = {name: [] for name in fassungen}
    with ausgeliefert(site) as adresse, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
        for _ in range(laeufe):
            for name in fassungen:
                ziel = f"{adresse}/{seite.rstrip('/').rsplit('/', 1)[0]}/messung-{name.replace(' ', '-')}/"
                ergebnis[name].append(messe_seite(browser, ziel))
        browser.close()
    for name, werte in ergebnis.items():
        lcp, lang, menge = (statistics.median(spalte) for spalte in zip(*werte, strict=True))
        print(f"{name:>14}: LCP {lcp:5.0f} ms, blockiert {lang:5.0f} ms, übertragen {menge / 1000:6.1f} kB")


def main(argumente: list[str] | None = None) -> int:
    """Prints a table; always 0."""
    parser = argparse.ArgumentParser(prog="python -m scripts.messen_diagramme", description="Misst die Diagramme.")
    parser.add_argument("--daten", type=Path, default=WURZEL / "tests/beispiele/musterstadt")
    parser.add_argument("--anzahl", type=int, default=30, help="so viele Diagramme aus der Ablage")
    parser.add_argument("--site", type=Path, help="gebaute Website; misst auch im Browser und legt Seiten darin an")
    parser.add_argument("--seite", help="Seite mit Diagramm in der Website, zum Beispiel monitoring/bevoelkerung/")
    parser.add_argument("--laeufe", type=int, default=5)
    wahl = parser.parse_args(argumente)
    liste = lade_bilder(wahl.daten, wahl.anzahl)
    verschieden = list({(b.reihe.indikator.id, b.kennung): b for b in liste}.values())
    with tempfile.TemporaryDirectory() as ordner:
        kalt, _ = zeichne_alle(verschieden, Path(ordner))
        warm, figuren = zeichne_alle(liste, Path(ordner))
    print(f"gezeichnet: {len(verschieden)} verschiedene kalt {kalt:.2f} s, {len(liste)} aus der Ablage {warm:.2f} s")
    for name in SKRIPTE:
        print(f"{name}: {gepackt(skript((WURZEL / 'docs/assets/js' / name).read_text('utf-8')))} B gepackt")
    for n in (1, 10):
        print(f"{n:2} Diagramme: {gepackt(html(figuren[:n]))} B gepackt")
    if wahl.site and wahl.seite:
        messe_im_browser(wahl.site, wahl.seite, liste, figuren, wahl.laeufe)
    return 0


if __name__ == "__main__":
    sys.exit(main())
