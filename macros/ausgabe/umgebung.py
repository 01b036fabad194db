"""The templates: filters and functions that every one of them has; a missing name stops the build."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.ausgabe.melden.meldewege import kennzahl_melden, sachstand_melden
from macros.ausgabe.worte.fragen import gefragt
from macros.ausgabe.worte.zahlenquellen import quellenzeilen, zahlenhinweise
from macros.deutsch.buchstaben import gross
from macros.deutsch.kalender import tag, tag_lang
from macros.deutsch.saetze import numerus
from macros.deutsch.zahlen import betrag, zahl
from macros.modell.auszeichnung import maskiert
from macros.modell.felder import felder
from macros.modell.geltung import fassung_von
from macros.modell.konzept import Quellenart
from macros.sichten.berichtigungen import berichtigungen
from macros.sichten.reihen import reihe
from macros.sichten.verlauf import widersprueche

VORLAGEN = Path(__file__).parent / "vorlagen"


def _umgebung() -> Environment:
    """Templates with autoescape; a missing name stops the build."""
    umgebung = Environment(
        loader=FileSystemLoader(VORLAGEN),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    umgebung.filters.update(
        tag=tag,
        tag_lang=tag_lang,
        zahl=zahl,
        betrag=betrag,
        euro=lambda wert: zahl(wert, 2),
        gross=gross,
        numerus=numerus,
        ueberschrift=lambda text: Markup(maskiert(text)),  # noqa: S704 (Markdown, escaped for Markdown)
    )
    umgebung.globals.update(
        fassung_von=fassung_von,
        felder_von=felder,
        gefragt=gefragt,
        quellenarten=tuple(Quellenart),
        sachstand_melden=sachstand_melden,
        kennzahl_melden=kennzahl_melden,
        widersprueche=widersprueche,
        berichtigungen=berichtigungen,
        zahlenhinweise=zahlenhinweise,
        zahlenquellen=lambda plan, kennung: quellenzeilen(reihe(plan, kennung)),
    )
    return umgebung


UMGEBUNG = _umgebung()
