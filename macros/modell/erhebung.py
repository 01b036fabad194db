"""How figures came about: what a survey asked and whom, and where these data have the figures from."""

from __future__ import annotations

from pydantic import Field

from macros.modell.auswahl import Auswahl
from macros.modell.grundtypen import Ganzzahl, Satz, Text, Zeile
from macros.modell.stichtag import StichtagFeld


class Werteherkunft(Auswahl):
    """Where the figures of an indicator were taken from; what a claim that rests on them is worth follows from it."""

    QUELLE = "quelle", "aus der Quelle selbst", "Die Zahlen sind der genannten Quelle entnommen."
    KONZEPT = "konzept", "aus dem Konzept", "Die Zahlen stehen so im Konzept und sind von dort übernommen."
    ZUGEORDNET = (
        "zugeordnet",
        "aus dem Konzept, Zuordnung erschlossen",
        "Die Zahlen stehen im Konzept; wozu jede gehört, ist danach erschlossen, dass sie zu seinem Text passt.",
    )


class Frageart(Auswahl):
    """How the wording of a survey item is known."""

    WORTLAUT = "wortlaut", "im Wortlaut", "Das Konzept führt die Frage oder Aussage wörtlich an."
    BILDUNTERSCHRIFT = (
        "bildunterschrift",
        "Bildunterschrift",
        "Bekannt ist nur die Bildunterschrift; ob die Befragten genau diesen Satz vor sich hatten, ist offen.",
    )
    SINNGEMAESS = "sinngemaess", "sinngemäß", "Der Wortlaut ist nicht bekannt; der Text gibt den Sinn wieder."


class Fragetext(Satz):
    """What a survey asked: quoted exactly, or told in other words."""

    art: Frageart = Field(title="Art der Frage", description="Ob der Wortlaut bekannt ist.")
    text: Zeile = Field(
        title="Frage",
        description="Die Frage oder Aussage. Wörtlich Angeführtes steht genau da, ohne Anführungszeichen außen herum.",
    )
    stelle: Zeile | None = Field(
        None, title="Fundstelle", description="Wo der Wortlaut steht, zum Beispiel „Abbildung 11“."
    )


class Stichprobe(Satz):
    """Who was asked in a survey, and who answered."""

    befragte: Ganzzahl = Field(title="Befragte", description="Zahl der Teilnehmenden insgesamt.", ge=1)
    antworten: Ganzzahl | None = Field(None, title="Antworten", description="Zahl der Antworten auf diese Frage.", ge=0)
    hinweis: Text | None = Field(
        None, title="Hinweis", description="Wer nicht geantwortet hat und was das für die Zahlen heißt."
    )


class Zeithinweis(Satz):
    """A note on the figures of some times only."""

    zu: tuple[StichtagFeld, ...] = Field(
        title="zu",
        description="Zeiten, für deren Zahlen der Hinweis gilt, geschrieben wie in der Tabelle.",
        min_length=1,
    )
    text: Text = Field(title="Hinweis", description="Was an diesen Zahlen zu beachten ist.")


class Bruch(Satz):
    """A break in a series: figures before and after are not comparable."""

    ab: StichtagFeld = Field(title="ab", description="Erster Stichtag nach der Änderung.")
    grund: Text = Field(title="Grund", description="Was sich geändert hat.")
