"""The accessibility statement as the law asks for it (§ 10b BGG NRW, EU 2018/1523): what a town fills in."""

from __future__ import annotations

from pydantic import Field

from macros.modell.auswahl import Auswahl
from macros.modell.grundtypen import Datum, Satz, Text, Url, Zeile


class Vereinbarkeit(Auswahl):
    """How far the site meets the requirements; said by the town after a test, never by this program."""

    VOLL = "vollstaendig", "vollständig vereinbar", "Alle Anforderungen sind erfüllt."
    TEILWEISE = (
        "teilweise",
        "teilweise vereinbar",
        "Die meisten Anforderungen sind erfüllt, die Ausnahmen sind genannt.",
    )
    NICHT = "nicht", "nicht vereinbar", "Die meisten Anforderungen sind nicht erfüllt."


class Barriere(Satz):
    """Something that not everybody can use yet."""

    was: Zeile = Field(title="Was", description="Der Inhalt, der nicht barrierefrei ist.")
    grund: Zeile = Field(title="Grund", description="Warum er es nicht ist.")
    alternative: Zeile | None = Field(None, title="Alternative", description="Wie man den Inhalt anders bekommt.")


class Barrierenerklaerung(Satz):
    """The parts that the law names; whatever is missing is a finding, and the page says so."""

    stand: Vereinbarkeit | None = Field(
        None, title="Stand der Vereinbarkeit", description="Ergebnis der Prüfung durch die Gemeinde."
    )
    massstab: Zeile | None = Field(
        None, title="Maßstab", description="Norm, an der geprüft wurde, zum Beispiel EN 301 549 und BITV 2.0."
    )
    barrieren: tuple[Barriere, ...] = Field(
        (), title="Bekannte Barrieren", description="Was nicht barrierefrei ist, mit Grund und Alternative."
    )
    erstellt_am: Datum | None = Field(None, title="erstellt am", description="Tag der Erklärung.")
    methode: Zeile | None = Field(
        None, title="Methode", description="Wie geprüft wurde: Selbstbewertung oder Prüfung durch Dritte."
    )
    kontakt: Text | None = Field(
        None, title="Kontakt für Barrieren", description="Stelle und Funktionspostfach, an die man Barrieren meldet."
    )
    formular: Url | None = Field(None, title="Formular", description="Formular, um Barrieren zu melden.")
    durchsetzung: Text | None = Field(
        None, title="Durchsetzungsverfahren", description="Ombuds- oder Schlichtungsstelle, mit Anschrift."
    )
    durchsetzung_url: Url | None = Field(
        None, title="Adresse der Durchsetzungsstelle", description="Seite der Ombuds- oder Schlichtungsstelle."
    )
