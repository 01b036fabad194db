"""An indicator and its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from macros.modell.auswahlen import (
    Familie,
    Indikatorart,
    Periodizitaet,
    Richtung,
    Stichtagsform,
    Verfahren,
    Zaehlt,
    Zeichen,
)
from macros.modell.einheit import Einheit, EinheitFeld
from macros.modell.erhebung import Bruch, Fragetext, Stichprobe, Werteherkunft, Zeithinweis
from macros.modell.formel import Formel
from macros.modell.grundtypen import (
    Datensatz,
    Datum,
    Dezimalzahl,
    FruehereKennungen,
    Ganzzahl,
    JaNein,
    Kennung,
    Satz,
    Text,
    Zeile,
    ZuAbschnitt,
    ZuQuelle,
)
from macros.modell.sammlung import Sammlung, Stelle
from macros.modell.stichtag import Stichtag, StichtagFeld, lies_stichtag
from macros.modell.suchworte import Suchworte

if TYPE_CHECKING:
    from macros.modell.plan import Plan


class Dimension(Satz):
    """A column of the table that splits the figures."""

    id: Kennung = Field(title="Spalte", description="Name der Spalte in der CSV-Datei.")
    name: Zeile = Field(title="Name", description="Überschrift der Spalte für Leser*innen.")
    auspraegungen: tuple[Zeile, ...] = Field(
        title="Ausprägungen", description="Erlaubte Werte in ihrer Reihenfolge.", min_length=1
    )
    summe: Zeile | None = Field(
        None,
        title="Summe",
        description="Der Wert, der alle anderen zusammenzählt, zum Beispiel „insgesamt“. Fehlt er, gibt es keinen.",
    )
    gesamtwert: Zeile | None = Field(
        None,
        title="Gesamtwert",
        description="Statt summe: der Wert, der für alle steht, ohne die Summe der anderen zu sein, etwa bei Quoten, "
        "Durchschnitten und Preisen.",
    )

    @property
    def gesamt(self) -> str | None:
        """The value that stands for everybody, whether the others add up to it or not."""
        return self.summe or self.gesamtwert


class Zielwert(Satz):
    """A target that a body has decided."""

    wert: Dezimalzahl = Field(title="Wert", description="Zielwert in der Einheit des Indikators.")
    jahr: Ganzzahl = Field(title="Jahr", description="Jahr, bis zu dem er erreicht sein soll.")
    beschluss: Zeile = Field(title="Beschluss", description="Wer ihn beschlossen hat und wann.")


class Vergleich(Satz):
    """A figure of the Land or the Bund to compare with."""

    gebiet: Zeile = Field(title="Gebiet", description="Gebiet, zum Beispiel Nordrhein-Westfalen.")
    wert: Dezimalzahl = Field(title="Wert", description="Wert in der Einheit des Indikators.")
    stichtag: StichtagFeld = Field(title="Stichtag", description="Stichtag des Vergleichswerts.")
    quelle: ZuQuelle = Field(title="Quelle", description="Quelle des Vergleichswerts.")
    hinweis: Text | None = Field(None, title="Hinweis", description="Was den Vergleich einschränkt.")


class Geheimhaltung(Satz):
    """How small counts of people are protected."""

    verfahren: Verfahren = Field(title="Verfahren", description="Verfahren.")
    schwelle: Ganzzahl = Field(
        3, title="Schwelle", description="Kleinste Zahl von Personen, die veröffentlicht werden darf.", ge=1
    )
    begruendung: Text | None = Field(
        None, title="Begründung", description="Pflicht bei „keine“: warum kleine Zahlen hier zulässig sind."
    )


class Darstellung(Satz):
    """How a chart shows the figures; without it the family follows from the data."""

    familie: Familie = Field(title="Familie", description="Art des Diagramms.")
    achse: Kennung | None = Field(None, title="Achse", description="Dimension an der Achse.")
    reihe: Kennung | None = Field(None, title="Reihe", description="Dimension, die Reihen bildet (Farbe und Muster).")


class Indikator(Datensatz):
    """A figure that is to be observed over the years."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="indikatoren",
        einzahl="Indikator",
        mehrzahl="Indikatoren",
        linkart="indikator",
        adresse="monitoring/",
        vorlage="seiten/indikator.md",
        gewicht=1.5,
        verweistitel="Zahlen dazu",
    )

    id: Kennung = Field(
        title="Kennung",
        description="Kennung, gleich dem Dateinamen ohne Endung. Die Zahlen stehen in der gleichnamigen CSV-Datei.",
    )
    name: Zeile = Field(title="Name", description="Name des Indikators.")
    themenfeld: Zeile = Field(title="Themenfeld", description="Themenfeld, unter dem er im Monitoring steht.")
    reihenfolge: Ganzzahl = Field(100, title="Reihenfolge", description="Stelle im Themenfeld, ab 1.")
    schlagzeile: Zeile | None = Field(
        None,
        title="Schlagzeile",
        description="Was die neuesten Zahlen zeigen, in einem Satz über dem Diagramm, höchstens 100 Zeichen. Steht statt "
        "des Satzes, den die Website aus den Zahlen bildet. Sie nennt nur Zahlen der neuesten Zeit, keine Ursachen.",
        max_length=100,
    )
    definition: Text = Field(title="Definition", description="Was genau gezählt wird.")
    einheit: EinheitFeld = Field(
        title="Einheit",
        description="Einheit der Werte: personen, prozent, anzahl, ehen, antworten, institutionen, angebote, "
        "veranstaltungen, stunden, minuten, euro oder ein eigener Text wie MWh; mit Einzahl: Tag | Tage.",
    )
    nachkommastellen: Ganzzahl = Field(0, title="Nachkommastellen", description="Stellen hinter dem Komma.", ge=0, le=4)
    art: Indikatorart = Field(title="Art", description="Bestand, Ereigniszahl, Anteil, Befragung oder Messwert.")
    stichtagsform: Stichtagsform | None = Field(
        None,
        title="Zeitangabe",
        description="Zu welcher Zeit die Zahlen gehören und wie sie in der Tabelle steht. Alle Zeilen haben dieselbe "
        "Form. Nur mit „schuljahr“ heißt 2026/27 Schuljahr.",
    )
    zaehlt: Zaehlt = Field(
        Zaehlt.PERSONEN,
        title="Zählt",
        description="Wer hinter der Zahl steht. Danach, nie nach der Einheit, richtet sich der Schutz kleiner Zahlen.",
    )
    negativ: JaNein = Field(
        False, title="negative Werte", description="true, wenn die Zahl negativ sein kann, zum Beispiel ein Saldo."
    )
    ueber_100: JaNein = Field(
        False, title="über 100 Prozent", description="true, wenn ein Anteil über 100 Prozent liegen kann."
    )
    dimensionen: tuple[Dimension, ...] = Field((), title="Dimensionen", description="Spalten, die die Zahlen gliedern.")
    richtung: Richtung = Field(title="Richtung", description="Welche Richtung besser ist. Im Zweifel „neutral“.")
    quelle: ZuQuelle = Field(title="Quelle", description="Woher die Zahlen kommen.")
    zahlen_aus: Werteherkunft = Field(
        Werteherkunft.QUELLE,
        title="Herkunft der Zahlen",
        description="Woher diese Daten die Zahlen haben. Danach richtet sich, was eine Prüfung von Aussagen beweist.",
    )
    abschnitt: ZuAbschnitt | None = Field(
        None, title="Abschnitt", description="Abschnitt des Konzepts, in dem die Zahlen stehen."
    )
    periodizitaet: Periodizitaet = Field(title="Periodizität", description="Wie oft neue Zahlen kommen.")
    naechste_aktualisierung: Datum | None = Field(
        None, title="nächste Aktualisierung", description="Bis wann die nächsten Zahlen erwartet werden."
    )
    formel: Formel | None = Field(
        None,
        title="Formel",
        description="Rechnung, wenn der Indikator aus anderen abgeleitet ist. Dann ohne CSV-Datei.",
    )
    zielwert: Zielwert | None = Field(None, title="Zielwert", description="Beschlossener Zielwert.")
    weitere_zielwerte: tuple[Zielwert, ...] = Field(
        (), title="weitere Zielwerte", description="Zwischenziele und Zielwerte für andere Jahre, neben zielwert."
    )
    vergleich: tuple[Vergleich, ...] = Field(
        (), title="Vergleichswerte", description="Vergleichswerte von Land oder Bund."
    )
    geheimhaltung: Geheimhaltung = Field(title="Geheimhaltung", description="Schutz kleiner Zahlen.")
    methodenhinweise: Text | None = Field(
        None, title="Methode", description="Wie die Zahlen entstehen und was dabei zu beachten ist."
    )
    bruch: Bruch | None = Field(None, title="Bruch in der Reihe", description="Bruch in der Zeitreihe.")
    referenz: Zeile | None = Field(
        None, title="Kennung im Monitoring der Länder", description="Kennung im Integrationsmonitoring der Länder."
    )
    frage: Fragetext | None = Field(None, title="Frage", description="Frage oder Aussage einer Befragung.")
    stichprobe: Stichprobe | None = Field(None, title="Stichprobe", description="Wer befragt wurde.")
    darstellung: Darstellung | None = Field(
        None, title="Darstellung", description="Diagramm, wenn es nicht aus den Daten folgen soll."
    )
    sprung: Ganzzahl = Field(
        30, title="Schwelle für Rückfragen", description="Änderung in Prozent, ab der die Prüfung nachfragt.", ge=1
    )
    frueher: FruehereKennungen = ()
    suchworte: Suchworte = ()
    hinweise: tuple[Text, ...] = Field(
        (), title="Hinweise", description="Hinweise zur Datenqualität, die für alle Zahlen gelten."
    )
    hinweise_zu: tuple[Zeithinweis, ...] = Field(
        (),
        title="Hinweise zu einzelnen Zeiten",
        description="Hinweise, die nur für die Zahlen einzelner Zeiten gelten.",
    )
    hinweise_gelten_bis: StichtagFeld | None = Field(
        None,
        title="Hinweise gelten bis",
        description="Neueste Zeit, für die jemand geprüft hat, dass hinweise und methodenhinweise noch gelten.",
    )

    def name_im(self, plan: Plan) -> str:
        return self.name

    @property
    def ziele(self) -> tuple[Zielwert, ...]:
        """Every target, the earliest first."""
        alle = (*((self.zielwert,) if self.zielwert else ()), *self.weitere_zielwerte)
        return tuple(sorted(alle, key=lambda z: z.jahr))

    @property
    def ist_anzahl(self) -> bool:
        """True for figures that count, so that parts add up; rates, shares and measured values do not."""
        return self.art not in (Indikatorart.QUOTE, Indikatorart.INDEX) and self.einheit != Einheit.PROZENT

    @property
    def zaehlt_menschen(self) -> bool:
        """True where a small figure could point at somebody."""
        return self.ist_anzahl and self.zaehlt is not Zaehlt.ANDERES

    def moeglich(self, wert: float) -> bool:
        """False for a figure that the record rules out: below zero, or more than the whole."""
        return (wert >= 0 or self.negativ) and (wert <= 100 or self.ueber_100 or self.einheit != Einheit.PROZENT)

    def zeit(self, stichtag: Stichtag) -> Stichtag:
        """A Stichtag that stands in the record itself, called as those of the table are."""
        try:
            return lies_stichtag(stichtag.schreibweise, self.stichtagsform)
        except ValueError:
            return stichtag

    def stelle_im(self, plan: Plan) -> Stelle:
        return (self.reihenfolge, self.id)


