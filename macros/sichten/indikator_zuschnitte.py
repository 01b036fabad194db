"""The figures of an indicator cut to size for a chart family: one function per Zuschnitt, each gives one picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from macros.deutsch.saetze import aufzaehlung
from macros.modell.auswahlen import Familie
from macros.modell.einheit import Einheit
from macros.modell.indikator import Dimension
from macros.modell.stichtag import Stichtag
from macros.sichten.bild import Bild, Bildzeile, bild_aus
from macros.sichten.indikator_paare import nach_darstellung, neuester_vollstaendiger
from macros.sichten.indikator_zustimmung import Skala, antwortbilder
from macros.sichten.reihen import Reihe, gesamtwert, gruppenname

TREND_AB = 3


def stand(reihe: Reihe, familie: Familie) -> Bild:
    """The newest figure of every group; where there are no groups, the figure of every Stichtag."""
    if reihe.dimensionen:
        return _je_gruppe(reihe, familie, reihe.zeiten[-1])
    zeilen = [Bildzeile.aus(k, k.stichtag.bezeichnung, "") for k in reihe.kennzahlen]
    return bild_aus(reihe, "verlauf", familie, "", zeilen)


def paare(reihe: Reihe, familie: Familie) -> Bild | None:
    """Every value at the axis with its two figures, at the newest Stichtag that has both; None where they are no pairs."""
    dimensionen = nach_darstellung(reihe)
    if len(dimensionen) != 2:
        return None
    bild = _je_gruppe(reihe, familie, neuester_vollstaendiger(reihe, dimensionen[-1]))
    return bild if len(bild.reihen) <= 2 else None


def _je_gruppe(reihe: Reihe, familie: Familie, stichtag: Stichtag) -> Bild:
    """Figures of a Stichtag; with two Stichtage the older ones beside them where there is one dimension."""
    dimensionen = nach_darstellung(reihe)
    zeiten = reihe.zeiten if len(dimensionen) == 1 and len(reihe.zeiten) < TREND_AB else (stichtag,)
    zeilen = []
    for gruppe in reihe.gruppen:
        werte = [gruppe[d.id] for d in dimensionen]
        gesamt = any(gruppe[d.id] == gesamtwert(d) for d in dimensionen)
        for s in zeiten:
            if k := reihe.am(s, gruppe):
                zweite = ", ".join(werte[1:]) if len(werte) > 1 else (s.bezeichnung if len(zeiten) > 1 else "")
                zeilen.append(Bildzeile.aus(k, werte[0], zweite, gesamt))
    return bild_aus(reihe, "stand", familie, f"{_je(reihe, dimensionen)}, {stichtag.bezeichnung}", zeilen)


def verlauf(reihe: Reihe, familie: Familie) -> Bild:
    """Every group over time, as series of one picture; the leading group counts as total."""
    zeilen = [
        Bildzeile.aus(
            k, "", gruppenname(g, reihe.dimensionen) if reihe.dimensionen else "", gesamt=g == reihe.leitgruppe
        )
        for g in reihe.gruppen
        for k in reihe.verlauf(g)
    ]
    return bild_aus(reihe, "verlauf", familie, f"{_je(reihe, reihe.dimensionen)}, {_spanne(reihe)}", zeilen)


def vielfache(reihe: Reihe, familie: Familie) -> Bild:
    """One small picture per value of the dimension that forms series; the other dimension gives the lines in it."""
    dimensionen = nach_darstellung(reihe)
    kachel, linien = dimensionen[-1], dimensionen[:-1]
    zeilen = [
        Bildzeile.aus(
            k,
            g[kachel.id],
            gruppenname(g, linien) if linien else "",
            gesamt=bool(linien) and all(g[d.id] == gesamtwert(d) for d in linien),
        )
        for g in reihe.gruppen
        for k in reihe.verlauf(g)
    ]
    return bild_aus(reihe, "verlauf", familie, f"{_je(reihe, dimensionen)}, {_spanne(reihe)}", zeilen)


def anteile(reihe: Reihe, familie: Familie) -> Bild | None:
    """Shares of the parts at every Stichtag, or of every value at the axis at the newest; totals left out.

    Counts become percent where all parts are known; None where that is nowhere so, where there are no parts, or where
    one is negative: nothing below zero is a part of a whole.
    """
    dimensionen = nach_darstellung(reihe)
    if not dimensionen:
        return None
    teil = dimensionen[-1]
    bild = bild_aus(
        reihe, "anteile", familie, f": Anteile{_je(reihe, [teil])}", list(_teile(reihe, teil, dimensionen[:-1]))
    )
    daten = bild.daten
    if (daten["wert"] < 0).any():
        return None
    if reihe.indikator.einheit == Einheit.PROZENT:
        return bild if len(daten) else None
    summe = daten.groupby(["achse"])["wert"].transform("sum", min_count=1)
    offen = daten.loc[daten["wert"].isna() & (daten["zeichen"] != "-"), "achse"]
    in_prozent = daten.assign(anzahl=daten["wert"], wert=daten["wert"] / summe * 100)
    ganze = in_prozent[~daten["achse"].isin(offen)].reset_index(drop=True)
    if not len(ganze):
        return None
    achsen = tuple(dict.fromkeys(ganze["achse"]))
    return replace(bild, daten=ganze, achsen=achsen, einheit=Einheit.PROZENT, stellen=max(bild.stellen, 1))


def _teile(reihe: Reihe, teil: Dimension, rest: tuple[Dimension, ...]) -> Iterator[Bildzeile]:
    for g in reihe.gruppen:
        if g[teil.id] == gesamtwert(teil):
            continue
        for k in reihe.verlauf(g):
            if not rest:
                yield Bildzeile.aus(k, k.stichtag.kurzbezeichnung, g[teil.id])
            elif k.stichtag == reihe.zeiten[-1]:
                yield Bildzeile.aus(k, gruppenname(g, rest), g[teil.id])


def antworten(reihe: Reihe, familie: Familie, ordnung: Skala) -> Bild | None:
    """The newest answers of every group in shares, from agreement to disagreement; None where none are known."""
    neuester = reihe.zeiten[-1]
    zeilen = [
        Bildzeile.am(neuester, b.gruppe, a, b.anteile[a])._replace(anzahl=b.anzahl.get(a))
        for b in antwortbilder(reihe, neuester)
        for a in ordnung.antworten
        if a in b.anteile
    ]
    if not zeilen:
        return None
    bild = bild_aus(reihe, "stand", familie, f", {neuester.bezeichnung}", zeilen)
    return replace(
        bild,
        reihen=tuple(a for a in ordnung.antworten if a in bild.reihen),
        einheit=Einheit.PROZENT,
        stellen=0,
        mitte=ordnung.mitte,
        ablehnung=ordnung.ablehnung,
    )


def zustimmung(reihe: Reihe, familie: Familie, ordnung: Skala) -> Bild:
    """How the agreement of every group went over time."""
    zeilen = [
        Bildzeile.am(s, "", b.gruppe, b.anteil(ordnung.zustimmung))
        for s in reihe.zeiten
        for b in antwortbilder(reihe, s)
    ]
    bild = bild_aus(reihe, "zustimmung", familie, f": Zustimmung, {_spanne(reihe)}", zeilen)
    return replace(bild, einheit=Einheit.PROZENT, stellen=0, zeiten=reihe.zeiten)


def kurzer_verlauf(reihe: Reihe, familie: Familie, gruppen: Sequence[dict[str, str]]) -> Bild:
    """Some groups over time, for an overview."""
    zeilen = [Bildzeile.aus(k, "", gruppenname(g, reihe.dimensionen)) for g in gruppen for k in reihe.verlauf(g)]
    return bild_aus(reihe, "funke", familie, "", zeilen)


def _je(reihe: Reihe, dimensionen: Sequence[Dimension]) -> str:
    """„ nach Schulform und Gruppe“, unless the name of the indicator says so already; names of more words in brackets."""
    namen = [d.name for d in dimensionen]
    if not namen or " nach " in reihe.indikator.name:
        return ""
    return f" ({', '.join(namen)})" if any(" " in name for name in namen) else f" nach {aufzaehlung(namen)}"


def _spanne(reihe: Reihe) -> str:
    """„2021 bis 2025“."""
    erster, letzter = reihe.zeiten[0], reihe.zeiten[-1]
    if "/" in erster.schreibweise:
        return f"{erster.kurzbezeichnung} bis {letzter.kurzbezeichnung}"
    return f"{erster.ende.year} bis {letzter.ende.year}"
