"""Document -> PDF bytes: PDF/A-2a and PDF/UA-1 in one file, the same bytes from the same input, cached by it."""

from __future__ import annotations

import hashlib
import importlib
import io
import json
import os
import re
import tempfile
from datetime import UTC, datetime, time
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pikepdf
import typst

from macros.ausgabe.druck.knoten import Druckfehler, Knoten

VORLAGE = Path(__file__).with_name("satz.typ")
ABLAGE = Path(".cache/druck")
MOST_ABGELEGT = 300
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
    return VORLAGE.read_bytes() + Path(__file__).read_bytes() + " ".join(version(p) for p in _PAKETE).encode()


def setze(eingabe: dict[str, Any], ablage: Path | None = None) -> bytes:
    """The PDF of a document's tree; raises Druckfehler with a German message when it cannot be set."""
    text = json.dumps(eingabe, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    schluessel = hashlib.sha256(_grundlage() + text.encode()).hexdigest()[:32]
    datei = (ablage or ABLAGE) / f"{schluessel}.pdf"
    if gelesen := _lies_ab(datei):
        return gelesen
    roh = _kompiliere(text, eingabe)
    pdf = _benenne_zeilenkoepfe(roh, list(_tabellen(eingabe["teile"])))
    _lege_ab(datei, pdf)
    return pdf


def _kompiliere(text: str, eingabe: dict[str, Any]) -> bytes:
    tag = datetime.combine(datetime(eingabe["jahr"], eingabe["monat"], eingabe["tag"]), time(), UTC)
    try:
        pdf, warnungen = typst.compile_with_warnings(
            VORLAGE,
            font_paths=schriften(),
            ignore_system_fonts=True,
            sys_inputs={"dokument": text},
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


def _tabellen(inhalt: Any) -> Any:
    """Every table of a tree, in reading order."""
    if isinstance(inhalt, list):
        for teil in inhalt:
            yield from _tabellen(teil)
    elif isinstance(inhalt, dict):
        if inhalt.get("t") == "tabelle":
            yield inhalt
            return
        for name in ("dt", "c"):
            yield from _tabellen(inhalt.get(name, []))


def _benenne_zeilenkoepfe(pdf: bytes, tabellen: list[Knoten]) -> bytes:
    """Tags the head cells of rows, which the typesetter writes as plain cells, as TH with their scope."""
    with pikepdf.open(io.BytesIO(pdf)) as datei:
        gefunden = [e for e in _elemente(datei.Root.StructTreeRoot) if e.get("/S") == "/Table"]
        if len(gefunden) != len(tabellen):
            raise Druckfehler(f"Im PDF sind {len(gefunden)} Tabellen ausgezeichnet, erwartet waren {len(tabellen)}.")
        for element, tabelle in zip(gefunden, tabellen, strict=True):
            zeilen = [z for z in _elemente(element) if z.get("/S") == "/TR"][len(tabelle["kopf"]) :]
            for zeile, knoten in zip(zeilen, tabelle["zeilen"], strict=True):
                zellen = [z for z in _kinder(zeile) if z.get("/S") in ("/TD", "/TH")]
                for zelle, inhalt in zip(zellen, knoten["c"], strict=True):
                    if inhalt["th"]:
                        zelle.S = pikepdf.Name.TH
                        zelle.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
        aus = io.BytesIO()
        datei.save(
            aus, deterministic_id=True, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return aus.getvalue()


def _kinder(element: Any) -> list[Any]:
    kinder = element.get("/K", [])
    kinder = list(kinder) if isinstance(kinder, pikepdf.Array) else [kinder]
    return [k for k in kinder if isinstance(k, pikepdf.Dictionary) and "/S" in k]


def _elemente(element: Any) -> Any:
    """The structure elements below one, in reading order."""
    for kind in _kinder(element):
        yield kind
        yield from _elemente(kind)


def _lies_ab(datei: Path) -> bytes:
    """What the cache holds; nothing when it is missing or torn."""
    try:
        gelesen = datei.read_bytes()
    except OSError:
        return b""
    return gelesen if gelesen.rstrip().endswith(b"%%EOF") else b""


def _lege_ab(datei: Path, pdf: bytes) -> None:
    """Writes whole or not at all; a cache that cannot be written is no reason to fail."""
    try:
        datei.parent.mkdir(parents=True, exist_ok=True)
        griff, name = tempfile.mkstemp(dir=datei.parent, suffix=".neu")
        with os.fdopen(griff, "wb") as ziel:
            ziel.write(pdf)
        Path(name).replace(datei)
        for alt in sorted(datei.parent.glob("*.pdf"), key=lambda p: p.stat().st_mtime)[:-MOST_ABGELEGT]:
            alt.unlink(missing_ok=True)
    except OSError:
        return
