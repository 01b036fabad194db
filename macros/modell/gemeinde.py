"""The town and the editions of its concept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from macros.modell.grundtypen import (
    Datensatz,
    Datum,
    Ganzzahl,
    Kennung,
    Satz,
    Text,
    Url,
    Zeile,
    ZuFassung,
    ZuIndikator,
)
from macros.modell.sammlung import Sammlung, Stelle

if TYPE_CHECKING:
    from macros.modell.plan import Plan


class Kontakt(Satz):
    """Where people turn to: a function, never a private person."""

    stelle: Zeile = Field(description="Die zuständige Stelle, zum Beispiel ein Fachdienst. Kein Name einer Person.")
    anschrift: Text | None = Field(None, description="Postanschrift der Stelle.")
    email: Annotated[str, Field(pattern=r"^[^@\s<>]+@[^@\s<>]+\.[a-z]{2,}$")] | None = Field(
        None, description="Adresse eines Funktionspostfachs, zum Beispiel integration@…"
    )
    telefon: Zeile | None = Field(None, description="Telefonnummer der Stelle.")
    url: Url | None = Field(None, description="Seite der Stelle.")


class Gemeinde(Satz):
    """The town whose concept this is; the one file `gemeinde.yaml`."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(ordner="gemeinde", einzahl="Gemeinde", mehrzahl="Gemeinde")

    name: Zeile = Field(description="Name der Gemeinde, zum Beispiel Musterstadt.")
    bezeichnung: Zeile | None = Field(None, description="Amtliche Form des Namens, zum Beispiel „Stadt Musterstadt“.")
    titel: Zeile = Field(description="Name der Website, der oben auf jeder Seite steht.")
    untertitel: Text = Field(description="Ein bis zwei Sätze, die auf der Startseite sagen, worum es geht.")
    ags: Annotated[str, Field(pattern=r"^\d{8}$")] = Field(description="Amtlicher Gemeindeschlüssel, acht Ziffern.")
    kreis: Zeile = Field(description="Kreis, zu dem die Gemeinde gehört.")
    land: Zeile = Field(description="Bundesland.")
    website: Url = Field(description="Website der Gemeinde.")
    adresse_der_seite: Url | None = Field(
        None, description="Adresse, unter der diese Website veröffentlicht ist. Nötig für Feed und offene Daten."
    )
    kontakt: Kontakt | None = Field(None, description="Stelle, an die sich Bürger*innen wenden können.")
    rueckmeldung: Url | None = Field(None, description="Formular für Rückmeldungen ohne eigenes Konto.")
    repository: Url | None = Field(None, description="Adresse des Repositorys, in dem die Daten liegen.")
    zweig: Zeile = Field("main", description="Name des Zweigs, aus dem veröffentlicht wird.")
    lizenz_daten: Zeile = Field("CC BY 4.0", description="Lizenz der Texte und Daten.")
    lizenz_url: Url = Field(
        "https://creativecommons.org/licenses/by/4.0/deed.de", description="Adresse des Lizenztextes."
    )
    dokument: Url | None = Field(None, description="Adresse des beschlossenen Konzepts, wenn es öffentlich ist.")
    impressum: Text | None = Field(
        None, description="Angaben nach § 5 DDG und § 18 MStV. Fehlen sie, sagt die Seite das."
    )
    datenschutz: Text | None = Field(
        None, description="Verantwortliche Stelle, Datenschutzbeauftragte*r, Hoster. Fehlt es, sagt die Seite das."
    )
    barrierefreiheit: Text | None = Field(
        None, description="Schlichtungsstelle und Kontakt für Barrieren. Fehlt es, sagt die Seite das."
    )
    startkennzahlen: tuple[ZuIndikator, ...] = Field(
        (), description="Indikatoren, deren neuester Wert auf der Startseite steht (höchstens vier).", max_length=4
    )


class Fassung(Datensatz):
    """An edition of the concept."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="fassungen",
        einzahl="Fassung",
        mehrzahl="Fassungen",
        linkart="fassung",
        adresse="fassungen/",
    )

    id: Kennung = Field(description="Kennung, gleich dem Dateinamen ohne Endung.")
    titel: Zeile = Field(description="Titel dieser Fassung.")
    jahr: Ganzzahl = Field(description="Jahr, in dem die Fassung entstanden ist.", ge=1990, le=2100)
    beschluss: Zeile | None = Field(None, description="Wer die Fassung beschlossen hat. Unbekannt: weglassen.")
    beschlossen_am: Datum | None = Field(None, description="Tag des Beschlusses. Unbekannt: weglassen.")
    vorgaenger: ZuFassung | None = Field(None, description="Die Fassung davor.")
    beschreibung: Text | None = Field(None, description="Wie die Fassung entstanden ist.")
    herkunft: Text | None = Field(None, description="Woraus diese Daten übernommen sind und was daran unsicher ist.")

    def name_im(self, plan: Plan) -> str:
        return self.titel

    def stelle_im(self, plan: Plan) -> Stelle:
        return (self.jahr, self.id)
