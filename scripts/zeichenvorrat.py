"""Writes which characters the fonts of the print editions have; `--check` only reports whether the list is still true."""

from __future__ import annotations

import argparse
import sys
import textwrap
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from struct import unpack_from

import typst

from macros import haus
from macros.ausgabe.druck.satz.setzen import schriftdateien, schriften
from macros.regeln import zeichenvorrat

VORRAT = Path(zeichenvorrat.__file__)
_KOPF = f'"""{zeichenvorrat.__doc__}"""\n\nfrom __future__ import annotations\n\nBEREICHE = """\n'
_CJK = '"""What every installation has."""\nBEREICHE_CJK = """\n'
_BREITE = 110
_STUECK = 48
_ZEICHENBEREICHE = ((0x2000, 0x2C00), (0x1D400, 0x1D800))
"""Where the faces for formulas and code, which are inside the typesetter and in no file, have signs of their own."""


def in_datei(datei: Path) -> Iterator[int]:
    """The numbers of the characters that a font has a glyph for (cmap, formats 4 and 12)."""
    roh = datei.read_bytes()
    if roh[:4] == b"ttcf":  # a collection
        for i in range(unpack_from(">I", roh, 8)[0]):
            yield from _in_schrift(roh, unpack_from(">I", roh, 12 + 4 * i)[0])
    else:
        yield from _in_schrift(roh, 0)


def _in_schrift(roh: bytes, anfang: int) -> Iterator[int]:
    erste = anfang + 12
    anzahl = unpack_from(">H", roh, anfang + 4)[0]
    tafeln = {roh[erste + 16 * i : erste + 4 + 16 * i]: erste + 16 * i for i in range(anzahl)}
    cmap: int = unpack_from(">I", roh, tafeln[b"cmap"] + 8)[0]
    for i in range(unpack_from(">H", roh, cmap + 2)[0]):
        ort: int = cmap + unpack_from(">I", roh, cmap + 4 + 8 * i + 4)[0]
        match unpack_from(">H", roh, ort)[0]:
            case 4:
                yield from _format_4(roh, ort)
            case 12:
                for gruppe in range(unpack_from(">I", roh, ort + 12)[0]):
                    erstes, letztes, glyphe = unpack_from(">III", roh, ort + 16 + 12 * gruppe)
                    yield from (z for z in range(erstes, letztes + 1) if glyphe + z - erstes)


def _format_4(roh: bytes, ort: int) -> Iterator[int]:
    doppelt: int = unpack_from(">H", roh, ort + 6)[0]
    for stelle in range(0, doppelt, 2):
        letztes: int = unpack_from(">H", roh, ort + 14 + stelle)[0]
        erstes: int = unpack_from(">H", roh, ort + 16 + doppelt + stelle)[0]
        versatz: int = unpack_from(">h", roh, ort + 16 + 2 * doppelt + stelle)[0]
        weite_ort = ort + 16 + 3 * doppelt + stelle
        weite: int = unpack_from(">H", roh, weite_ort)[0]
        for z in range(erstes, min(letztes, 0xFFFE) + 1):
            glyphe = unpack_from(">H", roh, weite_ort + weite + 2 * (z - erstes))[0] if weite else z + versatz
            if glyphe & 0xFFFF:
                yield z


def setzbar(zeichen: list[int]) -> Iterator[int]:
    """Those of some characters that the typesetter can set with any of its faces."""
    while zeichen:
        try:
            _setze(zeichen)
        except typst.TypstError as fehler:
            gut = _ohne_fehlendes(zeichen, fehler.message)
            if len(gut) == len(zeichen):
                raise
            zeichen = gut
        else:
            yield from zeichen
            return


def _setze(zeichen: Iterable[int]) -> None:
    absaetze = "\n".join(f'#par("\\u{{{z:x}}}")' for z in zeichen)
    text = f'#set document(title: "x")\n#set text(lang: "de")\n{absaetze}'
    typst.compile(text.encode(), font_paths=schriften(), ignore_system_fonts=True, format="pdf", pdf_standards=["a-2a"])


def _ohne_fehlendes(zeichen: list[int], meldung: str) -> list[int]:
    return [z for z in zeichen if chr(z) not in meldung and f"\\u{{{z:x}}}" not in meldung]


def zusatz(ordner: Path, vorhanden: Collection[int]) -> list[int]:
    """The characters that only the extra `schrift-cjk` has, in order."""
    alle = {z for datei in sorted(ordner.glob("*.?t?")) for z in in_datei(datei)}
    return sorted(z for z in alle.difference(vorhanden) if _schreibbar(z))


def vorrat() -> list[int]:
    """The characters that a text of the print editions may have, in order."""
    alle = {z for datei in schriftdateien() for z in in_datei(datei)}
    offen = [z for von, bis in _ZEICHENBEREICHE for z in range(von, bis) if z not in alle and _schreibbar(z)]
    for anfang in range(0, len(offen), _STUECK):
        alle |= set(setzbar(offen[anfang : anfang + _STUECK]))
    return sorted(z for z in alle if _schreibbar(z))


def _schreibbar(nummer: int) -> bool:
    """No controls, surrogates, private and unassigned numbers: the standards for PDF forbid them."""
    return unicodedata.category(chr(nummer)) not in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def als_text(nummern: Iterable[int]) -> str:
    """The ranges one after the other, „0020-007E“."""
    bereiche: list[list[int]] = []
    for z in nummern:
        if bereiche and bereiche[-1][1] == z - 1:
            bereiche[-1][1] = z
        else:
            bereiche.append([z, z])
    worte = " ".join(f"{von:04X}-{bis:04X}" for von, bis in bereiche)
    return f"{textwrap.fill(worte, _BREITE, break_on_hyphens=False)}\n"


def als_modul(bereiche: str, cjk: str) -> str:
    """Both lists as the module that the rules read."""
    return f'{_KOPF}{bereiche}"""\n{_CJK}{cjk}"""\n'


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0 when the list is true or was written, 1 when `--check` finds another."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.zeichenvorrat", description="Schreibt, welche Zeichen die Druckfassungen setzen können."
    )
    parser.add_argument("--check", action="store_true", help="nichts schreiben, nur vergleichen")
    wahl = parser.parse_args(argumente)
    alle = vorrat()
    ordner = haus.zusatzschrift()  # without the extra its list cannot be looked at and stays
    text = als_modul(als_text(alle), als_text(zusatz(ordner, alle)) if ordner else zeichenvorrat.BEREICHE_CJK[1:])
    if wahl.check:
        return int(VORRAT.read_text("utf-8") != text)
    VORRAT.write_bytes(text.encode())
    print(VORRAT.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
