"""What cannot be set is named with its record, file and line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ausgabe.druck.conftest import bau_von

from macros.ausgabe.druck import dokumente
from macros.ausgabe.druck.dokumente import schreibe
from macros.ausgabe.druck.satz.baum import Leser
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.druck.wunsch import Wunsch
from macros.ausgabe.kontext import Bau


def mit_text(feld: str, text: str) -> Bau:
    bau = bau_von("musterstadt")
    m = bau.plan.massnahmen["sprachtreffs"]
    anders: Any = m.model_copy(update={feld: text})
    return replace(bau, plan=replace(bau.plan, massnahmen={**bau.plan.massnahmen, m.id: anders}))


def meldung(bau: Bau, ziel: Path, name: str = "konzept") -> str:
    with pytest.raises(Druckfehler) as fehler:
        schreibe(bau, ziel, [name], Wunsch(list(bau.plan.massnahmen.values())))
    return str(fehler.value)


def test_ein_fehlendes_zeichen_mit_seiner_zeile(tmp_path: Path) -> None:
    text = meldung(mit_text("ziel", "Treff 中"), tmp_path, "steckbriefe")
    assert "massnahmen/sprachtreffs.yaml:8: Das Zeichen „中“" in text


def test_was_die_druckfassung_nicht_lesen_kann_mit_seinem_datensatz(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = Leser._link

    def mit_unlesbarem(leser: Leser, e: Any, ebene: int) -> Any:
        if e.get("href") == "https://example.org/unlesbar":
            raise Druckfehler("Das geht nicht.")
        return echt(leser, e, ebene)

    monkeypatch.setattr(Leser, "_link", mit_unlesbarem)
    text = meldung(mit_text("beschreibung", "[hier](https://example.org/unlesbar)"), tmp_path, "steckbriefe")
    assert text.endswith("massnahmen/sprachtreffs.yaml:1: 3.1.1 Sprachtreffs in den Stadtteilen: Das geht nicht.")


def test_was_der_satz_ablehnt_mit_seinem_datensatz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    echt = dokumente.baum

    def mit_unsetzbarem(bau: Bau, dokument: Any) -> Any:
        """The tree with a width that no table can have."""
        return _verdirb(echt(bau, dokument))

    monkeypatch.setattr(dokumente, "baum", mit_unsetzbarem)
    text = meldung(bau_von("musterstadt"), tmp_path)
    assert "indikatoren/einbuergerungen.yaml:1: Einbürgerungen: " in text


def _verdirb(baum: Any) -> Any:
    """A document in which the first table behind the anchor of an indicator has an impossible width."""
    teile = []
    for teil in baum.teile:
        kinder, dran = [], False
        for k in teil.kinder:
            dran = dran or getattr(k, "anker", "") == "indikatoren-einbuergerungen"
            if dran and hasattr(k, "breiten"):
                k, dran = replace(k, breiten=("9unmoeglich", *k.breiten[1:])), False
            kinder.append(k)
        teile.append(replace(teil, kinder=tuple(kinder)))
    return replace(baum, teile=tuple(teile))
