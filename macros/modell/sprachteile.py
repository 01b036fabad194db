"""What a language says of single records, each with the German fields it was made from, and the words of its frame."""

from __future__ import annotations

from pydantic import Field

from macros.modell.auswahlen import Stand
from macros.modell.grundtypen import Satz, Text, Zeile, ZuBegriff, ZuHandlungsfeld, ZuMassnahme, ZuZielgruppe

_ABDRUCK = "Acht Zeichen, die zum Wortlaut der Vorlage gehören. Die Prüfung nennt sie."


class Sprachfeld(Satz):
    """A Handlungsfeld in another language."""

    handlungsfeld: ZuHandlungsfeld = Field(title="Handlungsfeld", description="Kennung des Handlungsfelds.")
    name: Zeile = Field(title="Name", description="Name in dieser Sprache.")
    text: Text = Field(title="Text", description="Worum es geht, in dieser Sprache.")
    abdruck: Zeile | None = Field(None, title="Abdruck der Vorlage", description=_ABDRUCK)

    @property
    def vorlage(self) -> tuple[str, ...]:
        """The German fields that it was made from."""
        return tuple(f"handlungsfelder/{self.handlungsfeld}/{feld}" for feld in ("name", "kurztext"))


class Sprachmassnahme(Satz):
    """A measure in another language: its title and what it is about, exactly as binding as the German."""

    massnahme: ZuMassnahme = Field(title="Maßnahme", description="Kennung der Maßnahme.")
    titel: Zeile = Field(title="Titel", description="Titel in dieser Sprache.")
    text: Text = Field(
        title="Text",
        description="Zwei einfache Sätze in dieser Sprache. „Soll“, „kann“ und „wird geprüft“ bleiben, was sie sind.",
    )
    abdruck: Zeile | None = Field(None, title="Abdruck der Vorlage", description=_ABDRUCK)

    @property
    def vorlage(self) -> tuple[str, ...]:
        """The German fields that it was made from."""
        return tuple(f"massnahmen/{self.massnahme}/{feld}" for feld in ("titel", "kurztext"))


class Sprachgruppe(Satz):
    """A target group in another language."""

    zielgruppe: ZuZielgruppe = Field(title="Zielgruppe", description="Kennung der Zielgruppe.")
    wort: Zeile = Field(title="Wort", description="Wie sie in dieser Sprache heißt.")


class Sprachbegriff(Satz):
    """A word of the offices, explained in another language; the German word comes from the glossary."""

    begriff: ZuBegriff = Field(title="Begriff", description="Kennung des Begriffs im Glossar.")
    wort: Zeile = Field(title="Wort", description="Das Wort in dieser Sprache.")
    text: Text = Field(title="Erklärung", description="Was es heißt, in dieser Sprache.")
    abdruck: Zeile | None = Field(None, title="Abdruck der Vorlage", description=_ABDRUCK)

    @property
    def vorlage(self) -> tuple[str, ...]:
        """The German field that it was made from."""
        return (f"glossar/{self.begriff}/beschreibung",)


def _wort(deutsch: str) -> str:
    return Field(title=deutsch, description=f"„{deutsch}“ in dieser Sprache.")  # type: ignore[no-any-return]


class Standworte(Satz):
    """The states of a measure in another language."""

    vorgeschlagen: Zeile = _wort(Stand.VORGESCHLAGEN.bezeichnung)
    beschlossen: Zeile = _wort(Stand.BESCHLOSSEN.bezeichnung)
    in_vorbereitung: Zeile = _wort(Stand.IN_VORBEREITUNG.bezeichnung)
    in_umsetzung: Zeile = _wort(Stand.IN_UMSETZUNG.bezeichnung)
    daueraufgabe: Zeile = _wort("Daueraufgabe (ohne Ende geführt)")
    umgesetzt: Zeile = _wort(Stand.UMGESETZT.bezeichnung)
    ausgesetzt: Zeile = _wort(Stand.AUSGESETZT.bezeichnung)
    nicht_weiterverfolgt: Zeile = _wort(Stand.NICHT_WEITERVERFOLGT.bezeichnung)
    nicht_berichtet: Zeile = _wort("noch nicht berichtet")


