"""Document -> PDF bytes: PDF/A-2a and PDF/UA-1 in one file, the same bytes from the same input."""

from __future__ import annotations

import hashlib
import importlib
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pikepdf
import typst

from macros.ausgabe.druck.satz.knoten import Druckfehler, Knoten, alle
from macros.ausgabe.farben import satzfarben

VORLAGE = Path(__file__).with_name("satz.typ")
NORMEN: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_PAKETE = ("typst", "pikepdf", "font-source-sans-pro")
_FEHLENDES_ZEICHEN = re.compile(r"the text `\"(.+?)\"` could not be displayed")


@cache
def schriften() -> typst.Fonts:
    """Only fonts that come with the packages, so that every machine sets the same lines."""
    paket = importlib.import_module("font_source_sans_pro")
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[Path(str(paket.__file__)).parent / "files"],
    )


@cache
def _grundlage() -> bytes:
    """Everything but the document that a PDF depends on."""
    pakete = " ".join(version(p) for p in _PAKETE)
    return VORLAGE.read_bytes() + Path(__file__).read_bytes() + (pakete + satzfarben()).encode()


def als_text(eingabe: dict[str, Any]) -> str:
    """A document's tree as the one text that the typesetter reads."""
    return json.dumps(eingabe, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def schluessel(text: str) -> str:
    """What a PDF is kept under: the document and everything else that it depends on."""
    return hashlib.sha256(_grundlage() + text.encode()).hexdigest()[:32]


def setze(text: str) -> bytes:
    """The PDF of a document's text; raises Druckfehler with a German message when it cannot be set."""
    eingabe = json.loads(text)
    return _benenne_zeilenkoepfe(_kompiliere(text, eingabe), list(alle(eingabe["teile"], "tabelle")))


def _kompiliere(text: str, eingabe: dict[str, Any]) -> bytes:
    tag = datetime.combine(datetime(eingabe["jahr"], eingabe["monat"], eingabe["tag"]), time(), UTC)
    try:
        pdf, warnungen = typst.compile_with_warnings(
            VORLAGE,
            font_paths=schriften(),
            ignore_system_fonts=True,
            sys_inputs={"dokument": text, "farben": satzfarben()},
            pdf_standards=NORMEN,
            timestamp=tag,
        )
    except typst.TypstError as fehler:
        raise Druckfehler(_deutsch(eingabe["titel"], fehler)) from fehler
    if warnungen:
        raise Druckfehler(f"„{eingabe['titel']}“: {warnungen[0].message}")
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


def _benenne_zeilenkoepfe(pdf: bytes, tabellen: list[Knoten]) -> bytes:
    """Tags the head cells of rows, which the typesetter writes as plain cells, as TH with their scope."""
    with pikepdf.open(io.BytesIO(pdf)) as datei:
        gefunden = list(_ausgezeichnet(datei.Root.StructTreeRoot))
        if len(gefunden) != len(tabellen):
            raise Druckfehler(f"Im PDF sind {len(gefunden)} Tabellen ausgezeichnet, erwartet waren {len(tabellen)}.")
        for element, tabelle in zip(gefunden, tabellen, strict=True):
            for zeile, knoten in zip(list(_zeilen(element))[len(tabelle["kopf"]) :], tabelle["zeilen"], strict=True):
                zellen = [z for art, z in _kinder(zeile) if art in ("/TD", "/TH")]
                for zelle, inhalt in zip(zellen, knoten["c"], strict=True):
                    if inhalt["th"]:
                        zelle.S = pikepdf.Name.TH
                        zelle.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
        aus = io.BytesIO()
        datei.save(aus, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return aus.getvalue()


def _kinder(element: Any) -> Iterator[tuple[str, Any]]:
    """(kind, structure element) below one; marks of page content are skipped."""
    kinder = element.get("/K")
    if isinstance(kinder, int) or kinder is None:
        return
    for kind in kinder if isinstance(kinder, pikepdf.Array) else (kinder,):
        if isinstance(kind, pikepdf.Dictionary) and (art := kind.get("/S")) is not None:
            yield str(art), kind


def _ausgezeichnet(element: Any) -> Iterator[Any]:
    """The tables below an element in reading order, also those in the cells of others."""
    for art, kind in _kinder(element):
        if art == "/Table":
            yield kind
        yield from _ausgezeichnet(kind)


def _zeilen(tabelle: Any) -> Iterator[Any]:
    """The rows of a table or of one of its groups."""
    for art, kind in _kinder(tabelle):
        if art == "/TR":
            yield kind
        elif art in ("/THead", "/TBody", "/TFoot"):
            yield from _zeilen(kind)
