"""Lines over time with a point for every figure; gaps and breaks interrupt the line, nothing is bridged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from macros.diagramme.beschriftung import KLEIN, Bildpunkt, Kasten, auseinander, breite_von, umbrich
from macros.diagramme.gestalt import (
    LEISE,
    LINIE,
    PAPIER,
    TINTE,
    Marke,
    Mass,
    Schriftform,
    linien,
    schrift,
    senkrecht,
    spezifikation,
    verlauf,
    waagerecht,
)

_OBEN = 14.0
_FUSS = 26.0
_KOPFZEILE = 17.0
_ZEILE = 16.0
_LUFT = 1.05


@dataclass(frozen=True, slots=True)
class _Zeichenfeld:
    """The field that the lines lie in, in pixels; times and figures become places."""

    links: float
    rechts: float
    oben: float
    boden: float
    zeiten: tuple[int, int]
    werte: tuple[float, float]

    def x_von(self, zeit: float) -> float:
        """Where a day stands."""
        erster, letzter = self.zeiten
        return self.links + 6 + (zeit - erster) / max(letzter - erster, 1) * (self.rechts - self.links - 12)

    def y_von(self, wert: float) -> float:
        """Where a figure stands."""
        unten, oben = self.werte
        return self.boden - (wert - unten) / ((oben - unten) or 1) * (self.boden - self.oben)


def linie(
    daten: pd.DataFrame,
    mass: Mass,
    marken: Sequence[Marke] = (),
    bruch: int | None = None,
    bruch_text: str = "",
    achsentexte: Sequence[tuple[float, str]] = (),
) -> alt.LayerChart:
    """A line per `nummer` over `zeit`; columns zeit, zeit_kurz, reihe, nummer, wert, wert_text, beschreibung, stueck.

    `stueck` numbers the unbroken pieces of a line; `achsentexte` are the grid values with their words,
    the first and the last of them are the ends of the axis; `bruch` is the day the series breaks.
    Words of marks stand where no line runs; what finds no such place stands above the field, as a break's word does.
    """
    namen = _endnamen(daten, mass)
    links = max([breite_von(t, KLEIN) for _, t in achsentexte], default=0) + 8
    # Names stand at the edge of the picture: where the reader's face is wide, they would leave the page.
    laengster = max([breite_von(z) for n in namen["name"] for z in n.split("\n")], default=0)
    rechts = mass.breite - _LUFT * laengster - 14
    flaeche = max((210.0 if mass.schmal else 260.0) - _FUSS - _OBEN, float(namen["hoehe"].sum()) - _OBEN)
    feld = _Zeichenfeld(
        links, rechts, _OBEN, _OBEN + flaeche,
        (int(daten["zeit"].min()), int(daten["zeit"].max())), (achsentexte[0][0], achsentexte[-1][0]),
    )  # fmt: skip
    orte = _lege_marken(marken, feld, daten)
    kopf = [m for m, ort in zip(marken, orte, strict=True) if ort is None]
    tiefer = _KOPFZEILE * (len(kopf) + (bruch is not None))
    unten = _Zeichenfeld(links, rechts, _OBEN + tiefer, feld.boden + tiefer, feld.zeiten, feld.werte)
    hoehe = unten.boden + _FUSS
    y = senkrecht("y", hoehe)
    x = waagerecht("x", 0, mass.breite, 0, mass.breite)
    punkte = daten[daten["wert"].notna()].assign(
        x=lambda d: d["zeit"].map(unten.x_von), y=lambda d: d["wert"].map(unten.y_von)
    )
    gitter = pd.DataFrame([{"y": unten.y_von(w), "text": t} for w, t in achsentexte])
    mitten = auseinander([unten.y_von(w) for w in namen["wert"]], namen["hoehe"].to_list(), tiefer, unten.boden + _OBEN)
    ebenen = [
        linien(gitter, LINIE, x=links, x2=rechts, y=y),
        schrift(gitter, "text", links - 6, y, align="right", fontSize=KLEIN, color=LEISE),
        schrift(
            _zeitnamen(daten, feld, mass.breite), "zeit_kurz", x, hoehe - 8,
            align="center", fontSize=KLEIN, color=LEISE,
        ),
        *([] if bruch is None else _bruch(bruch, bruch_text, unten, y, tiefer - _KOPFZEILE + 8)),
        *(
            linien(pd.DataFrame([{"y": unten.y_von(m.wert)}]), m.farbe, x=links, x2=rechts, y=y, dicke=1.5, strich=m.strich)
            for m in marken
        ),
        *verlauf(punkte, x, y, sorted(daten["nummer"].unique()), dicke=2.5, groesse=64, rand=1),
        schrift(
            namen.assign(y=[m - h / 2 for m, h in zip(mitten, namen["hoehe"], strict=True)]), "name",
            rechts + 4, y, color=TINTE, baseline="top", lineHeight=_ZEILE,
        ),
        *_worte(marken, orte, kopf, y, links, tiefer),
    ]  # fmt: skip
    return spezifikation(ebenen, mass.breite, hoehe)


def _worte(
    marken: Sequence[Marke], orte: Sequence[Kasten | None], kopf: Sequence[Marke], y: alt.Y, links: float, tiefer: float
) -> list[alt.Chart]:
    """The words of marks: at their lines, or above the field behind a sample of the line."""
    ebenen = []
    for m, ort in zip(marken, orte, strict=True):
        if ort is not None:
            mitte = pd.DataFrame([{"y": (ort.oben + ort.unten) / 2 + tiefer, "text": m.text}])
            form: Schriftform = {"fontSize": KLEIN, "color": m.farbe, "stroke": PAPIER, "strokeWidth": 4}
            ebenen.append(schrift(mitte, "text", ort.links, y, **form))
    for zeile, m in enumerate(kopf):
        ort_oben = pd.DataFrame([{"y": 8 + zeile * _KOPFZEILE, "text": m.text}])
        ebenen.append(linien(ort_oben, m.farbe, x=links, x2=links + 28, y=y, dicke=1.5, strich=m.strich))
        ebenen.append(schrift(ort_oben, "text", links + 34, y, fontSize=KLEIN, color=m.farbe))
    return ebenen


def _bruch(tag: int, text: str, feld: _Zeichenfeld, y: alt.Y, oben: float) -> list[alt.Chart]:
    """The line where a series breaks, with its words above the field, on the side that has room."""
    ort = feld.x_von(tag)
    nach_rechts = ort + 5 + breite_von(text, KLEIN) <= feld.rechts
    strich = pd.DataFrame([{"text": text, "y": oben - 6, "y2": feld.boden}])
    form: Schriftform = {"dy": 6, "fontSize": KLEIN, "color": LEISE}
    if nach_rechts:
        form["dx"] = 5
    else:
        form.update({"align": "right", "dx": -5})
    return [
        linien(strich, LEISE, x=ort, y=y, y2="y2:Q", strich=[4, 3]),
        schrift(strich, "text", ort, y, **form),
    ]


def _lege_marken(marken: Sequence[Marke], feld: _Zeichenfeld, daten: pd.DataFrame) -> list[Kasten | None]:
    """Where the words of each mark stand free of every line, point and other words; None where there is no such place."""
    wege = _wege(daten, feld)
    hoehen = [feld.y_von(m.wert) for m in marken]
    gelegt: list[Kasten | None] = []
    for stelle, m in enumerate(marken):
        weite = breite_von(m.text, KLEIN)
        andere = [y for n, y in enumerate(hoehen) if n != stelle]
        gelegt.append(
            next((k for k in _plaetze(hoehen[stelle], weite, feld) if _ist_frei(k, wege, andere, gelegt)), None)
        )
    return gelegt


def _plaetze(hoehe: float, weite: float, feld: _Zeichenfeld) -> list[Kasten]:
    """Places for the words of a mark, the best first: above its line from left to right, then below it."""
    anfaenge = [feld.links + 6 + n * (feld.rechts - feld.links - 12 - weite) / 8 for n in range(9)]
    return [
        Kasten(x, mitte - 8, x + weite, mitte + 7)
        for mitte in (hoehe - 9, hoehe + 10)
        for x in anfaenge
        if feld.oben - _OBEN <= mitte - 8 and mitte + 7 <= feld.boden and feld.links <= x
    ]


def _ist_frei(
    k: Kasten, wege: Sequence[Sequence[Bildpunkt]], andere: Sequence[float], gelegt: Sequence[Kasten | None]
) -> bool:
    rand = Kasten(k.links - 5, k.oben - 4, k.rechts + 5, k.unten + 4)
    return not (
        any(rand.trifft(weg) for weg in wege)
        or any(k.oben <= y <= k.unten for y in andere)
        or any(g is not None and g.ueberlappt(k) for g in gelegt)
    )


def _wege(daten: pd.DataFrame, feld: _Zeichenfeld) -> list[list[Bildpunkt]]:
    """The unbroken pieces of all lines, in pixels."""
    mit_wert = daten[daten["wert"].notna()].sort_values("zeit")
    return [
        [(feld.x_von(z), feld.y_von(w)) for z, w in zip(stueck["zeit"], stueck["wert"], strict=True)]
        for _, stueck in mit_wert.groupby(["nummer", "stueck"])
    ]


def _endnamen(daten: pd.DataFrame, mass: Mass) -> pd.DataFrame:
    """What stands at the end of each line: its newest figure and its name, in lines where it is long."""
    letzte = daten[daten["wert"].notna()].sort_values("zeit").groupby("nummer", sort=True).tail(1)
    letzte = letzte.sort_values("nummer")
    hoechstens = mass.breite * (0.32 if mass.schmal else 0.3)
    namen = []
    for text, name in zip(letzte["wert_text"], letzte["reihe"], strict=True):
        in_einer = f"{text} {name}".strip()
        passt = breite_von(in_einer) <= hoechstens
        namen.append(in_einer if passt else "\n".join([text, *umbrich(name, hoechstens)]))
    hoehen = [len(n.split("\n")) * _ZEILE + 1 for n in namen]
    return pd.DataFrame({"name": namen, "wert": letzte["wert"].to_list(), "hoehe": hoehen})


def _zeitnamen(daten: pd.DataFrame, feld: _Zeichenfeld, breite: float) -> pd.DataFrame:
    """Middle and name of the Stichtage below the axis, within the picture; some go where they would touch."""
    zeiten = daten.drop_duplicates("zeit").sort_values("zeit", ascending=False)
    gewaehlt = []
    grenze = float(breite)
    for zeit, text in zip(zeiten["zeit"], zeiten["zeit_kurz"], strict=True):
        halb = breite_von(text, KLEIN) / 2
        ort = min(max(feld.x_von(zeit), halb), breite - halb)
        if ort + halb <= grenze:
            gewaehlt.append({"x": ort, "zeit_kurz": text})
            grenze = ort - halb - 8
    return pd.DataFrame(gewaehlt)
