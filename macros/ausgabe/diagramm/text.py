"""What a chart shows, in words, for those who do not see it: kind, span, extremes, change, gaps, target."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from macros.ausgabe.worte.sprechen import aufzaehlung, genau, gross, seit
from macros.ausgabe.worte.zahlen import mit_einheit, zahl
from macros.modell.auswahlen import Familie, Zeichen
from macros.modell.stichtag import Stichtag
from macros.sichten.indikator_bild import Bild

AUSFUEHRLICH = 6


def wert_text(bild: Bild, wert: float) -> str:
    """A figure with its unit, short: „9,9 %“, „5.263 Personen“."""
    return mit_einheit(wert, bild.einheit, bild.stellen).replace(" ", "\u00a0", 1)


def bildtext(bild: Bild, achse_ab: float = 0.0) -> str:
    """The text alternative of a picture; `achse_ab` is where its axis begins."""
    saetze = [_art(bild), *_inhalt(bild), *_zusaetze(bild, achse_ab)]
    return " ".join(s for s in saetze if s)


def _art(bild: Bild) -> str:
    n, m = len(bild.achsen), len(bild.reihen)
    spanne = f" {_spanne(bild.zeiten[0], bild.zeiten[-1])}" if len(bild.zeiten) > 1 else ""
    match bild.familie:
        case Familie.BALKEN if m > 1:
            return f"Balkendiagramm: {n} Gruppen mit je bis zu {m} Balken ({aufzaehlung(bild.reihen)})."
        case Familie.BALKEN:
            return f"Balkendiagramm mit {n} Balken."
        case Familie.LINIE:
            return f"Liniendiagramm mit {f'{m} Linien' if m > 1 else 'einer Linie'}{spanne}."
        case Familie.KACHELN:
            linien = f" mit je {m} Linien ({aufzaehlung(bild.reihen)})" if m > 1 else ""
            return f"{n} kleine Liniendiagramme{linien}{spanne}. Jedes hat seine eigene Skala."
        case Familie.GESTAPELT:
            return f"Gestapelte Balken, die zusammen je 100 Prozent ergeben: {aufzaehlung(bild.reihen)}."
        case Familie.LIKERT:
            return "Balken um eine Mittellinie: links Ablehnung, rechts Zustimmung."
        case _:
            return f"Je Zeile zwei Punkte: {aufzaehlung(bild.reihen)}."


def _spanne(erster: Stichtag, letzter: Stichtag) -> str:
    """„von 2021 bis 2025“, „vom 30.06.2021 bis zum 30.06.2025“."""
    mit_artikel = ("tag", "schuljahr")
    von = f"{'vom' if erster.art in mit_artikel else 'von'} {erster.bezeichnung}"
    return f"{von} bis {'zum ' if letzter.art in mit_artikel else ''}{letzter.bezeichnung}"


def _inhalt(bild: Bild) -> Iterator[str]:
    match bild.familie:
        case Familie.BALKEN:
            yield from _balken(bild)
        case Familie.LINIE | Familie.KACHELN:
            yield from _linien(bild)
        case Familie.GESTAPELT:
            yield from _anteile(bild)
        case Familie.LIKERT:
            yield from _urteile(bild)
        case Familie.HANTEL:
            yield from _paare(bild)


def _name(achse: object, reihe: object) -> str:
    return ", ".join(dict.fromkeys(str(teil) for teil in (achse, reihe) if teil))


def _balken(bild: Bild) -> Iterator[str]:
    zahlen = bild.daten[bild.daten["wert"].notna() & ~bild.daten["gesamt"].astype(bool)]
    for zeile in bild.daten[bild.daten["gesamt"].astype(bool) & bild.daten["wert"].notna()].to_dict("records"):
        yield f"{gross(_name(zeile['achse'], zeile['reihe']))}: {wert_text(bild, zeile['wert'])}."
    if len(zahlen) == 0:
        return
    if len(zahlen) <= 3:
        yield f"{gross('; '.join(f'{_name(a, r)}: {wert_text(bild, w)}' for a, r, w in _tripel(zahlen)))}."
        return
    ordnung = zahlen.sort_values("wert", kind="stable")
    tief, hoch = ordnung.iloc[0], ordnung.iloc[-1]
    yield f"Höchster Wert: {_name(hoch['achse'], hoch['reihe'])} mit {wert_text(bild, hoch['wert'])}."
    yield f"Niedrigster Wert: {_name(tief['achse'], tief['reihe'])} mit {wert_text(bild, tief['wert'])}."


def _tripel(daten: pd.DataFrame) -> Iterator[tuple[str, str, float]]:
    yield from zip(daten["achse"], daten["reihe"], daten["wert"], strict=True)


def _linien(bild: Bild) -> Iterator[str]:
    gruppen = list(bild.daten.groupby(["achse", "reihe"], sort=False))
    if len(gruppen) > AUSFUEHRLICH and len(bild.reihen) > 1:
        leit = bild.daten[bild.daten["gesamt"].astype(bool)]
        gruppen = list(leit.groupby(["achse", "reihe"], sort=False)) or gruppen[:AUSFUEHRLICH]
    for (achse, name), gruppe in gruppen:
        werte = gruppe[gruppe["wert"].notna()].sort_values("zeit")
        anfang = f"{gross(_name(achse, name))}: " if _name(achse, name) else ""
        if len(werte) == 0:
            yield f"{anfang}keine Zahl."
            continue
        yield f"{anfang}{_weg(bild, werte, bool(anfang))}{_luecken(bild, werte)}."


def _weg(bild: Bild, werte: pd.DataFrame, mitten: bool) -> str:
    erster, letzter = werte.iloc[0], werte.iloc[-1]
    if len(werte) == 1:
        return f"{'nur' if mitten else 'Nur'} {wert_text(bild, letzter['wert'])} ({letzter['zeit_text']})"
    von = f"{'von' if mitten else 'Von'} {wert_text(bild, erster['wert'])} ({erster['zeit_text']})"
    text = f"{von} auf {wert_text(bild, letzter['wert'])} ({letzter['zeit_text']})"
    hoch, tief = werte.iloc[int(werte["wert"].argmax())], werte.iloc[int(werte["wert"].argmin())]
    enden = {erster["zeit"], letzter["zeit"]}
    if hoch["zeit"] not in enden and hoch["wert"] > max(erster["wert"], letzter["wert"]):
        text += f", am höchsten {wert_text(bild, hoch['wert'])} ({hoch['zeit_text']})"
    if tief["zeit"] not in enden and tief["wert"] < min(erster["wert"], letzter["wert"]):
        text += f", am niedrigsten {wert_text(bild, tief['wert'])} ({tief['zeit_text']})"
    return text


def _luecken(bild: Bild, werte: pd.DataFrame) -> str:
    da = set(werte["zeit"])
    fehlt = [s.bezeichnung.removeprefix("Schuljahr ") for s in bild.zeiten if s.ende.toordinal() not in da]
    return f"; ohne Zahl: {aufzaehlung(fehlt)}" if fehlt else ""


def _anteile(bild: Bild) -> Iterator[str]:
    ueber_zeit = len(bild.achsen) > 1 and bild.daten["zeit"].nunique() == len(bild.achsen)
    for name, gruppe in bild.daten.groupby("reihe", sort=False):
        werte = gruppe[gruppe["wert"].notna()]
        if len(werte) == 0:
            continue
        if ueber_zeit:
            yield f"{gross(str(name))}: {_weg(bild, werte.sort_values('zeit'), True)}."
        else:
            yield f"{gross(str(name))}: {'; '.join(_teil(bild, a, w) for a, w in zip(werte['achse'], werte['wert'], strict=True))}."


def _teil(bild: Bild, name: str, wert: float) -> str:
    return f"{name} {wert_text(bild, wert)}" if name else wert_text(bild, wert)


def _urteile(bild: Bild) -> Iterator[str]:
    for gruppe, zeilen in bild.daten.groupby("achse", sort=False):
        anteile = dict(zip(zeilen["reihe"], zeilen["wert"], strict=True))
        nein = sum(w for a, w in anteile.items() if a in bild.ablehnung)
        mitte = sum(w for a, w in anteile.items() if a in bild.mitte)
        ja = sum(anteile.values()) - nein - mitte
        teile = [f"{zahl(ja)} Prozent Zustimmung"]
        if bild.mitte:
            teile.append(f"{zahl(mitte)} Prozent „{aufzaehlung(bild.mitte)}“")
        teile.append(f"{zahl(nein)} Prozent Ablehnung")
        yield f"{gross(str(gruppe))}: {aufzaehlung(teile)}." if gruppe else f"{aufzaehlung(teile)}."


def _paare(bild: Bild) -> Iterator[str]:
    for achse, zeilen in bild.daten.groupby("achse", sort=False):
        teile = [
            f"{r} {wert_text(bild, w)}" if pd.notna(w) else f"{r} ohne Zahl"
            for r, w in zip(zeilen["reihe"], zeilen["wert"], strict=True)
        ]
        yield f"{gross(str(achse))}: {aufzaehlung(teile)}."


def _zusaetze(bild: Bild, achse_ab: float) -> Iterator[str]:
    i = bild.reihe.indikator
    if bild.familie not in (Familie.LINIE, Familie.KACHELN):
        yield from _zeichen(bild)
    if achse_ab:
        yield f"Die senkrechte Achse beginnt bei {wert_text(bild, achse_ab)}, nicht bei null."
    yield from _stichtage(bild)
    if len(bild.zeiten) > 1 and i.bruch and any(bild.reihe.vor_bruch(s) for s in bild.zeiten):
        yield f"Bruch in der Zählung {seit(i.bruch.ab)}: Die Zahlen davor und danach sind nicht vergleichbar."
    if bild.mit_ziel and i.zielwert:
        yield f"Gestrichelte Linie: Ziel {genau(i, i.zielwert.wert)} bis {i.zielwert.jahr}."
    if bild.mit_ziel and i.vergleich:
        yield (
            "Gepunktet zum Vergleich: "
            + "; ".join(f"{v.gebiet} {genau(i, v.wert)} ({v.stichtag.bezeichnung})" for v in i.vergleich)
            + "."
        )


def _stichtage(bild: Bild) -> Iterator[str]:
    """That a figure's terms are not of one day, once for each pair of days that the picture shows."""
    gezeigt = {s.ende for s in bild.zeiten}
    for hinweis in dict.fromkeys(k.hinweis for k in bild.reihe.kennzahlen if k.stichtag.ende in gezeigt):
        if hinweis and bild.reihe.indikator.formel:
            yield f"{hinweis}."


def _zeichen(bild: Bild) -> Iterator[str]:
    for zeichen in Zeichen:
        namen = [
            _name(a, r)
            for a, r, z in zip(bild.daten["achse"], bild.daten["reihe"], bild.daten["zeichen"], strict=True)
            if z == zeichen.value
        ]
        if not namen:
            continue
        if zeichen is Zeichen.NICHTS:
            yield f"Genau null: {aufzaehlung(namen)}."
        else:
            yield f"Ohne Zahl ({zeichen.bezeichnung}): {aufzaehlung(namen)}."
