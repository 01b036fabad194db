"""Document -> PDF bytes: PDF/A-2a and PDF/UA-1 in one file, the same bytes from the same input."""

from __future__ import annotations

import hashlib
import importlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.metadata import version
from pathlib import Path

import typst

from macros import haus
from macros.ausgabe.druck.satz import beipackzettel, pdfdatei
from macros.ausgabe.druck.satz.beipackzettel import beschreibe
from macros.ausgabe.druck.satz.druckbaum import Druckauftrag, Zeilenkoepfe, lies_auftrag
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.druck.satz.pdfdatei import Eintraege, Pdfdatei, UnerwarteteForm, werte
from macros.ausgabe.farben import satzfarben

VORLAGE = Path(__file__).with_name("satz.typ")
NORMEN: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_PAKETE = ("typst", "font-source-sans-pro", "manimgx-fonts")
_FEHLENDES_ZEICHEN = re.compile(r"the text `\"(.+?)\"` could not be displayed")


def _schriftordner() -> list[Path]:
    """The text face, and the faces for what it lacks: other scripts, signs, emoji."""
    text, ersatz = (
        Path(str(importlib.import_module(paket).__file__)).parent for paket in ("font_source_sans_pro", "manimgx_fonts")
    )
    return [text / "files", ersatz]


def schriftdateien() -> list[Path]:
    """The files of all fonts that do not come with the typesetter itself."""
    return [d for ordner in _schriftordner() for d in sorted(ordner.iterdir()) if d.suffix in (".ttf", ".otf")]


def schriften() -> typst.Fonts:
    """Only fonts that come with the packages, so that every machine sets the same lines."""
    return _schriften(haus.zusatzschrift())


@cache
def _schriften(zusatz: Path | None) -> typst.Fonts:
    ordner = _schriftordner() + ([zusatz] if zusatz else [])
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=ordner)


def als_bilder(vorlage: bytes | Path, punkte_je_zoll: int, **eingaben: str) -> tuple[bytes, ...]:
    """The pages of a template as PNG, with the fonts of the documents."""
    png = typst.compile(
        vorlage,
        format="png",
        ppi=punkte_je_zoll,
        font_paths=schriften(),
        ignore_system_fonts=True,
        sys_inputs=eingaben,
    )
    return tuple(png) if isinstance(png, list) else (png,) if png else ()


def zusatzfamilien() -> list[str]:
    """The faces of the extra `schrift-cjk`, in the order in which they are asked; none where it is not installed."""
    return ["Noto Sans CJK SC"] if haus.zusatzschrift() else []


@cache
def _grundlage() -> bytes:
    """Everything but the document and the extra font that a PDF depends on."""
    code = b"".join(
        Path(str(datei)).read_bytes() for datei in (VORLAGE, __file__, pdfdatei.__file__, beipackzettel.__file__)
    )
    return code + (" ".join(version(p) for p in _PAKETE) + satzfarben()).encode()


def schluessel(text: str) -> str:
    """What a PDF is kept under: the document and everything else that it depends on."""
    zusatz = version(haus.ZUSATZSCHRIFT) if haus.zusatzschrift() else ""
    return hashlib.sha256(_grundlage() + zusatz.encode() + text.encode()).hexdigest()[:32]


def setze(text: str) -> bytes:
    """The PDF of a document's text; raises Druckfehler with a German message when it cannot be set."""
    auftrag = lies_auftrag(text)
    datei = _benenne_zeilenkoepfe(_kompiliere(text, auftrag), auftrag["zeilenkoepfe"])
    beschreibe(datei, auftrag["baum"])
    return datei.packe()


def _kompiliere(text: str, auftrag: Druckauftrag) -> bytes:
    titel = auftrag["baum"]["titel"]
    tag = datetime.combine(date.fromisoformat(auftrag["baum"]["tag"]), time(), UTC)
    try:
        pdf, warnungen = typst.compile_with_warnings(
            VORLAGE,
            font_paths=schriften(),
            ignore_system_fonts=True,
            sys_inputs={"dokument": text, "farben": satzfarben(), "zusatz": json.dumps(zusatzfamilien())},
            pdf_standards=NORMEN,
            timestamp=tag,
        )
    except typst.TypstError as fehler:
        fehlt = _FEHLENDES_ZEICHEN.search(fehler.message)
        raise Druckfehler(_deutsch(titel, fehler), zeichen=fehlt[1] if fehlt else "") from fehler
    if warnungen:
        raise Druckfehler(f"„{titel}“: {warnungen[0].message}")
    assert isinstance(pdf, bytes)
    return pdf


