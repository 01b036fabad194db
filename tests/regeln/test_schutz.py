"""What looks like a person, and what does not."""

from __future__ import annotations

import pytest

from macros.regeln.schutz import ist_persoenlich


@pytest.mark.parametrize(
    "adresse",
    [
        "erika.mustermann@example.org",
        "e.mustermann@example.org",
        "max_muster@example.org",
        "Anna-Lena.Schulz-Meier@example.org",
        "erika1970@gmx.de",
        "konrad.rathmann@example.org",
    ],
)
def test_adressen_einzelner_menschen(adresse: str) -> None:
    assert ist_persoenlich(adresse)


@pytest.mark.parametrize(
    "adresse",
    [
        "integration@example.org",
        "fachdienst.soziales@example.org",
        "sozial_amt@example.org",
        "info@example.org",
        "kita.sonnenschein@example.org",
        "jugendamt.nord@example.org",
        "sprachtreff@gmx.de",
        "fb50@example.org",
        "fd.50@example.org",
    ],
)
def test_adressen_von_stellen(adresse: str) -> None:
    assert not ist_persoenlich(adresse)
