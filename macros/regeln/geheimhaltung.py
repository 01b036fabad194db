"""Rules that protect people behind small figures: what stands in `data/` is public, with its whole history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from macros.deutsch.zahlen import getippt, glatt, prozentpunkte
from macros.modell.auswahlen import Verfahren
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.einheit import Einheit
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.rechnung import Ergebnis, Unberechenbar, ergebnisse, kennzahlen, vollstaendig
from macros.regeln.register import regel

UEBLICHE_SCHWELLE = 3


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
def schwelle_begruendet(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A threshold below the usual 3 says why that is allowed: below it, a figure may mean one single person."""
    for i in plan.indikatoren.values():
        schutz = i.geheimhaltung
        if i.zaehlt_menschen and schutz.schwelle < UEBLICHE_SCHWELLE and not schutz.begruendung:
            yield melde(
                plan.ort("indikatoren", i.id, "geheimhaltung"),
                "geheimhaltung.schwelle",
                "geheimhaltung",
                f"Die Schwelle {schutz.schwelle} liegt unter der üblichen von {UEBLICHE_SCHWELLE}.",
                f"Die Schwelle auf {UEBLICHE_SCHWELLE} setzen oder im Feld begruendung sagen, warum weniger genügt.",
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
    if i.geheimhaltung.verfahren is not Verfahren.KEINE or i.abschnitt is None:
        return False
    abschnitt = plan.konzept.get(i.abschnitt)
    if abschnitt is None:
        return plan.kennt("konzept", i.abschnitt)  # too broken to load: its own finding says so
    fassung = plan.fassungen.get(abschnitt.fassung)
    return k.stichtag.ende.year <= fassung.jahr if fassung else plan.kennt("fassungen", abschnitt.fassung)


@regel
def kleine_rechnungen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """No formula brings a count of people from 1 to the threshold minus 1 to light, whatever it is multiplied by."""
    for i in plan.indikatoren.values():
        if i.formel is None or i.geheimhaltung.verfahren is Verfahren.KEINE or not _rechnet_mit_menschen(plan, i):
            continue
        schwelle = i.geheimhaltung.schwelle
        klein = [e for e in _ergebnisse(plan, i) if 0 < glatt(e.summe_zaehler) < schwelle]
        for e in klein:
            yield melde(
                plan.ort("indikatoren", i.id, "formel"),
                "formel",
                "geheimhaltung",
                f"Die Rechnung ergibt {e.summe_zaehler:g} ({e.stichtag.bezeichnung}), weniger als die Schwelle von {schwelle}.",
                "Einen der Ausgangswerte verdecken oder die Formel löschen.",
            )


def _rechnet_mit_menschen(plan: Plan, i: Indikator) -> bool:
    """True where a formula counts people, or shares out counts of people: its numerator could point at somebody."""
    if i.ist_anzahl:
        return i.zaehlt_menschen
    glieder = i.formel.zaehler if i.formel else ()
    # Only a difference is new: a figure that stands in a table is looked at there.
    return any(g.abziehen for g in glieder) and all(
        g.indikator in plan.indikatoren and plan.indikatoren[g.indikator].zaehlt_menschen for g in glieder
    )


def _ergebnisse(plan: Plan, i: Indikator) -> list[Ergebnis]:
    try:
        return list(ergebnisse(plan, i.formel)) if i.formel else []
    except Unberechenbar:
        return []  # another rule says so


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
