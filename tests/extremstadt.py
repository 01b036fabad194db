"""A town at the limits: Musterstadt with long titles and words, many groups, wide tables and 68 measures.

Everything in it passes the check; what is set from it must hold its place on the page.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.laden.yaml_streng import lies_yaml
from macros.modell.indikator import Indikator
from macros.modell.konzept import Abschnitt
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Herausforderung
from macros.schreiben.kanonisch import als_yaml

WORT = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
LANG = ("Zusammenleben, Teilhabe und Begegnung in allen Stadtteilen und Ortschaften der Gemeinde " * 4)[:199].strip()
ZWOELF = "\n".join(
    [f"|{'|'.join(f'Jahr {n}' for n in range(2012, 2024))}|", f"|{'--:|' * 12}"]
    + [f"|{'|'.join(f'12.345.{n}{m:02}' for m in range(12))}|" for n in range(3)]
)
VERSCHACHTELT = (
    f"- Punkt\n\n    {ZWOELF.replace(chr(10), chr(10) + '    ')}\n\n> Zitat\n>\n> - {WORT}\n>     1. {WORT * 3}"
)
TEXT = f"Absatz {WORT}.\n\n{ZWOELF}\n\n{VERSCHACHTELT}\n\n### {LANG}\n\n`{WORT * 4}`"


def _aendere(ordner: Path, typ: type[Any], tu: Callable[[dict[str, Any]], None]) -> None:
    for datei in sorted((ordner / typ.SAMMLUNG.ordner).glob("*.yaml")):
        daten: Any = lies_yaml(datei.read_bytes(), datei.name).daten
        tu(daten)
        datei.write_bytes(als_yaml(daten, typ).encode())


def _massnahme(daten: dict[str, Any]) -> None:
    if daten["herkunft"]["fassung"] == "2025":
        daten |= {"titel": f"{LANG} {WORT}", "kurztext": LANG, "beschreibung": TEXT, "sozialraum": WORT}


def _herausforderung(daten: dict[str, Any]) -> None:
    daten |= {"titel": (f"{WORT} " + LANG)[:120].strip(), "text": TEXT}


def _abschnitt(daten: dict[str, Any]) -> None:
    daten["titel"] = LANG
    if "text" in daten:
        daten["text"] += f"\n\n{TEXT}\n\n{'Viele Wörter füllen die Seite. ' * 900}"


def _weitere_massnahmen(ordner: Path) -> None:
    vorbild: Any = lies_yaml((ordner / "massnahmen/sprachtreffs.yaml").read_bytes(), "").daten
    for n in range(60):
        neu = {k: w for k, w in vorbild.items() if k != "nachfolge"}
        neu |= {"id": f"weitere-{n}", "nummer": f"3.{n + 10}", "herkunft": {"fassung": "2025", "nummer": f"3.{n + 10}"}}
        (ordner / f"massnahmen/weitere-{n}.yaml").write_bytes(als_yaml(neu, Massnahme).encode())


def _indikator(ordner: Path, kennung: str, gruppen: list[str], zeiten: list[str], familie: str) -> None:
    vorbild: Any = lies_yaml((ordner / "indikatoren/einbuergerungen.yaml").read_bytes(), "").daten
    dimension = {"id": "gruppe", "name": "Gruppe", "auspraegungen": gruppen}
    neu = {k: w for k, w in vorbild.items() if k not in ("naechste_aktualisierung", "geheimhaltung", "frueher")}
    neu |= {
        "id": kennung,
        "name": f"{kennung} {LANG}"[:150],
        "reihenfolge": str(50 + len(gruppen)),
        "dimensionen": [dimension],
        "darstellung": {"familie": familie},
        "geheimhaltung": {"verfahren": "keine", "begruendung": "Erfundene Zahlen."},
        "methodenhinweise": TEXT,
    }
    (ordner / f"indikatoren/{kennung}.yaml").write_bytes(als_yaml(neu, Indikator).encode())
    zeilen = [f"{z},{g},{1000 + 7 * n * len(z)},," for z in zeiten for n, g in enumerate(gruppen)]
    tabelle = "\n".join(["stichtag,gruppe,wert,zeichen,hinweis", *zeilen, ""])
    (ordner / f"indikatoren/{kennung}.csv").write_text(tabelle, "utf-8")


def extremstadt(vorbild: Path, ordner: Path) -> Path:
    """Writes the town into a folder and gives it."""
    shutil.copytree(vorbild, ordner)
    _aendere(ordner, Massnahme, _massnahme)
    _aendere(ordner, Herausforderung, _herausforderung)
    _aendere(ordner, Abschnitt, _abschnitt)
    _weitere_massnahmen(ordner)
    for anzahl in (25, 40):
        namen = [f"Gruppe {n} {WORT if n % 5 == 0 else 'mit Namen'}" for n in range(anzahl)]
        _indikator(ordner, f"balken-{anzahl}", namen, ["2023", "2024"], "balken")
        _indikator(ordner, f"kacheln-{anzahl}", namen, ["2021", "2022", "2023", "2024"], "kacheln")
    _indikator(ordner, "viele-zeilen", [f"Bezirk {n}" for n in range(3240)], ["2024"], "tabelle")
    return ordner
