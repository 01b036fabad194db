"""A sample is the same for everyone, holds what it must, and becomes everything on request."""

from __future__ import annotations

import pytest
from stichprobe import alles, stichprobe

FAELLE = [f"{art}/{n}" for art in "abc" for n in range(50)]


@pytest.fixture(autouse=True)
def ohne_alles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLES", raising=False)


def test_so_viele_wie_verlangt_in_ihrer_reihenfolge_und_immer_dieselben() -> None:
    probe = stichprobe(FAELLE, 20)
    assert len(probe) == len(set(probe)) == 20
    assert list(probe) == sorted(probe, key=FAELLE.index)
    assert stichprobe(FAELLE, 20) == probe


def test_von_jeder_art_ist_der_erste_fall_dabei() -> None:
    probe = stichprobe(FAELLE, 10, je=lambda fall: fall[0])
    assert len(probe) == 10
    assert {"a/0", "b/0", "c/0"} <= set(probe)
    assert stichprobe(FAELLE, 2, je=lambda fall: fall[0]) == ["a/0", "b/0", "c/0"]


def test_wenige_faelle_werden_alle_genommen() -> None:
    assert stichprobe(FAELLE[:5], 20) == FAELLE[:5]


@pytest.mark.parametrize(("gesetzt", "ganz"), [("1", True), ("", False), ("0", False)])
def test_alles_nimmt_jeden_fall(gesetzt: str, ganz: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLES", gesetzt)
    assert alles() is ganz
    assert (stichprobe(FAELLE, 20) == FAELLE) is ganz
