"""The printed glossary: no entry refers to itself, others it does; whose words they are is said once."""

from __future__ import annotations

import re

import pytest
from ausgabe.druck.conftest import bau_von, lies_plan

from macros.ausgabe.druck.konzept import konzept


def glossar(stadt: str) -> str:
    teile = [str(t.html) for t in konzept(bau_von(stadt)).teile]
    return next(t for t in teile if t.startswith('<h1 id="glossar">'))


@pytest.mark.parametrize("stadt", ["musterstadt", "echt"])
def test_kein_eintrag_verweist_auf_sich_selbst(stadt: str) -> None:
    eintraege = re.findall(r'<div id="glossar-([a-z0-9-]+)">(.*?)</div>', glossar(stadt), re.S)
    assert len(eintraege) == len(lies_plan(stadt).glossar)
    assert [k for k, html in eintraege if f'popovertarget="begriff-{k}"' in html or f"glossar/{k}" in html] == []


def test_von_der_redaktion_erklaert_steht_einmal_da_und_ein_stern_am_begriff() -> None:
    html = glossar("echt")
    eigene = [b for b in lies_plan("echt").glossar.values() if not b.aus_konzept]
    assert eigene and html.count("erklärt die Redaktion; das Konzept erklärt sie nicht.") == 1
    assert html.count("*</dt>") >= len(eigene)
