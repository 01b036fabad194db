"""Rules on texts in other languages: their figures exist, and their German text is still the one they were made from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.modell.befund import Befund, Schwere, melde
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.modell.platzhalter import Platzhalterart, Unausfuellbar, beruht_auf, fuellung, genannte, platzhalter
from macros.modell.rechnung import Unberechenbar, kennzahlen
from macros.modell.sprache import Berichtslage, Kapitel
from macros.modell.sprachvorlage import KeineVorlage, abdruck, aus_frueherer_fassung, stuecke
from macros.regeln.register import regel


@regel
def platzhalter_fuellbar(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Every placeholder of a chapter has its figure, and figures that belong together have one Stichtag."""
    for s in plan.sprachen.values():
        for stelle, kapitel in enumerate(s.kapitel):
            if any(plan.kennt("indikatoren", k) and k not in plan.indikatoren for k in genannte(kapitel.text)):
                continue
            try:
                _fuelle(plan, kapitel)
            except Unausfuellbar as fehler:
                ort = plan.ort("sprachen", s.id, "kapitel", stelle, "text")
                yield melde(ort, f"kapitel.{stelle + 1}.text", "platzhalter", fehler.text, fehler.vorschlag)


def _fuelle(plan: Plan, kapitel: Kapitel) -> None:
    """Raises Unausfuellbar where a placeholder has no answer."""
    gefunden = list(platzhalter(plan, kapitel.text))
    for p in gefunden:
        if p.art is Platzhalterart.NEUESTER_BERICHT and kapitel.wenn is not Berichtslage.BERICHTET:
            text = f"„{p.wort}“: Solange nichts berichtet ist, gibt es diesen Tag nicht."
            raise Unausfuellbar(text, "Im Kapitel „wenn: berichtet“ ergänzen.")
    if not any(_gemeldet(plan, p.indikator) for p in gefunden if p.indikator):
        fuellung(plan, gefunden)


def _gemeldet(plan: Plan, indikator: str) -> bool:
    """True where another rule reports what is wrong with the figures: broken tables, formulas without a value."""
    alle = beruht_auf(plan, indikator)
    if alle & plan.lueckenhaft or any(k not in plan.indikatoren for k in alle):
        return True
    try:
        return bool(plan.indikatoren[indikator].formel and not kennzahlen(plan, indikator))
    except Unberechenbar:
        return True


@regel
def beide_stichtage(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A chapter that gives a rate whose numerator and denominator lie apart names both Stichtage."""
    for s in plan.sprachen.values():
        for stelle, kapitel in enumerate(s.kapitel):
            try:
                gefunden = list(platzhalter(plan, kapitel.text))
                if any(_gemeldet(plan, p.indikator) for p in gefunden if p.indikator):
                    continue
                nenner = fuellung(plan, gefunden).nenner
            except Unausfuellbar:
                continue
            for quote in dict.fromkeys(p.indikator for p in gefunden if p.art.nennt_zahl and p.indikator in nenner):
                genannt = {p.art for p in gefunden if p.indikator == quote}
                fehlend = [a for a in (Platzhalterart.STICHTAG, Platzhalterart.STICHTAG_NENNER) if a not in genannt]
                if fehlend:
                    yield melde(
                        plan.ort("sprachen", s.id, "kapitel", stelle, "text"),
                        f"kapitel.{stelle + 1}.text",
                        "beide-stichtage",
                        f"Zähler und Nenner von „{quote}“ gelten für verschiedene Tage; der Text nennt nicht beide.",
                        f"Ergänzen: {' und '.join(f'{{{a}:{quote}}}' for a in fehlend)}.",
                        Schwere.WARNUNG,
                    )


@regel
def sprachvorlage(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A chapter carries the fingerprint of the German fields it was made from; when they change, somebody looks."""
    for s in plan.sprachen.values():
        for liste, stelle, name, kapitel in stuecke(s):
            ort, feld = plan.ort("sprachen", s.id, liste, stelle), f"{liste}.{stelle + 1}"
            if not kapitel.vorlage:
                if kapitel.abdruck:
                    ort = plan.ort("sprachen", s.id, liste, stelle, "abdruck")
                    text = "Zu diesem Abdruck ist keine Vorlage genannt."
                    yield melde(ort, f"{feld}.abdruck", "vorlage", text, "Unter vorlage die deutschen Felder nennen.")
                continue
            if not all(_lesbar(plan, ort) for ort in kapitel.vorlage):
                continue
            try:
                neu = abdruck(plan, kapitel)
            except KeineVorlage as fehler:
                if liste != "kapitel":
                    continue  # the reference leads nowhere, which another rule says
                ort = plan.ort("sprachen", s.id, liste, stelle, "vorlage")
                rat = "Schreibweise: massnahmen/kennung/feld oder gemeinde/feld."
                yield melde(ort, f"{feld}.vorlage", "vorlage", str(fehler), rat)
                continue
            if s.veraltet is None:
                ort = plan.ort("sprachen", s.id, liste, stelle, "vorlage")
                text = "Es fehlt der Satz, der sagt, dass der deutsche Text neuer ist."
                yield melde(ort, f"{feld}.vorlage", "vorlage", text, "Unter veraltet in dieser Sprache eintragen.")
            if kapitel.abdruck is None:
                text = "Der Abdruck der deutschen Vorlage fehlt."
                yield melde(ort, f"{feld}.abdruck", "abdruck", text, f"Passt der Text dazu: abdruck: '{neu}'")
            elif kapitel.abdruck != neu:
                ort = plan.ort("sprachen", s.id, liste, stelle, "abdruck")
                text = f"Der deutsche Text zu „{name}“ hat sich geändert; die Seite sagt es."
                rat = f"Den Text in dieser Sprache prüfen und anpassen, dann abdruck: '{neu}' eintragen."
                yield melde(ort, f"{feld}.abdruck", "abdruck", text, rat, Schwere.WARNUNG)


@regel
def sprache_fassung(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A chapter tells of the edition in force: once another one is, somebody turns it to that one's records."""
    for s in plan.sprachen.values():
        je: dict[tuple[str, int], tuple[str, list[str]]] = {}
        for liste, stelle, name, stueck in stuecke(s):
            if fruehere := aus_frueherer_fassung(plan, stueck, stichtag):
                je.setdefault((liste, stelle if liste == "kapitel" else 0), (name, []))[1].extend(fruehere)
        for (liste, stelle), (name, fruehere) in je.items():
            weitere = f" und {len(fruehere) - 3} weitere" if len(fruehere) > 3 else ""
            yield melde(
                plan.ort("sprachen", s.id, liste, stelle),
                f"{liste}.{stelle + 1}",
                "sprache-fassung",
                f"„{name}“ stützt sich auf eine frühere Fassung ({', '.join(fruehere[:3])}{weitere}); "
                "die Seite sagt es.",
                "In vorlage und Links die Datensätze der geltenden Fassung nennen, den Text daran prüfen und den "
                "abdruck erneuern.",
                Schwere.WARNUNG,
            )


def _lesbar(plan: Plan, vorlage: str) -> bool:
    """False for a field of a record that is there but too broken to load; its own finding says so."""
    match vorlage.split("/"):
        case [sammlung, kennung, _] if sammlung in SAMMLUNGEN:
            return kennung in plan.sammlung(sammlung) or not plan.kennt(sammlung, kennung)
    return True