def _deutsch(titel: str, fehler: typst.TypstError) -> str:
    """What an editor can do about a document that cannot be set."""
    if treffer := _FEHLENDES_ZEICHEN.search(fehler.message):
        zeichen = treffer[1]
        nummern = " ".join(f"U+{ord(z):04X}" for z in zeichen)
        return (
            f"Das Zeichen „{zeichen}“ ({nummern}) gibt es in der Schrift der Druckfassungen nicht; "
            f"„{titel}“ lässt sich so nicht setzen. Bitte im Text durch ein Wort ersetzen."
        )
    return f"„{titel}“ lässt sich nicht setzen: {fehler.message}"


def _benenne_zeilenkoepfe(pdf: bytes, koepfe: Zeilenkoepfe) -> Pdfdatei:
    """Tags the head cells of rows, which the typesetter writes as plain cells, as TH with their scope.

    A cell more than a row has is the one that only keeps rows together (satz.typ): it leaves the tags.
    """
    try:
        datei = Pdfdatei.lies(pdf)
        wurzel = datei.eintraege(datei.eintraege(datei.schluss["Root"])["StructTreeRoot"])
        gefunden = list(_tabellen(datei, wurzel))
    except (KeyError, UnerwarteteForm) as fehler:
        raise Druckfehler(f"Das PDF hat nicht die Form, die erwartet wird: {fehler}") from fehler
    if len(gefunden) != len(koepfe):
        raise Druckfehler(f"Im PDF sind {len(gefunden)} Tabellen ausgezeichnet, erwartet waren {len(koepfe)}.")
    for tabelle, zeilen in zip(gefunden, koepfe, strict=True):
        for zeile, zellen in zip(_tabellenzeilen(datei, tabelle), zeilen, strict=True):
            verweis, eintrag = zeile
            gesetzt = [(ort, zelle) for ort, zelle in _kinder(datei, eintrag) if zelle["S"] in (b"/TD", b"/TH")]
            if len(gesetzt) == len(zellen) + 1:
                ohne, leere = gesetzt.pop()
                datei.setze(verweis, eintrag | {"K": b"[" + b" ".join(ort for ort, _ in gesetzt) + b"]"})
                if "ID" not in leere:
                    del datei.objekte[int(ohne.split()[0])]
            for (ort, zelle), ist_kopf in zip(gesetzt, zellen, strict=True):
                if ist_kopf:
                    datei.setze(ort, zelle | {"S": b"/TH", "A": b"<</O/Table/Scope/Row>>"})
    return datei


def _kinder(datei: Pdfdatei, element: Eintraege) -> Iterator[tuple[bytes, Eintraege]]:
    """(reference, structure element) below one; marks of page content are skipped."""
    kinder = element.get("K", b"")
    for verweis in werte(kinder) if kinder.startswith(b"[") else (kinder,):
        if verweis.endswith(b" R") and "S" in (kind := datei.eintraege(verweis)):
            yield verweis, kind


def _tabellen(datei: Pdfdatei, element: Eintraege) -> Iterator[Eintraege]:
    """The tables below an element in reading order, also those in the cells of others."""
    for _, kind in _kinder(datei, element):
        if kind["S"] == b"/Table":
            yield kind
        yield from _tabellen(datei, kind)


def _tabellenzeilen(datei: Pdfdatei, tabelle: Eintraege) -> Iterator[tuple[bytes, Eintraege]]:
    """(reference, row) of a table or of one of its groups."""
    for verweis, kind in _kinder(datei, tabelle):
        if kind["S"] == b"/TR":
            yield verweis, kind
        elif kind["S"] in (b"/THead", b"/TBody", b"/TFoot"):
            yield from _tabellenzeilen(datei, kind)
