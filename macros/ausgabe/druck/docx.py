"""The tree of a document as a Word file, made of plain styles, so that an office can paste it into its own."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from macros.ausgabe.druck.knoten import Inhalt, Knoten

_FETT, _KURSIV = frozenset({"strong"}), frozenset({"em"})
_BLOECKE = frozenset({"h", "p", "ul", "ol", "dl", "tabelle", "bild", "gruppe", "linie"})


def als_docx(eingabe: dict[str, Any]) -> bytes:
    """A Word document of the same headings, tables and links; the same bytes from the same input."""
    return _Schreiber(eingabe).bytes()


class _Schreiber:
    def __init__(self, eingabe: dict[str, Any]) -> None:
        self.eingabe = eingabe
        self.d: Document = docx.Document()
        self._richte_ein()
        self.d.add_paragraph(eingabe["titel"], style="Title")
        if eingabe["untertitel"]:
            self.d.add_paragraph(eingabe["untertitel"], style="Subtitle")
        for name, wert in eingabe["angaben"]:
            absatz = self.d.add_paragraph()
            absatz.add_run(f"{name}: ").bold = True
            absatz.add_run(wert)
        for teil in eingabe["teile"]:
            self._bloecke(self.d, teil["c"])

    def _richte_ein(self) -> None:
        tag = datetime(self.eingabe["jahr"], self.eingabe["monat"], self.eingabe["tag"], tzinfo=UTC)
        eigenschaften = self.d.core_properties
        eigenschaften.title = self.eingabe["titel"]
        eigenschaften.author = self.eingabe["urheber"]
        eigenschaften.last_modified_by = self.eingabe["urheber"]
        eigenschaften.language = "de-DE"
        eigenschaften.comments = ""
        eigenschaften.created = eigenschaften.modified = tag
        abschnitt = self.d.sections[0]
        abschnitt.orientation = WD_ORIENT.PORTRAIT
        abschnitt.page_width, abschnitt.page_height = Mm(210), Mm(297)
        abschnitt.left_margin = abschnitt.right_margin = Mm(25)
        normal: Any = self.d.styles["Normal"]
        normal.font.name, normal.font.size = "Arial", Pt(10.5)
        sprache = OxmlElement("w:lang")
        sprache.set(qn("w:val"), "de-DE")
        normal.element.get_or_add_rPr().append(sprache)
        fuss = abschnitt.footer.paragraphs[0]
        fuss.text = self.eingabe["fusszeile"]

    def bytes(self) -> bytes:
        """The file; entries of the archive carry one fixed time."""
        roh, fertig = io.BytesIO(), io.BytesIO()
        self.d.save(roh)
        with zipfile.ZipFile(roh) as quelle, zipfile.ZipFile(fertig, "w", zipfile.ZIP_DEFLATED) as ziel:
            for name in quelle.namelist():
                eintrag = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                eintrag.compress_type = zipfile.ZIP_DEFLATED
                ziel.writestr(eintrag, quelle.read(name))
        return fertig.getvalue()

    def _bloecke(self, ort: Any, inhalt: Inhalt, stil: str | None = None, erster: Any = None) -> None:
        """Blocks below a place (document or cell); loose text between them becomes paragraphs."""
        lose: Inhalt = []
        for knoten in [*inhalt, None]:
            if knoten is not None and not (isinstance(knoten, dict) and knoten["t"] in _BLOECKE):
                lose.append(knoten)
                continue
            if lose:
                absatz = erster or ort.add_paragraph(style=stil)
                erster = None
                self._zeile(absatz, lose)
                lose = []
            if knoten is not None:
                erster = self._block(ort, knoten, stil, erster)

    def _block(self, ort: Any, n: Knoten, stil: str | None, erster: Any) -> Any:
        """One block; gives the empty first paragraph of a cell while it is not used."""
        match n["t"]:
            case "h":
                self._zeile(ort.add_paragraph(style=f"Heading {min(n['e'], 9)}"), n["c"])
            case "p":
                self._zeile(erster or ort.add_paragraph(style=stil), n["c"])
                return None
            case "ul" | "ol":
                liste = "List Bullet" if n["t"] == "ul" else "List Number"
                for stelle, li in enumerate(n["c"], n["start"]):
                    if ort is self.d:
                        self._bloecke(ort, li["c"], liste)
                    else:
                        zeichen = "• " if n["t"] == "ul" else f"{stelle}. "
                        self._bloecke(ort, [zeichen, *_flach(li["c"])], None, erster)
                        erster = None
                return erster
            case "dl":
                for eintrag in n["c"]:
                    absatz = ort.add_paragraph()
                    self._zeile(
                        absatz, [{"t": "spanne", "a": "strong", "c": eintrag["dt"]}, ": ", *_flach(eintrag["c"])]
                    )
            case "tabelle":
                self._tabelle(n)
            case "gruppe":
                self._bloecke(ort, n["c"], stil, erster)
                return None
            case _:
                return erster
        return erster

    def _tabelle(self, n: Knoten) -> None:
        if n["titel"]:
            self._zeile(self.d.add_paragraph(style="Caption"), n["titel"])
        zeilen = [*n["kopf"], *n["zeilen"]]
        tabelle = self.d.add_table(rows=len(zeilen), cols=len(n["breiten"]), style="Table Grid")
        for zeile, knoten in zip(tabelle.rows, zeilen, strict=True):
            ist_kopf = knoten in n["kopf"]
            eigenschaften = zeile._tr.get_or_add_trPr()
            eigenschaften.append(OxmlElement("w:cantSplit"))
            if ist_kopf:
                eigenschaften.append(OxmlElement("w:tblHeader"))
            stelle = 0
            for z in knoten["c"]:
                zelle = zeile.cells[stelle]
                if z["cs"] > 1:
                    zelle = zelle.merge(zeile.cells[stelle + z["cs"] - 1])
                stelle += z["cs"]
                inhalt = [{"t": "spanne", "a": "strong", "c": z["c"]}] if z["th"] and not _hat_block(z["c"]) else z["c"]
                self._bloecke(zelle, inhalt, None, zelle.paragraphs[0])
        self.d.add_paragraph()

    def _zeile(self, absatz: Any, inhalt: Inhalt, art: frozenset[str] = frozenset()) -> None:
        """Text of a paragraph with bold, italic, footnote marks and links."""
        for n in inhalt:
            if isinstance(n, str):
                lauf = absatz.add_run(n)
                lauf.bold = bool(art & _FETT) or None
                lauf.italic = bool(art & _KURSIV) or None
                continue
            match n["t"]:
                case "br":
                    absatz.add_run().add_break()
                case "a" if "u" in n:
                    self._link(absatz, n)
                case "symbol":
                    continue
                case _:
                    self._zeile(absatz, n.get("c", []), art | {n.get("a", "")})

    def _link(self, absatz: Any, n: Knoten) -> None:
        bezug = absatz.part.relate_to(n["u"], RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        element = OxmlElement("w:hyperlink")
        element.set(qn("r:id"), bezug)
        lauf = absatz.add_run(_text(n["c"]))
        lauf.font.underline = True
        element.append(lauf._r)
        absatz._p.append(element)


def _hat_block(inhalt: Inhalt) -> bool:
    return any(isinstance(n, dict) and n["t"] in _BLOECKE for n in inhalt)


def _flach(inhalt: Inhalt) -> Inhalt:
    """Paragraphs as running text."""
    flach: Inhalt = []
    for n in inhalt:
        if isinstance(n, dict) and n["t"] in ("p", "gruppe"):
            flach += [*([" "] if flach else []), *_flach(n["c"])]
        else:
            flach.append(n)
    return flach


def _text(inhalt: Inhalt) -> str:
    return "".join(n if isinstance(n, str) else _text(n.get("c", [])) for n in inhalt)
