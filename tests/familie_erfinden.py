"""A chart family that the model does not know, as if somebody had added it."""

from __future__ import annotations

import pytest

from macros.modell.auswahlen import Familie, Zuschnitt


def erfinde(name: str = "turm") -> Familie:
    """A member of the enum that no line of the code knows."""
    glied = str.__new__(Familie, name)
    glied._name_, glied._value_ = name.upper(), name
    glied.bezeichnung, glied.beschreibung = name, ""
    return glied


def erfinde_mit(zuschnitt: Zuschnitt, monkeypatch: pytest.MonkeyPatch) -> Familie:
    """An invented family that says which figures it draws."""
    neu = erfinde()
    bekannt = {f.value: f.zuschnitt for f in Familie}
    monkeypatch.setattr(Familie, "zuschnitt", property(lambda f: bekannt.get(f.value, zuschnitt)))
    return neu
