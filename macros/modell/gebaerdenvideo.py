"""A video in German Sign Language: its files beside the record, and what it says in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from macros.modell.auswahl import Auswahl
from macros.modell.grundtypen import Datensatz, Datum, Ganzzahl, Kennung, Text, Zeile
from macros.modell.sammlung import Sammlung, Stelle

if TYPE_CHECKING:
    from macros.modell.plan import Plan

BILDARTEN, FILMARTEN, UNTERTITEL = ("jpg", "png"), ("mp4", "webm"), "vtt"


class Videothema(Auswahl):
    """What the law wants explained (BITV 2.0, § 4), and what else a town may film."""

    INHALT = "inhalt", "Inhalt", "Worum es auf dieser Website geht."
    BEDIENUNG = "bedienung", "Bedienung", "Wie man sich auf der Website zurechtfindet."
    BARRIEREFREIHEIT = "barrierefreiheit", "Barrierefreiheit", "Was in der Erklärung zur Barrierefreiheit steht."
    WEITERES = "weiteres", "Weitere Angebote", "Was es sonst in Gebärdensprache oder in Leichter Sprache gibt."
    ANDERES = "anderes", "Anderes", "Ein anderes Thema, zum Beispiel eine Maßnahme."


PFLICHT = (Videothema.INHALT, Videothema.BEDIENUNG, Videothema.BARRIEREFREIHEIT, Videothema.WEITERES)


def _datei(endungen: tuple[str, ...], titel: str, beschreibung: str) -> str:
    muster = rf"^[a-z0-9-]+\.({'|'.join(endungen)})$"
    return Field(title=titel, description=beschreibung, pattern=muster)  # type: ignore[no-any-return]


class Gebaerdenvideo(Datensatz):
    """A video in German Sign Language."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="gebaerden",
        einzahl="Video in Gebärdensprache",
        mehrzahl="Videos in Gebärdensprache",
        adresse="gebaerden/",
        vorlage="seiten/gebaerdenvideo.md",
        ohne_druck="ist ein Film",
        beilagen=(".mp4", ".webm", ".vtt", ".jpg", ".png"),
    )

    id: Kennung = Field(title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung.")
    titel: Zeile = Field(title="Titel", description="Worum es im Video geht.")
    themen: tuple[Videothema, ...] = Field(title="Themen", description="Was das Video erklärt.", min_length=1)
    film: Annotated[str, _datei(FILMARTEN, "Film", "Name der Filmdatei neben diesem Datensatz (mp4 oder webm).")]
    untertitel: Annotated[str, _datei((UNTERTITEL,), "Untertitel", "Name der Datei mit den Untertiteln (WebVTT).")]
    standbild: Annotated[str, _datei(BILDARTEN, "Standbild", "Name des Bildes, das vor dem Abspielen steht.")]
    text: Text = Field(title="Text zum Video", description="Alles, was das Video sagt, als Text (Markdown).")
    sekunden: Ganzzahl | None = Field(None, title="Dauer in Sekunden", description="Länge des Films.", ge=1)
    aufgenommen_am: Datum | None = Field(None, title="aufgenommen am", description="Tag der Aufnahme.")
    urheber: Zeile | None = Field(None, title="von", description="Wer gebärdet oder das Video gemacht hat.")

    @property
    def dateien(self) -> tuple[tuple[str, str], ...]:
        """(field, name below the data folder) of its files."""
        return tuple((feld, f"gebaerden/{getattr(self, feld)}") for feld in ("film", "untertitel", "standbild"))

    def name_im(self, plan: Plan) -> str:
        return self.titel

    def stelle_im(self, plan: Plan) -> Stelle:
        return (list(Videothema).index(self.themen[0]), self.id)
