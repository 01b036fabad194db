"""How a table of a Word file looks: its properties, and widths of columns that hold their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from macros.ausgabe.druck.satz.knoten import Knoten
from macros.ausgabe.druck.word.form import e, text_von, twips

_MILLIMETER_JE_GEVIERT = 9 * 0.3528
_RAND_MM = 3.4
_SCHMAL, _WEIT = frozenset("fijlrtI.,:;!()*-/'|[] "), frozenset("mwMW%@")


def tabellenform(tabelle: Knoten, breiten: Sequence[int], platz: float) -> Any:
    """Properties of a table: its style, its width, which of its rows and columns are heads, its title."""
    ganz = abs(sum(breiten) - twips(platz)) < 20
    kopf, spalte = bool(tabelle["kopf"]), any(z["c"][0]["th"] for z in tabelle["zeilen"])
    koepfe = {"firstRow": int(kopf), "lastRow": 0, "firstColumn": int(spalte), "lastColumn": 0}
    eigenschaften = e(
        "tblPr",
        e("tblStyle", val="Berichtstabelle"),
        e("tblW", w=5000, type="pct") if ganz else e("tblW", w=sum(breiten), type="dxa"),
        e("tblLook", val=f"{0x0600 + 0x0020 * kopf + 0x0080 * spalte:04X}", **koepfe, noHBand=1, noVBand=1),
    )
    if titel := text_von(tabelle["titel"]).strip():
        eigenschaften.append(e("tblCaption", val=titel))
    return eigenschaften


def spaltenbreiten(tabelle: Knoten, platz: float) -> list[int]:
    """Widths of columns in twentieths of a point: as the table names them, but none narrower than its words."""
    namen: list[str] = tabelle["breiten"]
    worte, ganze = [0.0] * len(namen), [0.0] * len(namen)
    for stelle, text, fett in _spaltentexte(tabelle):
        ganze[stelle] = max(ganze[stelle], _weite(text, fett))
        for wort in text.replace("-", "- ").replace("/", "/ ").split():
            worte[stelle] = max(worte[stelle], min(_weite(wort, fett), platz / 3))
    if all(name == "auto" for name in namen) and sum(ganze) <= platz:
        return [twips(b) for b in ganze]
    feste = [float(name[:-2]) if name.endswith("mm") else 0.0 for name in namen]
    anteile = [float(name[:-2]) if name.endswith("fr") else 0.0 for name in namen]
    anteile = [g if name == "auto" else a for name, a, g in zip(namen, anteile, ganze, strict=True)]
    rest = max(platz - sum(feste), 0.0)
    gewuenscht = [f or rest * a / (sum(anteile) or 1) for f, a in zip(feste, anteile, strict=True)]
    breiten = [max(b, w) for b, w in zip(gewuenscht, worte, strict=True)]
    # What narrow columns need beyond their share, wide ones give.
    ueber, luft = sum(breiten) - platz, [b - w for b, w in zip(breiten, worte, strict=True)]
    if ueber > 0 and sum(luft) > 0:
        breiten = [b - min(ueber, sum(luft)) * x / sum(luft) for b, x in zip(breiten, luft, strict=True)]
    return [twips(b * platz / sum(breiten)) for b in breiten]


def _weite(text: str, fett: bool) -> float:
    """About how many millimetres a text takes on one line of a cell, with the cell's margins."""
    geviert = sum(0.34 if z in _SCHMAL else 0.9 if z in _WEIT else 0.72 if z.isupper() else 0.56 for z in text)
    return geviert * _MILLIMETER_JE_GEVIERT * (1.07 if fett else 1.0) + _RAND_MM


def _spaltentexte(tabelle: Knoten) -> Iterator[tuple[int, str, bool]]:
    """(column, text, bold) of every cell that spans one column."""
    for zeile in [*tabelle["kopf"], *tabelle["zeilen"]]:
        stelle = 0
        for z in zeile["c"]:
            if z["cs"] == 1:
                yield stelle, text_von(z["c"]), z["th"]
            stelle += z["cs"]
