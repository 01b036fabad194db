"""A data folder becomes a Plan in reading order, and never a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.laden.ordner import lade_plan
from macros.modell.plan import SAMMLUNGEN, Plan


def test_laedt_alle_sammlungen(plan: Plan) -> None:
    assert all(plan.sammlung(name) for name in SAMMLUNGEN)
    assert plan.gemeinde.name == "Musterstadt"
    assert len(plan.massnahmen) == 13


def test_ordnet_wie_man_liest(plan: Plan) -> None:
    assert list(plan.fassungen) == ["2021", "2025"]
    assert [a.nummer for a in plan.konzept.values() if a.fassung == "2025"] == [
        "1",
        "2",
        "2.1",
        "2.2",
        "2.2",
        "3",
        "3.1",
        "3.1.1",
    ]
    assert [h.id for h in plan.herausforderungen.values() if h.fassung == "2025"][:4] == [
        "la-01",
        "la-02",
        "la-03",
        "aw-01",
    ]
    namen = [z.bezeichnung for z in plan.zielgruppen.values()]
    assert namen == ["Alle Einwohner*innen", "Ehrenamtlich Tätige", "Eltern", "Neuzugewanderte", "Schüler*innen"]


def test_jeder_wert_kennt_datei_und_zeile(plan: Plan) -> None:
    ort = plan.ort("massnahmen", "sprachtreffs", "sachstaende", 2, "ampel")
    assert ort.datei == "data/massnahmen/sprachtreffs.yaml"
    zeile = (Path(__file__).parents[1] / "beispiele/musterstadt/massnahmen/sprachtreffs.yaml").read_text().splitlines()
    assert zeile[ort.zeile - 1] == "    ampel: verzoegert"
    assert plan.ort("massnahmen", "sprachtreffs", "gibt", "es", "nicht").zeile == 1


def ersetze(datei: Path, alt: str, neu: str) -> None:
    text = datei.read_text()
    assert alt in text
    datei.write_text(text.replace(alt, neu))


def test_kein_wert_wird_erraten(daten: Path) -> None:
    ersetze(daten / "gemeinde.yaml", "ags: '99999999'", "ags: 06412000")
    ersetze(daten / "gemeinde.yaml", "telefon: 00000 12-345", "telefon: 12:30")
    ersetze(daten / "akteure/rat.yaml", "art: rat", "art: rat\nkurzform: NO\nweitere_namen: [1e3, 0x10, 'null']")
    plan, befunde = lade_plan(daten)
    assert befunde == []
    assert plan
    assert (plan.gemeinde.ags, plan.gemeinde.kontakt and plan.gemeinde.kontakt.telefon) == ("06412000", "12:30")
    assert (plan.akteure["rat"].kurzform, plan.akteure["rat"].weitere_namen) == ("NO", ("1e3", "0x10", "null"))


def test_ohne_ordner_kein_plan(tmp_path: Path) -> None:
    plan, (befund,) = lade_plan(tmp_path / "fehlt", "data")
    assert plan is None
    assert (befund.datei, befund.regel) == ("data", "ordner")


def test_ein_kaputter_satz_verdeckt_die_anderen_nicht(daten: Path) -> None:
    (daten / "akteure/rat.yaml").write_text("id: [")
    (daten / "zielgruppen/alle.yaml").write_text("id: alle\n")
    plan, befunde = lade_plan(daten, "data")
    assert [b.datei for b in befunde] == ["data/akteure/rat.yaml", "data/zielgruppen/alle.yaml"]
    assert plan
    assert "rat" not in plan.akteure
    assert plan.kennt("akteure", "rat")
    assert len(plan.massnahmen) == 13


def test_punktdateien_und_der_ordner_schema_gehoeren_nicht_zu_den_daten(daten: Path) -> None:
    (daten / ".DS_Store").write_bytes(b"\0")
    (daten / "akteure/.rat.yaml.swp").write_bytes(b"\0")
    (daten / "schema").mkdir()
    (daten / "schema/massnahme.schema.json").write_text("{}")
    assert lade_plan(daten)[1] == []


def test_eine_riesige_datei_gibt_einen_befund(daten: Path) -> None:
    ersetze(daten / "akteure/rat.yaml", "art: rat", "art: rat\nbeschreibung: " + "x" * 500_000)
    assert [b.regel for b in lade_plan(daten)[1]] == ["groesse"]


SUCHE = settings(deadline=None, derandomize=True, database=None, max_examples=60)
WERTE: st.SearchStrategy[object] = st.recursive(
    st.text(max_size=20) | st.integers() | st.dates() | st.booleans() | st.floats() | st.none() | st.sampled_from(["2026-01-01", "1", "1.5", "true", "im_plan", "rat", "str"]),
    lambda teil: st.lists(teil, max_size=3) | st.dictionaries(st.text(max_size=5) | st.sampled_from(["id", "text", "datum"]), teil, max_size=3),
    max_leaves=6,
)  # fmt: skip


def gemeinde(musterstadt: Path) -> bytes:
    return (musterstadt / "gemeinde.yaml").read_bytes()


@pytest.mark.parametrize("sammlung", sorted(SAMMLUNGEN))
def test_beliebige_felder_werfen_nie(sammlung: str, musterstadt: Path) -> None:
    felder = sorted(SAMMLUNGEN[sammlung].model_fields)

    @settings(SUCHE, max_examples=25)
    @given(st.dictionaries(st.sampled_from(felder) | st.text(max_size=8), WERTE, max_size=12))
    def versuch(satz: dict[str, object]) -> None:
        with tempfile.TemporaryDirectory() as ordner:
            ziel = Path(ordner)
            (ziel / "gemeinde.yaml").write_bytes(gemeinde(musterstadt))
            (ziel / sammlung).mkdir()
            (ziel / sammlung / "x.yaml").write_text(yaml.safe_dump(satz, allow_unicode=True))
            plan, befunde = lade_plan(ziel, "data")
            assert plan
            assert befunde

    versuch()


@SUCHE
@given(roh=st.binary(max_size=200), name=st.sampled_from(["gemeinde.yaml", "akteure/x.yaml", "indikatoren/x.csv", "x"]))
def test_beliebige_dateien_werfen_nie(roh: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as ordner:
        ziel = Path(ordner) / name
        ziel.parent.mkdir(exist_ok=True)
        ziel.write_bytes(roh)
        assert lade_plan(Path(ordner))[1]


@SUCHE
@given(st.data())
def test_ein_verdrehter_satz_wirft_nie(musterstadt: Path, data: st.DataObject) -> None:
    satz = yaml.load((musterstadt / "massnahmen/sprachtreffs.yaml").read_text(), Loader=yaml.BaseLoader)  # noqa: S506
    for _ in range(data.draw(st.integers(1, 3))):
        teil: object = satz
        while isinstance(teil, dict | list) and teil:
            stelle = data.draw(st.sampled_from(list(teil) if isinstance(teil, dict) else range(len(teil))))
            if data.draw(st.booleans()) or not isinstance(teil[stelle], dict | list):
                teil[stelle] = data.draw(WERTE)
                break
            teil = teil[stelle]
    with tempfile.TemporaryDirectory() as ordner:
        ziel = Path(ordner)
        (ziel / "gemeinde.yaml").write_bytes(gemeinde(musterstadt))
        (ziel / "massnahmen").mkdir()
        (ziel / "massnahmen/sprachtreffs.yaml").write_text(yaml.safe_dump(satz, allow_unicode=True))
        lade_plan(ziel, "data")


def test_kein_satz_laesst_sich_aendern(plan: Plan) -> None:
    with pytest.raises(ValueError, match="frozen"):
        plan.massnahmen["sprachtreffs"].titel = "anders"  # type: ignore[misc]
