"""The text of the concept: sections with footnotes, figures and references."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from macros.deutsch.buchstaben import gross, wortfolge
from macros.modell.auswahl import Auswahl
from macros.modell.grundtypen import (
    Datensatz,
    Datum,
    Ganzzahl,
    Gliederungsnummer,
    JaNein,
    Kennung,
    Langtext,
    Satz,
    Text,
    Url,
    Zeile,
    ZuAbschnitt,
    ZuBegriff,
    ZuFassung,
    ZuHandlungsfeld,
    ZuIndikator,
    ZuMassnahme,
    ZuQuelle,
)
from macros.modell.rechtsstand import Rechtsstand
from macros.modell.sammlung import Sammlung, Stelle

if TYPE_CHECKING:
    from macros.modell.plan import Plan


class Fussnote(Satz):
    """A footnote with the number it has in the source."""

    nummer: Ganzzahl = Field(
        title="Nummer", description="Nummer der Fußnote im Konzept. Im Text steht sie als [^3].", ge=1
    )
    text: Text = Field(title="Text", description="Text der Fußnote.")
    quelle: ZuQuelle | None = Field(None, title="Quelle", description="Quelle, auf die sich die Fußnote stützt.")


class Abbildung(Satz):
    """A figure of the printed concept, told as data or named as missing."""

    nummer: Ganzzahl = Field(title="Nummer", description="Nummer der Abbildung im Konzept.", ge=1)
    titel: Zeile | None = Field(None, title="Titel", description="Bildunterschrift des Konzepts. Unbekannt: weglassen.")
    indikator: ZuIndikator | None = Field(
        None, title="Indikator", description="Indikator, der die Werte der Abbildung enthält."
    )
    hinweis: Text | None = Field(
        None, title="Hinweis", description="Was an der Abbildung fehlt, unsicher oder widersprüchlich ist."
    )


class Querverweis(Satz):
    """A cross-reference as the source prints it, and where it leads."""

    wortlaut: Zeile = Field(title="Wortlaut", description="Wie das Konzept verweist, zum Beispiel „siehe Punkt 3.3“.")
    abschnitt: ZuAbschnitt | None = Field(
        None, title="Abschnitt", description="Abschnitt, der gemeint ist. Unbekannt: weglassen."
    )
    hinweis: Text | None = Field(
        None, title="Hinweis", description="Anmerkung, wenn der Verweis im Konzept fehlerhaft ist."
    )


class Abschnitt(Datensatz):
    """A section of the concept in its reading edition."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="konzept",
        einzahl="Abschnitt",
        mehrzahl="Abschnitte",
        linkart="abschnitt",
        adresse="konzept/",
        vorlage="seiten/abschnitt.md",
        verweistitel="Im Text des Konzepts",
    )

    id: Kennung = Field(
        title="Kennung", description="Kennung: Nummer und Stichwort, zum Beispiel 3-1-1-demografische-daten."
    )
    fassung: ZuFassung = Field(title="Fassung", description="Fassung des Konzepts, zu der der Abschnitt gehört.")
    nummer: Gliederungsnummer = Field(
        title="Nummer", description="Nummer des Abschnitts im Konzept, zum Beispiel 3.1.4."
    )
    nummer_zusatz: Zeile | None = Field(
        None,
        title="Zusatz zur Nummer",
        description="Zusatz, wenn das Konzept eine Nummer doppelt vergibt, zum Beispiel „zweiter Abschnitt“.",
    )
    reihenfolge: Ganzzahl = Field(title="Reihenfolge", description="Stelle in der Lesefolge des Konzepts, ab 1.", ge=1)
    titel: Zeile = Field(title="Titel", description="Überschrift des Konzepts.")
    in_kuerze: Zeile | None = Field(
        None,
        title="In Kürze",
        description="Worum es im Abschnitt geht, in zwei einfachen Sätzen (höchstens 260 Zeichen). Sie sagen nichts, was "
        "der Abschnitt nicht sagt. Die Seite nennt sie eine Zusammenfassung dieser Website.",
        max_length=260,
    )
    text: Langtext | None = Field(
        None,
        title="Text",
        description="Text in eigenen Worten (Markdown mit Absätzen, Listen und Tabellen). "
        "Verweise auf Datensätze: [Text](massnahme:kennung), ebenso herausforderung:, handlungsfeld:, "
        "zielgruppe:, akteur:, indikator:, abschnitt:, begriff:, quelle:.",
    )
    fussnoten: tuple[Fussnote, ...] = Field((), title="Fußnoten", description="Fußnoten des Abschnitts.")
    abbildungen: tuple[Abbildung, ...] = Field(
        (), title="Abbildungen", description="Abbildungen, die das Konzept hier zeigt."
    )
    verweise: tuple[Querverweis, ...] = Field(
        (), title="Querverweise", description="Querverweise des Konzepts auf andere Abschnitte."
    )
    handlungsfeld: ZuHandlungsfeld | None = Field(
        None,
        title="Handlungsfeld",
        description="Handlungsfeld, dessen Herausforderungen oder Maßnahmen dieser Abschnitt vorstellt.",
    )
    massnahme: ZuMassnahme | None = Field(
        None,
        title="Maßnahme",
        description="Maßnahme, die dieser Abschnitt vorstellt; ihre Felder erscheinen unter dem Text.",
    )
    anmerkungen: tuple[Text, ...] = Field(
        (),
        title="Anmerkungen",
        description="Anmerkungen der Redaktion: Widersprüche, Lücken und Berichtigungen gegenüber dem Konzept.",
    )
    rechtsstand: tuple[Rechtsstand, ...] = Field(
        (), title="Rechtsstand", description="Was heute gilt, mit Grundlage und Tag, neben dem, was das Konzept sagt."
    )

    def name_im(self, plan: Plan) -> str:
        return f"{self.nummer} {self.titel}"

    def stichwort_im(self, plan: Plan) -> str:
        massnahme = plan.massnahmen.get(self.massnahme or "")
        return massnahme.kurz if massnahme else self.titel

    def stelle_im(self, plan: Plan) -> Stelle:
        return (self.fassung, self.reihenfolge, self.id)


