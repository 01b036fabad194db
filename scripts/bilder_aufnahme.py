"""Three kinds of pictures for the handbook: a part of a page, a command with its answer, a sheet of a workbook."""

from __future__ import annotations

import html
import io
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image, ImageChops
from playwright.sync_api import Page

from macros.befehle import neu
from macros.befehle.konzept import lies

_FENSTER = """<!doctype html><html lang="de"><meta charset="utf-8"><style>
body {{ margin: 0; background: #fff; }}
pre {{ margin: 0; padding: 18px 22px; background: #14222b; color: #e8eef1; font: 14px/1.5 "DejaVu Sans Mono", monospace;
  white-space: pre-wrap; }}
b {{ color: #8fd3c4; font-weight: 400; }}
</style><pre>{text}</pre>"""


@dataclass(frozen=True)
class Bild:
    """A part of a page: file name, page below the site, its first and last element; `auf` is opened before."""

    name: str
    seite: str
    von: str
    bis: str
    breite: int = 820
    auf: str = ""


def von_der_seite(blatt: Page, adresse: str, bild: Bild, ziel: Path) -> None:
    """One picture, cut to the part of the page that it is about."""
    blatt.set_viewport_size({"width": bild.breite, "height": 900})
    blatt.goto(f"{adresse}{bild.seite}")
    blatt.wait_for_load_state("networkidle")
    for kopf in blatt.locator(".kopf").all():
        kopf.evaluate("kopf => { kopf.hidden = true; }")
    for feld in blatt.locator("input[type=date]").all():  # as a German browser shows it, which is not installed here
        feld.evaluate("f => { const t = f.value.split('-').reverse().join('.'); f.type = 'text'; f.value = t; }")
    if bild.auf:
        blatt.locator(bild.auf).first.evaluate("teil => { teil.open = true; }")
    anfang = blatt.locator(bild.von).first.bounding_box()
    ende = blatt.locator(bild.bis).last.bounding_box()
    if anfang is None or ende is None:
        raise LookupError(f"{bild.seite}: {bild.von} oder {bild.bis} fehlt")
    oben = max(0, anfang["y"] - 16)
    blatt.screenshot(
        path=ziel / f"{bild.name}.png",
        full_page=True,
        clip={"x": 0, "y": oben, "width": bild.breite, "height": ende["y"] + ende["height"] + 20 - oben},
    )


def vom_befehl(blatt: Page, aufruf: str, ausgabe: str, ziel: Path) -> None:
    """A window with a command and its answer."""
    blatt.goto("about:blank")  # the policy of a page that stood there before would forbid the style
    blatt.set_viewport_size({"width": 820, "height": 200})
    text = f"<b>&gt; {html.escape(aufruf)}</b>\n{html.escape(ausgabe.strip())}"
    blatt.set_content(_FENSTER.format(text=text))
    blatt.locator("pre").screenshot(path=ziel)


def im_gespraech(ordner: Path, argumente: Sequence[str], antworten: Sequence[str]) -> str:
    """What stands in the window when `konzept neu` asks and somebody answers."""
    offen, fenster = iter(antworten), io.StringIO()

    def antworte(frage: str) -> str:
        antwort = next(offen)
        fenster.write(f"{frage}{antwort}\n")
        return antwort

    with chdir(ordner), redirect_stdout(fenster), redirect_stderr(fenster):
        neu.fuehre_aus(lies(list(argumente)), antworte)
    return fenster.getvalue()


def von_der_mappe(mappe: Path, blatt: str, spalten: Mapping[str, int], eintrag: dict[str, str], ziel: Path) -> None:
    """One sheet as LibreOffice prints it: the columns that are named, in letters wide, its first row filled in."""
    buch = load_workbook(mappe)
    for name in buch.sheetnames:
        if name != blatt:
            buch.remove(buch[name])
    seite = buch[blatt]
    assert isinstance(seite, Worksheet)
    seite.row_dimensions[1].height = 44
    kopf = {str(zelle.value): get_column_letter(nummer) for nummer, zelle in enumerate(seite[1], 1)}
    for name, buchstabe in kopf.items():
        seite.column_dimensions[buchstabe].hidden = name not in spalten
        seite.column_dimensions[buchstabe].width = spalten.get(name, 0)
    for name, wert in eintrag.items():
        seite[f"{kopf[name]}2"] = wert
    platz = ziel.with_suffix("")
    platz.mkdir()
    try:
        buch.save(platz / "blatt.xlsx")
        for befehl in (
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(platz), str(platz / "blatt.xlsx")],
            ["pdftoppm", "-r", "220", "-png", "-singlefile", str(platz / "blatt.pdf"), str(platz / "blatt")],
        ):
            subprocess.run(befehl, check=True, capture_output=True)
        _beschnitten(platz / "blatt.png", ziel)
    finally:
        shutil.rmtree(platz)


def _beschnitten(quelle: Path, ziel: Path) -> None:
    """Without the white paper around, 1640 pixels wide at most."""
    with Image.open(quelle) as roh:
        bild = roh.convert("RGB")
    rahmen = ImageChops.difference(bild, Image.new("RGB", bild.size, "white")).getbbox()
    bild = bild.crop(rahmen)
    if bild.width > 1640:
        bild = bild.resize((1640, round(bild.height * 1640 / bild.width)))
    bild.save(ziel, optimize=True)
