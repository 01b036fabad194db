"""Outcome of a claim: the stated figure against the computed one, by the rule of its rounding word."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from macros.deutsch.zahlen import glatt, runde
from macros.modell.aussage import Aussage, Behauptung, Rundungswort, letzte_stelle
from macros.modell.auswahl import Auswahl
from macros.modell.erhebung import Werteherkunft
from macros.modell.formel import Formel
from macros.modell.plan import Plan
from macros.modell.rechnung import Ergebnis, Unberechenbar, berechne, grundlage, ist_berechnet
from macros.modell.zahlenquelle import zahlenquelle

_NAHEBEI = frozenset(
    {
        Rundungswort.KNAPP,
        Rundungswort.FAST,
        Rundungswort.GUT,
        Rundungswort.WENIG_MEHR_ALS,
        Rundungswort.ETWAS_MEHR_ALS,
    }
)
"""Words that compare with the figure's size, whatever its sign."""


class Ausgang(Auswahl):
    """What checking a claim has shown."""

    NACHGERECHNET = "nachgerechnet", "nachgerechnet", "Andere Zahlen als die des Satzes ergeben, was er sagt."
    UEBERNOMMEN = (
        "uebernommen",
        "übernommen",
        "Die Daten haben diese Zahl aus dem Konzept selbst; geprüft ist sie damit nicht.",
    )
    PASST_ZUSAMMEN = (
        "passt_zusammen",
        "passt zusammen",
        "Die Zahlen sind erst so zugeordnet worden, dass sie zum Text passen; ein unabhängiger Beleg ist das nicht.",
    )
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
        """Why there is no figure to compare with, of which days its terms are, and what the editors remark."""
        tage = f"{self.ergebnis.hinweis}." if self.ergebnis and self.ergebnis.hinweis else ""
        return tuple(text for text in (self.grund, tage, self.aussage.anmerkung or "") if text)


def trifft_zu(behauptung: Behauptung, berechnet: float) -> bool:
    """Whether a computed figure bears out the stated one; see Rundungswort for the rule of each word."""
    w, b = glatt(behauptung.wert), glatt(berechnet)
    if behauptung.toleranz is not None:
        return abs(b - w) <= glatt(behauptung.toleranz)
    if w < 0 and behauptung.wort in _NAHEBEI:  # knapp −3 is −2.9, gut −3 is −3.1
        w, b = -w, -b
    match behauptung.wort:
        case Rundungswort.GENAU:
            return runde(berechnet, behauptung.stellen) == runde(behauptung.wert, behauptung.stellen)
        case Rundungswort.RUND:
            return runde(berechnet, letzte_stelle(w)) == w
        case Rundungswort.KNAPP | Rundungswort.FAST:
            return Decimal("0.95") * w <= b < w
        case Rundungswort.GUT:
            return w <= b <= Decimal("1.05") * w
        case Rundungswort.WENIG_MEHR_ALS | Rundungswort.ETWAS_MEHR_ALS:
            return w < b <= Decimal("1.10") * w
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
    stimmt = trifft_zu(aussage.behauptung, ergebnis.wert)
    return Pruefung(aussage, beweis(plan, aussage.formel, ergebnis) if stimmt else Ausgang.WEICHT_AB, ergebnis)


def beweis(plan: Plan, formel: Formel, ergebnis: Ergebnis) -> Ausgang:
    """What it proves that a formula gives the stated figure: where the figures that it rests on were read decides.

    Figures that were assigned because they fit the text prove nothing; neither does one figure of the concept
    compared with itself. Whatever is reckoned from others, or read in a source of its own, does.
    """
    zutaten = [i for kennung in grundlage(plan, formel) if (i := plan.indikatoren[kennung]).formel is None]
    herkunft = {
        zahlenquelle(plan, i, k).herkunft or i.zahlen_aus
        for i in zutaten
        for k in plan.kennzahlen.get(i.id, ())
        if k.stichtag in ergebnis.grundlage
    }
    if Werteherkunft.ZUGEORDNET in herkunft:
        return Ausgang.PASST_ZUSAMMEN
    if Werteherkunft.KONZEPT in herkunft and not ist_berechnet(plan, formel):
        return Ausgang.UEBERNOMMEN
    return Ausgang.NACHGERECHNET
