"""The town and the editions of its concept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from macros.modell.auswahlen import Forge
from macros.modell.barrierefreiheit import Barrierenerklaerung
from macros.modell.grundtypen import (
    Datensatz,
    Datum,
    Ganzzahl,
    JaNein,
    Kennung,
    Satz,
    Text,
    Url,
    Zeile,
    ZuFassung,
    ZuIndikator,
)
from macros.modell.sammlung import Sammlung, Stelle
from macros.modell.vorlage import Vorlagenteil

if TYPE_CHECKING:
    from macros.modell.plan import Plan


class Kontakt(Satz):
    """Where people turn to: a function, never a private person."""

    stelle: Zeile = Field(
        title="Stelle", description="Die zuständige Stelle, zum Beispiel ein Fachdienst. Kein Name einer Person."
    )
    anschrift: Text | None = Field(None, title="Anschrift", description="Postanschrift der Stelle.")
    email: Annotated[str, Field(pattern=r"^[^@\s<>]+@[^@\s<>]+\.[a-z]{2,}$")] | None = Field(
        None, title="E-Mail", description="Adresse eines Funktionspostfachs, zum Beispiel integration@…"
    )
    telefon: Zeile | None = Field(None, title="Telefon", description="Telefonnummer der Stelle.")
    url: Url | None = Field(None, title="Adresse im Netz", description="Seite der Stelle.")


class Gemeinde(Satz):
    """The town whose concept this is; the one file `gemeinde.yaml`."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(ordner="gemeinde", einzahl="Gemeinde", mehrzahl="Gemeinde")

    name: Zeile = Field(title="Name", description="Name der Gemeinde, zum Beispiel Musterstadt.")
    bezeichnung: Zeile | None = Field(
        None, title="Bezeichnung", description="Amtliche Form des Namens, zum Beispiel „Stadt Musterstadt“."
    )
    titel: Zeile = Field(title="Titel", description="Name der Website, der oben auf jeder Seite steht.")
    untertitel: Text = Field(
        title="Untertitel", description="Ein bis zwei Sätze, die auf der Startseite sagen, worum es geht."
    )
    ags: Annotated[str, Field(pattern=r"^\d{8}$")] = Field(
        title="Gemeindeschlüssel", description="Amtlicher Gemeindeschlüssel, acht Ziffern."
    )
    kreis: Zeile = Field(title="Kreis", description="Kreis, zu dem die Gemeinde gehört.")
    land: Zeile = Field(title="Land", description="Bundesland.")
    website: Url = Field(title="Website", description="Website der Gemeinde.")
    adresse_der_seite: Url | None = Field(
        None,
        title="Adresse der Website",
        description="Adresse, unter der diese Website veröffentlicht ist. Nötig für Feed und offene Daten.",
    )
    kontakt: Kontakt | None = Field(
        None, title="Kontakt", description="Stelle, an die sich Bürger*innen wenden können."
    )
    rueckmeldung: Url | None = Field(
        None, title="Formular für Rückmeldungen", description="Formular für Rückmeldungen ohne eigenes Konto."
    )
    repository: Url | None = Field(
        None, title="Repository", description="Adresse des Repositorys, in dem die Daten liegen."
    )
    zweig: Zeile = Field("main", title="Zweig", description="Name des Zweigs, aus dem veröffentlicht wird.")
    forge: Forge | None = Field(
        None,
        title="Art der Datenablage",
        description="Womit die Datenablage arbeitet. Weglassen, wenn es die Adresse des Repositorys schon sagt.",
    )
    anmeldung: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{8,128}$")] | None = Field(
        None,
        title="Kennung der Anwendung",
        description="Application ID, unter der man sich bei GitLab oder Forgejo im Browser anmeldet. Fehlt sie, geht es mit "
        "einem Zugriffstoken.",
    )
    arbeitszweig: Kennung | None = Field(
        None,
        title="Arbeitszweig",
        description="Zweig, in den das Bearbeiten im Browser bei Forgejo schreibt. Bei GitHub und GitLab entstehen Vorschläge.",
    )
    herausgeber: Zeile | None = Field(
        None, title="Herausgeber*in", description="Wer diese Website herausgibt. Fehlt es, nennt die Website niemanden."
    )
    lizenz_daten: Zeile | None = Field(
        None, title="Lizenz der Daten", description="Lizenz der Texte und Daten, zum Beispiel CC BY 4.0."
    )
    lizenz_url: Url | None = Field(None, title="Adresse der Lizenz", description="Adresse des Lizenztextes.")
    amtspersonen: tuple[Zeile, ...] = Field(
        (),
        title="Personen mit öffentlichem Amt",
        description="Namen, die in Texten stehen dürfen, zum Beispiel Bürgermeisterin und Ratsmitglieder.",
    )
    impressum: Text | None = Field(
        None, title="Impressum", description="Angaben nach § 5 DDG und § 18 MStV. Fehlen sie, sagt die Seite das."
    )
    datenschutz: Text | None = Field(
        None,
        title="Datenschutz",
        description="Verantwortliche Stelle, Datenschutzbeauftragte*r, Hoster. Fehlt es, sagt die Seite das.",
    )
    barrierefreiheit: Text | None = Field(
        None,
        title="Barrierefreiheit",
        description="Schlichtungsstelle und Kontakt für Barrieren. Fehlt es, sagt die Seite das.",
    )
    barrierenerklaerung: Barrierenerklaerung | None = Field(
        None,
        title="Erklärung zur Barrierefreiheit",
        description="Die Angaben, die das Gesetz verlangt. Was fehlt, nennt die Prüfung, und die Seite sagt es.",
    )
    berichtsrhythmus: Ganzzahl = Field(
        12,
        title="Berichtsrhythmus",
        description="Nach wie vielen Monaten zu einer Maßnahme der nächste Bericht fällig ist.",
        ge=1,
        le=60,
    )
    startkennzahlen: tuple[ZuIndikator, ...] = Field(
        (),
        title="Zahlen auf der Startseite",
        description="Indikatoren, deren neuester Wert auf der Startseite steht (höchstens vier).",
        max_length=4,
    )

    vorlage: tuple[Vorlagenteil, ...] = Field(
        (),
        title="Vorlage an den Rat",
        description="Überschriften der Vorlage an den Rat in ihrer Reihenfolge. Fehlt die Liste, gelten die üblichen.",
    )

    @property
    def ablage(self) -> Forge:
        """Where the repository lies: as the data say, else what its address tells, else GitLab."""
        host = (self.repository or "").removeprefix("https://").partition("/")[0]
        je_wort = {"github": Forge.GITHUB, "codeberg": Forge.FORGEJO, "forgejo": Forge.FORGEJO, "gitea": Forge.FORGEJO}
        return self.forge or next((f for wort, f in je_wort.items() if wort in host), Forge.GITLAB)

    @property
    def urheber(self) -> str:
        """Who answers for the texts and figures here: the publisher that the data name, else the editors, never the town."""
        return self.herausgeber or f"Redaktion von „{self.titel}“"


