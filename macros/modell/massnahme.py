"""A measure, its steps and the append-only story of its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from macros.modell.auswahlen import Ampel, Beziehung, Kostenart, Nachfolgeart, Ressource, Stand
from macros.modell.grundtypen import (
    Datensatz,
    Datum,
    Dezimalzahl,
    Gliederungsnummer,
    Kennung,
    Satz,
    Text,
    Url,
    Zeile,
    ZuAkteur,
    ZuFassung,
    ZuHandlungsfeld,
    ZuHerausforderung,
    ZuIndikator,
    ZuMassnahme,
    ZuZielgruppe,
)
from macros.modell.sammlung import Sammlung, Stelle
from macros.modell.schreibweise import nummernfolge

if TYPE_CHECKING:
    from macros.modell.plan import Plan


class Beleg(Satz):
    """The evidence for a state or a finished step."""

    text: Zeile = Field(description="Was es ist, zum Beispiel „Beschluss des Rates vom 12.03.2026“.")
    url: Url | None = Field(None, description="Adresse des Belegs, wenn er öffentlich ist.")


class Schritt(Satz):
    """A step on the way to carry out a measure."""

    text: Text = Field(description="Was zu tun ist, in eigenen Worten.")
    termin: Datum | None = Field(None, description="Bis wann der Schritt geplant ist. Unbekannt: weglassen.")
    erledigt_am: Datum | None = Field(None, description="Tag, an dem der Schritt erledigt war.")
    beleg: Beleg | None = Field(None, description="Nachweis, dass der Schritt erledigt ist.")


class Beteiligung(Satz):
    """An Akteur who takes part, and how."""

    akteur: ZuAkteur = Field(description="Wer beteiligt ist.")
    hinweis: Zeile | None = Field(
        None, description="Einschränkung oder Rolle laut Konzept, zum Beispiel „gegebenenfalls“."
    )


class Kosten(Satz):
    """An amount of money, only where a source states it."""

    betrag_euro: Dezimalzahl = Field(description="Betrag in Euro.", ge=0)
    art: Kostenart = Field(description="Was der Betrag bedeutet.")


class Zeitraum(Satz):
    """Planned time."""

    beginn: Datum = Field(description="Geplanter Beginn.")
    ende: Datum | None = Field(None, description="Geplantes Ende. Offen: weglassen.")


class Indikatorbezug(Satz):
    """An indicator that belongs to a measure."""

    id: ZuIndikator = Field(description="Indikator.")
    beziehung: Beziehung = Field(description="Beobachtet er das Umfeld, oder zählt er die Leistung der Maßnahme?")
    begruendung: Text = Field(description="Warum der Indikator zu dieser Maßnahme gehört.")


class Herkunft(Satz):
    """Where a measure stands in the concept."""

    fassung: ZuFassung = Field(description="Fassung des Konzepts.")
    nummer: Gliederungsnummer = Field(description="Nummer in dieser Fassung.")


class Nachfolge(Satz):
    """What became of a measure in the next edition."""

    fassung: ZuFassung = Field(description="Die neue Fassung.")
    art: Nachfolgeart = Field(description="Was aus der Maßnahme wurde.")
    massnahmen: tuple[ZuMassnahme, ...] = Field((), description="Maßnahmen der neuen Fassung. Bei „entfallen“ leer.")
    begruendung: Text = Field(description="Warum so entschieden wurde.")


class Sachstand(Satz):
    """A report on a measure at a day; reports are added, never changed."""

    datum: Datum = Field(description="Tag, für den der Bericht gilt.")
    stand: Stand = Field(description="Stand der Maßnahme an diesem Tag.")
    ampel: Ampel | None = Field(None, description="Läuft es nach Plan? Nur solange die Maßnahme aktiv ist.")
    text: Text | None = Field(
        None, description="Bericht in ein bis drei Sätzen. Pflicht, wenn die Ampel nicht „im Plan“ zeigt."
    )
    beleg: Beleg | None = Field(None, description="Nachweis, zum Beispiel ein Beschluss.")


class Massnahme(Datensatz):
    """A measure of the concept, from challenge to evidence."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="massnahmen",
        einzahl="Maßnahme",
        mehrzahl="Maßnahmen",
        linkart="massnahme",
        adresse="massnahmen/",
        vorlage="seiten/massnahme.md",
        gewicht=2,
    )

    id: Kennung = Field(description="Kennung, gleich dem Dateinamen ohne Endung. Sie bleibt für immer gleich.")
    nummer: Gliederungsnummer = Field(description="Nummer im Konzept, zum Beispiel 4.2.1.")
    titel: Zeile = Field(description="Titel, wie ihn das Konzept nennt.")
    kurztext: Annotated[Zeile, Field(max_length=200)] = Field(description="Worum es geht, in höchstens 200 Zeichen.")
    handlungsfeld: ZuHandlungsfeld = Field(description="Handlungsfeld.")
    herausforderungen: tuple[ZuHerausforderung, ...] = Field(description="Herausforderungen, auf die sie antwortet.")
    ziel: Text | None = Field(None, description="Ziel, wie es bei der Maßnahme steht, in eigenen Worten.")
    zielgruppen: tuple[ZuZielgruppe, ...] = Field((), description="Zielgruppen, wie sie bei der Maßnahme stehen.")
    sozialraum: Zeile | None = Field(None, description="Sozialraumbezug, zum Beispiel ein Stadtteil.")
    beschreibung: Text = Field(description="Was die Maßnahme ist, in eigenen Worten.")
    schritte: tuple[Schritt, ...] = Field((), description="Schritte zur Umsetzung, in ihrer Reihenfolge.")
    federfuehrung: ZuAkteur | None = Field(None, description="Wer die Maßnahme führt. Unbekannt: weglassen.")
    beteiligte: tuple[Beteiligung, ...] = Field((), description="Wer mitwirkt.")
    ressourcen: tuple[Ressource, ...] = Field((), description="Was gebraucht wird.")
    finanzierung: Text | None = Field(None, description="Wie es bezahlt werden soll, in eigenen Worten.")
    kosten: Kosten | None = Field(None, description="Betrag, wenn eine Quelle ihn nennt.")
    zeitraum: Zeitraum | None = Field(None, description="Geplante Zeit, wenn eine Quelle sie nennt.")
    indikatoren: tuple[Indikatorbezug, ...] = Field((), description="Indikatoren, die zur Maßnahme gehören.")
    herkunft: Herkunft = Field(description="Fassung und Nummer, aus der die Maßnahme stammt.")
    nachfolge: Nachfolge | None = Field(None, description="Was in der nächsten Fassung aus ihr wurde.")
    sachstaende: tuple[Sachstand, ...] = Field((), description="Berichte, ältester zuerst. Nur anhängen, nie ändern.")
    anmerkungen: tuple[Text, ...] = Field(
        (), description="Anmerkungen der Redaktion: Abweichungen und Lücken der Quelle."
    )

    def name_im(self, plan: Plan) -> str:
        return f"{self.nummer} {self.titel}"

    def stelle_im(self, plan: Plan) -> Stelle:
        return (nummernfolge(self.nummer), self.id)
