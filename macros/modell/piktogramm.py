"""The larger pictures for people who read badly, drawn for this site (`docs/assets/symbole/piktogramme.svg`)."""

from __future__ import annotations

from macros.modell.auswahl import Auswahl


class Piktogramm(Auswahl):
    """A picture beside a word that says the same; each symbol of a Handlungsfeld has one of its name, too."""

    ARBEIT = "arbeit", "Werkzeug: Schraubenschlüssel und Hammer"
    BARRIEREFREI = "barrierefrei", "Mensch im Kreis"
    DRUCKEN = "drucken", "Drucker"
    FAMILIE = "familie", "großer und kleiner Mensch"
    FRAGE = "frage", "Fragezeichen"
    FRAU = "frau", "Frau"
    GEBAERDEN = "gebaerden", "Hand in Bewegung"
    GELD = "geld", "Münzen"
    HILFE = "hilfe", "Rettungsring"
    KALENDER = "kalender", "Kalender"
    LUPE = "lupe", "Lupe"
    MENUE = "menue", "Seite im Browser"
    MITMACHEN = "mitmachen", "Mensch mit erhobenem Arm"
    PLAN = "plan", "Blatt mit Häkchen"
    SCHULE = "schule", "Schulhaus"
    WEG = "weg", "Treppe mit Fahne"
    WEGZEICHEN = "wegzeichen", "Wegweiser"
    WOERTER = "woerter", "Wörterbuch"
    ZAHLEN = "zahlen", "Balken eines Diagramms"
    BALL = "ball", "Ball"
    BLATT = "blatt", "Blatt"
    BUCH = "buch", "aufgeschlagenes Buch"
    BUS = "bus", "Bus"
    GESPRAECH = "gespraech", "zwei Sprechblasen"
    HAUS = "haus", "Haus"
    HERZ = "herz", "Herz"
    KOFFER = "koffer", "Arbeitskoffer"
    MENSCHEN = "menschen", "Gruppe von Menschen"
    NETZ = "netz", "verbundene Punkte"
    SCHIRM = "schirm", "Schirm"
    STERN = "stern", "Stern"
