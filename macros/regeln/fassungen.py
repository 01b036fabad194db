"""Rules on editions: one chain from the first to the newest, decided in that order, reported on once in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.deutsch.kalender import tag
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.geltung import Geltung, geltende_fassung, geltungen
from macros.modell.plan import Plan
from macros.regeln.register import regel


@regel
def fassung_vorgaenger(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Only the first edition follows no other."""
    ohne = [f for f in plan.fassungen.values() if f.vorgaenger is None]
    gefolgt = {f.vorgaenger for f in plan.fassungen.values()}
    for f in ohne[1:]:
        davor = [g.id for g in plan.fassungen.values() if g.id not in gefolgt and g not in ohne[1:]]
        yield melde(
            plan.ort("fassungen", f.id),
            "vorgaenger",
            "fassung-vorgaenger",
            f"Die Fassung „{f.id}“ sagt nicht, auf welche sie folgt; ohne Vorgängerin ist schon „{ohne[0].id}“.",
            f"vorgaenger eintragen, zum Beispiel '{(davor or [ohne[0].id])[-1]}'. "
            "Ist es ein anderes Konzept, hat es einen eigenen Ordner mit Daten und eine eigene Website.",
        )


@regel
def fassung_beschluss(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """An edition is decided after the one it follows; only of the first may the decision be unknown."""
    for f in plan.fassungen.values():
        davor = plan.fassungen.get(f.vorgaenger or "")
        if f.beschlossen_am is None or davor is None:
            continue
        if davor.beschlossen_am is None and davor.vorgaenger is not None:
            grund = "aber noch nicht"
        elif davor.beschlossen_am and davor.beschlossen_am > f.beschlossen_am:
            grund = f"aber erst am {tag(davor.beschlossen_am)}"
        else:
            continue
        yield melde(
            plan.ort("fassungen", f.id, "beschlossen_am"),
            "beschlossen_am",
            "fassung-beschluss",
            f"„{f.id}“ ist am {tag(f.beschlossen_am)} beschlossen, die Vorgängerin „{davor.id}“ {grund}.",
            "Die Tage beider Beschlüsse prüfen, oder als vorgaenger die letzte beschlossene Fassung eintragen.",
        )


@regel
def fassung_wie_beschlossen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Only of an edition whose day of decision is known can the text stand as it was decided."""
    for f in plan.fassungen.values():
        if f.wie_beschlossen and f.beschlossen_am is None:
            yield melde(
                plan.ort("fassungen", f.id, "wie_beschlossen"),
                "wie_beschlossen",
                "fassung-wie-beschlossen",
                f"Die Fassung „{f.id}“ soll im beschlossenen Wortlaut dastehen, nennt aber keinen Tag des Beschlusses.",
                "beschlossen_am eintragen, oder wie_beschlossen weglassen: Der Text heißt dann „Lesefassung“.",
            )


@regel
def bericht_voraus(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Until an edition is in force, reports belong to the measures of the one before."""
    gilt = geltungen(plan, stichtag)
    davor = {ziel: m.id for m in plan.massnahmen.values() if m.nachfolge for ziel in m.nachfolge.massnahmen}
    for m in plan.massnahmen.values():
        if m.sachstaende and gilt.get(m.herkunft.fassung) is Geltung.IN_VORBEREITUNG:
            wohin = f"bei „{davor[m.id]}“ eintragen" if m.id in davor else "erst nach dem Beschluss eintragen"
            yield melde(
                plan.ort("massnahmen", m.id, "sachstaende"),
                "sachstaende",
                "bericht-voraus",
                f"Die Fassung „{m.herkunft.fassung}“ ist in Vorbereitung, über ihre Maßnahmen wird noch nicht berichtet.",
                f"Den Bericht {wohin}.",
            )


@regel
def aussagen_der_fassung(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """When a later edition is in force, the claims with figures are worked through again, or it says that it has none."""
    geltende = geltende_fassung(plan, stichtag)
    if geltende is None or geltende.vorgaenger is None or geltende.ohne_aussagen or not plan.aussagen:
        return
    abschnitte = {a.id for a in plan.konzept.values() if a.fassung == geltende.id}
    if abschnitte and not any(a.abschnitt in abschnitte for a in plan.aussagen.values()):
        yield melde(
            plan.ort("fassungen", geltende.id),
            "ohne_aussagen",
            "aussagen-der-fassung",
            f"Die Fassung „{geltende.id}“ gilt, aber alle Aussagen mit Zahlen gehören zu früheren Fassungen.",
            "Zu jedem Satz der neuen Fassung mit einer Zahl eine Aussage anlegen, mit ihrem Abschnitt. Nennt sie keine "
            "Zahlen: ohne_aussagen: true eintragen.",
            Schwere.HINWEIS,
        )
