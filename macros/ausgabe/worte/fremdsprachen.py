"""Numbers and days as readers of another language write them: digits, separators, names of months (Unicode CLDR)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

from macros.modell.auswahlen import Stichtagsform
from macros.modell.einheit import Einheit
from macros.modell.indikator import Indikator
from macros.modell.stichtag import Stichtag

_VARIANTEN = {"en": ("en_GB",), "ar": ("ar_SY", "ar")}
"""Where a language alone would give another region's form. Arabic names of months differ: both stand there."""
_ZIFFERN = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}
_PROZENT = {"arab": "٪", "arabext": "٪"}


@dataclass(frozen=True)
class Schreibart:
    """How one language writes; `orte` are the regions whose names of months are given."""

    orte: tuple[Locale, ...]

    def zahl(self, i: Indikator, wert: float) -> str:
        """A figure of an indicator, a percentage with its sign."""
        gerundet = round(wert, i.nachkommastellen)
        if i.einheit != Einheit.PROZENT:
            return self._ziffern(
                format_decimal(gerundet, locale=self.orte[0], decimal_quantization=False, numbering_system="default")
            )
        anteil = round(gerundet / 100, i.nachkommastellen + 2)
        return self._ziffern(
            format_percent(anteil, locale=self.orte[0], decimal_quantization=False, numbering_system="default")
        )

    def ganze(self, wert: float) -> str:
        """A whole number, without a sign for percent."""
        return self._ziffern(format_decimal(int(wert + 0.5), locale=self.orte[0], numbering_system="default"))

    def tag(self, tag: date) -> str:
        """A day in full."""
        texte = [format_date(tag, "long", locale=ort) for ort in self.orte]
        monate = [format_date(tag, "MMMM", locale=ort) for ort in self.orte]
        return self._ziffern(self._mit_allen(texte[0], monate))

    def zeit(self, stichtag: Stichtag) -> str:
        """A Stichtag by its form; years and halves of them as they are spelled."""
        match stichtag.art:
            case Stichtagsform.TAG:
                return self.tag(stichtag.ende)
            case Stichtagsform.MONAT:
                text = format_skeleton("yMMMM", stichtag.ende, locale=self.orte[0])
                monate = [format_date(stichtag.ende, "LLLL", locale=ort) for ort in self.orte]
                return self._ziffern(self._mit_allen(text, monate))
            case Stichtagsform.QUARTAL:
                return self._ziffern(format_skeleton("yQQQ", stichtag.ende, locale=self.orte[0]))
            case _:
                return self._ziffern(stichtag.schreibweise)

    def _mit_allen(self, text: str, monate: list[str]) -> str:
        """A date with the names of its month in every region."""
        return text.replace(monate[0], "/".join(dict.fromkeys(monate)), 1)

    def _ziffern(self, text: str) -> str:
        system = self.orte[0].default_numbering_system
        if ziffern := _ZIFFERN.get(system):
            text = text.translate(str.maketrans("0123456789", ziffern)).replace("%", _PROZENT[system])
        return text


@cache
def schreibart(code: str) -> Schreibart:
    """How the language of a code writes: of its language alone where the region is unknown, else as German does."""
    sprache = code.split("-")[0]
    for namen in (_VARIANTEN.get(code, (code.replace("-", "_"),)), (sprache,)):
        try:
            return Schreibart(tuple(Locale.parse(name) for name in namen))
        except (UnknownLocaleError, ValueError):
            continue
    return Schreibart((Locale.parse("de"),))
