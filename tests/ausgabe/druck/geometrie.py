"""Where everything stands on the pages of a PDF: what is painted, and which words leave their area or lie on others."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from ausgabe.druck.conftest import Seite, seiten

MM = 72 / 25.4
Kasten = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
EINS: Matrix = (1, 0, 0, 1, 0, 0)
SPIEL = 3.0


def mal(a: Matrix, b: Matrix) -> Matrix:
    """First a, then b."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def kasten(punkte: list[tuple[float, float]], m: Matrix) -> Kasten:
    x = [m[0] * a + m[2] * b + m[4] for a, b in punkte]
    y = [m[1] * a + m[3] * b + m[5] for a, b in punkte]
    return min(x), min(y), max(x), max(y)


def gemalt(inhalt: Any, mittel: Any, m: Matrix = EINS) -> Iterator[Kasten]:
    """The boxes of all paths and pictures that a stream of a page paints, those in forms within it too."""
    stapel: list[Matrix] = []
    punkte: list[tuple[float, float]] = []
    for operanden, zeichen in pikepdf.parse_content_stream(inhalt):
        tun = str(zeichen)
        match tun:
            case "q":
                stapel.append(m)
            case "Q":
                m = stapel.pop()
            case "cm":
                a, b, c, d, e, f = (float(o) for o in operanden)
                m = mal((a, b, c, d, e, f), m)
            case "re":
                x, y, breit, hoch = (float(o) for o in operanden)
                punkte += [(x, y), (x + breit, y + hoch)]
            case "m" | "l" | "c" | "v" | "y":
                z = [float(o) for o in operanden]
                punkte.append((z[-2], z[-1]))
            case "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "S" | "s" | "n":
                if punkte and tun != "n":
                    yield kasten(punkte, m)
                punkte = []
            case "Do":
                ding = mittel.XObject[str(operanden[0])]
                if ding.Subtype == "/Form":
                    eigene = [float(o) for o in ding.get("/Matrix", EINS)]
                    innen = mal((eigene[0], eigene[1], eigene[2], eigene[3], eigene[4], eigene[5]), m)
                    yield from gemalt(ding, ding.get("/Resources", mittel), innen)
                else:
                    yield kasten([(0, 0), (1, 1)], m)


def satzspiegel(breite: float, hoehe: float) -> Kasten:
    """Left, top, right, bottom of the type area of a page, in points from its upper left corner."""
    if breite > hoehe:
        return 20 * MM, 24 * MM, breite - 20 * MM, hoehe - 20 * MM
    return 25 * MM, 27 * MM, breite - 25 * MM, hoehe - 25 * MM


def bilder_ausserhalb(datei: Path) -> list[str]:
    """What is painted beyond the type area, but for the line under the running head; by page, in points from above."""
    gefunden = []
    with pikepdf.open(datei) as pdf:
        for nummer, s in enumerate(pdf.pages, 1):
            breite, hoehe = (float(z) for z in s.mediabox[2:])
            links, oben, rechts, unten = satzspiegel(breite, hoehe)
            for x0, y0, x1, y1 in gemalt(s, s.get("/Resources")):
                von, bis = hoehe - y1, hoehe - y0
                kopflinie = bis - von < 1 and von < oben
                drin = x0 > links - SPIEL and x1 < rechts + SPIEL and von > oben - SPIEL and bis < unten + SPIEL
                if not drin and not (kopflinie and x0 > links - SPIEL and x1 < rechts + SPIEL):
                    gefunden.append(f"{nummer}: {x0:.0f}–{x1:.0f}, {von:.0f}–{bis:.0f}")
    return gefunden


def worte_ausserhalb(datei: Path) -> list[str]:
    """Words that stand neither in the type area nor in the room of the running head or foot."""
    return [f"{n}: {w}" for n, s in enumerate(seiten(datei), 1) for w in _ausserhalb(s)]


def _ausserhalb(s: Seite) -> Iterator[str]:
    links, oben, rechts, unten = satzspiegel(s.breite, s.hoehe)
    for w in s.worte:
        im_spiegel = w.oben > oben - 2 * SPIEL and w.unten < unten + 2 * SPIEL
        im_kopf = w.oben > 8 * MM and w.unten < oben - 3 * SPIEL / 2
        im_fuss = w.oben > unten + 3 * SPIEL / 2 and w.unten < s.hoehe - 8 * MM
        if w.links < links - SPIEL or w.rechts > rechts + SPIEL or not (im_spiegel or im_kopf or im_fuss):
            yield f"{w.text} ({w.links:.0f}–{w.rechts:.0f}, {w.oben:.0f}–{w.unten:.0f})"


def uebereinander(datei: Path) -> list[str]:
    """Pairs of words that cover each other anywhere on a page, not only in one line."""
    treffer = []
    for nummer, s in enumerate(seiten(datei), 1):
        raster: dict[int, list[int]] = {}
        for i, w in enumerate(s.worte):
            if not w.text.strip("·.…• ") or w.rechts - w.links < 1:
                continue
            mitte = (w.oben + w.unten) / 2
            for j in {j for zelle in (-1, 0, 1) for j in raster.get(math.floor(mitte / 10) + zelle, ())}:
                v = s.worte[j]
                breit = min(w.rechts, v.rechts) - max(w.links, v.links)
                hoch = min(w.unten, v.unten) - max(w.oben, v.oben)
                if breit > 1.5 and hoch > 0.6 * min(w.unten - w.oben, v.unten - v.oben):
                    treffer.append(f"{nummer}: {v.text} | {w.text}")
            raster.setdefault(math.floor(mitte / 10), []).append(i)
    return treffer
