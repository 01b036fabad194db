"""The files of a report that is being closed: PDF, Word file, and the snapshot of its data."""

from __future__ import annotations

from datetime import date

from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.satz.setzerei import setze_alle
from macros.ausgabe.druck.word.datei import als_docx
from macros.ausgabe.kontext import Bau
from macros.modell.ratsbericht import Ratsbericht
from macros.sichten.abzug import abzug


def abgeschlossen(bau: Bau, bericht: Ratsbericht, heute: date) -> dict[str, bytes]:
    """File name -> bytes; `bau` is that of the last day of the period, so that nothing later gets into it."""
    fertig = bericht.model_copy(update={"abgeschlossen_am": heute})
    gesetzt = baum(bau, umsetzungsbericht(bau, bau.massnahmen, bericht.von, bericht.bis, fertig))
    (pdf,) = setze_alle([gesetzt])
    return {
        f"{bericht.id}.pdf": pdf,
        f"{bericht.id}.docx": als_docx(gesetzt),
        f"{bericht.id}.json": abzug(bau.plan, bau.lagen, bau.massnahmen, bericht),
    }
