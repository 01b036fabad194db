"""Rules that protect people behind small figures: what stands in `data/` is public, with its whole history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from macros.deutsch.zahlen import getippt, glatt, prozentpunkte
from macros.modell.auswahlen import Verfahren
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.einheit import Einheit
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.rechnung import Unberechenbar, kennzahlen, vollstaendig
from macros.regeln.register import regel
from macros.regeln.rueckrechnung import rueckrechenbar


def _datei(plan: Plan, i: Indikator) -> str:
    return plan.tabelle(i.id)


@regel
def geheimhaltung_begruendet(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """An indicator without protection of small counts says why that is allowed."""
    for i in plan.indikatoren.values():
        if i.geheimhaltung.verfahren is Verfahren.KEINE and not i.geheimhaltung.begruendung:
            yield melde(
                plan.ort("indikatoren", i.id, "geheimhaltung"),
                "geheimhaltung.begruendung",
                "geheimhaltung",
                "Ohne Verfahren fehlt die Begründung.",
                "Im Feld begruendung sagen, warum kleine Zahlen hier zulässig sind.",
            )


@regel
def kleine_zahlen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """No count of people from 1 to the threshold minus 1, unless the concept itself has published it."""
    for i in plan.indikatoren.values():
        if not i.zaehlt_menschen or i.geheimhaltung.verfahren is Verfahren.RUNDUNG5 or i.formel:
            continue
        for k in plan.kennzahlen.get(i.id, ()):
            if k.wert is None or not 0 < glatt(k.wert) < i.geheimhaltung.schwelle or _im_konzept(plan, i, k):
                continue
            zusatz = (
                " „verfahren: keine“ gilt nur für Zahlen, die das Konzept selbst veröffentlicht hat."
                if i.geheimhaltung.verfahren is Verfahren.KEINE
                else ""
            )
            # The unit decides only about the advice; whether a figure is protected is what the record declares.
            anderes = "" if i.einheit == Einheit.PERSONEN else " Zählt der Indikator keine Menschen: zaehlt: anderes."
            yield Befund(
                _datei(plan, i),
                k.zeile,
                "wert",
                "geheimhaltung",
                f"{k.wert:g} liegt unter der Schwelle von {i.geheimhaltung.schwelle}.{zusatz}",
                "Den Wert löschen und in der Spalte zeichen einen Punkt (.) eintragen. "
                f"Lässt er sich aus einer Summe ausrechnen, einen zweiten Wert mit verdecken.{anderes}",
            )


def _im_konzept(plan: Plan, i: Indikator, k: Kennzahl) -> bool:
    """True for a figure of an indicator without protection that is not younger than the edition it stands in."""
    abschnitt = plan.konzept.get(i.abschnitt or "")
    if i.geheimhaltung.verfahren is not Verfahren.KEINE or abschnitt is None:
        return False
    fassung = plan.fassungen.get(abschnitt.fassung)
    return fassung is not None and k.stichtag.ende.year <= fassung.jahr


@regel
def kleine_rechnungen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """No formula brings a count of people from 1 to the threshold minus 1 to light."""
    for i in plan.indikatoren.values():
        if i.formel is None or not i.zaehlt_menschen or i.geheimhaltung.verfahren is Verfahren.KEINE:
            continue
        try:
            klein = [
                (k.wert, k.stichtag)
                for k in kennzahlen(plan, i.id)
                if k.wert is not None and 0 < glatt(k.wert) < i.geheimhaltung.schwelle
            ]
        except Unberechenbar:
            continue
        for wert, wann in klein:
            yield melde(
                plan.ort("indikatoren", i.id, "formel"),
                "formel",
                "geheimhaltung",
                f"Die Rechnung ergibt {wert:g} ({wann.bezeichnung}), weniger als die Schwelle von "
                f"{i.geheimhaltung.schwelle}.",
                "Einen der Ausgangswerte verdecken oder die Formel löschen.",
            )


@regel
def rundung(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Figures that are said to be rounded are multiples of 5."""
    for i in plan.indikatoren.values():
        if i.geheimhaltung.verfahren is not Verfahren.RUNDUNG5 or not i.ist_anzahl or i.formel:
            continue
        for k in plan.kennzahlen.get(i.id, ()):
            if k.wert is not None and glatt(k.wert) % 5:
                naechste = round(k.wert / 5) * 5
                yield Befund(
                    _datei(plan, i),
                    k.zeile,
                    "wert",
                    "geheimhaltung",
                    f"{k.wert:g} ist kein Vielfaches von 5.",
                    f"Gerundet eintragen: {naechste:g}.",
                )


