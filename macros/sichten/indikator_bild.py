"""Which pictures an indicator gets, and the DataFrame each is drawn from; both follow from the data.

One Stichtag gives bars, three give a trend, without a change to the record. One figure alone gets no picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from macros.deutsch.saetze import aufzaehlung
from macros.modell.auswahlen import Einheit, Familie
from macros.modell.indikator import Dimension, Kennzahl
from macros.modell.stichtag import Stichtag
from macros.sichten.indikator_paare import nach_darstellung, neuester_vollstaendiger
from macros.sichten.indikator_zustimmung import antwortbilder, frage, skala
from macros.sichten.reihen import Reihe, gesamtwert, gruppenname

TREND_AB = 3
MOST_LINIEN = 4
MOST_FUNKEN = 3
SPALTEN = ["zeit", "zeit_text", "achse", "reihe", "wert", "zeichen", "gesamt", "anzahl"]


@dataclass(frozen=True)
class Bild:
    """One picture: its family, its data in SPALTEN, and the order of what it shows.

    `zeit` is the day number of the Stichtag; `gesamt` marks totals; `anzahl` holds counts behind shares.
    """

    kennung: str
    familie: Familie
    titel: str
    reihe: Reihe
    daten: pd.DataFrame
    achsen: tuple[str, ...]
    reihen: tuple[str, ...]
    einheit: Einheit
    stellen: int
    mitte: tuple[str, ...] = ()
    ablehnung: tuple[str, ...] = ()
    zeiten: tuple[Stichtag, ...] = field(default=())

    @property
    def mit_ziel(self) -> bool:
        """True where target and comparison belong into the picture."""
        return self.familie is Familie.LINIE and self.kennung == "verlauf"


def bilder(reihe: Reihe) -> tuple[Bild, ...]:
    """The pictures of an indicator, the most telling first; none where a table or a figure says it all."""
    wunsch = reihe.indikator.darstellung.familie if reihe.indikator.darstellung else None
    zeiten = reihe.zeiten
    if not zeiten or wunsch is Familie.TABELLE:
        return ()
    match wunsch:
        case Familie.LIKERT if frage(reihe):
            return tuple(_likert(reihe))
        case Familie.HANTEL if len(nach_darstellung(reihe)) == 2:
            return (_stand(reihe, Familie.HANTEL),)
        case Familie.GESTAPELT if reihe.dimensionen:
            return (_gestapelt(reihe),)
    if len(zeiten) >= TREND_AB:
        return tuple(_trend(reihe, wunsch))
    if len(reihe.gruppen) * len(zeiten) == 1:
        return ()
    return (_stand(reihe, Familie.BALKEN) if reihe.dimensionen else _je_stichtag(reihe),)


def verlaufsbild(reihe: Reihe) -> Bild | None:
    """The trend in short for an overview: of the total, else of up to three groups; None before there is one."""
    if len(reihe.zeiten) < TREND_AB:
        return None
    if frage(reihe):
        return next((b for b in _likert(reihe) if b.familie is Familie.LINIE), None)
    gruppen = [reihe.leitgruppe] if reihe.leitgruppe else list(reihe.gruppen)
    if len(gruppen) > MOST_FUNKEN:
        return None
    zeilen = [_zeile(k, "", gruppenname(g, reihe.dimensionen)) for g in gruppen for k in reihe.verlauf(g)]
    return _bild(reihe, "funke", Familie.LINIE, "", zeilen)


def _zeile(k: Kennzahl, achse: str, name: str, gesamt: bool = False) -> dict[str, object]:
    return {
        "zeit": k.stichtag.ende.toordinal(),
        "zeit_text": k.stichtag.kurzbezeichnung,
        "achse": achse,
        "reihe": name,
        "wert": k.wert,
        "zeichen": k.zeichen.value if k.zeichen else "",
        "gesamt": gesamt,
        "anzahl": None,
    }


def _tabelle(zeilen: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(zeilen, columns=SPALTEN).astype({"wert": "float64", "anzahl": "float64"})


def _bild(reihe: Reihe, kennung: str, familie: Familie, zusatz: str, zeilen: Sequence[Mapping[str, object]]) -> Bild:
    daten = _tabelle(zeilen)
    return Bild(
        kennung,
        familie,
        f"{reihe.indikator.name}{zusatz}",
        reihe,
        daten,
        tuple(dict.fromkeys(daten["achse"])),
        tuple(dict.fromkeys(daten["reihe"])),
        reihe.indikator.einheit,
        reihe.indikator.nachkommastellen,
        zeiten=tuple(s for s in reihe.zeiten if s.ende.toordinal() in set(daten["zeit"])),
    )


def _je(reihe: Reihe, dimensionen: Sequence[Dimension]) -> str:
    """„ nach Schulform und Gruppe“, unless the name of the indicator says so already; names of more words in brackets."""
    namen = [d.name for d in dimensionen]
    if not namen or " nach " in reihe.indikator.name:
        return ""
    return f" ({', '.join(namen)})" if any(" " in name for name in namen) else f" nach {aufzaehlung(namen)}"


def _stand(reihe: Reihe, familie: Familie) -> Bild:
    """The newest figures; with two Stichtage the older ones beside them where there is one dimension."""
    dimensionen = nach_darstellung(reihe)
    neuester = neuester_vollstaendiger(reihe, dimensionen[-1]) if familie is Familie.HANTEL else reihe.zeiten[-1]
    zeiten = reihe.zeiten if len(dimensionen) == 1 and len(reihe.zeiten) < TREND_AB else (neuester,)
    zeilen = []
    for gruppe in reihe.gruppen:
        werte = [gruppe[d.id] for d in dimensionen]
        gesamt = any(gruppe[d.id] == gesamtwert(d) for d in dimensionen)
        for s in zeiten:
            if k := reihe.am(s, gruppe):
                zweite = ", ".join(werte[1:]) if len(werte) > 1 else (s.bezeichnung if len(zeiten) > 1 else "")
                zeilen.append(_zeile(k, werte[0], zweite, gesamt))
    return _bild(reihe, "stand", familie, f"{_je(reihe, dimensionen)}, {neuester.bezeichnung}", zeilen)


def _je_stichtag(reihe: Reihe) -> Bild:
    zeilen = [_zeile(k, k.stichtag.bezeichnung, "") for k in reihe.kennzahlen]
    return _bild(reihe, "verlauf", Familie.BALKEN, "", zeilen)


def _trend(reihe: Reihe, wunsch: Familie | None) -> Iterator[Bild]:
    """Lines while they can be told apart, else small multiples; bars of the newest figures where asked for."""
    viele = len(reihe.gruppen) > MOST_LINIEN
    yield (_kacheln(reihe) if viele or (wunsch is Familie.KACHELN and reihe.dimensionen) else _linie(reihe))
    if wunsch is Familie.BALKEN and reihe.dimensionen:
        yield _stand(reihe, Familie.BALKEN)


def _linie(reihe: Reihe) -> Bild:
    zeilen = [
        _zeile(k, "", gruppenname(g, reihe.dimensionen) if reihe.dimensionen else "", g == reihe.leitgruppe)
        for g in reihe.gruppen
        for k in reihe.verlauf(g)
    ]
    return _bild(reihe, "verlauf", Familie.LINIE, f"{_je(reihe, reihe.dimensionen)}, {_spanne(reihe)}", zeilen)


def _kacheln(reihe: Reihe) -> Bild:
    """One tile per value of the dimension that forms series; the other dimension gives the lines in it."""
    dimensionen = nach_darstellung(reihe)
    kachel, linien = dimensionen[-1], dimensionen[:-1]
    zeilen = [
        _zeile(
            k,
            g[kachel.id],
            gruppenname(g, linien) if linien else "",
            bool(linien) and all(g[d.id] == gesamtwert(d) for d in linien),
        )
        for g in reihe.gruppen
        for k in reihe.verlauf(g)
    ]
    return _bild(reihe, "verlauf", Familie.KACHELN, f"{_je(reihe, dimensionen)}, {_spanne(reihe)}", zeilen)


def _gestapelt(reihe: Reihe) -> Bild:
    """Shares of the parts at every Stichtag, or of every value at the axis at the newest; totals left out."""
    dimensionen = nach_darstellung(reihe)
    teil, rest = dimensionen[-1], dimensionen[:-1]
    neuester = reihe.zeiten[-1]
    zeilen = []
    for g in reihe.gruppen:
        if g[teil.id] == gesamtwert(teil):
            continue
        for k in reihe.verlauf(g):
            if not rest:
                zeilen.append(_zeile(k, k.stichtag.kurzbezeichnung, g[teil.id]))
            elif k.stichtag == neuester:
                zeilen.append(_zeile(k, gruppenname(g, rest), g[teil.id]))
    bild = _bild(reihe, "anteile", Familie.GESTAPELT, f": Anteile{_je(reihe, [teil])}", zeilen)
    if reihe.indikator.einheit is Einheit.PROZENT:
        return bild
    summe = bild.daten.groupby(["achse"])["wert"].transform("sum", min_count=1)
    daten = bild.daten.assign(anzahl=bild.daten["wert"], wert=bild.daten["wert"] / summe * 100)
    vollstaendig = ~daten["achse"].isin(daten.loc[daten["wert"].isna() & (daten["zeichen"] != "-"), "achse"])
    return _mit(bild, daten[vollstaendig].reset_index(drop=True))


def _mit(bild: Bild, daten: pd.DataFrame) -> Bild:
    return Bild(
        bild.kennung, bild.familie, bild.titel, bild.reihe, daten,
        tuple(dict.fromkeys(daten["achse"])), bild.reihen, Einheit.PROZENT, max(bild.stellen, 1), zeiten=bild.zeiten,
    )  # fmt: skip


def _likert(reihe: Reihe) -> Iterator[Bild]:
    """The newest answers around a middle line; with three surveys also how agreement went."""
    dimensionen = frage(reihe)
    assert dimensionen
    ordnung = skala(dimensionen[1])
    neuester = reihe.zeiten[-1]
    zeilen = [
        {**_leer(neuester), "achse": b.gruppe, "reihe": a, "wert": b.anteile[a], "anzahl": b.anzahl.get(a)}
        for b in antwortbilder(reihe, neuester)
        for a in ordnung.antworten
        if a in b.anteile
    ]
    if not zeilen:
        return
    daten = _tabelle(zeilen)
    yield Bild(
        "stand", Familie.LIKERT, f"{reihe.indikator.name}, {neuester.bezeichnung}", reihe, daten,
        tuple(dict.fromkeys(daten["achse"])), tuple(a for a in ordnung.antworten if a in set(daten["reihe"])),
        Einheit.PROZENT, 0, ordnung.mitte, ordnung.ablehnung, (neuester,),
    )  # fmt: skip
    if len(reihe.zeiten) < TREND_AB:
        return
    verlauf = _tabelle(
        [
            {**_leer(s), "reihe": b.gruppe, "wert": b.anteil(ordnung.zustimmung)}
            for s in reihe.zeiten
            for b in antwortbilder(reihe, s)
        ]
    )
    yield Bild(
        "zustimmung", Familie.LINIE, f"{reihe.indikator.name}: Zustimmung, {_spanne(reihe)}", reihe, verlauf,
        ("",), tuple(dict.fromkeys(verlauf["reihe"])), Einheit.PROZENT, 0, zeiten=reihe.zeiten,
    )  # fmt: skip


def _leer(stichtag: Stichtag) -> dict[str, object]:
    return {
        "zeit": stichtag.ende.toordinal(),
        "zeit_text": stichtag.kurzbezeichnung,
        "achse": "",
        "reihe": "",
        "zeichen": "",
        "gesamt": False,
        "anzahl": None,
    }


def _spanne(reihe: Reihe) -> str:
    """„2021 bis 2025“."""
    erster, letzter = reihe.zeiten[0], reihe.zeiten[-1]
    if erster.art == "schuljahr":
        return f"{erster} bis {letzter}"
    return f"{erster.ende.year} bis {letzter.ende.year}"
