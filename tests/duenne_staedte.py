"""Towns that have little: Musterstadt without figures and older texts, and then without what else a young town lacks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.laden.yaml_streng import lies_yaml
from macros.modell.auswahlen import Farbe, Symbol
from macros.modell.gemeinde import Gemeinde
from macros.modell.plan import SAMMLUNGEN
from macros.schreiben.kanonisch import als_yaml

LANGER_TITEL = ("Gemeinsam lernen in allen Stadtteilen, Ortschaften und Bildungseinrichtungen " * 4)[:299].strip() + "."
_VERWEIS = re.compile(r"\[([^\]]*)\]\([a-z]+:[^)]*\)")
_OHNE = ("aussagen", "klaerungen", "berichte", "sprachen", "glossar", "konzept", "indikatoren", "quellen")
Satz = dict[str, Any]


def _je_satz(ordner: Path, sammlung: str, tu: Callable[[Satz], bool]) -> None:
    """Changes every record of a collection; one for which `tu` is false goes."""
    for datei in sorted((ordner / sammlung).glob("*.yaml")):
        satz: Any = lies_yaml(datei.read_bytes(), datei.name).daten
        if tu(satz):
            datei.write_text(als_yaml(satz, SAMMLUNGEN[sammlung]), "utf-8")
        else:
            datei.unlink()


def _da(ordner: Path, sammlung: str) -> set[str]:
    return {datei.stem for datei in (ordner / sammlung).glob("*.yaml")}


def _ohne_verwaiste(ordner: Path) -> None:
    """Lists name only what is still there."""

    def tu(satz: Satz) -> bool:
        for feld in ("massnahmen", "herausforderungen"):
            if feld in satz:
                satz[feld] = [k for k in satz[feld] if k in _da(ordner, feld)]
                if not satz[feld]:
                    del satz[feld]
        return True

    for sammlung in ("massnahmen", "lebenslagen"):
        _je_satz(ordner, sammlung, tu)


def ohne_zahlen(ordner: Path) -> None:
    """One edition: fields, challenges, measures, groups; no figure, no text, no language."""
    for sammlung in _OHNE:
        shutil.rmtree(ordner / sammlung)
    (ordner / "fassungen/2021.yaml").unlink()
    _je_satz(ordner, "fassungen", lambda s: s.pop("vorgaenger", True) is not None)
    gemeinde = ordner / "gemeinde.yaml"
    daten: Any = lies_yaml(gemeinde.read_bytes(), gemeinde.name).daten
    gemeinde.write_text(als_yaml({k: w for k, w in daten.items() if k != "startkennzahlen"}, Gemeinde), "utf-8")
    _je_satz(ordner, "handlungsfelder", lambda s: s.pop("abschnitt", True) is not None)
    _je_satz(ordner, "herausforderungen", lambda s: s.pop("abschnitt", True) is not None and s["fassung"] == "2025")

    def massnahme(satz: Satz) -> bool:
        for feld in ("indikatoren", "nachfolge"):
            satz.pop(feld, None)
        if "beschreibung" in satz:
            satz["beschreibung"] = _VERWEIS.sub(r"\1", satz["beschreibung"])
        return bool(satz["herkunft"]["fassung"] == "2025")

    _je_satz(ordner, "massnahmen", massnahme)
    _je_satz(ordner, "lebenslagen", lambda s: s.pop("indikatoren", True) is not None)
    _ohne_verwaiste(ordner)


def ohne_kurztitel_und_bericht(ordner: Path) -> None:
    """Nothing was ever reported, nothing has a short title, and one title has 300 letters."""

    def tu(satz: Satz) -> bool:
        for feld in ("kurztitel", "sachstaende"):
            satz.pop(feld, None)
        for schritt in satz.get("schritte", ()):
            for feld in ("erledigt_am", "beleg"):
                schritt.pop(feld, None)
        if satz["id"] == "lernpatenschaften":
            satz["titel"] = LANGER_TITEL
        return True

    _je_satz(ordner, "massnahmen", tu)
    _je_satz(ordner, "herausforderungen", tu)


def ohne_massnahmen(ordner: Path) -> None:
    """Challenges alone."""
    shutil.rmtree(ordner / "massnahmen")
    _ohne_verwaiste(ordner)


def ein_handlungsfeld(ordner: Path) -> None:
    """What belongs to the first field."""
    _je_satz(ordner, "handlungsfelder", lambda s: s["id"] == "lernen-arbeiten")
    for sammlung in ("herausforderungen", "massnahmen"):
        _je_satz(ordner, sammlung, lambda s: s["handlungsfeld"] == "lernen-arbeiten")
    _ohne_verwaiste(ordner)


def vierzehn_handlungsfelder(ordner: Path) -> None:
    """Eleven more fields, each of them still empty."""
    vorbild: Any = lies_yaml((ordner / "handlungsfelder/begegnung-teilhabe.yaml").read_bytes(), "").daten
    # The other symbols, each with every colour: no two fields look alike.
    paare = [(f.value, x.value) for x in [*Symbol][-2:] for f in Farbe]
    for n in range(4, 15):
        neu = {k: w for k, w in vorbild.items() if k != "bereiche"}
        neu["farbe"], neu["symbol"] = paare[n - 4]
        neu |= {
            "id": f"feld-{n}",
            "name": f"Weiteres Handlungsfeld {n}",
            "reihenfolge": str(n),
            "kuerzel": f"F{chr(61 + n)}",
        }
        (ordner / f"handlungsfelder/feld-{n}.yaml").write_text(als_yaml(neu, SAMMLUNGEN["handlungsfelder"]), "utf-8")


STAEDTE: dict[str, Callable[[Path], None]] = {
    "ohne-kurztitel-und-bericht": ohne_kurztitel_und_bericht,
    "ohne-massnahmen": ohne_massnahmen,
    "ein-handlungsfeld": ein_handlungsfeld,
    "vierzehn-handlungsfelder": vierzehn_handlungsfelder,
}
"""Name -> what it lacks beyond figures and texts."""
