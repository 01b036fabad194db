"""Every chart family is one object with all its parts; who forgets a part, a module or a member is told so."""

from __future__ import annotations

import sys
from dataclasses import MISSING, fields, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from familie_erfinden import erfinde
from zahlen_bauen import kennzahl, mit

from macros.ausgabe.diagramm import familien as ordner
from macros.ausgabe.diagramm.aufbau import diagramm
from macros.ausgabe.diagramm.bilddaten import vorbereitet
from macros.ausgabe.diagramm.familie import Diagrammfamilie, aus_daten
from macros.ausgabe.diagramm.familien import familien, lies_familie
from macros.ausgabe.diagramm.schluessel import feld
from macros.ausgabe.diagramm.text import bildtext
from macros.diagramme.balken import balken
from macros.diagramme.gestalt import flaeche
from macros.modell.auswahlen import Familie
from macros.modell.indikator import Kennzahl, Vergleich
from macros.modell.plan import Plan
from macros.sichten.indikator_bild import Bild, bilder
from macros.sichten.reihen import reihe

GEZEICHNETE = [f for f in Familie if f is not Familie.TABELLE]
NOETIG = [f.name for f in fields(Diagrammfamilie) if f.default is MISSING]


def teile() -> dict[str, Any]:
    """All parts of an invented family that draws bars and calls them towers."""
    return {
        "chart": aus_daten(balken),
        "worte": lambda bild: [f"{len(bild.achsen)} Türme."],
        "marke": flaeche,
        "schluessel": feld,
    }


def erstes(plan: Plan, familie: Familie) -> Bild:
    """The first picture of a family in Musterstadt."""
    alle = (b for kennung in plan.indikatoren for b in bilder(reihe(plan, kennung)))
    return next(b for b in alle if b.familie is familie)


def text(bild: Bild) -> str:
    familie = familien()[bild.familie]
    return bildtext(vorbereitet(bild, familie), familie)


@pytest.mark.parametrize("art", GEZEICHNETE)
def test_ein_vergleichswert_ist_gezeichnet_oder_steht_darunter(plan: Plan, art: Familie) -> None:
    alle = (b for kennung in plan.indikatoren for b in bilder(reihe(plan, kennung)))
    bild = next(b for b in alle if b.familie is art and (art is not Familie.LINIE or b.mit_ziel))
    zeit = bild.reihe.zeiten[-1].schreibweise
    land = Vergleich.model_validate({"gebiet": "Nachbarland", "wert": 12, "stichtag": zeit, "quelle": "q"})
    felder = {"vergleich": (land,), "ziele": (), "einheit": bild.einheit}
    mit_land = replace(bild, reihe=replace(bild.reihe, indikator=bild.reihe.indikator.model_copy(update=felder)))
    d = diagramm(mit_land, "bild")
    assert ("Nachbarland" in str(d.breit)) != any(h.startswith("Zum Vergleich: Nachbarland 12") for h in d.hinweise)
    assert "Nachbarland 12" in d.text


def test_jede_familie_hat_genau_ein_modul_und_ein_objekt() -> None:
    assert ordner.__file__ is not None
    module = {p.stem for p in Path(ordner.__file__).parent.glob("*.py")} - {"__init__"}
    assert module == {f.value for f in GEZEICHNETE}
    assert set(familien()) == set(GEZEICHNETE)
    assert len({id(objekt) for objekt in familien().values()}) == len(GEZEICHNETE)


@pytest.mark.parametrize("familie", GEZEICHNETE)
def test_jedes_objekt_hat_alle_teile(familie: Familie) -> None:
    objekt = familien()[familie]
    for feld_ in fields(objekt):
        wert = getattr(objekt, feld_.name)
        assert callable(wert) or isinstance(wert, bool), feld_.name


def test_was_eine_familie_selbst_sagen_muss() -> None:
    assert NOETIG == ["chart", "worte", "marke", "schluessel"]


ERSTE_SAETZE = {
    Familie.BALKEN: "Balkendiagramm mit 6 Balken. ",
    Familie.LINIE: "Liniendiagramm mit 3 Linien von 2021 bis 2025. ",
    Familie.KACHELN: "4 kleine Liniendiagramme mit je 3 Linien (insgesamt, deutsch und ausländisch) "
    "vom Schuljahr 2021/22 bis zum Schuljahr 2025/26. ",
    Familie.GESTAPELT: "Gestapelte Balken, die zusammen je 100 Prozent ergeben: deutsch und ausländisch. ",
    Familie.LIKERT: "Balken um eine Mittellinie: links Ablehnung, rechts Zustimmung. ",
    Familie.HANTEL: "Je Zeile zwei Punkte: geplant und tatsächlich. ",
}


@pytest.mark.parametrize("familie", GEZEICHNETE)
def test_der_text_beginnt_damit_welche_art_von_bild_es_ist(plan: Plan, familie: Familie) -> None:
    assert text(erstes(plan, familie)).startswith(ERSTE_SAETZE[familie])


def bild_mit(plan: Plan, kennung: str, *zahlen: Kennzahl, **felder: object) -> Bild:
    return bilder(reihe(mit(plan, kennung, *zahlen, **felder), kennung))[0]