FRUEHERE_TRENNER = "; "
"""What stands between the earlier values in a cell."""


@dataclass(frozen=True, slots=True)
class Frueher:
    """A value that stood in a row and the day it was entered; None where that is not known."""

    wert: float
    am: date | None = None


@dataclass(frozen=True, slots=True)
class Kennzahl:
    """One row of an indicator's CSV: a value or a sign, for a Stichtag and one value per dimension.

    `nenner` is the Stichtag of a computed figure's denominator where it is another one; `grundlage` every Stichtag
    that a computed figure rests on.
    """

    stichtag: Stichtag
    merkmale: Mapping[str, str]
    wert: float | None
    zeichen: Zeichen | None
    hinweis: str
    zeile: int
    nenner: Stichtag | None = None
    grundlage: tuple[Stichtag, ...] = ()
    eingetragen_am: date | None = None
    """The day it was entered; None where the row does not say."""
    quelle: str = ""
    """Where it is from, an id of a source or words; empty where the row does not say."""
    vorher: tuple[Frueher, ...] = ()
    """The values that stood here before it was corrected, oldest first."""

    @property
    def werdegang(self) -> tuple[Frueher, ...]:
        """All values that stood here, the one that counts last; empty where there is only a sign."""
        return () if self.wert is None else (*self.vorher, Frueher(self.wert, self.eingetragen_am))
