"""A picture that is higher than a page stands on several, whole; what a reader must know about it stands under it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from ausgabe.druck.conftest import ADRESSE, TAG, Wort, bau_von, seiten
from ausgabe.druck.test_seiten import ausserhalb, uebereinander
from zahlen_bauen import kennzahl

from macros.ausgabe.druck.dokumente import schreibe
from macros.ausgabe.druck.wunsch import Wunsch
from macros.ausgabe.kontext import Bau
from macros.modell.plan import Plan

NAMEN = [f"Herkunftsland{n:02}" for n in range(40)]


def mit_vielen_gruppen(plan: Plan) -> Plan:
    """Musterstadt with 40 groups at two dates."""
    alt = plan.indikatoren["einbuergerungen"]
    dimension = alt.dimensionen[0].model_copy(update={"auspraegungen": tuple(NAMEN), "summe": None, "gesamtwert": None})
    neu = alt.model_copy(update={"dimensionen": (dimension,), "darstellung": None})
    zahlen = tuple(
        kennzahl(j, 1000 + n, **{dimension.id: name}) for j in ("2024", "2025") for n, name in enumerate(NAMEN)
    )
    return replace(plan, indikatoren={**plan.indikatoren, alt.id: neu}, kennzahlen={**plan.kennzahlen, alt.id: zahlen})


@pytest.fixture(scope="module")
def konzept(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    ordner = tmp_path_factory.mktemp("hoch")
    bau = Bau(mit_vielen_gruppen(plan), TAG, ADRESSE)
    return schreibe(bau, ordner, ["konzept"], Wunsch([]))[0]


def test_vierzig_gruppen_stehen_ganz_auf_dem_papier(konzept: Path) -> None:
    alle = seiten(konzept)
    assert ausserhalb(alle) + uebereinander(alle) == []
    im_bild = [s for s in alle if "(Teil " in s.text and sum(n in s.text for n in NAMEN) > 5]
    assert len(im_bild) >= 3
    for name in NAMEN:
        # Once in the table, once in the picture.
        orte: list[Wort] = [w for s in alle for w in s.worte if w.text == name]
        assert len(orte) == 2, name


def test_unter_dem_bild_steht_wo_die_achse_beginnt(plan: Plan, tmp_path: Path) -> None:
    bau = bau_von("musterstadt")
    massnahmen = bau.massnahmen
    pdf, word = sorted(schreibe(bau, tmp_path, ["umsetzungsbericht"], Wunsch(massnahmen)), key=lambda p: p.suffix)[::-1]
    satz = "Die senkrechte Achse beginnt bei 30\u00a0%, nicht bei null."
    assert satz.replace("\u00a0", " ") in " ".join(s.text for s in seiten(pdf)).replace("\u00a0", " ")
    assert satz in [p.text for p in docx.Document(str(word)).paragraphs]
