"""A Plan with a hostile piece of text in every field that holds text: what the check would refuse is in it too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import is_dataclass, replace
from enum import Enum
from typing import Any

from pydantic import BaseModel

from macros.modell.einheit import Einheit
from macros.modell.felder import Feldart, felder
from macros.modell.gebaerdenvideo import Gebaerdenvideo
from macros.modell.grundtypen import PLATZHALTER
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.modell.ratsbericht import Berichtsdatei
from macros.modell.stichtag import Stichtag

WIRT, ERLAUBT = "boese.example", "fremd.example"
"""A host that nothing on a page may lead to, and one that a link in a text may lead to."""
HTML = f"\"'><zz-e zz-a=1 onclick=zz()></zz-e><script>zz()</script></title></style>]]>--><base href=//{WIRT}>"
FRISCHUNG = f'0;url=https://{WIRT}/" http-equiv="refresh" zz-a="'
AUSZEICHNUNG = f"![z](https://{WIRT}/z) [z](https://{WIRT}/) <https://{WIRT}/> {{: zz-a=1 onclick=zz() }}"
AUSDRUCK = "{{ 7*7 }}{% zz %}{# zz #}${zz()}`zz`\\"
ZEILEN = {"html": HTML, "frischung": FRISCHUNG, "auszeichnung": AUSZEICHNUNG, "ausdruck": AUSDRUCK}
TEXTE = {
    "html": f"{HTML}\n\n<div onclick=zz()>\n\n<zz-e markdown=1>\n",
    "frischung": f"{FRISCHUNG}\n\n    {FRISCHUNG}\n\n```\n{HTML}\n```",
    "auszeichnung": (
        f"[gut](https://{ERLAUBT}/)\n\n# zz {{: zz-a=1 onclick=zz() }}\n\n![z](https://{WIRT}/z) ![z][z] ![z] [j][j] [r](//{WIRT}) [t](tel:1) "
        f"[b](blob:https://{WIRT}/) [i](intent:1) [m](ms-word:1) [p](../../../x) [d](data:text/html,zz) "
        f"[s](java\tscript:zz) [e](&#106;avascript:zz) [l]( javascript:zz) <javascript:zz> <zz@{WIRT}>\n{{: onclick=zz() }}"
        f"\n\n[z]: //{WIRT}\n[j]: javascript:zz()\n"
    ),
    "ausdruck": f"{AUSDRUCK}\n\n```\n\n{AUSDRUCK}",
}
ADRESSE = f"/?a=1&b=2)![z](https://{WIRT}/z)"
_FEST = frozenset({Feldart.KENNUNG, Feldart.NUMMER, Feldart.AUSWAHL})
_NAMENSTEILE = frozenset({"code", "vorlage", "abdruck"})
"""Names of places in the data, no words."""
_SIEGEL = frozenset(
    {
        (Berichtsdatei, "name"),
        (Berichtsdatei, "sha256"),
        *((Gebaerdenvideo, name) for name in ("film", "untertitel", "standbild")),
    }
)
"""Names of files that lie beside a record, and a checksum: of a fixed form, and the file is looked up by them."""


def vergiftet(plan: Plan, art: str) -> Plan:
    """The same Plan; every text ends in a hostile one of that kind, figures and their groups included."""

    def zeile(text: str) -> str:
        return f"{text} {ZEILEN[art]}"

    def text(wert: str) -> str:
        return f"{PLATZHALTER.sub('0', wert)} {TEXTE[art]}"

    saetze: dict[str, Any] = {
        name: {k: _vergifte(satz, zeile, text) for k, satz in plan.sammlung(name).items()} for name in SAMMLUNGEN
    }
    kennzahlen = {
        k: tuple(
            replace(z, merkmale={d: zeile(w) for d, w in z.merkmale.items()}, hinweis=zeile(z.hinweis)) for z in reihe
        )
        for k, reihe in plan.kennzahlen.items()
    }
    return replace(plan, gemeinde=_vergifte(plan.gemeinde, zeile, text), kennzahlen=kennzahlen, **saetze)


def _vergifte(satz: Any, zeile: Callable[[str], str], text: Callable[[str], str]) -> Any:
    neu = {}
    for f in felder(type(satz)):
        wert = getattr(satz, f.name)
        if f.ziel or f.art in _FEST or f.name in _NAMENSTEILE or (type(satz), f.name) in _SIEGEL:
            continue
        wie = text if f.art is Feldart.TEXT else _adresse if f.art is Feldart.URL else zeile
        neu[f.name] = _wert(wert, wie, zeile, text)
    return satz.model_copy(update=neu)


def _adresse(wert: str) -> str:
    return wert + ADRESSE


def _wert(wert: Any, wie: Callable[[str], str], zeile: Callable[[str], str], text: Callable[[str], str]) -> Any:
    if isinstance(wert, BaseModel):
        return _vergifte(wert, zeile, text)
    if isinstance(wert, Einheit):
        return (
            Einheit(wert.kennung, zeile(wert.bezeichnung), zeile(wert.einzahl)) if wert.kennung not in _EIGENE else wert
        )
    if isinstance(wert, Stichtag | Enum) or is_dataclass(wert):
        return wert
    if isinstance(wert, tuple):
        return tuple(_wert(glied, wie, zeile, text) for glied in wert)
    if isinstance(wert, dict):
        return {k: _wert(glied, wie, zeile, text) for k, glied in wert.items()}
    return wie(wert) if type(wert) is str else wert


_EIGENE = frozenset({"personen", "prozent", "anzahl", "ehen", "stunden", "euro"})


def giftige_stellen(plan: Plan) -> Iterator[str]:
    """Where the piece stands, once a field."""
    for name in ("gemeinde", *SAMMLUNGEN):
        saetze = [plan.gemeinde] if name == "gemeinde" else plan.sammlung(name).values()
        yield from sorted(
            {f"{name}.{f.name}" for s in saetze for f in felder(type(s)) if "zz" in repr(getattr(s, f.name))}
        )
