"""What a workbook says about itself: no person, no hour; the same workbook has the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import CustomPropertyList

KERN = "docProps/core.xml"
_TAGE = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")


def als_bytes(mappe: Workbook, herausgeber: str) -> bytes:
    """The file of a workbook: its title stays, who wrote, changed or commented it and when does not."""
    mappe.properties = DocumentProperties(title=mappe.properties.title, creator=herausgeber)
    mappe.custom_doc_props = CustomPropertyList()  # type: ignore[attr-defined]
    for blatt in mappe.worksheets:
        for zelle in (z for zeile in blatt.iter_rows() for z in zeile):
            if zelle.comment:
                zelle.comment.author = herausgeber
    strom = io.BytesIO()
    mappe.save(strom)
    return _ohne_zeit(strom.getvalue())


def _ohne_zeit(roh: bytes) -> bytes:
    """A packed file whose parts bear the day on which the format begins, and that names no other."""
    neu = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(roh)) as alt, zipfile.ZipFile(neu, "w", zipfile.ZIP_DEFLATED) as datei:
        for glied in alt.infolist():
            inhalt = alt.read(glied)
            eintrag = zipfile.ZipInfo(glied.filename)
            eintrag.compress_type = zipfile.ZIP_DEFLATED
            eintrag.create_system = 3  # the same on every system
            datei.writestr(eintrag, _TAGE.sub(b"", inhalt) if glied.filename == KERN else inhalt)
    return neu.getvalue()