class Begriff(Datensatz):
    """A term or abbreviation of the concept."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="glossar",
        einzahl="Begriff",
        mehrzahl="Begriffe",
        linkart="begriff",
        adresse="glossar/",
        einzeln_gesucht=True,
        verweistitel="Glossar",
    )

    id: Kennung = Field(title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung.")
    bezeichnung: Zeile = Field(title="Bezeichnung", description="Der Begriff oder die Abkürzung, zum Beispiel MSO.")
    langform: Zeile | None = Field(None, title="Langform", description="Ausgeschriebene Form einer Abkürzung.")
    beschreibung: Text = Field(title="Beschreibung", description="Erklärung in einem bis drei einfachen Sätzen.")
    formen: tuple[Zeile, ...] = Field(
        (),
        title="weitere Schreibweisen",
        description="Weitere Schreibweisen, die im Text erkannt werden, zum Beispiel MSOs.",
    )
    siehe: tuple[ZuBegriff, ...] = Field((), title="siehe auch", description="Verwandte Begriffe (Kennungen).")
    aus_konzept: JaNein = Field(
        True,
        title="aus dem Konzept",
        description="false, wenn das Konzept den Begriff benutzt, aber nicht erklärt, und die Redaktion ihn erklärt.",
    )
    quelle: ZuQuelle | None = Field(None, title="Quelle", description="Quelle der Erklärung.")
    rechtsstand: tuple[Rechtsstand, ...] = Field(
        (), title="Rechtsstand", description="Was heute gilt, mit Grundlage und Tag, neben dem, was das Konzept sagt."
    )

    def name_im(self, plan: Plan) -> str:
        return gross(self.bezeichnung)

    def stelle_im(self, plan: Plan) -> Stelle:
        return (wortfolge(self.bezeichnung), self.id)


class Quellenart(Auswahl):
    """What an entry of the list of sources is to the concept."""

    QUELLE = "quelle", "Worauf sich das Konzept stützt", "Dokumente, Statistiken, Erhebungen und Websites."
    KONZEPT = "konzept", "Das Konzept selbst", "Zahlen, die nur in seinem Text stehen."
    ERWAEHNUNG = "erwaehnung", "Nur erwähnt", "Das Konzept nennt sie, stützt sich aber nicht darauf."


class Quelle(Datensatz):
    """A document, website or statistic that the concept rests on."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="quellen",
        einzahl="Quelle",
        mehrzahl="Quellen",
        linkart="quelle",
        adresse="quellen/",
        einzeln_gesucht=True,
    )

    id: Kennung = Field(title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung.")
    bezeichnung: Zeile = Field(title="Bezeichnung", description="Titel der Quelle.")
    art: Quellenart = Field(
        Quellenart.QUELLE,
        title="Art",
        description="Ob sich das Konzept darauf stützt, es selbst ist oder es nur erwähnt.",
    )
    herausgeber: Zeile | None = Field(
        None, title="Herausgeber", description="Wer die Quelle herausgibt. Unbekannt: weglassen."
    )
    tabelle: Zeile | None = Field(None, title="Tabelle", description="Tabelle, Kapitel oder Seite in der Quelle.")
    url: Url | None = Field(None, title="Adresse", description="Adresse der Quelle, genau wie im Konzept.")
    abgerufen_am: Datum | None = Field(
        None, title="abgerufen am", description="Tag des Abrufs laut Konzept, zum Beispiel 2022-10-04."
    )
    beschreibung: Text | None = Field(None, title="Beschreibung", description="Was die Quelle enthält.")

    def name_im(self, plan: Plan) -> str:
        return gross(self.bezeichnung)

    def stelle_im(self, plan: Plan) -> Stelle:
        return (wortfolge(self.bezeichnung), self.id)
