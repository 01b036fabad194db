"""What stood in a row of figures, one value after the other, and which figures were corrected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.deutsch import kalender
from macros.deutsch.zahlen import zahl
from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import FRUEHERE_TRENNER, Frueher, Indikator, Kennzahl
from macros.modell.plan import Plan


@dataclass(frozen=True, slots=True)
class Eintragung:
    """A value as it was entered into a row, and the one it took the place of; None for a sign, and for a first value."""

    zeile: Kennzahl
    am: date | None
    wert: float | None
    davor: float | None = None


def eintragungen(k: Kennzahl) -> Iterator[Eintragung]:
    """Each value that a row had, the first one first; a row that only waits for its value has none."""
    if k.wert is None and k.zeichen is not Zeichen.KEINE_ANGABE:
        yield Eintragung(k, k.eingetragen_am, None)
    davor: float | None = None
    for w in k.werdegang:
        yield Eintragung(k, w.am, w.wert, davor)
        davor = w.wert


def berichtigungen(plan: Plan, i: Indikator) -> list[str]:
    """„31.12.2025, ausländisch: 52 (01.02.2026) → 53 (01.03.2026) → 54 (05.11.2026)“, a line per corrected figure."""
    return [
        f"{', '.join(filter(None, (k.stichtag.bezeichnung, gruppe_der_zahl(i, k))))}: "
        f"{' → '.join(_mit_tag(i, w) for w in k.werdegang)}"
        for k in plan.kennzahlen.get(i.id, ())
        if k.vorher and k.wert is not None
    ]


def als_zelle(fruehere: Sequence[Frueher]) -> str:
    """„2026-02-01: 52; 2026-03-01: 53“, as a table of the data has it."""
    return FRUEHERE_TRENNER.join(f"{w.am.isoformat()}: {w.wert:.12g}" if w.am else f"{w.wert:.12g}" for w in fruehere)


def gruppe_der_zahl(i: Indikator, k: Kennzahl) -> str:
    """„ausländisch / Frauen“, „insgesamt“; empty where the indicator knows no groups."""
    teile = [wert for d in i.dimensionen if (wert := k.merkmale[d.id]) != d.gesamt]
    return " / ".join(teile) or ("insgesamt" if k.merkmale else "")


def _mit_tag(i: Indikator, w: Frueher) -> str:
    text = zahl(w.wert, i.nachkommastellen)
    return f"{text} ({kalender.tag(w.am)})" if w.am else text
