"""What the editors could not settle: questions that only the town can answer, statements without a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from macros.modell.auswahl import Auswahl
from macros.modell.grundtypen import Datensatz, Ganzzahl, Kennung, Text, Zeile
from macros.modell.sammlung import Sammlung, Stelle

if TYPE_CHECKING:
    from macros.modell.plan import Plan


class Klaerungsart(Auswahl):
    """What kind of open point the town is asked to settle."""

    FRAGE = "frage", "Fragen an die Gemeinde", "Das Konzept lässt es offen; die Gemeinde kann es beantworten."
    OHNE_QUELLE = (
        "ohne_quelle",
        "Aussagen ohne Quelle",
        "Über Recht und Einrichtungen liegt dazu keine Quelle mit Tag vor; "
        "die Website sagt nur, wie das Konzept das Wort gebraucht, oder erklärt es allgemein.",
    )


class Klaerung(Datensatz):
    """An open question to the town, on a page for editors."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="klaerungen",
        einzahl="Klärung",
        mehrzahl="Klärungen",
        adresse="redaktion/zu-klaeren/",
        anker="klaerung-",
        verweistitel="Zu klären",
    )

    id: Kennung = Field(title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung.")
    titel: Zeile = Field(title="Thema", description="Worum es geht, in wenigen Worten.")
    art: Klaerungsart = Field(title="Art", description="Frage an die Gemeinde oder Aussage ohne Quelle.")
    text: Text = Field(
        title="Was zu klären ist",
        description="Was offen ist und warum (Markdown). Was es betrifft, wird verlinkt: [Wort](begriff:kennung).",
    )
    reihenfolge: Ganzzahl = Field(100, title="Reihenfolge", description="Stelle in der Liste, ab 1.")

    def name_im(self, plan: Plan) -> str:
        return self.titel

    def stelle_im(self, plan: Plan) -> Stelle:
        return (self.reihenfolge, self.id)
