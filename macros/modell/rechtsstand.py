"""What holds in law or in fact today beside the concept's use of a word: never without its basis and a day."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from macros.modell.grundtypen import Datum, Satz, Text, Zeile


class Rechtsstand(Satz):
    """An editor's note on law or institutions, with what it rests on and the day it was looked up."""

    text: Text = Field(title="Was gilt", description="Was heute gilt, in ein bis drei Sätzen.")
    grundlage: Zeile = Field(
        title="Grundlage",
        description="Paragraph oder Quelle, die wirklich nachgesehen wurde, zum Beispiel „§ 27 GO NRW“.",
    )
    nachgesehen_am: Datum = Field(
        title="nachgesehen am",
        description="Tag, an dem nachgesehen wurde. Nach zwei Jahren erinnert die Prüfung daran.",
    )
    offen: Text | None = Field(
        None, title="Offene Frage", description="Was die Gemeinde dazu noch klären muss; steht auch unter „Zu klären“."
    )

    def ist_alt(self, stichtag: date) -> bool:
        """True two years after the day on which somebody looked; 29 February counts as 1 March."""
        am = self.nachgesehen_am
        schalttag = (am.month, am.day) == (2, 29)
        return (date(am.year + 2, 3, 1) if schalttag else am.replace(year=am.year + 2)) < stichtag
