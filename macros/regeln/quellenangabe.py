"""Rules on where figures are from, on corrected figures, and on notes that may speak of older figures only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

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
    """Each value before a correction is another one than the next and older, and none that small counts would keep secret."""
    for i in plan.indikatoren.values():
        for k in plan.kennzahlen.get(i.id, ()):
            if k.vorher and (fehler := _vorher_fehler(i, k)):
                yield Befund(plan.tabelle(i.id), k.zeile, "vorher", "berichtigung", *fehler)


def _vorher_fehler(i: Indikator, k: Kennzahl) -> tuple[str, str] | None:
    """(text, suggestion) of what is wrong with the values before corrections."""
    verfahren = i.geheimhaltung.verfahren
    schwelle = i.geheimhaltung.schwelle if verfahren is Verfahren.UNTERDRUECKUNG and i.zaehlt_menschen else 0
    leeren = "Die Zelle vorher leeren."
    streichen = leeren if len(k.vorher) == 1 else "Diesen Wert und seinen Tag aus der Zelle vorher streichen."
    if k.wert is None:
        return "Vorher steht eine Zahl, jetzt keine mehr.", leeren
    for w in k.vorher:
        if 0 < w.wert < schwelle:
            text = f"{zahl(w.wert)} liegt unter der Schwelle {schwelle} und darf auch als alter Wert nicht stehen."
            return text, streichen
        if verfahren is Verfahren.RUNDUNG5 and i.ist_anzahl and glatt(w.wert) % 5:
            return f"{zahl(w.wert)} ist kein Vielfaches von 5 und darf auch als alter Wert nicht stehen.", streichen
    for davor, danach in pairwise(k.werdegang):
        if glatt(davor.wert) == glatt(danach.wert):
            return (
                ("Vorher steht derselbe Wert.", leeren)
                if len(k.vorher) == 1
                else (f"{zahl(davor.wert)} steht in der Zelle vorher und gleich danach noch einmal.", streichen)
            )
    tage = [w.am for w in k.werdegang]
    if len(tage) > 2 and None in tage[1:]:
        return (
            "Nur der älteste Wert darf ohne Tag sein.",
            "Vor jeden späteren Wert den Tag seiner Eintragung schreiben.",
        )
    bekannt = [am for am in tage if am]
    if any(b <= a for a, b in pairwise(bekannt)):
        return (
            "Die Tage der früheren Werte stehen nicht in ihrer Folge vor dem Tag der Berichtigung.",
            "Den ältesten Wert zuerst nennen, jeden mit dem Tag seiner Eintragung; zuletzt kommt der Tag in eingetragen_am.",
        )
    return None


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
