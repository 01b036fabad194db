"""The text of a data file: UTF-8, one kind of line end, no invisible signs; findings for anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.deutsch.zeichen import bereinigt, fremdzeichen
from macros.modell.befund import Befund, Schwere

GROESSE = 400_000
_STEUERZEICHEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_LEERRAUM = re.compile(r"\s+")


def lies_text(roh: bytes, datei: str, groesse: int = GROESSE) -> tuple[str, list[Befund]]:
    """UTF-8 text with LF line ends, composed letters and no control characters; findings for anything else.

    A byte mark and line ends of Windows are read and only hinted at: `konzept formatieren` writes them otherwise.
    """
    befunde: list[Befund] = []
    if len(roh) > groesse:
        befunde.append(
            Befund(datei, 1, "", "groesse", f"Die Datei ist größer als {groesse // 1000} kB.", "Bitte aufteilen.")
        )
        return "", befunde
    if roh.startswith(b"\xef\xbb\xbf"):
        befunde.append(
            Befund(
                datei,
                1,
                "",
                "bom",
                "Die Datei beginnt mit einer Byte-Marke (BOM).",
                "Als „UTF-8 ohne BOM“ speichern.",
                Schwere.HINWEIS,
            )
        )
        roh = roh[3:]
    if b"\r\n" in roh:
        zeile = roh[: roh.index(b"\r\n")].count(b"\n") + 1
        befunde.append(
            Befund(
                datei,
                zeile,
                "",
                "zeilenende",
                "Die Zeilen enden nach Windows-Art (CRLF).",
                "Mit Zeilenende „LF“ speichern.",
                Schwere.HINWEIS,
            )
        )
        roh = roh.replace(b"\r\n", b"\n")
    if b"\r" in roh:
        zeile = roh[: roh.index(b"\r")].count(b"\n") + 1
        befunde.append(
            Befund(
                datei,
                zeile,
                "",
                "zeilenende",
                "In der Zeile steht ein einzelnes Zeilenende alter Art (U+000D).",
                "Dort neu umbrechen; die Datei mit Zeilenende „LF“ speichern.",
            )
        )
        roh = roh.replace(b"\r", b"\n")
    try:
        text = roh.decode("utf-8")
    except UnicodeDecodeError as fehler:
        zeile = roh[: fehler.start].count(b"\n") + 1
        befunde.append(
            Befund(datei, zeile, "", "zeichensatz", "Die Datei ist nicht in UTF-8 gespeichert.", "In UTF-8 speichern.")
        )
        return "", befunde
    if treffer := _STEUERZEICHEN.search(text):
        zeile = text.count("\n", 0, treffer.start()) + 1
        befunde.append(
            Befund(
                datei,
                zeile,
                "",
                "steuerzeichen",
                f"Die Zeile enthält ein unsichtbares Steuerzeichen (U+{ord(treffer.group()):04X}).",
                "Die Zeile löschen und neu eintippen.",
            )
        )
        return "", befunde
    einzeilig = re.sub("[\u2028\u2029]", " ", text)  # a new line could mean something else in YAML
    return bereinigt(einzeilig), [*befunde, *_fremde(text, datei)]


def _fremde(text: str, datei: str) -> Iterator[Befund]:
    """One finding for each kind of sign that other programs leave, at the first of it."""
    gemeldet: set[str] = set()
    for fund in fremdzeichen(text):
        art = fund.text.partition(" (")[0]
        if art not in gemeldet:
            gemeldet.add(art)
            zeile = text.count("\n", 0, fund.stelle) + 1
            davor, danach = text[: fund.stelle].rpartition(" ")[2], text[fund.stelle :].partition(" ")[0]
            wort = davor.rpartition("\n")[2][-40:] + danach.partition("\n")[0][:40]
            wort = _LEERRAUM.sub(" ", bereinigt(wort)).strip()
            yield Befund(
                datei,
                zeile,
                "",
                "fremdzeichen",
                f"Die Zeile enthält bei „{wort}“ {fund.text}.",
                "Neu eintippen, oder „konzept formatieren“ schreibt die Datei richtig.",
            )