LESEFASSUNG = "Lesefassung"
"""What a text is called that tells an edition in other words."""


class Fassung(Datensatz):
    """An edition of the concept."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="fassungen",
        einzahl="Fassung",
        mehrzahl="Fassungen",
        linkart="fassung",
        adresse="fassungen/",
    )

    id: Kennung = Field(title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung.")
    titel: Zeile = Field(title="Titel", description="Titel dieser Fassung.")
    jahr: Ganzzahl = Field(title="Jahr", description="Jahr, in dem die Fassung entstanden ist.", ge=1990, le=2100)
    beschluss: Zeile | None = Field(
        None, title="Beschluss", description="Wer die Fassung beschlossen hat. Unbekannt: weglassen."
    )
    beschlossen_am: Datum | None = Field(
        None,
        title="beschlossen am",
        description="Tag des Beschlusses. Bis zu diesem Tag ist die Fassung in Vorbereitung und zählt nirgends mit. "
        "Nur bei der ersten darf er unbekannt sein: weglassen.",
    )
    vollstaendig: JaNein | None = Field(
        None,
        title="vollständig erfasst",
        description="false, wenn der Vorlage Teile fehlen, etwa die Matrix: Was erfasst ist, heißt dann „Beispiele“. "
        "Unbekannt: weglassen.",
    )
    dokument: Url | None = Field(
        None, title="Original", description="Adresse dieser Fassung im Original, wenn sie öffentlich ist."
    )
    vorgaenger: ZuFassung | None = Field(None, title="Vorgängerin", description="Die Fassung davor.")
    ohne_aussagen: JaNein = Field(
        False,
        title="ohne Aussagen mit Zahlen",
        description="true, wenn der Text dieser Fassung keine Zahlen nennt, die sich prüfen ließen.",
    )
    wie_beschlossen: JaNein = Field(
        False,
        title="Wortlaut wie beschlossen",
        description="true, wenn die Abschnitte hier in dem Wortlaut stehen, in dem sie beschlossen wurden: Der Text heißt "
        "dann „beschlossener Text“, sonst „Lesefassung“.",
    )
    beschreibung: Text | None = Field(None, title="Beschreibung", description="Wie die Fassung entstanden ist.")
    herkunft: Text | None = Field(
        None, title="Herkunft der Daten", description="Woraus diese Daten übernommen sind und was daran unsicher ist."
    )

    @property
    def textart(self) -> str:
        """Which text it is: „beschlossener Text“ where the data say that it stands as it was decided."""
        return "beschlossener Text" if self.wie_beschlossen and self.beschlossen_am else LESEFASSUNG

    @property
    def urtext(self) -> str:
        """What decides beside the reading edition; that it was decided is only said where the data say so."""
        return "der beschlossene Text" if self.beschluss or self.beschlossen_am else "das Original"

    def name_im(self, plan: Plan) -> str:
        return self.titel

    def stelle_im(self, plan: Plan) -> Stelle:
        return (self.jahr, self.id)
