"""Rules on formulas and the claims that rest on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.deutsch.zahlen import getippt, glatt
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.einheit import Einheit
from macros.modell.formel import Formel
from macros.modell.indikator import Indikator
from macros.modell.plan import Pfad, Plan
from macros.modell.rechnung import Unberechenbar, ZahlFehlt, berechne, kennzahlen, luecken, vollstaendig
from macros.modell.schreibweise import feldname, meinten_sie
from macros.regeln.register import regel


def _pruefe_formel(plan: Plan, formel: Formel, sammlung: str, kennung: str, pfad: Pfad) -> Iterator[Befund]:
    """Terms name dimensions, values and Stichtage that exist."""
    for teil in ("zaehler", "nenner"):
        for stelle, glied in enumerate(getattr(formel, teil)):
            ort = plan.ort(sammlung, kennung, *pfad, teil, stelle)
            feld = feldname((*pfad, teil, stelle))
            indikator = plan.indikatoren.get(glied.indikator)
            if indikator is None:
                continue
            namen = {d.id: d for d in indikator.dimensionen}
            for name, wahl in glied.auswahl.items():
                if name not in namen:
                    yield melde(
                        ort,
                        feld,
                        "dimension",
                        f"„{indikator.name}“ hat keine Dimension „{name}“.",
                        meinten_sie(name, namen) or f"Vorhanden: {', '.join(namen) or 'keine'}.",
                    )
                    continue
                for wert in (wahl,) if isinstance(wahl, str) else wahl:
                    if wert not in namen[name].auspraegungen:
                        yield melde(
                            ort,
                            feld,
                            "auspraegung",
                            f"„{wert}“ ist kein Wert der Dimension „{name}“.",
                            meinten_sie(wert, namen[name].auspraegungen)
                            or f"Erlaubt: {', '.join(namen[name].auspraegungen)}.",
                        )
            if glied.stichtag and indikator.formel is None and glied.indikator not in plan.lueckenhaft:
                vorhanden = sorted({k.stichtag for k in plan.kennzahlen.get(glied.indikator, ())})
                if glied.stichtag not in vorhanden:
                    yield melde(
                        ort,
                        feld,
                        "stichtag",
                        f"„{indikator.name}“ hat keine Zahl zum Stichtag {glied.stichtag}.",
                        f"Vorhanden: {', '.join(str(s) for s in vorhanden) or 'keiner'}.",
                    )


@regel
def formeln(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A formula names figures that exist and gives a value at its newest Stichtag."""
    for i in plan.indikatoren.values():
        if i.formel is None:
            continue
        befunde = list(_pruefe_formel(plan, i.formel, "indikatoren", i.id, ("formel",)))
        yield from befunde
        ort = plan.ort("indikatoren", i.id, "formel")
        if befunde or not vollstaendig(plan, i.formel):
            continue
        try:
            reihe = kennzahlen(plan, i.id)
            if not reihe:
                berechne(plan, i.formel)
            falsch = [
                (k.wert, k.stichtag) for k in reihe if k.wert is not None and not i.moeglich(float(glatt(k.wert)))
            ]
            if falsch:
                prozent = " Prozent" if i.einheit == Einheit.PROZENT else ""
                wert, wann = max(falsch, key=lambda fund: abs(fund[0]))
                yield melde(
                    ort,
                    "formel",
                    "bereich",
                    f"Die Rechnung ergibt {getippt(wert, 4)}{prozent} ({wann.bezeichnung}).",
                    "Zähler, Nenner und Faktor prüfen. Kann der Indikator solche Werte haben: negativ oder ueber_100 setzen.",
                )
        except Unberechenbar as grund:
            yield melde(ort, "formel", "unberechenbar", str(grund), "Auswahl, Stichtag und Nenner prüfen.")
        yield from _verschiedene_statistiken(plan, i)


@regel
def luecken_der_rechnung(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A computed indicator has a figure at every Stichtag of its first term; where it has none, this says what lacks."""
    for i in plan.indikatoren.values():
        if (
            i.formel is None
            or not vollstaendig(plan, i.formel)
            or next(iter(_pruefe_formel(plan, i.formel, "", "", ())), None)
        ):
            continue
        try:
            fehlende = list(luecken(plan, i.formel, (i.id,)))
            if not kennzahlen(plan, i.id):
                continue  # the rule on formulas says so
        except Unberechenbar:
            continue
        weg = " Liegt der Nenner immer an einem anderen Tag: abstand_tage setzen." if i.formel.nenner else ""
        for wann, grund in fehlende:
            if not isinstance(grund, ZahlFehlt):
                continue  # what is hidden on purpose, nobody can enter; the page says so
            yield melde(
                plan.ort("indikatoren", i.id, "formel"),
                "formel",
                "nicht-berechenbar",
                f"„{i.name}“ ({wann.bezeichnung}) ist nicht berechenbar. {grund}",
                f"Die fehlende Zahl eintragen; bis dahin erscheint keine.{weg}",
                Schwere.HINWEIS,
            )


def _verschiedene_statistiken(plan: Plan, i: Indikator) -> Iterator[Befund]:
    """Numerator and denominator from different statistics need a method note."""
    assert i.formel
    if i.methodenhinweise or not i.formel.nenner:
        return
    quellen = {plan.indikatoren[g.indikator].quelle for g in (*i.formel.zaehler, *i.formel.nenner)}
    if len(quellen) > 1:
        yield melde(
            plan.ort("indikatoren", i.id, "formel"),
            "methodenhinweise",
            "methode",
            f"Zähler und Nenner stammen aus verschiedenen Statistiken ({', '.join(sorted(quellen))}).",
            "Im Feld methodenhinweise sagen, was das für die Zahl bedeutet.",
        )


@regel
def aussagen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A claim has a formula that gives a value, or says why it cannot be checked; never both."""
    for a in plan.aussagen.values():
        ort = plan.ort("aussagen", a.id)
        if (a.formel is None) == (a.nicht_pruefbar is None):
            yield melde(
                ort,
                "formel",
                "aussage",
                "Genau eines ist nötig: formel oder nicht_pruefbar.",
                "Eines ergänzen oder löschen.",
            )
        if a.formel is None:
            continue
        befunde = list(_pruefe_formel(plan, a.formel, "aussagen", a.id, ("formel",)))
        yield from befunde
        if befunde or not vollstaendig(plan, a.formel):
            continue
        try:
            berechne(plan, a.formel)
        except Unberechenbar as grund:
            yield melde(
                plan.ort("aussagen", a.id, "formel"),
                "formel",
                "unberechenbar",
                str(grund),
                "Auswahl, Stichtag und Nenner prüfen.",
            )