@pytest.mark.parametrize(
    ("geheim", "satz"),
    [
        ((), "Balkendiagramm mit 3 Balken. "),
        (("Asien",), "Balkendiagramm mit 2 Balken. "),
        (("Asien", "Afrika"), "Balkendiagramm mit einem Balken. "),
    ],
)
def test_gezaehlt_werden_nur_balken_die_es_gibt(plan: Plan, geheim: tuple[str, ...], satz: str) -> None:
    zahlen = [kennzahl("2025", "." if h in geheim else 9, herkunft=h) for h in ("Asien", "Afrika", "EU-Staaten")]
    assert text(bild_mit(plan, "einbuergerungen", *zahlen)).startswith(satz)


def test_gezaehlt_werden_nur_linien_die_es_gibt(plan: Plan) -> None:
    zahlen = [
        kennzahl(j, w, herkunft=h)
        for j in ("2023", "2024", "2025")
        for h, w in (("Asien", 9), ("Afrika", 8), ("EU-Staaten", "."))
    ]
    gesagt = text(bild_mit(plan, "einbuergerungen", *zahlen))
    assert gesagt.startswith("Liniendiagramm mit 2 Linien von 2023 bis 2025. ")
    assert "EU-Staaten: keine Zahl." in gesagt


def test_eine_kachel_darf_weniger_linien_haben(plan: Plan) -> None:
    zahlen = [
        kennzahl(j, 10, schulform=f, staatsangehoerigkeit=s)
        for j in ("2022/23", "2023/24", "2024/25")
        for f in ("Grundschulen", "Gesamtschule", "Gymnasium")
        for s in ("deutsch", "ausländisch")
        if (f, s) != ("Gymnasium", "ausländisch")
    ]
    assert text(bild_mit(plan, "schueler", *zahlen)).startswith("3 kleine Liniendiagramme mit je bis zu 2 Linien (")


def test_einem_paar_darf_eine_zahl_fehlen(plan: Plan) -> None:
    zahlen = [
        kennzahl("2025", w, ort=o, angabe=a)
        for o, a, w in (("Innenstadt", "geplant", 5), ("Innenstadt", "tatsächlich", 4), ("Nordviertel", "geplant", "."))
    ]
    gesagt = text(bild_mit(plan, "sprachtreff-plaetze", *zahlen))
    assert gesagt.startswith("Je Zeile bis zu zwei Punkte: ")
    assert "Nordviertel: geplant ohne Zahl." in gesagt


@pytest.mark.parametrize(
    ("deutsch", "auslaendisch", "art"),
    [
        (86, 14, "die zusammen je 100 Prozent ergeben"),
        (86, 15, "die zusammen je 100 Prozent ergeben"),  # both rounded up
        (86, 16, "die sich nicht überall zu 100 Prozent ergänzen"),
        (86, 12, "die sich nicht überall zu 100 Prozent ergänzen"),
        (86, ".", "die sich nicht überall zu 100 Prozent ergänzen"),
    ],
)
def test_hundert_prozent_sind_es_nur_wo_sie_es_sind(
    plan: Plan, deutsch: float, auslaendisch: float | str, art: str
) -> None:
    zahlen = [
        kennzahl("2025", w, staatsangehoerigkeit=s) for s, w in (("deutsch", deutsch), ("ausländisch", auslaendisch))
    ]
    bild = bild_mit(plan, "bevoelkerung", *zahlen, einheit="prozent")
    assert bild.familie is Familie.GESTAPELT
    assert text(bild).startswith(f"Gestapelte Balken, {art}: deutsch und ausländisch. ")


def mit_legende(plan: Plan, familie: Familie) -> Bild:
    """A picture of a family with more than one series."""
    zahlen = [kennzahl(j, 9, herkunft=h) for j in ("2024", "2025") for h in ("Asien", "Afrika")]
    zwei_jahre = mit(plan, "einbuergerungen", *zahlen)
    alle = [b for p in (plan, zwei_jahre) for k in p.indikatoren for b in bilder(reihe(p, k))]
    return next(b for b in alle if b.familie is familie and len(b.reihen) > 1)


@pytest.mark.parametrize(
    ("familie", "form", "farben"),
    [
        (Familie.BALKEN, "<rect ", ["var(--d1)", "url(#x-m2)"]),
        (Familie.LINIE, '<path d="M0 6h26"', ["var(--d1)", "var(--d2)", "var(--d3)"]),
        (Familie.KACHELN, '<path d="M0 6h26"', ["var(--d1)", "var(--d2)", "var(--d3)"]),
        (Familie.GESTAPELT, "<rect ", ["var(--d1)", "url(#x-m2)"]),
        (Familie.LIKERT, "<rect ", ["var(--d-nein)", "url(#x-u4)", "url(#x-u3)", "url(#x-u2)", "var(--d-ja)"]),
        (Familie.HANTEL, "<circle ", ["var(--d1)", "var(--d2)"]),
    ],
)
def test_die_legende_zeigt_wie_das_bild_gezeichnet_ist(
    plan: Plan, tmp_path: Path, familie: Familie, form: str, farben: list[str]
) -> None:
    d = diagramm(mit_legende(plan, familie), "x", tmp_path)
    assert len(d.legende) == len(farben)
    for eintrag, farbe in zip(d.legende, farben, strict=True):
        assert form in eintrag.bild
        assert f'="{farbe}"' in eintrag.bild
        assert f'="{farbe}"' in d.breit
        assert not farbe.startswith("url") or f'id="{farbe[5:-1]}"' in d.vorrat


