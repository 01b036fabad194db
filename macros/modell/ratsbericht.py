"""A report to the council: its period, its session, and the files that are fixed once it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from macros.deutsch.kalender import tag
from macros.modell.grundtypen import Datensatz, Datum, Kennung, Satz, Url, Zeile
from macros.modell.sammlung import Sammlung, Stelle

if TYPE_CHECKING:
    from macros.modell.plan import Plan


class Berichtsdatei(Satz):
    """A file of a closed report, and what it must not differ from."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9-]+\.(pdf|docx|json)$")] = Field(
        title="Datei", description="Name der Datei neben diesem Datensatz. Schreibt der Befehl, der abschließt."
    )
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        title="SHA-256", description="Prüfsumme der Datei. Schreibt der Befehl, der abschließt."
    )


class Ratsbericht(Datensatz):
    """A report on the implementation that a council gets; once closed it never changes."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="berichte",
        einzahl="Bericht",
        mehrzahl="Berichte",
        adresse="berichte/",
        vorlage="seiten/bericht.md",
        ohne_druck="ist selbst ein Dokument",
        beilagen=(".pdf", ".docx", ".json"),
    )

    id: Kennung = Field(
        title="Kennung", description="Tag der Sitzung oder der Vorlage, zum Beispiel 2027-03-01, gleich dem Dateinamen."
    )
    von: Datum = Field(title="Berichtszeitraum ab", description="Erster Tag, über den berichtet wird.")
    bis: Datum = Field(title="Berichtszeitraum bis", description="Letzter Tag, über den berichtet wird.")
    sitzung: Zeile | None = Field(
        None, title="Sitzung", description="Gremium und Tag, zum Beispiel „Rat, 17.03.2027“. Unbekannt: weglassen."
    )
    vorlage: Zeile | None = Field(None, title="Nummer der Vorlage", description="Nummer im Ratsinformationssystem.")
    url: Url | None = Field(
        None, title="Im Ratsinformationssystem", description="Adresse der Vorlage im Ratsinformationssystem."
    )
    abgeschlossen_am: Datum | None = Field(
        None, title="abgeschlossen am", description="Schreibt der Befehl, der abschließt. Fehlt es, ist es ein Entwurf."
    )
    dateien: tuple[Berichtsdatei, ...] = Field(
        (),
        title="Dateien",
        description="Die Dateien des abgeschlossenen Berichts. Schreibt der Befehl, der abschließt.",
    )

    def datei(self, endung: str) -> str:
        """Name of its file of a kind, below the folder of the data; empty where there is none."""
        return next((f"berichte/{d.name}" for d in self.dateien if d.name.endswith(endung)), "")

    def name_im(self, plan: Plan) -> str:
        return f"Bericht {tag(self.von)} bis {tag(self.bis)}"

    def stelle_im(self, plan: Plan) -> Stelle:
        return (self.bis.isoformat(), self.id)
