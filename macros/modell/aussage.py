"""A sentence of the concept that states a figure."""

from __future__ import annotations

from decimal import Decimal
from math import inf
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from macros.deutsch.zahlen import glatt
from macros.modell.auswahl import Auswahl
from macros.modell.einheit import EinheitFeld
from macros.modell.formel import Formel
from macros.modell.grundtypen import Datensatz, Dezimalzahl, Ganzzahl, Kennung, Satz, Text, Zeile, ZuAbschnitt
from macros.modell.sammlung import Sammlung, Stelle

if TYPE_CHECKING:
    from macros.modell.plan import Plan


class Rundungswort(Auswahl):
    """How a sentence of the concept states its figure, and when that counts as true.

    `b` is the computed figure, `w` the stated one. A range is open where it says „unter“ or „über“.
    """

    GENAU = "genau", "genau", "b, auf die Stellen von w gerundet, ist w."
    RUND = "rund", "rund", "b, auf die letzte von null verschiedene Stelle von w gerundet, ist w."
    KNAPP = "knapp", "knapp", "b liegt bis zu 5 % unter w; ist w negativ, bis zu 5 % darüber."
    FAST = "fast", "fast", "b liegt bis zu 5 % unter w; ist w negativ, bis zu 5 % darüber."
    GUT = "gut", "gut", "b ist w oder liegt bis zu 5 % darüber; ist w negativ, darunter."
    WENIG_MEHR_ALS = "wenig_mehr_als", "wenig mehr als", "b liegt bis zu 10 % über w; ist w negativ, darunter."
    ETWAS_MEHR_ALS = "etwas_mehr_als", "etwas mehr als", "b liegt bis zu 10 % über w; ist w negativ, darunter."
    MEHR_ALS = "mehr_als", "mehr als", "b liegt über w."
    WENIGER_ALS = "weniger_als", "weniger als", "b liegt unter w."
    MINDESTENS = "mindestens", "mindestens", "b ist w oder mehr."
    HOECHSTENS = "hoechstens", "höchstens", "b ist w oder weniger."


class Behauptung(Satz):
    """The figure that a sentence states."""

    wert: Dezimalzahl = Field(
        title="Wert", description="Die Zahl des Satzes. „zwei Drittel“ ist 66.6667 bei Einheit Prozent."
    )
    einheit: EinheitFeld = Field(title="Einheit", description="Einheit der Zahl.")
    wort: Rundungswort = Field(Rundungswort.GENAU, title="Rundungswort", description="Rundungswort des Satzes.")
    stellen: Ganzzahl = Field(
        0, title="Nachkommastellen", description="Stellen hinter dem Komma, die der Satz nennt.", ge=0, le=4
    )
    toleranz: Dezimalzahl | None = Field(
        None,
        title="Erlaubte Abweichung",
        description="Erlaubte Abweichung in der Einheit, statt der Regel des Rundungsworts.",
    )

    @property
    def spanne(self) -> tuple[float, float]:
        """From where to where the figure can lie, as far as the sentence tells: a reader knows no more."""
        w = float(self.wert)
        if self.toleranz is not None:
            return w - float(self.toleranz), w + float(self.toleranz)
        match self.wort:
            case Rundungswort.GENAU | Rundungswort.RUND:
                stellen = self.stellen if self.wort is Rundungswort.GENAU else letzte_stelle(glatt(w))
                return w - 0.5 * 10**-stellen, w + 0.5 * 10**-stellen
            case Rundungswort.MEHR_ALS | Rundungswort.MINDESTENS:
                return w, inf
            case Rundungswort.WENIGER_ALS | Rundungswort.HOECHSTENS:
                return -inf, w
            case Rundungswort.KNAPP | Rundungswort.FAST:
                andere = 0.95 * w
            case Rundungswort.GUT:
                andere = 1.05 * w
            case _:
                andere = 1.10 * w
        return min(w, andere), max(w, andere)


def letzte_stelle(wert: Decimal) -> int:
    """Decimal place of the last digit that is not zero: 54000 -> -3, 12.5 -> 1."""
    return -int(wert.normalize().as_tuple().exponent)


class Aussage(Datensatz):
    """A sentence of the concept that states a figure, tied to a formula over the data."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="aussagen",
        einzahl="Aussage",
        mehrzahl="Aussagen",
        adresse="datenqualitaet/",
        anker="aussage-",
        verweistitel="Geprüfte Aussagen",
    )

    id: Kennung = Field(title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung.")
    abschnitt: ZuAbschnitt = Field(title="Abschnitt", description="Abschnitt, in dem der Satz steht.")
    stelle: Zeile | None = Field(
        None, title="Stelle", description="Genauere Stelle, zum Beispiel „Abbildung 5“ oder „zweiter Absatz“."
    )
    text: Text = Field(title="Text", description="Was der Satz sagt, in eigenen Worten, mit seiner Zahl.")
    behauptung: Behauptung = Field(title="Behauptung", description="Die Zahl des Satzes.")
    formel: Formel | None = Field(
        None, title="Formel", description="Rechnung über die Daten, die dieselbe Zahl ergeben soll."
    )
    nicht_pruefbar: Text | None = Field(
        None,
        title="nicht prüfbar, weil",
        description="Warum die Aussage nicht nachgerechnet werden kann, zum Beispiel bei einem Anteil ohne Fallzahlen. "
        "Eine gezählte Zahl, die das Konzept nur nennt, bekommt dagegen eine Formel und heißt „übernommen“.",
    )
    anmerkung: Text | None = Field(
        None, title="Anmerkung", description="Anmerkung zu Abweichungen und ihrer möglichen Ursache."
    )

    def name_im(self, plan: Plan) -> str:
        return self.text

    def stelle_im(self, plan: Plan) -> Stelle:
        return (self.abschnitt, self.id)
