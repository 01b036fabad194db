"""A measure, its steps and the append-only story of its state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from macros.deutsch.saetze import gekuerzt
from macros.modell.auswahlen import Ampel, Beziehung, Kostenart, Nachfolgeart, Ressource, Stand
from macros.modell.grundtypen import (
    Datensatz,
    Datum,
    Dezimalzahl,
    FruehereKennungen,
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
from macros.modell.rechtsstand import Rechtsstand
from macros.modell.sammlung import Sammlung, Stelle
from macros.modell.schreibweise import nummernfolge
from macros.modell.suchworte import Suchworte

if TYPE_CHECKING:
    from macros.modell.plan import Plan


LISTENTITEL = 110
"""Letters of an official title that lists show; its own page has all of it."""


class Beleg(Satz):
    """The evidence for a state or a finished step."""

    text: Zeile = Field(title="Beleg", description="Was es ist, zum Beispiel „Beschluss des Rates vom 12.03.2026“.")
    url: Url | None = Field(None, title="Adresse des Belegs", description="Adresse des Belegs, wenn er öffentlich ist.")


class Schritt(Satz):
    """A step on the way to carry out a measure."""

    text: Text = Field(title="Schritt", description="Was zu tun ist, in eigenen Worten.")
    termin: Datum | None = Field(
        None, title="geplant bis", description="Bis wann der Schritt geplant ist. Unbekannt: weglassen."
    )
    erledigt_am: Datum | None = Field(None, title="erledigt am", description="Tag, an dem der Schritt erledigt war.")
    beleg: Beleg | None = Field(None, title="Beleg", description="Nachweis, dass der Schritt erledigt ist.")


class Beteiligung(Satz):
    """An Akteur who takes part, and how."""

    akteur: ZuAkteur = Field(title="Akteur*in", description="Wer beteiligt ist.")
    hinweis: Zeile | None = Field(
        None, title="Hinweis", description="Einschränkung oder Rolle laut Konzept, zum Beispiel „gegebenenfalls“."
    )


class Bezug(Satz):
    """An Akteur that a measure names without being one of its stakeholders, and as what."""

    akteur: ZuAkteur = Field(title="Akteur*in", description="Wer genannt ist.")
    wort: Zeile = Field(
        title="Verhältnis", description="Als was, in wenigen Worten, zum Beispiel „Vorbild“ oder „früheres Angebot“."
    )


class Kosten(Satz):
    """An amount of money, only where a source states it."""

    betrag_euro: Dezimalzahl = Field(title="Kosten in Euro", description="Betrag in Euro.", ge=0)
    art: Kostenart = Field(title="Art der Kosten", description="Was der Betrag bedeutet.")
    bewilligt_euro: Dezimalzahl | None = Field(
        None, title="davon bewilligt", description="Bewilligter Betrag in Euro. Unbekannt: weglassen.", ge=0
    )
    ausgegeben_euro: Dezimalzahl | None = Field(
        None, title="davon ausgegeben", description="Bisher ausgegebener Betrag in Euro. Unbekannt: weglassen.", ge=0
    )


class Zeitraum(Satz):
    """Planned time."""

    beginn: Datum = Field(title="Beginn", description="Geplanter Beginn.")
    ende: Datum | None = Field(None, title="Ende", description="Geplantes Ende. Offen: weglassen.")


class Indikatorbezug(Satz):
    """An indicator that belongs to a measure."""

    id: ZuIndikator = Field(title="Indikator", description="Indikator.")
    beziehung: Beziehung = Field(
        title="Beziehung", description="Beobachtet er das Umfeld, oder zählt er die Leistung der Maßnahme?"
    )
    begruendung: Text = Field(title="Begründung", description="Warum der Indikator zu dieser Maßnahme gehört.")


class Herkunft(Satz):
    """Where a measure stands in the concept."""

    fassung: ZuFassung = Field(title="Fassung", description="Fassung des Konzepts.")
    nummer: Gliederungsnummer = Field(title="Nummer", description="Nummer in dieser Fassung.")


class Nachfolge(Satz):
    """What became of a measure in the next edition."""

    fassung: ZuFassung = Field(title="Fassung", description="Die neue Fassung.")
    art: Nachfolgeart = Field(title="Art", description="Was aus der Maßnahme wurde.")
    massnahmen: tuple[ZuMassnahme, ...] = Field(
        (), title="Maßnahmen", description="Maßnahmen der neuen Fassung. Bei „entfallen“ leer."
    )
    begruendung: Text = Field(title="Begründung", description="Warum so entschieden wurde.")


class Sachstand(Satz):
    """A report on a measure at a day; reports are added, never changed."""

    datum: Datum = Field(title="Datum", description="Tag, für den der Bericht gilt.")
    eingetragen_am: Datum | None = Field(
        None,
        title="eingetragen am",
        description="Tag, an dem ein Bericht eingetragen wurde, der später kam als einer für einen späteren Tag.",
    )
    von: ZuAkteur | None = Field(
        None,
        title="berichtet von",
        description="Wer berichtet, wenn es mehrere Stellen sind. Nötig bei zwei Berichten für denselben Tag.",
    )
    stand: Stand = Field(title="Stand", description="Stand der Maßnahme an diesem Tag.")
    ampel: Ampel | None = Field(
        None,
        title="Ampel",
        description="Läuft es nach Plan? Nur vom Beschluss an, solange sie nicht ruht und nicht beendet ist.",
    )
    text: Text | None = Field(
        None, title="Text", description="Bericht in ein bis drei Sätzen. Pflicht, wenn die Ampel nicht „im Plan“ zeigt."
    )
    beleg: Beleg | None = Field(None, title="Beleg", description="Nachweis, zum Beispiel ein Beschluss.")

    @property
    def bekannt_ab(self) -> date:
        """The day from which readers could know of it."""
        return self.eingetragen_am or self.datum


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

    id: Kennung = Field(
        title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung. Sie bleibt für immer gleich."
    )
    nummer: Gliederungsnummer = Field(title="Nummer", description="Nummer im Konzept, zum Beispiel 4.2.1.")
    titel: Zeile = Field(title="Titel", description="Titel, wie ihn das Konzept nennt.")
    kurztitel: Zeile | None = Field(
        None,
        title="Kurztitel",
        max_length=40,
        description="Worum es geht, in höchstens 40 Zeichen und Worten des Alltags, das sprechende Wort zuerst. "
        "Er steht in Listen, Karten, Links und im Titel des Browsers; der Titel des Konzepts bleibt auf der Seite und im Druck.",
    )
    kurztext: Annotated[Zeile, Field(max_length=200)] = Field(
        title="Kurztext", description="Worum es geht, in höchstens 200 Zeichen."
    )
    handlungsfeld: ZuHandlungsfeld = Field(title="Handlungsfeld", description="Handlungsfeld.")
    herausforderungen: tuple[ZuHerausforderung, ...] = Field(
        title="Herausforderungen", description="Herausforderungen, auf die sie antwortet."
    )
    ziel: Text | None = Field(None, title="Ziel", description="Ziel, wie es bei der Maßnahme steht, in eigenen Worten.")
    zielgruppen: tuple[ZuZielgruppe, ...] = Field(
        (), title="Zielgruppen", description="Zielgruppen, wie sie bei der Maßnahme stehen."
    )
    sozialraum: Zeile | None = Field(
        None, title="Sozialraumbezug", description="Sozialraumbezug, zum Beispiel ein Stadtteil."
    )
    beschreibung: Text = Field(title="Beschreibung", description="Was die Maßnahme ist, in eigenen Worten.")
    schritte: tuple[Schritt, ...] = Field(
        (), title="Schritte", description="Schritte zur Umsetzung, in ihrer Reihenfolge."
    )
    federfuehrung: ZuAkteur | None = Field(
        None, title="Federführung", description="Wer die Maßnahme führt. Unbekannt: weglassen."
    )
    beteiligte: tuple[Beteiligung, ...] = Field(
        (),
        title="Beteiligte",
        description="Wer mitwirken soll: wen das Konzept im Feld der Beteiligten (Stakeholder*innen) nennt.",
    )
    bezuege: tuple[Bezug, ...] = Field(
        (),
        title="Weitere Bezüge",
        description="Wen die Maßnahme sonst nennt, mit eigenem Wort: Vorbilder, frühere Angebote, Quellen für Material, "
        "noch nicht Vorhandenes, nur in den Schritten Genannte.",
    )
    ressourcen: tuple[Ressource, ...] = Field((), title="Ressourcen", description="Was gebraucht wird.")
    finanzierung: Text | None = Field(
        None, title="Finanzierung", description="Wie es bezahlt werden soll, in eigenen Worten."
    )
    kosten: Kosten | None = Field(None, title="Kosten", description="Betrag, wenn eine Quelle ihn nennt.")
    zeitraum: Zeitraum | None = Field(
        None, title="Geplanter Zeitraum", description="Geplante Zeit, wenn eine Quelle sie nennt."
    )
    indikatoren: tuple[Indikatorbezug, ...] = Field(
        (), title="Indikatoren", description="Indikatoren, die zur Maßnahme gehören."
    )
    herkunft: Herkunft = Field(title="Aus der Fassung", description="Fassung und Nummer, aus der die Maßnahme stammt.")
    nachfolge: Nachfolge | None = Field(
        None, title="Nachfolge", description="Was in der nächsten Fassung aus ihr wurde."
    )
    sachstaende: tuple[Sachstand, ...] = Field(
        (), title="Sachstände", description="Berichte, in der Folge, in der sie kamen. Nur anhängen, nie ändern."
    )
    frueher: FruehereKennungen = ()
    suchworte: Suchworte = ()
    anmerkungen: tuple[Text, ...] = Field(
        (), title="Anmerkungen", description="Anmerkungen der Redaktion: Abweichungen und Lücken der Quelle."
    )
    rechtsstand: tuple[Rechtsstand, ...] = Field(
        (), title="Rechtsstand", description="Was heute gilt, mit Grundlage und Tag, neben dem, was das Konzept sagt."
    )

    def name_im(self, plan: Plan) -> str:
        return f"{self.nummer} {self.titel}"

    def kurzname_im(self, plan: Plan) -> str:
        return f"{self.nummer} {self.kurz}"

    def stichwort_im(self, plan: Plan) -> str:
        return self.kurz

    @property
    def kurz(self) -> str:
        """The short title; the official one where there is none, cut where it would fill a phone."""
        return self.kurztitel or gekuerzt(self.titel, LISTENTITEL)

    def stelle_im(self, plan: Plan) -> Stelle:
        return (nummernfolge(self.nummer), self.id)
