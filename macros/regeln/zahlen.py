"""Rules on indicators, their figures, formulas and the claims that rest on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.deutsch.zahlen import getippt, glatt
from macros.modell.auswahlen import Indikatorart, Verfahren
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.plan import Plan
from macros.modell.schreibweise import meinten_sie
from macros.modell.stichtag import schreibart
from macros.regeln.register import regel

_SPALTEN = (
    "stichtag",
    "wert",
    "zeichen",
    "hinweis",
    "stichtag_nenner",
    "eingetragen_am",
    "quelle",
    "zahlen_aus",
    "vorher",
)


@regel
def dimensionen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Dimensions have names of their own, values given once, and a total that is one of them."""
    for i in plan.indikatoren.values():
        namen = [d.id for d in i.dimensionen]
        for stelle, d in enumerate(i.dimensionen):
            ort = plan.ort("indikatoren", i.id, "dimensionen", stelle)
            if d.id in _SPALTEN or namen.index(d.id) != stelle:
                yield melde(
                    ort, f"dimensionen.{stelle + 1}.id", "dimension", f"„{d.id}“ ist schon vergeben.", "Anders nennen."
                )
            if len(set(d.auspraegungen)) < len(d.auspraegungen):
                yield melde(
                    ort,
                    f"dimensionen.{stelle + 1}.auspraegungen",
                    "dimension",
                    "Ein Wert steht zweimal in der Liste.",
                    "Einen löschen.",
                )
            if d.summe and d.gesamtwert:
                yield melde(
                    plan.ort("indikatoren", i.id, "dimensionen", stelle, "gesamtwert"),
                    f"dimensionen.{stelle + 1}.gesamtwert",
                    "dimension",
                    "summe und gesamtwert zugleich sind nicht möglich.",
                    "summe lassen, wenn die anderen Werte zusammen so viel ergeben, sonst gesamtwert.",
                )
            elif d.gesamtwert and d.gesamtwert not in d.auspraegungen:
                yield melde(
                    plan.ort("indikatoren", i.id, "dimensionen", stelle, "gesamtwert"),
                    f"dimensionen.{stelle + 1}.gesamtwert",
                    "dimension",
                    f"„{d.gesamtwert}“ fehlt in den Werten der Dimension.",
                    meinten_sie(d.gesamtwert, d.auspraegungen) or "Unter auspraegungen ergänzen.",
                )
            if d.summe and d.summe not in d.auspraegungen:
                yield melde(
                    plan.ort("indikatoren", i.id, "dimensionen", stelle, "summe"),
                    f"dimensionen.{stelle + 1}.summe",
                    "dimension",
                    f"„{d.summe}“ fehlt in den Werten der Dimension.",
                    meinten_sie(d.summe, d.auspraegungen) or "Unter auspraegungen ergänzen.",
                )
        if i.darstellung:
            for feld in ("achse", "reihe"):
                wert = getattr(i.darstellung, feld)
                if wert and wert not in namen:
                    yield melde(
                        plan.ort("indikatoren", i.id, "darstellung", feld),
                        f"darstellung.{feld}",
                        "dimension",
                        f"Die Dimension „{wert}“ gibt es hier nicht.",
                        meinten_sie(wert, namen) or f"Vorhanden: {', '.join(namen) or 'keine'}.",
                    )


@regel
def zeit_laeuft(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """What happens in a time is counted when it is over; a figure from within says until when it counts."""
    for i in plan.indikatoren.values():
        for k in plan.kennzahlen.get(i.id, ()) if i.art is Indikatorart.EREIGNIS else ():
            if k.wert is not None and not k.hinweis and k.stichtag.beginn <= stichtag < k.stichtag.ende:
                yield Befund(
                    plan.tabelle(i.id),
                    k.zeile,
                    "stichtag",
                    "zeit-laeuft",
                    f"{k.stichtag.bezeichnung} ist noch nicht zu Ende, die Zahl steht aber wie eine für die ganze Zeit da.",
                    "Die Zahl danach eintragen, oder in der Spalte hinweis sagen, bis wann gezählt ist.",
                    Schwere.HINWEIS,
                )


@regel
def werte(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Figures are not negative and shares not above 100, unless declared, and no figure is from the future."""
    for i in plan.indikatoren.values():
        datei = plan.tabelle(i.id)
        for k in plan.kennzahlen.get(i.id, ()):
            if k.stichtag.beginn > stichtag:
                yield Befund(
                    datei,
                    k.zeile,
                    "stichtag",
                    "zukunft",
                    f"Der Stichtag {k.stichtag.bezeichnung} liegt in der Zukunft.",
                    "Den Stichtag prüfen.",
                )
            if k.wert is None or i.moeglich(k.wert):
                continue
            if k.wert < 0:
                yield Befund(
                    datei,
                    k.zeile,
                    "wert",
                    "bereich",
                    f"{getippt(k.wert, 4)} ist negativ.",
                    "Die Zahl prüfen. Kann sie negativ sein, wie ein Saldo: negativ: true setzen.",
                )
            else:
                yield Befund(
                    datei,
                    k.zeile,
                    "wert",
                    "bereich",
                    f"{getippt(k.wert, 4)} Prozent sind mehr als 100.",
                    "Prüfen, ob ein Dezimalpunkt fehlt. Kann der Anteil so groß sein: ueber_100: true setzen.",
                )


@regel
def stichtagsformen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """All Stichtage of a series have one form: 2022 beside 2022-12-31 counts one year twice."""
    for i in plan.indikatoren.values():
        reihe = plan.kennzahlen.get(i.id, ())
        erste = {schreibart(k.stichtag): k for k in reversed(reihe)}
        if i.stichtagsform or len(erste) < 2:
            continue
        eine, andere = sorted(erste.values(), key=lambda k: k.zeile)[:2]
        yield Befund(
            plan.tabelle(i.id),
            andere.zeile,
            "stichtag",
            "stichtagsform",
            f"{andere.stichtag} hat eine andere Form als {eine.stichtag} in Zeile {eine.zeile}.",
            "Alle Stichtage gleich schreiben, und im Feld stichtagsform festlegen, wie.",
        )


@regel
def summen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Parts add up to at most their total; a difference is a hint."""
    for i in plan.indikatoren.values():
        if not i.ist_anzahl or i.formel or i.id in plan.lueckenhaft:
            continue
        datei = plan.tabelle(i.id)
        for d in i.dimensionen:
            if d.summe is None:
                continue
            gruppen: dict[tuple[object, ...], dict[str, tuple[float | None, int]]] = {}
            for k in plan.kennzahlen.get(i.id, ()):
                rest = (k.stichtag, *(w for n, w in k.merkmale.items() if n != d.id))
                gruppen.setdefault(rest, {})[k.merkmale[d.id]] = (k.wert, k.zeile)
            for teile in gruppen.values():
                gesamt, zeile = teile.get(d.summe, (None, 0))
                einzelne = [w for n, (w, _) in teile.items() if n != d.summe and w is not None]
                if (
                    gesamt is not None
                    and einzelne
                    and glatt(sum(einzelne)) > glatt(gesamt)
                    and not (i.negativ and len(einzelne) < len(d.auspraegungen) - 1)
                    and i.geheimhaltung.verfahren is not Verfahren.RUNDUNG5
                ):
                    yield Befund(
                        datei,
                        zeile,
                        "wert",
                        "summe",
                        f"Die Teile ergeben {getippt(sum(einzelne), 4)}, die Summe „{d.summe}“ ist {getippt(gesamt, 4)}.",
                        "Zahlen prüfen.",
                        Schwere.WARNUNG,
                    )
