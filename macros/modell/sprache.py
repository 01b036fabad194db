"""The site in short in another language, or in Leichte Sprache."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from macros.modell.auswahl import Auswahl
from macros.modell.grundtypen import Datensatz, Ganzzahl, JaNein, Kennung, Lueckentext, Satz, Text, Zeile
from macros.modell.piktogramm import Piktogramm
from macros.modell.sammlung import Sammlung, Stelle
from macros.modell.sprachteile import Rahmenworte, Sprachbegriff, Sprachfeld, Sprachgruppe, Sprachmassnahme

if TYPE_CHECKING:
    from macros.modell.plan import Plan


class Schreibrichtung(StrEnum):
    """Direction of writing."""

    LINKS_NACH_RECHTS = "ltr"
    RECHTS_NACH_LINKS = "rtl"


class Berichtslage(Auswahl):
    """When a chapter is shown, by what has been reported about the measures of the edition in force."""

    NICHTS = "nichts_berichtet", "noch nichts berichtet", "Zu keiner Maßnahme liegt ein Sachstand vor."
    BERICHTET = "berichtet", "etwas berichtet", "Zu mindestens einer Maßnahme liegt ein Sachstand vor."


class Sprachteil(Auswahl):
    """What follows the text of a chapter, made from the records of the language."""

    MASSNAHMEN = "massnahmen", "Handlungsfelder mit ihren Maßnahmen", "Jede Maßnahme unter ihrem Handlungsfeld."
    GLOSSAR = "glossar", "Wörter der Ämter", "Die Begriffe dieser Sprache mit dem deutschen Wort."
    BARRIEREFREIHEIT = (
        "barrierefreiheit",
        "Erklärung zur Barrierefreiheit",
        "Der Weg zur Erklärung zur Barrierefreiheit.",
    )
    MEHR = "mehr", "Mehr in Leichter Sprache", "Das Dokument zum Drucken und Videos in Deutscher Gebärdensprache."


class Kapitel(Satz):
    """A heading with its text."""

    titel: Zeile = Field(title="Titel", description="Überschrift in dieser Sprache.")
    text: Lueckentext = Field(
        title="Text",
        description="Text in dieser Sprache (Markdown). Zahlen und Tage stehen als Platzhalter darin: "
        "{zahl:bevoelkerung}, {zahl:bevoelkerung:ausländisch}, {ganz:auslaenderanteil}, {stichtag:bevoelkerung}, "
        "{stichtag-nenner:beschaeftigungsquote}, {massnahmen}, {berichtet}, {neuester-bericht}.",
    )
    wenn: Berichtslage | None = Field(
        None, title="nur wenn", description="Nur dann wird das Kapitel gezeigt. Fehlt die Angabe, immer."
    )
    bild: Piktogramm | None = Field(
        None, title="Bild", description="Bild neben der Überschrift; gezeigt wird es in Leichter Sprache."
    )
    teil: Sprachteil | None = Field(None, title="danach", description="Was nach dem Text von selbst folgt.")
    vorlage: tuple[Zeile, ...] = Field(
        (),
        title="deutsche Vorlage",
        description="Felder, aus denen der Text gemacht ist, zum Beispiel massnahmen/sprachkurse/kurztext.",
    )
    abdruck: Zeile | None = Field(
        None,
        title="Abdruck der Vorlage",
        description="Acht Zeichen, die zum Wortlaut der Vorlage gehören. Die Prüfung nennt sie.",
    )


class Sprache(Datensatz):
    """A short version of the site for people who do not read German easily."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="sprachen",
        einzahl="Sprache",
        mehrzahl="Sprachen",
        adresse="sprachen/",
        vorlage="seiten/sprache.md",
        ohne_druck="gedruckt wird das Konzept selbst, auf Deutsch",
        deutsch=False,
    )

    id: Kennung = Field(title="Kennung", description="Kennung, gleich dem Dateinamen, zum Beispiel en oder leicht.")
    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = Field(
        title="Sprachcode", description="Sprachcode für Vorleseprogramme, zum Beispiel en, uk oder de-simple."
    )
    name: Zeile = Field(title="Name", description="Name auf Deutsch.")
    eigenname: Zeile = Field(title="Eigenname", description="Name in der Sprache selbst.")
    reihenfolge: Ganzzahl = Field(100, title="Reihenfolge", description="Stelle in Listen.")
    richtung: Schreibrichtung = Field(
        Schreibrichtung.LINKS_NACH_RECHTS, title="Schreibrichtung", description="Schreibrichtung: ltr oder rtl."
    )
    titel: Zeile = Field(title="Titel", description="Überschrift der Seite in dieser Sprache.")
    hinweis: Text = Field(
        title="Hinweis zur Übersetzung",
        description="Satz in dieser Sprache: inoffizielle, ungeprüfte Arbeitsübersetzung.",
    )
    veraltet: Text | None = Field(
        None,
        title="Hinweis auf neueren deutschen Text",
        description="Satz in dieser Sprache: Der deutsche Text ist neuer. Er steht an jedem Kapitel, dessen Vorlage sich "
        "geändert hat.",
    )
    geprueft: JaNein = Field(
        False, title="geprüft", description="true, wenn eine befugte Person die Übersetzung geprüft hat."
    )
    beschreibung: Zeile | None = Field(
        None, title="Beschreibung", description="Ein Satz in dieser Sprache für Suchmaschinen.", max_length=160
    )
    rahmen: Rahmenworte | None = Field(
        None, title="Worte des Rahmens", description="Menü, Suche, Fußzeile und Stände in dieser Sprache."
    )
    kapitel: tuple[Kapitel, ...] = Field(title="Kapitel", description="Der Text in Abschnitten.", min_length=1)
    handlungsfelder: tuple[Sprachfeld, ...] = Field(
        (), title="Handlungsfelder", description="Jedes Handlungsfeld in dieser Sprache."
    )
    massnahmen: tuple[Sprachmassnahme, ...] = Field(
        (), title="Maßnahmen", description="Jede Maßnahme der geltenden Fassung in dieser Sprache."
    )
    zielgruppen: tuple[Sprachgruppe, ...] = Field(
        (), title="Zielgruppen", description="Die Zielgruppen der Maßnahmen in dieser Sprache."
    )
    glossar: tuple[Sprachbegriff, ...] = Field(
        (), title="Wörter der Ämter", description="Wörter aus dem Glossar, in dieser Sprache erklärt."
    )

    @property
    def ist_leicht(self) -> bool:
        """True for German in Leichte Sprache, which has rules and a look of its own."""
        return self.code.startswith("de") and "simple" in self.code

    def name_im(self, plan: Plan) -> str:
        return self.name

    def stelle_im(self, plan: Plan) -> Stelle:
        return (self.reihenfolge, self.id)
