"""Every field says what it means, every value of a list has its words, and Musterstadt uses them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

import macros.modell.auswahlen as auswahlen
from macros.modell.auswahl import Auswahl
from macros.modell.auswahlen import Ampel, Familie, Nachfolgeart, Stand
from macros.modell.felder import feld, feldwort
from macros.modell.gemeinde import Gemeinde
from macros.modell.grundtypen import Satz
from macros.modell.massnahme import Massnahme
from macros.modell.plan import SAMMLUNGEN, Plan


def saetze_in(annotation: Any) -> Iterator[type[Satz]]:
    """The record types inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Satz):
        yield annotation
    for teil in getattr(annotation, "__args__", ()):
        yield from saetze_in(teil)


def alle_satzarten() -> list[type[Satz]]:
    """Every record type of the model, found from the top."""
    gefunden: list[type[Satz]] = []
    offen: list[type[Satz]] = [Gemeinde, *SAMMLUNGEN.values()]
    while offen:
        typ = offen.pop(0)
        if typ not in gefunden:
            gefunden.append(typ)
            for feld in typ.model_fields.values():
                offen += saetze_in(feld.annotation)
    return gefunden


FELDER = [(typ, name) for typ in alle_satzarten() for name in typ.model_fields]
LISTEN = [t for t in vars(auswahlen).values() if isinstance(t, type) and issubclass(t, Auswahl) and t is not Auswahl]


@pytest.mark.parametrize(("typ", "name"), FELDER, ids=lambda w: w if isinstance(w, str) else w.__name__)
def test_jedes_feld_ist_beschrieben(typ: type[Satz], name: str) -> None:
    beschreibung = typ.model_fields[name].description
    assert beschreibung
    assert len(beschreibung) >= 8
    assert beschreibung.endswith((".", "?", "…"))


@pytest.mark.parametrize(("typ", "name"), FELDER, ids=lambda w: w if isinstance(w, str) else w.__name__)
def test_jedes_feld_hat_ein_wort_mit_umlauten(typ: type[Satz], name: str) -> None:
    wort = typ.model_fields[name].title
    assert wort, "every surface shows the field by its title"
    assert feld(typ, name).titel == wort
    assert "_" not in wort
    if re.search("ae|oe|(?<!q)ue", name):
        assert re.search("[äöüÄÖÜ]", wort), wort


@pytest.mark.parametrize(
    ("pfad", "wort"),
    [
        (("titel",), "Titel"),
        (("sozialraum",), "Sozialraumbezug"),
        (("schritte", 2, "termin"), "Schritt 3, geplant bis"),
        (("schritte", 0), "Schritt"),
        (("kosten", "betrag_euro"), "Kosten in Euro"),
        (("sachstaende", 1, "beleg", "url"), "Sachstand 2, Adresse des Belegs"),
        (("schritte", 2, "text"), "Schritt 3"),
        (("zeitraum", "ende"), "Geplanter Zeitraum, Ende"),
        (("anmerkungen", 0), "Anmerkung"),
    ],
)
def test_ein_pfad_in_worten(pfad: tuple[str | int, ...], wort: str) -> None:
    assert feldwort(Massnahme, pfad) == wort


@pytest.mark.parametrize("liste", LISTEN, ids=lambda t: t.__name__)
def test_jeder_wert_hat_sein_wort(liste: type[Auswahl]) -> None:
    woerter = [glied.bezeichnung for glied in liste]
    assert all(woerter)
    assert not [w for w in woerter if "_" in w]


def test_auswahllisten_wurden_gefunden() -> None:
    assert {Stand, Ampel, Familie} < set(LISTEN)


def benutzte(satz: Satz) -> Iterator[tuple[type[Satz], str]]:
    """Every field that a record fills, its own and those of the records inside it."""
    for name in satz.model_fields_set:
        wert = getattr(satz, name)
        if wert not in ((), {}, None):
            yield type(satz), name
        for glied in wert if isinstance(wert, tuple) else (wert,):
            if isinstance(glied, Satz):
                yield from benutzte(glied)


@pytest.fixture(scope="module")
def benutzt(plan: Plan) -> set[tuple[type[Satz], str]]:
    return {feld for satz in (plan.gemeinde, *(s for _, s in plan.alle())) for feld in benutzte(satz)}


@pytest.mark.parametrize(("typ", "name"), FELDER, ids=lambda w: w if isinstance(w, str) else w.__name__)
def test_musterstadt_benutzt_jedes_feld(typ: type[Satz], name: str, benutzt: set[tuple[type[Satz], str]]) -> None:
    assert (typ, name) in benutzt


def test_musterstadt_kennt_jeden_stand_und_jede_nachfolge(plan: Plan) -> None:
    massnahmen = plan.massnahmen.values()
    neueste = {m.sachstaende[-1].stand for m in massnahmen if m.sachstaende}
    assert neueste == set(Stand)
    assert {s.ampel for m in massnahmen for s in m.sachstaende} == {*Ampel, None}
    assert {m.nachfolge.art for m in massnahmen if m.nachfolge} == set(Nachfolgeart)
    assert [m.id for m in massnahmen if not m.sachstaende] == ["offene-vereine"]
    assert {i.darstellung.familie for i in plan.indikatoren.values() if i.darstellung} == set(Familie)


def test_musterstadt_sagt_dass_sie_erfunden_ist(plan: Plan) -> None:
    assert "erfunden" in plan.gemeinde.untertitel
    assert all("erfunden" in (f.herkunft or "") for f in plan.fassungen.values())