# An invented family


def test_ohne_modul_wird_eine_familie_abgewiesen() -> None:
    with pytest.raises(LookupError, match=r"„turm“: macros\.ausgabe\.diagramm\.familien\.turm has to define FAMILIE"):
        lies_familie("turm")


@pytest.mark.parametrize("inhalt", [{}, {"FAMILIE": None}, {"FAMILIE": balken}, {"Familie": Diagrammfamilie}])
def test_ein_modul_ohne_objekt_wird_abgewiesen(monkeypatch: pytest.MonkeyPatch, inhalt: dict[str, object]) -> None:
    lege_modul(monkeypatch, **inhalt)
    with pytest.raises(LookupError, match="turm"):
        lies_familie("turm")


def test_ein_fehler_im_modul_selbst_bleibt_wie_er_ist(monkeypatch: pytest.MonkeyPatch) -> None:
    def scheitere(name: str) -> ModuleType:
        raise ModuleNotFoundError("No module named 'pandass'", name="pandass")

    monkeypatch.setattr(ordner, "import_module", scheitere)
    with pytest.raises(ModuleNotFoundError, match="pandass"):
        lies_familie("turm")


@pytest.mark.parametrize("fehlt", ["chart", "worte", "marke", "schluessel"])
def test_ein_objekt_dem_etwas_fehlt_gibt_es_nicht(fehlt: str) -> None:
    unvollstaendig = {name: teil for name, teil in teile().items() if name != fehlt}
    with pytest.raises(TypeError, match=fehlt):
        Diagrammfamilie(**unvollstaendig)


def test_ganz_wird_sie_angenommen(monkeypatch: pytest.MonkeyPatch) -> None:
    objekt = Diagrammfamilie(**teile())
    lege_modul(monkeypatch, FAMILIE=objekt)
    assert lies_familie("turm") is objekt


def test_ein_bild_einer_unbekannten_familie_wird_nicht_als_balken_gezeichnet(plan: Plan, tmp_path: Path) -> None:
    bild = replace(erstes(plan, Familie.BALKEN), familie=erfinde())
    with pytest.raises(LookupError):
        diagramm(bild, "bild", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_was_fuer_jedes_bild_gilt_sagt_auch_eine_neue_familie(plan: Plan) -> None:
    zahlen = [kennzahl(j, w, herkunft=h) for j in ("2023", "2024") for h, w in (("Asien", 38), ("Afrika", "."))]
    anders = mit(plan, "einbuergerungen", *zahlen, bruch={"ab": "2024", "grund": "Neue Zählung."})
    bild = bilder(reihe(anders, "einbuergerungen"))[0]
    familie = Diagrammfamilie(**teile(), nachsatz=lambda _: ["Im Turm wohnt niemand."])
    assert bildtext(vorbereitet(bild, familie), familie) == (
        "2 Türme. Ohne Zahl (unbekannt oder geheim): Afrika, 2023 und Afrika, 2024. "
        "Bruch in der Zählung seit 2024: Die Zahlen davor und danach sind nicht vergleichbar. Im Turm wohnt niemand."
    )
    selbst = replace(familie, sagt_luecken=True)
    assert "Ohne Zahl" not in bildtext(vorbereitet(bild, selbst), selbst)


def test_eine_neue_familie_wird_gezeichnet_und_bekommt_ihre_muster(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turm = erfinde()
    zahlen = [kennzahl("2024", n, ort=o, angabe=a) for n, o in enumerate(("Innenstadt", "Nordviertel"), 3) for a in ("geplant", "tatsächlich")]  # fmt: skip
    bild = bilder(reihe(mit(plan, "sprachtreff-plaetze", *zahlen), "sprachtreff-plaetze"))[0]
    monkeypatch.setattr("macros.ausgabe.diagramm.aufbau.familien", lambda: {turm: Diagrammfamilie(**teile())})
    d = diagramm(replace(bild, familie=turm), "bild", tmp_path)
    assert d.text == "2 Türme."
    assert 'id="bild-m2"' in d.vorrat and 'fill="url(#bild-m2)"' in d.breit
    assert [(e.text, "url(#bild-m2)" in e.bild) for e in d.legende] == [("geplant", False), ("tatsächlich", True)]
    assert not d.nur_schmal


def lege_modul(monkeypatch: pytest.MonkeyPatch, **inhalt: object) -> None:
    """Puts a module of the invented family among the families."""
    modul = ModuleType(f"{ordner.__name__}.turm")
    vars(modul).update(inhalt)
    monkeypatch.setitem(sys.modules, modul.__name__, modul)
