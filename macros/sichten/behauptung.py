"""Outcome of a claim: the stated figure against the computed one, by the rule of its rounding word."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from macros.deutsch.zahlen import runde
from macros.modell.auswahlen import Rundungswort
from macros.modell.grundtypen import Auswahl
from macros.modell.indikator import Aussage, Behauptung
from macros.modell.plan import Plan
from macros.modell.rechnung import Ergebnis, Unberechenbar, berechne


class Ausgang(Auswahl):
    """What checking a claim has shown."""

    BESTAETIGT = "bestaetigt", "bestätigt", "Die Daten ergeben dieselbe Zahl."
    WEICHT_AB = "weicht_ab", "weicht ab", "Die Daten ergeben eine andere Zahl."
    NICHT_PRUEFBAR = "nicht_pruefbar", "nicht prüfbar", "Die nötigen Zahlen stehen nicht im Konzept."


@dataclass(frozen=True, slots=True)
class Pruefung:
    """A claim with its outcome and the computed figure, where there is one."""

    aussage: Aussage
    ausgang: Ausgang
    ergebnis: Ergebnis | None
    grund: str = ""

    @property
    def anmerkungen(self) -> tuple[str, ...]:
        """Why there is no figure to compare with, and what the editors remark."""
        return tuple(text for text in (self.grund, self.aussage.anmerkung or "") if text)


def _letzte_stelle(wert: float) -> int:
    """Decimal place of the last digit that is not zero: 54000 -> -3, 12.5 -> 1."""
    return -int(Decimal(repr(float(wert))).normalize().as_tuple().exponent)


def trifft_zu(behauptung: Behauptung, berechnet: float) -> bool:
    """Whether a computed figure bears out the stated one; see Rundungswort for the rule of each word."""
    w, b = behauptung.wert, berechnet
    if behauptung.toleranz is not None:
        return abs(b - w) <= behauptung.toleranz + 1e-9
    match behauptung.wort:
        case Rundungswort.GENAU:
            return runde(b, behauptung.stellen) == runde(w, behauptung.stellen)
        case Rundungswort.RUND:
            return runde(b, _letzte_stelle(w)) == Decimal(repr(float(w)))
        case Rundungswort.KNAPP | Rundungswort.FAST:
            return 0.95 * w <= b < w
        case Rundungswort.GUT:
            return w <= b <= 1.05 * w
        case Rundungswort.WENIG_MEHR_ALS | Rundungswort.ETWAS_MEHR_ALS:
            return w < b <= 1.10 * w
        case Rundungswort.MEHR_ALS:
            return b > w
        case Rundungswort.WENIGER_ALS:
            return b < w
        case Rundungswort.MINDESTENS:
            return b >= w
        case Rundungswort.HOECHSTENS:
            return b <= w


def pruefe_aussage(plan: Plan, aussage: Aussage) -> Pruefung:
    """The outcome of one claim over the data of the Plan."""
    if aussage.formel is None:
        return Pruefung(aussage, Ausgang.NICHT_PRUEFBAR, None, aussage.nicht_pruefbar or "")
    try:
        ergebnis = berechne(plan, aussage.formel)
    except Unberechenbar as grund:
        return Pruefung(aussage, Ausgang.NICHT_PRUEFBAR, None, str(grund))
    ausgang = Ausgang.BESTAETIGT if trifft_zu(aussage.behauptung, ergebnis.wert) else Ausgang.WEICHT_AB
    return Pruefung(aussage, ausgang, ergebnis)
