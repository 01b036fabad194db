"""Rules on where figures are from, on corrected figures, and on notes that may speak of older figures only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.deutsch.zahlen import glatt, zahl
from macros.modell.auswahlen import Verfahren
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.erhebung import Werteherkunft
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.schreibweise import meinten_sie
from macros.modell.zahlenquelle import ist_neu, ist_verweis, offene_hinweise
from macros.regeln.register import regel


@regel
def zahlenquelle(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A source given in a row exists, and a figure that is not from the concept says where it is from."""
    for i in plan.indikatoren.values():
        datei, gesagt = plan.tabelle(i.id), set()
        for k in plan.kennzahlen.get(i.id, ()):
            if k.quelle and ist_verweis(k.quelle) and not plan.kennt("quellen", k.quelle):
                yield Befund(
                    datei,
                    k.zeile,
                    "quelle",
                    "zahlenquelle",
                    f"Die Quelle „{k.quelle}“ gibt es nicht.",
                    meinten_sie(k.quelle, plan.quellen)
                    or "Die Kennung einer Quelle eintragen, oder sie in Worten nennen.",
                )
            elif _ohne_quelle(plan, i, k) and k.stichtag not in gesagt:
                gesagt.add(k.stichtag)
                yield Befund(
                    datei,
                    k.zeile,
                    "quelle",
                    "zahlenquelle",
                    f"Woher die Zahlen zu {k.stichtag.bezeichnung} kommen, steht nirgends; im Konzept stehen sie nicht.",
                    "In der Spalte quelle die Kennung einer Quelle oder Worte eintragen, in jeder Zeile dieser Zeit.",
                    Schwere.HINWEIS,
                )


def _ohne_quelle(plan: Plan, i: Indikator, k: Kennzahl) -> bool:
    von_konzept = i.zahlen_aus is not Werteherkunft.QUELLE
    return k.wert is not None and not k.quelle and von_konzept and ist_neu(plan, i, k)


@regel
def berichtigung(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """The value before a correction is another one, and none that small counts of people would keep secret."""
    for i in plan.indikatoren.values():
        schwelle = i.geheimhaltung.schwelle if i.geheimhaltung.verfahren is Verfahren.UNTERDRUECKUNG else 0
        for k in plan.kennzahlen.get(i.id, ()):
            if k.vorher is None:
                continue
            if k.wert is None or glatt(k.vorher) == glatt(k.wert):
                text = (
                    "Vorher steht derselbe Wert." if k.wert is not None else "Vorher steht eine Zahl, jetzt keine mehr."
                )
            elif i.zaehlt_menschen and 0 < k.vorher < schwelle:
                text = (
                    f"{zahl(k.vorher)} liegt unter der Schwelle {schwelle} und darf auch als alter Wert nicht stehen."
                )
            else:
                continue
            yield Befund(plan.tabelle(i.id), k.zeile, "vorher", "berichtigung", text, "Die Zelle vorher leeren.")


@regel
def hinweise_zeit(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Notes without a time were written for older figures: with new ones somebody says whether they still hold."""
    for i in plan.indikatoren.values():
        neueste = offene_hinweise(plan, i)
        if neueste is None:
            continue
        feld = "hinweise" if i.hinweise else "methodenhinweise"
        yield melde(
            plan.ort("indikatoren", i.id, feld),
            feld,
            "hinweise-zeit",
            f"Gelten die Hinweise auch für {neueste.bezeichnung}? Sie sind ohne Zeitangabe und älter als diese Zahlen.",
            f"Was nur für frühere Zahlen gilt, nach hinweise_zu verschieben, mit zu: und deren Zeit. Gilt der Rest weiter: "
            f"hinweise_gelten_bis: '{neueste.schreibweise}' eintragen.",
            Schwere.HINWEIS,
        )
