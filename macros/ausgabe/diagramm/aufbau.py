"""A picture of an indicator -> what a page shows: two SVGs (wide and narrow), legend, patterns and text alternative."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
from markupsafe import Markup

from macros.ausgabe.diagramm.svg import muster, schluesselbild, veredle
from macros.ausgabe.diagramm.text import bildtext, wert_text
from macros.ausgabe.diagramm.zeichnen import zeichne
from macros.ausgabe.worte.einheiten import mit_einheit
from macros.ausgabe.worte.sprechen import genau, kurzform
from macros.diagramme.balken import balken
from macros.diagramme.gestalt import BREIT, MOST_REIHEN, SCHMAL, Mass, flaeche, strichfarbe, urteil
from macros.diagramme.hantel import hantel
from macros.diagramme.kacheln import funke, kacheln
from macros.diagramme.linie import Marke, linie
from macros.diagramme.stapel import gestapelt, likert
from macros.modell.auswahlen import Familie, Periodizitaet, Zeichen
from macros.sichten.indikator_bild import Bild

_OHNE_ZAHL = {
    Zeichen.UNBEKANNT: "unbekannt oder geheim",
    Zeichen.KEINE_ANGABE: "folgt später",
    Zeichen.GESPERRT: "nicht sinnvoll",
    Zeichen.UNSICHER: "nicht sicher genug",
}
_LUECKE_TAGE = 550


@dataclass(frozen=True, slots=True)
class Schluessel:
    """One entry of a legend."""

    bild: Markup
    text: str


@dataclass(frozen=True, slots=True)
class Diagramm:
    """One figure, ready for a template; `nur_schmal` says that the wide picture carries the names itself."""

    kennung: str
    titel: str
    text: str
    breit: Markup
    schmal: Markup
    vorrat: Markup
    legende: tuple[Schluessel, ...]
    nur_schmal: bool


def diagramm(bild: Bild, kennung: str, ablage: Path | None = None) -> Diagramm:
    """The figure of a picture; `kennung` is the id that all its ids begin with, unique on the page."""
    fertiges = vorbereitet(bild)
    achse = _achse(fertiges) if bild.familie is Familie.LINIE else []
    namen = f"{kennung}-titel {kennung}-text"
    svgs = {
        mass.schmal: veredle(
            zeichne(_inhalt(fertiges, mass, achse), partial(als_chart, fertiges, mass, achse), ablage),
            kennung,
            "d-schmal" if mass.schmal else "d-breit",
            namen,
            mit_titeln=not mass.schmal,
        )
        for mass in (BREIT, SCHMAL)
    }
    nummern = sorted(set(fertiges.daten["nummer"]))
    ist_likert = bild.familie is Familie.LIKERT
    flaechig = bild.familie in (Familie.BALKEN, Familie.GESTAPELT)
    return Diagramm(
        kennung,
        bild.titel,
        bildtext(fertiges, achse[0] if achse else 0.0),
        svgs[False],
        svgs[True],
        muster(kennung, nummern if flaechig else (), nummern if ist_likert else ()),
        tuple(_legende(fertiges, kennung)),
        bild.familie is Familie.LINIE and all(len(name) <= 18 for name in bild.reihen),
    )


def vorbereitet(bild: Bild) -> Bild:
    """The picture with what a chart needs besides: nummer, lage, wert_text, beschreibung, stueck; a true zero is 0."""
    d = bild.daten.copy()
    d.loc[d["zeichen"] == Zeichen.NICHTS.value, "wert"] = 0.0
    nummer = {name: n % MOST_REIHEN + 1 for n, name in enumerate(bild.reihen)}
    if bild.familie is Familie.LIKERT:
        nummer = _urteile(bild)
    lage = {**dict.fromkeys(bild.mitte, 0), **dict.fromkeys(bild.ablehnung, -1)}
    d["nummer"] = d["reihe"].map(nummer)
    d["lage"] = d["reihe"].map(lambda name: lage.get(name, 1))
    d["wert_text"] = [_kurz(bild, w, z) for w, z in zip(d["wert"], d["zeichen"], strict=True)]
    d["beschreibung"] = [_beschreibung(bild, zeile) for zeile in d.to_dict("records")]
    d["stueck"] = _stuecke(bild, d)
    tage = {(s.ende.month, s.ende.day) for s in bild.zeiten}
    d["zeit_kurz"] = (
        d["zeit_text"].str[-4:]
        if len(tage) == 1 and len(bild.zeiten) > 1 and "/" not in "".join(d["zeit_text"])
        else d["zeit_text"]
    )
    return replace(bild, daten=d)


def _urteile(bild: Bild) -> dict[str, int]:
    """Answer -> 1 (full agreement) to 5 (full disagreement), by its place in the scale."""
    ja = [a for a in bild.reihen if a not in bild.mitte and a not in bild.ablehnung]
    nein = [a for a in bild.reihen if a in bild.ablehnung]
    return {
        **{a: 1 if n == 0 else 2 for n, a in enumerate(ja)},
        **dict.fromkeys(bild.mitte, 3),
        **{a: 5 if n == len(nein) - 1 else 4 for n, a in enumerate(nein)},
    }


def _kurz(bild: Bild, wert: float, zeichen: str) -> str:
    if pd.isna(wert):
        return _OHNE_ZAHL.get(Zeichen(zeichen), "keine Zahl") if zeichen else "keine Zahl"
    return kurzform(wert, bild.einheit, bild.stellen)


def _beschreibung(bild: Bild, zeile: Mapping[Hashable, Any]) -> str:
    """What a mark says when it is pointed at: „ausländisch, 31.12.2021: 3.280 Personen“."""
    zeit = str(zeile["zeit_text"])
    zeigt_zeit = len(bild.zeiten) > 1 and zeit not in (zeile["achse"], zeile["reihe"])
    namen = list(dict.fromkeys([str(zeile["achse"]), str(zeile["reihe"]), zeit if zeigt_zeit else ""]))
    wert = zeile["wert"]
    text = wert_text(bild, wert) if not math.isnan(wert) else str(zeile["wert_text"])
    anzahl = zeile["anzahl"]
    if isinstance(anzahl, float) and not math.isnan(anzahl):
        text += f" ({mit_einheit(anzahl, bild.reihe.indikator.einheit, bild.reihe.indikator.nachkommastellen)})"
    return f"{', '.join(n for n in namen if n) or bild.reihe.indikator.name}: {text}"


def _stuecke(bild: Bild, daten: pd.DataFrame) -> list[str]:
    """Numbers the unbroken pieces of each line: a missing figure, a missing year or a break ends a piece."""
    jaehrlich = bild.reihe.indikator.periodizitaet in (Periodizitaet.JAEHRLICH, Periodizitaet.SCHULJAHR)
    bruch = bild.reihe.indikator.bruch
    grenze = bruch.ab.ende.toordinal() if bruch else None
    zeiten = [s.ende.toordinal() for s in bild.zeiten]
    stuecke: dict[int, str] = {}
    for stelle, (_, gruppe) in enumerate(daten.groupby(["achse", "reihe"], sort=False)):
        nummer, davor = 0, None
        for index, zeile in gruppe.sort_values("zeit").iterrows():
            if pd.isna(zeile["wert"]):
                nummer, davor = nummer + 1, None
            else:
                zeit = int(zeile["zeit"])
                if davor is not None and (
                    any(davor < z < zeit for z in zeiten)
                    or (jaehrlich and zeit - davor > _LUECKE_TAGE)
                    or (grenze is not None and davor < grenze <= zeit)
                ):
                    nummer += 1
                davor = zeit
            stuecke[int(str(index))] = f"{stelle}.{nummer}"
    return [stuecke[int(str(index))] for index in daten.index]


def _inhalt(bild: Bild, mass: Mass, achse: list[float]) -> str:
    """Everything that a chart depends on besides the code that draws it."""
    return repr((bild.familie, mass, achse, _marken(bild), _bruch(bild), bild.daten.to_dict("split")))


def _bruch(bild: Bild) -> int | None:
    """Day number from which a picture shows a break, or None."""
    bruch = bild.reihe.indikator.bruch
    zeigt = bruch is not None and any(bild.reihe.vor_bruch(s) for s in bild.zeiten)
    return bruch.ab.ende.toordinal() if bruch and zeigt else None


def als_chart(bild: Bild, mass: Mass, achse: list[float]) -> alt.LayerChart:
    """The chart of a prepared picture; `achse` are the grid values of a line."""
    d = bild.daten
    match bild.familie:
        case Familie.LINIE:
            texte = [(wert, _achsentext(bild, wert, achse)) for wert in achse]
            return linie(d, mass, _marken(bild), _bruch(bild), "neu gezählt", texte)
        case Familie.KACHELN:
            return kacheln(d, mass)
        case Familie.GESTAPELT:
            return gestapelt(d, mass)
        case Familie.LIKERT:
            return likert(d, mass)
        case Familie.HANTEL:
            return hantel(d, mass)
        case _:
            return balken(d, mass)


def _marken(bild: Bild) -> list[Marke]:
    i = bild.reihe.indikator
    if not bild.mit_ziel:
        return []
    marken = [Marke(v.wert, f"{v.gebiet}: {genau(i, v.wert)}", False) for v in i.vergleich]
    if i.zielwert:
        marken.insert(0, Marke(i.zielwert.wert, f"Ziel {i.zielwert.jahr}: {genau(i, i.zielwert.wert)}", True))
    return marken


def _achse(bild: Bild) -> list[float]:
    """Round grid values around all figures and marks; from zero unless all lie close together far above it."""
    werte = [*bild.daten["wert"].dropna(), *(m.wert for m in _marken(bild))]
    tief, hoch = min(werte), max(werte)
    if tief < 0.6 * hoch or hoch == 0:
        tief = 0.0
    spanne = (hoch - tief) or abs(hoch) or 1.0
    grob = spanne / 4
    zehner = 10 ** math.floor(math.log10(grob))
    schritt = next(f * zehner for f in (1, 2, 2.5, 5, 10) if f * zehner >= grob)
    if bild.stellen == 0:
        schritt = max(1.0, float(math.ceil(schritt)))
    unten = math.floor(tief / schritt + 1e-9) * schritt
    anzahl = math.ceil((hoch - unten) / schritt - 1e-9) or 1
    return [unten + n * schritt for n in range(anzahl + 1)]


def _achsentext(bild: Bild, wert: float, achse: list[float]) -> str:
    stellen = 0 if all(abs(w - round(w)) < 1e-9 for w in achse) else max(1, bild.stellen)
    return kurzform(wert, bild.einheit, stellen)


def _legende(bild: Bild, kennung: str) -> list[Schluessel]:
    """Entries in the order of the picture; none where there is only one series."""
    if len(bild.reihen) < 2:
        return []
    nummer = dict(zip(bild.daten["reihe"], bild.daten["nummer"], strict=True))
    marke = {Familie.LIKERT: urteil, Familie.BALKEN: flaeche, Familie.GESTAPELT: flaeche}.get(bild.familie, strichfarbe)
    offen = bild.familie is Familie.HANTEL
    return [Schluessel(schluesselbild(marke(int(nummer[name])), kennung, offen), name) for name in bild.reihen]


def funkenlinie(bild: Bild, kennung: str, ablage: Path | None = None) -> Markup:
    """The tiny line of an overview, hidden from screen readers: the sentence beside it says the same."""
    daten = vorbereitet(bild).daten
    inhalt = repr(("funke", daten.to_dict("split")))
    return veredle(zeichne(inhalt, partial(funke, daten), ablage), kennung, "d-funke", "")
