"""Addresses where the repository lies: each of the three spells them its own way, and no page leads past it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from macros.ausgabe.melden.meldewege import kennzahl_melden, sachstand_melden
from macros.ausgabe.worte.adressen import bearbeiten, rueckmeldung
from macros.ausgabe.worte.datenablage import datei_aendern, hochladen, neue_meldung, textfeld
from macros.modell.auswahlen import Forge
from macros.modell.gemeinde import Gemeinde
from macros.modell.plan import Plan
from macros.schreiben.formulare import KENNZAHL, SACHSTAND, lies_antworten
from macros.schreiben.mailtext import als_formulartext

ORT = "https://example.org/stadt/konzept"


def bei(g: Gemeinde, forge: Forge) -> Gemeinde:
    return g.model_copy(
        update={"repository": f"{ORT}/", "forge": forge, "zweig": "main", "rueckmeldung": None, "kontakt": None}
    )


@pytest.mark.parametrize(
    ("forge", "aendern", "laden", "melden", "feld"),
    [
        (Forge.GITHUB, "edit/main/data/gemeinde.yaml", "upload/main/eingang", "issues/new?title=T+%26+U", ""),
        (Forge.GITLAB, "-/edit/main/data/gemeinde.yaml", "-/tree/main/eingang", "-/issues/new?issue%5Btitle%5D=T+%26+U", "issue[description]"),
        (Forge.FORGEJO, "_edit/main/data/gemeinde.yaml", "_upload/main/eingang", "issues/new?title=T+%26+U", "body"),
    ],
)  # fmt: skip
def test_jede_ablage_hat_ihre_adressen(
    plan: Plan, forge: Forge, aendern: str, laden: str, melden: str, feld: str
) -> None:
    g = bei(plan.gemeinde, forge)
    assert datei_aendern(g, "data/gemeinde.yaml") == f"{ORT}/{aendern}"
    assert hochladen(g, "eingang") == f"{ORT}/{laden}"
    assert neue_meldung(g, "T & U") == f"{ORT}/{melden}"
    assert textfeld(g) == feld
    dort = replace(plan, gemeinde=g)
    assert bearbeiten(dort, "gemeinde", "") == f"{ORT}/{aendern}"
    weg = rueckmeldung(dort, "massnahmen", "sprachtreffs")
    assert weg is not None
    assert weg.startswith(f"{ORT}/{melden.partition('=')[0]}=3.1.1+Sprachtreffs")


@pytest.mark.parametrize(("forge", "feld"), [(Forge.GITLAB, "issue[description]"), (Forge.FORGEJO, "body")])
def test_was_dort_ausgefuellt_wird_liest_das_einlesen(plan: Plan, forge: Forge, feld: str) -> None:
    dort = replace(plan, gemeinde=bei(plan.gemeinde, forge))
    text = parse_qs(urlsplit(sachstand_melden(dort, "sprachtreffs") or "").query)[feld][0]
    text = text.replace("### Tag\n", "### Tag\n\n1.6.2026").replace("### Stand\n", "### Stand\n\nin Umsetzung")
    antworten = lies_antworten(als_formulartext(text), SACHSTAND)
    assert antworten is not None
    assert {k: v for k, v in antworten.items() if v} == {
        "massnahme": "sprachtreffs", "datum": "1.6.2026", "stand": "in_umsetzung",
    }  # fmt: skip
    text = parse_qs(urlsplit(kennzahl_melden(dort, "bevoelkerung") or "").query)[feld][0]
    text = text.replace("insgesamt = ", "insgesamt = 31000").replace("deutsch = ", "deutsch = 26300")
    antworten = lies_antworten(als_formulartext(text), KENNZAHL)
    assert antworten is not None
    assert antworten["indikator"] == "bevoelkerung"
    assert antworten["zahlen"].split("\n")[:2] == ["insgesamt = 31000", "deutsch = 26300"]


def test_ohne_repository_fuehrt_nichts_dorthin(plan: Plan) -> None:
    g = plan.gemeinde.model_copy(update={"repository": None})
    assert [datei_aendern(g, "x"), hochladen(g, "x"), neue_meldung(g, "x")] == [None, None, None]
    assert sachstand_melden(replace(plan, gemeinde=g), "sprachtreffs") is None