class Vorleseworte(Satz):
    """The words of the button that reads a page aloud, in another language."""

    lesen: Zeile = _wort("Vorlesen")
    anhalten: Zeile = _wort("Anhalten")
    weiter: Zeile = _wort("Weiterlesen")
    beenden: Zeile = _wort("Beenden")
    fertig: Zeile = _wort("Zu Ende gelesen.")


class Menueworte(Satz):
    """The pages below an area of the menu, the colour switch, and the rest of the footer, in another language."""

    das_konzept: Zeile = _wort("Das Konzept")
    handlungsfelder: Zeile = _wort("Handlungsfelder")
    glossar: Zeile = _wort("Glossar")
    quellen: Zeile = _wort("Quellen")
    fassungen: Zeile = _wort("Fassungen")
    umsetzungsstand: Zeile = _wort("Umsetzungsstand")
    berichte: Zeile = _wort("Berichte")
    zahlen: Zeile = _wort("Zahlen und Indikatoren")
    vergleichen: Zeile = _wort("Zahlen vergleichen")
    datenqualitaet: Zeile = _wort("Datenqualität")
    zielgruppen: Zeile = _wort("Zielgruppen")
    akteure: Zeile = _wort("Akteur*innen")
    gebaerden: Zeile = _wort("Gebärdensprache")
    sammelmappe: Zeile = _wort("Sammelmappe")
    redaktion: Zeile = _wort("Für die Redaktion")
    druckfassungen: Zeile = _wort("Druckfassungen (PDF)")
    rueckmeldung: Zeile = _wort("Rückmeldung geben")
    quelltext: Zeile = _wort("Quelltext und Daten")
    fusszeile: Zeile = _wort("Fußzeile")
    farben_system: Zeile = _wort("Farben: wie im System. Zu hell wechseln")
    farben_hell: Zeile = _wort("Farben: hell. Zu dunkel wechseln")
    farben_dunkel: Zeile = _wort("Farben: dunkel. Zur Einstellung des Systems wechseln")


class Rahmenworte(Satz):
    """What stands around the text of every page, in another language."""

    sprache: Zeile = _wort("Sprache")
    zum_inhalt: Zeile = _wort("Zum Inhalt springen")
    suche: Zeile = _wort("Suche")
    suchen: Zeile = _wort("Suche auf dieser Website (auf Deutsch)")
    schliessen: Zeile = _wort("Schließen")
    menue: Zeile = _wort("Menü")
    start: Zeile = _wort("Start")
    konzept: Zeile = _wort("Konzept")
    herausforderungen: Zeile = _wort("Herausforderungen")
    massnahmen: Zeile = _wort("Maßnahmen")
    umsetzung: Zeile = _wort("Umsetzung")
    monitoring: Zeile = _wort("Monitoring")
    betrifft: Zeile = _wort("Was betrifft mich?")
    weiteres: Zeile = _wort("Weiteres")
    auf_dieser_seite: Zeile = _wort("Auf dieser Seite")
    seitenanfang: Zeile = _wort("Zum Seitenanfang")
    sprachen: Zeile = _wort("Alle Sprachen")
    impressum: Zeile = _wort("Impressum")
    datenschutz: Zeile = _wort("Datenschutz")
    barrierefreiheit: Zeile = _wort("Barrierefreiheit")
    aenderungen: Zeile = _wort("Änderungen")
    downloads: Zeile = _wort("Downloads und offene Daten")
    auf_deutsch: Zeile = _wort("auf Deutsch")
    fuer: Zeile = _wort("Für")
    stand: Zeile = _wort("Stand")
    vom: Zeile = _wort("Stand vom")
    angebot: Zeile = _wort("Das Wichtigste gibt es hier auch in dieser Sprache.")
    kontakt: Zeile | None = Field(None, title="Kontakt", description="„Kontakt“ in dieser Sprache.")
    vorlesen: Vorleseworte | None = Field(
        None, title="Vorlesen", description="Worte des Knopfs, der die Seite vorliest. Ohne sie gibt es ihn nicht."
    )
    menueworte: Menueworte | None = Field(
        None,
        title="Worte des Untermenüs",
        description="Seiten im Untermenü, Farbschalter und übrige Fußzeile. Ohne sie stehen sie auf Deutsch.",
    )
    staende: Standworte = Field(title="Stände", description="Die Stände einer Maßnahme in dieser Sprache.")
