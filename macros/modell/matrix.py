"""The matrix: Handlungsfelder, challenges with their goals, target groups and Akteure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from macros.deutsch.buchstaben import gross, wortfolge
from macros.modell.auswahlen import Akteursart, Bearbeitung, Farbe, Prioritaet, Symbol
from macros.modell.grundtypen import (
    Datensatz,
    FruehereKennungen,
    Ganzzahl,
    Kennung,
    Satz,
    Text,
    Url,
    Zeile,
    ZuAbschnitt,
    ZuAkteur,
    ZuFassung,
    ZuHandlungsfeld,
    ZuZielgruppe,
)
from macros.modell.rechtsstand import Rechtsstand
from macros.modell.sammlung import Sammlung, Stelle
from macros.modell.suchworte import Suchworte

if TYPE_CHECKING:
    from macros.modell.plan import Plan


class Bereich(Satz):
    """A part of a Handlungsfeld."""

    id: Kennung = Field(title="Kennung", description="Kennung des Bereichs, eindeutig im Handlungsfeld.")
    name: Zeile = Field(title="Name", description="Name des Bereichs.")


class Handlungsfeld(Datensatz):
    """A field of action with its colour and symbol."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="handlungsfelder",
        einzahl="Handlungsfeld",
        mehrzahl="Handlungsfelder",
        linkart="handlungsfeld",
        adresse="handlungsfelder/",
        vorlage="seiten/handlungsfeld.md",
    )

    id: Kennung = Field(title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung.")
    kuerzel: Annotated[str, Field(pattern=r"^[A-Z]{2,4}$")] = Field(
        title="Kürzel", description="Zwei bis vier Großbuchstaben; sie stehen vor den Nummern der Herausforderungen."
    )
    name: Zeile = Field(title="Name", description="Name des Handlungsfelds.")
    reihenfolge: Ganzzahl = Field(title="Reihenfolge", description="Stelle in Listen, ab 1.", ge=1)
    kurztext: Zeile = Field(
        title="Kurztext", description="Ein Satz, worum es geht (höchstens 200 Zeichen).", max_length=200
    )
    beschreibung: Text | None = Field(None, title="Beschreibung", description="Ausführlicher Text.")
    bereiche: tuple[Bereich, ...] = Field(
        (), title="Bereiche", description="Bereiche, in die das Handlungsfeld geteilt ist."
    )
    farbe: Farbe = Field(title="Farbe", description="Farbe aus der geprüften Palette.")
    symbol: Symbol = Field(title="Symbol", description="Symbol, das neben der Farbe steht.")
    bearbeitung: Bearbeitung = Field(title="Bearbeitung", description="Wo die Herausforderungen bearbeitet wurden.")
    bearbeitung_text: Text | None = Field(
        None, title="Ablauf der Bearbeitung", description="Wie die Bearbeitung ablief und warum so."
    )
    abschnitt: ZuAbschnitt | None = Field(
        None, title="Abschnitt", description="Abschnitt des Konzepts mit den Herausforderungen."
    )
    suchworte: Suchworte = ()
    anmerkungen: tuple[Text, ...] = Field((), title="Anmerkungen", description="Anmerkungen der Redaktion zur Quelle.")

    def name_im(self, plan: Plan) -> str:
        return self.name

    def stelle_im(self, plan: Plan) -> Stelle:
        return (self.reihenfolge, self.id)


class Ziel(Satz):
    """A goal that answers a challenge."""

    text: Text = Field(title="Text", description="Das Ziel als ganzer Satz in eigenen Worten.")
    zielgruppen: tuple[ZuZielgruppe, ...] = Field(
        (), title="Zielgruppen", description="Zielgruppen nur dieses Ziels, wenn das Konzept sie getrennt nennt."
    )


class Herausforderung(Datensatz):
    """A challenge of living together, with its goals and target groups."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="herausforderungen",
        einzahl="Herausforderung",
        mehrzahl="Herausforderungen",
        linkart="herausforderung",
        adresse="herausforderungen/",
        vorlage="seiten/herausforderung.md",
        gewicht=2,
    )

    id: Kennung = Field(
        title="Kennung", description="Kennung: Kürzel des Handlungsfelds und Nummer, zum Beispiel ba-01."
    )
    fassung: ZuFassung = Field(title="Fassung", description="Fassung des Konzepts, aus der die Herausforderung stammt.")
    nummer: Ganzzahl = Field(title="Nummer", description="Nummer der Zeile in der Tabelle des Konzepts.", ge=1)
    titel: Zeile = Field(title="Titel", description="Kurze Überschrift in eigenen Worten.", max_length=120)
    kurztitel: Zeile | None = Field(
        None,
        title="Kurztitel",
        max_length=40,
        description="Worum es geht, in höchstens 40 Zeichen, wenn der Titel länger ist. Er steht in Listen, Karten und Links.",
    )
    text: Text = Field(title="Text", description="Die Herausforderung als ganzer Satz in eigenen Worten.")
    handlungsfeld: ZuHandlungsfeld = Field(title="Handlungsfeld", description="Handlungsfeld.")
    bereich: Kennung | None = Field(None, title="Bereich", description="Bereich des Handlungsfelds.")
    ziele: tuple[Ziel, ...] = Field(
        (), title="Ziele", description="Ziele. Nennt das Konzept keines, bleibt das Feld weg."
    )
    zielgruppen: tuple[ZuZielgruppe, ...] = Field(title="Zielgruppen", description="Alle Zielgruppen der Zeile.")
    prioritaet: Prioritaet = Field(
        title="Priorität", description="Was die Workshops mit der Herausforderung gemacht haben."
    )
    prioritaet_text: Text | None = Field(
        None, title="Erläuterung zur Priorität", description="Erläuterung dazu, etwa eine teilweise Bearbeitung."
    )
    abschnitt: ZuAbschnitt | None = Field(
        None, title="Abschnitt", description="Abschnitt des Konzepts, in dem die Tabelle steht."
    )
    frueher: FruehereKennungen = ()
    suchworte: Suchworte = ()
    anmerkungen: tuple[Text, ...] = Field(
        (), title="Anmerkungen", description="Anmerkungen der Redaktion: abweichender Wortlaut, Lücken."
    )

    def kuerzel_im(self, plan: Plan) -> str:
        """The mark of a challenge: sign of its Handlungsfeld and its number, „BA-01“."""
        return f"{plan.handlungsfelder[self.handlungsfeld].kuerzel}-{self.nummer:02d}"

    def name_im(self, plan: Plan) -> str:
        return f"{self.kuerzel_im(plan)} {self.titel}"

    def kurzname_im(self, plan: Plan) -> str:
        return f"{self.kuerzel_im(plan)} {self.kurz}"

    def stichwort_im(self, plan: Plan) -> str:
        return self.kurz

    @property
    def kurz(self) -> str:
        """The short title; the title where there is none."""
        return self.kurztitel or self.titel

    def stelle_im(self, plan: Plan) -> Stelle:
        feld = plan.handlungsfelder.get(self.handlungsfeld)
        return (feld.reihenfolge if feld else 0, self.nummer, self.id)


class Zielgruppe(Datensatz):
    """A group of people or institutions that a goal is for."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="zielgruppen",
        einzahl="Zielgruppe",
        mehrzahl="Zielgruppen",
        linkart="zielgruppe",
        adresse="zielgruppen/",
        vorlage="seiten/zielgruppe.md",
        gewicht=1.5,
    )

    id: Kennung = Field(title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung.")
    bezeichnung: Zeile = Field(title="Bezeichnung", description="Name der Zielgruppe, wie das Konzept sie nennt.")
    beschreibung: Text | None = Field(None, title="Beschreibung", description="Wer gemeint ist.")
    oberbegriff: ZuZielgruppe | None = Field(
        None, title="Oberbegriff", description="Größere Gruppe, zu der diese gehört."
    )
    anrede: Zeile | None = Field(
        None,
        title="Antwort auf „Wer bin ich?“",
        description="Antwort auf „Wer bin ich?“ in „Was betrifft mich?“, zum Beispiel „Ich habe Kinder“.",
    )
    anrede_eltern: Zeile | None = Field(
        None,
        title="Antwort der Eltern",
        description="Antwort auf „Wer bin ich?“, mit der Eltern von Kindern dieser Gruppe sich wiederfinden, "
        "zum Beispiel „Ich habe ein Kind, das zur Schule geht“.",
    )

    def name_im(self, plan: Plan) -> str:
        return gross(self.bezeichnung)

    def stelle_im(self, plan: Plan) -> Stelle:
        return (wortfolge(self.bezeichnung), self.id)


class Akteur(Datensatz):
    """An institution or group that takes part in measures."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="akteure",
        einzahl="Akteur*in",
        mehrzahl="Akteur*innen",
        linkart="akteur",
        adresse="akteure/",
        vorlage="seiten/akteur.md",
        gewicht=1.5,
    )

    id: Kennung = Field(title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung.")
    bezeichnung: Zeile = Field(title="Bezeichnung", description="Name, wie das Konzept ihn nennt.")
    art: Akteursart = Field(title="Art", description="Art der Einrichtung oder Gruppe.")
    kurzform: Zeile | None = Field(None, title="Kurzform", description="Abkürzung oder kurzer Name, zum Beispiel KI.")
    weitere_namen: tuple[Zeile, ...] = Field(
        (), title="weitere Namen", description="Andere Namen, unter denen das Konzept sie nennt."
    )
    beschreibung: Text | None = Field(None, title="Beschreibung", description="Was das Konzept über sie sagt.")
    oberbegriff: ZuAkteur | None = Field(
        None, title="Oberbegriff", description="Größere Einrichtung oder Gruppe, zu der sie gehört."
    )
    url: Url | None = Field(None, title="Website", description="Website. Unbekannt: weglassen.")
    anrede: Zeile | None = Field(
        None,
        title="Antwort auf „Wer bin ich?“",
        description="Antwort auf „Wer bin ich?“ in „Was betrifft mich?“, zum Beispiel „Wir sind ein Sportverein“.",
    )
    anmerkungen: tuple[Text, ...] = Field(
        (), title="Anmerkungen", description="Anmerkungen der Redaktion, etwa zu wechselnden Namen."
    )
    rechtsstand: tuple[Rechtsstand, ...] = Field(
        (), title="Rechtsstand", description="Was heute gilt, mit Grundlage und Tag, neben dem, was das Konzept sagt."
    )

    def name_im(self, plan: Plan) -> str:
        return gross(self.bezeichnung)

    def stelle_im(self, plan: Plan) -> Stelle:
        return (wortfolge(self.bezeichnung), self.id)