@regel
def verdecktes(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A hidden figure cannot be computed from totals, nor be read in another table of the same people."""
    for i in plan.indikatoren.values():
        if i.geheimhaltung.verfahren is Verfahren.KEINE or i.formel:
            continue
        for k, wert in rueckrechenbar(i, plan.kennzahlen.get(i.id, ())):
            yield Befund(
                _datei(plan, i),
                k.zeile,
                "zeichen",
                "geheimhaltung",
                f"Der verdeckte Wert lässt sich aus den Summen ausrechnen{_hoechstens(wert, i)}.",
                "Einen zweiten Wert derselben Summe mit verdecken (Punkt in der Spalte zeichen).",
            )
        for k, andere in _anderswo(plan, i):
            yield Befund(
                _datei(plan, i),
                k.zeile,
                "zeichen",
                "geheimhaltung",
                f"Der verdeckte Wert steht in der Tabelle „{andere.name}“.",
                f"Ihn auch in {andere.id}.csv verdecken.",
            )


def _hoechstens(wert: float, i: Indikator) -> str:
    """Says that the value is under the threshold, never which value it is: findings are public too."""
    return "" if wert >= i.geheimhaltung.schwelle else " und liegt unter der Schwelle"


def _anderswo(plan: Plan, i: Indikator) -> Iterator[tuple[Kennzahl, Indikator]]:
    """Hidden figures of one table that another of the same source and unit shows."""
    verdeckt = [k for k in plan.kennzahlen.get(i.id, ()) if k.zeichen == "."]
    if not verdeckt:
        return
    hier = _zellen(i, plan.kennzahlen[i.id])
    for andere in plan.indikatoren.values():
        if (
            andere.id == i.id
            or andere.formel
            or (andere.quelle, andere.zaehlt, andere.ist_anzahl) != (i.quelle, i.zaehlt, i.ist_anzahl)
        ):
            continue
        dort = _zellen(andere, plan.kennzahlen.get(andere.id, ()))
        gemeinsam = [z for z, w in hier.items() if w is not None and dort.get(z) is not None]
        # Two tables are of the same people when they agree in every figure both have, and have some in common.
        if len(gemeinsam) < 3 or any(_verschieden(hier[z], dort[z]) for z in gemeinsam):
            continue
        for k in verdeckt:
            if dort.get(_zelle(i, k)) is not None:
                yield k, andere


def _verschieden(a: float | None, b: float | None) -> bool:
    return a is None or b is None or glatt(a) != glatt(b)


def _zellen(i: Indikator, zahlen: tuple[Kennzahl, ...]) -> Mapping[object, float | None]:
    return {_zelle(i, k): k.wert for k in zahlen}


def _zelle(i: Indikator, k: Kennzahl) -> object:
    """Whom a figure counts: Stichtag and the values that are no totals."""
    gesamt = {d.id: d.gesamt for d in i.dimensionen}
    return (k.stichtag, frozenset((n, w) for n, w in k.merkmale.items() if w != gesamt.get(n)))


@regel
def spruenge(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A figure, typed or computed, that differs from the one before by more than the record's `sprung` percent is worth a look."""
    for i in plan.indikatoren.values():
        reihen: dict[tuple[tuple[str, str], ...], list[Kennzahl]] = {}
        for k in sorted(_zahlen(plan, i), key=lambda k: k.stichtag):
            reihen.setdefault(tuple(sorted(k.merkmale.items())), []).append(k)
        for zahlen in reihen.values():
            for davor, hier in pairwise(zahlen):
                if befund := _sprung(plan, i, davor, hier):
                    yield befund


def _zahlen(plan: Plan, i: Indikator) -> tuple[Kennzahl, ...]:
    if i.formel and not vollstaendig(plan, i.formel):
        return ()
    try:
        return kennzahlen(plan, i.id)
    except Unberechenbar:
        return ()  # another rule says so


def _sprung(plan: Plan, i: Indikator, davor: Kennzahl, hier: Kennzahl) -> Befund | None:
    if davor.wert is None or hier.wert is None or not i.moeglich(hier.wert):
        return None
    if i.bruch and davor.stichtag < i.bruch.ab <= hier.stichtag:
        return None
    # Of a few people, one more is a big share: only jumps by more than five count, of a share by more than one point.
    wenig = 1 if i.einheit == Einheit.PROZENT else 5
    if davor.wert <= 0 or (hier.hinweis and not i.formel) or abs(hier.wert - davor.wert) <= wenig:
        return None
    prozent = (hier.wert - davor.wert) / davor.wert * 100
    if abs(prozent) <= i.sprung:
        return None
    wieviel = _wieviel(i, hier.wert - davor.wert, prozent, negativ=hier.wert < 0)
    if i.formel:
        return melde(
            plan.ort("indikatoren", i.id, "formel"),
            "formel",
            "sprung",
            f"Berechnet: {getippt(hier.wert, i.nachkommastellen)} ({hier.stichtag.bezeichnung}) sind {wieviel} als {getippt(davor.wert, i.nachkommastellen)} "
            f"({davor.stichtag.bezeichnung}).",
            "Die Zahlen prüfen, aus denen gerechnet wird; stimmen sie, bei diesem Indikator sprung höher setzen.",
            Schwere.HINWEIS,
        )
    return Befund(
        _datei(plan, i),
        hier.zeile,
        "wert",
        "sprung",
        f"{hier.wert:g} sind {wieviel} als {davor.wert:g} ({davor.stichtag.bezeichnung}).",
        "Die Zahl prüfen; stimmt sie, in der Spalte hinweis den Grund nennen oder „geprüft“ eintragen.",
        Schwere.HINWEIS,
    )


def _wieviel(i: Indikator, betrag: float, prozent: float, *, negativ: bool) -> str:
    """„56 % mehr“; of a share „12,5 Prozentpunkte weniger“; into the negative „160 weniger“."""
    richtung = "mehr" if betrag > 0 else "weniger"
    if i.einheit == Einheit.PROZENT:
        return f"{prozentpunkte(betrag, i.nachkommastellen)} {richtung}"
    if negativ:
        return f"{getippt(abs(betrag), i.nachkommastellen)} {richtung}"
    return f"{abs(prozent):.0f} % {richtung}"
