"""A data folder becomes a Plan in reading order, and never a traceback."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.laden.ordner import lade_plan
from macros.modell.befund import Befund, Ort, Schwere
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
    (daten / "glossar/.gitkeep").write_bytes(b"")
    name = daten.as_posix()
    assert [(b.datei, b.regel, b.schwere) for b in lade_plan(daten)[1]] == [
        (f"{name}/.DS_Store", "versteckt", "hinweis"),
        (f"{name}/akteure/.rat.yaml.swp", "versteckt", "hinweis"),
    ]


def _fifo(ort: Path) -> None:
    os.mkfifo(ort)


def _socket(ort: Path) -> None:
    with socket.socket(socket.AF_UNIX) as s:
        s.bind(os.path.relpath(ort))


UNGEWOEHNLICH: dict[str, tuple[Callable[[Path], None], str]] = {
    "fifo": (_fifo, "Das ist eine Pipe (FIFO), keine Datei."),
    "socket": (_socket, "Das ist ein Socket, keine Datei."),
    "geraet": (lambda ort: ort.symlink_to("/dev/zero"), "Diese Verknüpfung führt aus dem Ordner der Daten hinaus."),
    "ordner": (lambda ort: ort.mkdir(), "Das ist ein Ordner, keine Datei."),
    "hinaus": (lambda ort: ort.symlink_to("/etc/hostname"), "Diese Verknüpfung führt aus dem Ordner der Daten hinaus."),
    "ins-leere": (lambda ort: ort.symlink_to("fehlt"), "Diese Verknüpfung führt ins Leere."),
    "im-kreis": (lambda ort: ort.symlink_to(ort.name), "Das lässt sich nicht öffnen."),
}


@pytest.mark.parametrize("stelle", ["gemeinde.yaml", "akteure/rat.yaml", "indikatoren/bevoelkerung.csv", "akteure"])
@pytest.mark.parametrize("art", UNGEWOEHNLICH)
def test_was_keine_datei_der_daten_ist_wird_genannt_und_nicht_gelesen(
    daten: Path, stelle: str, art: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if (stelle, art) == ("akteure", "ordner"):
        pytest.skip("what it shall be")
    monkeypatch.chdir(daten)
    (daten / stelle).rename(daten.parent / "fort")
    lege, grund = UNGEWOEHNLICH[art]
    lege(daten / stelle)
    befunde = [b for b in lade_plan(daten, "data")[1] if b.datei == f"data/{stelle}"]
    if stelle == "akteure" and art in ("fifo", "socket"):
        grund = "Hier wird ein Ordner erwartet."
    if stelle.endswith("rat.yaml") and art == "ordner":
        grund = "Erwartet wird eine Datei mit der Endung .yaml."
    assert [b.text for b in befunde] == [grund]
    assert befunde[0].schwere == "fehler"


def test_eine_verknuepfung_im_ordner_der_daten_wird_gelesen(daten: Path) -> None:
    (daten / "akteure/rat.yaml").rename(daten / "akteure/.gitkeep")
    (daten / "akteure/rat.yaml").symlink_to(".gitkeep")
    assert lade_plan(daten)[1] == []


def test_so_viele_fehler_dass_nur_die_ersten_gesagt_werden(daten: Path) -> None:
    """One sentence in place of the rest: telling all of 39,000 took a minute."""
    for art in ("x{}: y\n", "x{}: y #\n", "x{}:\n", "x: y\n"):
        with (daten / "akteure/rat.yaml").open("a") as datei:
            datei.writelines(art.format(n) for n in range(3000))
    befunde = lade_plan(daten)[1]
    assert len(befunde) < 500
    assert "groesse" in {b.regel for b in befunde}


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


# Small folders of a few lines: what is loaded, in which order, and every finding in full.

GEMEINDE = (
    "name: Kleinstadt\ntitel: Konzept\nuntertitel: Ein Beispiel.\nags: '01234567'\nkreis: Kreis\nland: Land\n"
    "website: https://example.org\n"
)
FELD = "kuerzel: AB\nname: Feld\nkurztext: Kurz.\nfarbe: blau\nsymbol: buch\nbearbeitung: workshop\n"
INDIKATOR = (
    "name: Zahl\nthemenfeld: Thema\ndefinition: Zählt.\neinheit: {einheit}\nart: bestand\nrichtung: neutral\n"
    "quelle: amt\nperiodizitaet: jaehrlich\ngeheimhaltung:\n  verfahren: keine\n"
)
FORMEL = "formel:\n  zaehler:\n    - indikator: a\n"
KOPF = "stichtag,wert,zeichen,hinweis\n"


def _indikator(id: str, einheit: str = "anzahl", mehr: str = "") -> str:
    return f"id: {id}\n{INDIKATOR.format(einheit=einheit)}{mehr}"


def _akteur(id: str, wort: str) -> str:
    return f"id: {id}\nbezeichnung: {wort}\nart: vereine\n"


def _ordner(ziel: Path, **dateien: str) -> Path:
    """A folder with the town's own file and these; `__` in a name stands for `/`, the ending is .yaml if none is given."""
    for name, text in {"gemeinde": GEMEINDE, **dateien}.items():
        pfad = ziel / name.replace("__", "/")
        pfad.parent.mkdir(parents=True, exist_ok=True)
        (pfad if pfad.suffix else pfad.with_suffix(".yaml")).write_text(text, encoding="utf-8")
    return ziel


def _geladen(ordner: Path) -> Plan:
    plan, befunde = lade_plan(ordner)
    assert plan is not None
    assert befunde == []
    return plan


def _befunde(ordner: Path) -> list[Befund]:
    return lade_plan(ordner, "data")[1]


def test_der_name_des_ordners_steht_vor_jeder_datei(tmp_path: Path) -> None:
    ordner = _ordner(tmp_path, akteure__a="id: a\n")
    assert {b.datei for b in lade_plan(ordner, "daten/")[1]} == {"daten/akteure/a.yaml"}
    assert {b.datei for b in lade_plan(ordner, "datenX")[1]} == {"datenX/akteure/a.yaml"}
    assert {b.datei for b in lade_plan(ordner)[1]} == {f"{tmp_path.as_posix()}/akteure/a.yaml"}


def test_ein_ordner_den_es_nicht_gibt(tmp_path: Path) -> None:
    assert lade_plan(tmp_path / "fehlt", "data") == (
        None,
        [
            Befund(
                "data",
                1,
                "",
                "ordner",
                "Den Ordner mit den Daten gibt es nicht.",
                "Pfad bei --daten prüfen (mit make: bei DATEN=).",
            )
        ],
    )


def test_ohne_gemeinde_gibt_es_keinen_plan_aber_alle_befunde(tmp_path: Path) -> None:
    ordner = _ordner(tmp_path, akteure__a="id: a\nbezeichnung: A\n")
    (ordner / "gemeinde.yaml").unlink()
    plan, befunde = lade_plan(ordner, "data")
    assert plan is None
    assert [(b.datei, b.regel) for b in befunde] == [
        ("data/akteure/a.yaml", "pflichtfeld"),
        ("data/gemeinde.yaml", "datei-fehlt"),
    ]
    assert befunde[1] == Befund(
        "data/gemeinde.yaml", 1, "", "datei-fehlt", "Die Datei gemeinde.yaml fehlt.",
        "Anlegen, mindestens mit name, titel, untertitel, ags, kreis, land, website.",
    )  # fmt: skip


def test_eine_kaputte_gemeinde_gibt_keinen_plan(tmp_path: Path) -> None:
    plan, befunde = lade_plan(_ordner(tmp_path, gemeinde=GEMEINDE.replace("kreis: Kreis\n", "")), "data")
    assert plan is None
    assert [(b.datei, b.feld, b.regel) for b in befunde] == [("data/gemeinde.yaml", "kreis", "pflichtfeld")]


@pytest.mark.parametrize(
    ("datei", "befund"),
    [
        ("akteur__a", ("data/akteur", "ordner", "Den Ordner „akteur“ kennt das Modell nicht.", "Meinten Sie „akteure“?")),
        ("gemeinden.yaml", ("data/gemeinden.yaml", "dateiname", "Diese Datei gehört hier nicht hin.", "Meinten Sie „gemeinde.yaml“?")),
        ("notiz.txt", ("data/notiz.txt", "dateiname", "Diese Datei gehört hier nicht hin.", "Löschen, oder in den passenden Ordner legen.")),
        ("akteure", ("data/akteure", "dateiname", "Diese Datei gehört hier nicht hin.", "Löschen, oder in den passenden Ordner legen.")),
        ("akteure__a.yml", ("data/akteure/a.yml", "dateiname", "Erwartet wird eine Datei mit der Endung .yaml.", "Umbenennen in a.yaml.")),
        ("akteure__a.csv", ("data/akteure/a.csv", "dateiname", "Erwartet wird eine Datei mit der Endung .yaml.", "Löschen oder woanders ablegen.")),
        ("indikatoren__a.txt", ("data/indikatoren/a.txt", "dateiname", "Erwartet wird eine Datei mit der Endung .yaml.", "Löschen oder woanders ablegen.")),
    ],
)  # fmt: skip
def test_was_nicht_in_den_ordner_gehoert(tmp_path: Path, datei: str, befund: tuple[str, str, str, str]) -> None:
    pfad = tmp_path / datei.replace("__", "/")
    pfad.parent.mkdir(exist_ok=True)
    pfad.write_text("x")
    wo, regel, text, vorschlag = befund
    assert _befunde(_ordner(tmp_path)) == [Befund(wo, 1, "", regel, text, vorschlag)]


def test_was_keinem_ordner_gleicht_erfaehrt_alle_ordner(tmp_path: Path, musterstadt: Path) -> None:
    (tmp_path / "xyz").mkdir()
    (tmp_path / "xyz/a").write_text("x")
    (befund,) = _befunde(_ordner(tmp_path))
    assert befund == Befund("data/xyz", 1, "", "ordner", "Den Ordner „xyz“ kennt das Modell nicht.", befund.vorschlag)
    assert befund.vorschlag.startswith("Erlaubt: fassungen, konzept, handlungsfelder, ")
    genannt = befund.vorschlag.removeprefix("Erlaubt: ").removesuffix(".").split(", ")
    assert sorted(genannt) == sorted(p.name for p in musterstadt.iterdir() if p.is_dir())


def test_ein_ordner_statt_einer_datei(tmp_path: Path) -> None:
    (tmp_path / "akteure/a.yaml").mkdir(parents=True)
    assert [(b.datei, b.regel) for b in _befunde(_ordner(tmp_path))] == [("data/akteure/a.yaml", "dateiname")]


def test_was_mit_einem_punkt_beginnt_und_das_schema_werden_uebergangen_und_verdecken_nichts(tmp_path: Path) -> None:
    ordner = _ordner(tmp_path, akteure__b=_akteur("b", "B"))
    for name in (".git/x", "schema/a.json", "akteure/.a.yaml", ".DS_Store"):
        (ordner / name).parent.mkdir(exist_ok=True)
        (ordner / name).write_text("x")
    plan, befunde = lade_plan(ordner)
    assert plan is not None
    assert list(plan.akteure) == ["b"]
    assert {b.regel for b in befunde} == {"versteckt"}


def test_hinter_einer_fremden_datei_wird_weiter_gelesen(tmp_path: Path) -> None:
    ordner = _ordner(tmp_path, akteure__b=_akteur("b", "B"))
    (ordner / "akteure/a.txt").write_text("")
    plan, _ = lade_plan(ordner)
    assert plan is not None
    assert list(plan.akteure) == ["b"]


def test_die_reihenfolge_haengt_nicht_vom_dateisystem_ab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dateien = {f"indikatoren__{id}": _indikator(id) for id in "abc"}
    tabellen = {f"indikatoren__{id}.csv": f"{KOPF}2024,1,,\n" for id in "abc"}
    ordner = _ordner(tmp_path, akteure__a=_akteur("a", "A"), zielgruppen__a="id: a\nbezeichnung: A\n", **dateien, **tabellen)  # fmt: skip
    iterdir = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: sorted(iterdir(self), reverse=True))
    plan = _geladen(ordner)
    assert list(plan.kennzahlen) == ["a", "b", "c"]
    assert list(plan.bekannt) == ["akteure", "indikatoren", "zielgruppen"]


def test_befunde_stehen_nach_datei_und_zeile(tmp_path: Path) -> None:
    ordner = _ordner(tmp_path, zielgruppen__z="id: z\n", akteure__b="id: [\n", akteure__a="ida: a\n", notiz="x")
    stellen = [(b.datei, b.zeile) for b in _befunde(ordner)]
    assert stellen == sorted(stellen)
    assert {datei for datei, _ in stellen} == {
        "data/akteure/a.yaml",
        "data/akteure/b.yaml",
        "data/notiz.yaml",
        "data/zielgruppen/z.yaml",
    }


def test_die_kennung_ist_der_dateiname(tmp_path: Path) -> None:
    ordner = _ordner(tmp_path, akteure__a=_akteur("a", "A"), akteure__b="bezeichnung: B\nid: c\nart: vereine\n", akteure__d=_akteur("d", "D"))  # fmt: skip
    plan, befunde = lade_plan(ordner, "data")
    assert befunde == [
        Befund(
            "data/akteure/b.yaml", 2, "id", "dateiname", "Die Kennung „c“ passt nicht zum Dateinamen.",
            "id: b schreiben, oder die Datei c.yaml nennen.",
        )
    ]  # fmt: skip
    assert plan is not None
    assert list(plan.akteure) == ["a", "d"]


@pytest.mark.parametrize(
    ("text", "befund"),
    [
        ("nur ein Satz\n", Befund("data/akteure/a.yaml", 1, "", "form", "Die Datei enthält keine Schlüssel.", "Schreibweise: schluessel: Wert")),
        ("- a\n- b\n", Befund("data/akteure/a.yaml", 1, "", "form", "Die Datei enthält keine Schlüssel.", "Schreibweise: schluessel: Wert")),
        ("nur\r\nein Satz\r\n", Befund("data/akteure/a.yaml", 1, "", "zeilenende", "Die Zeilen enden nach Windows-Art (CRLF).", "Mit Zeilenende „LF“ speichern.", Schwere.HINWEIS)),
    ],
)  # fmt: skip
def test_eine_datei_ohne_schluessel_hat_einen_befund(tmp_path: Path, text: str, befund: Befund) -> None:
    ordner = _ordner(tmp_path)
    (ordner / "akteure").mkdir()
    (ordner / "akteure/a.yaml").write_bytes(text.encode())
    assert _befunde(ordner) == [befund]


def test_ein_leeres_feld_wird_einmal_gemeldet_und_andere_fehler_der_datei_auch(tmp_path: Path) -> None:
    ordner = _ordner(tmp_path, akteure__a="id: a\nbezeichnung:\nart: nichts\n")
    assert [(b.zeile, b.feld, b.regel) for b in _befunde(ordner)] == [
        (2, "bezeichnung", "leer"),
        (3, "art", "auswahl"),
    ]


def test_bekannt_ist_auch_was_nicht_zu_lesen_ist(tmp_path: Path) -> None:
    ordner = _ordner(tmp_path, akteure__a="kaputt: ja\n", akteure__b=_akteur("b", "B"))
    (ordner / "akteure/c.yml").write_text("")
    (ordner / "akteure/d.txt").write_text("")
    plan, _ = lade_plan(ordner)
    assert plan is not None
    assert plan.bekannt == {"akteure": frozenset({"a", "b", "c"})}
    assert list(plan.akteure) == ["b"]


def test_jeder_wert_hat_seinen_ort(tmp_path: Path) -> None:
    plan, _ = lade_plan(_ordner(tmp_path, akteure__a=_akteur("a", "A")), "data")
    assert plan is not None
    assert plan.ort("akteure", "a", "art") == Ort("data/akteure/a.yaml", 3)
    assert plan.ort("gemeinde", "gemeinde", "land") == Ort("data/gemeinde.yaml", 6)


# Reading order

FASSUNG = "titel: T\njahr: {jahr}\n"
ABSCHNITT = "fassung: '{fassung}'\nnummer: '1'\nreihenfolge: {stelle}\ntitel: T\n"
MASSNAHME = (
    "nummer: '{nummer}'\ntitel: T\nkurztext: K.\nhandlungsfeld: b\nherausforderungen: [x]\nbeschreibung: L.\n"
    "herkunft:\n  fassung: 'x'\n  nummer: '1'\n"
)
AUSSAGE = "abschnitt: {abschnitt}\ntext: So viele.\nbehauptung:\n  wert: 1\n  einheit: anzahl\n"
KLAERUNG = "titel: T\nart: frage\ntext: Gilt das?\nreihenfolge: {stelle}\n"
SPRACHE = "code: en\nname: N\neigenname: E\nreihenfolge: {stelle}\ntitel: T\nhinweis: H.\nkapitel:\n  - titel: T\n    text: T.\n"
HERAUSFORDERUNG = "fassung: x\nnummer: {nummer}\ntitel: T\ntext: T.\nhandlungsfeld: {feld}\nzielgruppen: [x]\nprioritaet: priorisiert\n"


@pytest.mark.parametrize(
    ("sammlung", "saetze", "folge"),
    [
        ("fassungen", {"a": FASSUNG.format(jahr=2025), "b": FASSUNG.format(jahr=2021), "c": FASSUNG.format(jahr=2021)}, "b c a"),
        ("konzept", {"a": ABSCHNITT.format(fassung="y", stelle=1), "b": ABSCHNITT.format(fassung="x", stelle=3), "c": ABSCHNITT.format(fassung="x", stelle=2), "d": ABSCHNITT.format(fassung="x", stelle=2)}, "c d b a"),
        ("handlungsfelder", {"a": f"{FELD}reihenfolge: 10\n", "b": f"{FELD}reihenfolge: 9\n", "c": f"{FELD}reihenfolge: 9\n"}, "b c a"),
        ("massnahmen", {"a": MASSNAHME.format(nummer="3.10"), "b": MASSNAHME.format(nummer="3.9"), "c": MASSNAHME.format(nummer="3"), "d": MASSNAHME.format(nummer="3.9")}, "c b d a"),
        ("zielgruppen", {"a": "bezeichnung: Zoo\n", "b": "bezeichnung: ämter\n", "c": "bezeichnung: Amt\n", "d": "bezeichnung: „Bus“\n", "e": "bezeichnung: Ärzte\n"}, "c b e d a"),
        ("akteure", {"a": "bezeichnung: Strasse b\nart: rat\n", "b": "bezeichnung: Straße a\nart: rat\n", "c": "bezeichnung: straße a\nart: rat\n"}, "b c a"),
        ("glossar", {"a": "bezeichnung: Öl\nbeschreibung: B.\n", "b": "bezeichnung: Ofen\nbeschreibung: B.\n", "c": "bezeichnung: Über\nbeschreibung: B.\n", "d": "bezeichnung: Ulm\nbeschreibung: B.\n"}, "b a c d"),
        ("quellen", {"a": "bezeichnung: B\n", "b": "bezeichnung: a\n", "c": "bezeichnung: a\n"}, "b c a"),
        ("aussagen", {"a": AUSSAGE.format(abschnitt="y"), "b": AUSSAGE.format(abschnitt="x"), "c": AUSSAGE.format(abschnitt="x")}, "b c a"),
        ("klaerungen", {"a": KLAERUNG.format(stelle=20), "b": KLAERUNG.format(stelle=3), "c": KLAERUNG.format(stelle=3)}, "b c a"),
        ("sprachen", {"a": SPRACHE.format(stelle=20), "b": SPRACHE.format(stelle=3), "c": SPRACHE.format(stelle=3)}, "b c a"),
    ],
)  # fmt: skip
def test_gelesen_wird_in_dieser_reihenfolge(tmp_path: Path, sammlung: str, saetze: dict[str, str], folge: str) -> None:
    # Records stand in the file system in the order of their ids, which is never the expected one.
    dateien = {f"{sammlung}__{id}": f"id: {id}\n{text}" for id, text in saetze.items()}
    assert list(_geladen(_ordner(tmp_path, **dateien)).sammlung(sammlung)) == folge.split()


def test_indikatoren_stehen_nach_ihrer_stelle(tmp_path: Path) -> None:
    dateien = {f"indikatoren__{id}": _indikator(id, mehr=f"reihenfolge: {n}\n") for id, n in (("a", 10), ("b", 9), ("c", 9))}  # fmt: skip
    tabellen = {f"indikatoren__{id}.csv": f"{KOPF}2024,1,,\n" for id in "abc"}
    assert list(_geladen(_ordner(tmp_path, **dateien, **tabellen)).indikatoren) == ["b", "c", "a"]


def test_herausforderungen_stehen_nach_feld_und_nummer_und_unbekannte_felder_vorn(tmp_path: Path) -> None:
    felder = {f"handlungsfelder__{id}": f"id: {id}\n{FELD}reihenfolge: {n}\n" for id, n in (("x", 2), ("y", 1))}
    lage = {"a": ("x", 1), "b": ("y", 10), "c": ("y", 9), "d": ("y", 9), "e": ("unbekannt", 50)}
    saetze = {f"herausforderungen__{id}": f"id: {id}\n{HERAUSFORDERUNG.format(feld=feld, nummer=n)}" for id, (feld, n) in lage.items()}  # fmt: skip
    assert list(_geladen(_ordner(tmp_path, **felder, **saetze)).herausforderungen) == ["e", "c", "d", "b", "a"]


# Figures


def test_die_tabelle_liegt_neben_dem_indikator(tmp_path: Path) -> None:
    ordner = _ordner(tmp_path, indikatoren__a=_indikator("a"))
    (ordner / "indikatoren/a.csv").write_text(f"{KOPF}2024,5,,\n2025,,.,geheim\n")
    plan = _geladen(ordner)
    assert [(str(k.stichtag), k.wert, k.hinweis) for k in plan.kennzahlen["a"]] == [
        ("2024", 5, ""),
        ("2025", None, "geheim"),
    ]
    assert plan.lueckenhaft == frozenset()


@pytest.mark.parametrize(
    ("einheit", "mehr", "erlaubt"),
    [
        ("anzahl", "", False),
        ("prozent", "", True),
        ("anzahl", "nachkommastellen: 1\n", True),
        ("prozent", "nachkommastellen: 1\n", True),
    ],
)
def test_ganze_zahlen_muessen_es_sein_wo_nichts_anderes_gesagt_ist(
    tmp_path: Path, einheit: str, mehr: str, erlaubt: bool
) -> None:
    ordner = _ordner(tmp_path, indikatoren__a=_indikator("a", einheit, mehr))
    (ordner / "indikatoren/a.csv").write_text(f"{KOPF}2024,5.5,,\n")
    assert [b.regel for b in _befunde(ordner)] == ([] if erlaubt else ["ganzzahl"])


def test_ohne_tabelle_ist_ein_indikator_lueckenhaft_es_sei_denn_er_wird_berechnet(tmp_path: Path) -> None:
    dateien = {"indikatoren__a": _indikator("a"), "indikatoren__b": _indikator("b", mehr=FORMEL)}
    plan, befunde = lade_plan(_ordner(tmp_path, **dateien), "data")
    assert befunde == [
        Befund(
            "data/indikatoren/a.csv", 1, "", "datei-fehlt", "Die Tabelle a.csv fehlt.",
            "Tabelle anlegen oder eine Formel eintragen.",
        )
    ]  # fmt: skip
    assert plan is not None
    assert plan.lueckenhaft == {"a"}
    assert list(plan.indikatoren) == ["a", "b"]


def test_eine_tabelle_zu_einer_formel_ist_zu_viel(tmp_path: Path) -> None:
    dateien = {"indikatoren__b": _indikator("b", mehr=FORMEL), "indikatoren__b.csv": f"{KOPF}2024,5,,\n"}
    plan, befunde = lade_plan(_ordner(tmp_path, **dateien), "data")
    assert befunde == [
        Befund(
            "data/indikatoren/b.csv", 1, "", "formel", "Der Indikator wird berechnet und darf keine Tabelle haben.",
            "Tabelle oder Formel löschen.",
        )
    ]  # fmt: skip
    assert plan is not None
    assert plan.kennzahlen == {}


def test_eine_fehlerhafte_tabelle_macht_den_indikator_lueckenhaft(tmp_path: Path) -> None:
    dateien = {
        "indikatoren__a": _indikator("a"),
        "indikatoren__a.csv": f"{KOPF}2024,viel,,\n2025,6,,\n",
        "indikatoren__b": _indikator("b"),
        "indikatoren__b.csv": f"{KOPF}2024,7,,\n",
    }
    plan, befunde = lade_plan(_ordner(tmp_path, **dateien), "data")
    assert [(b.datei, b.zeile, b.regel) for b in befunde] == [("data/indikatoren/a.csv", 2, "zahl")]
    assert plan is not None
    assert plan.lueckenhaft == {"a"}
    assert [k.wert for k in plan.kennzahlen["a"]] == [6]


def test_tabellen_ohne_indikator_fallen_auf(tmp_path: Path) -> None:
    namen = ("zahlen", "zahlem", "wege", "xenon", "busse", "lampen")
    dateien = {"indikatoren__zahlen": _indikator("zahlen")} | {
        f"indikatoren__{n}.csv": f"{KOPF}2024,5,,\n" for n in namen
    }
    assert _befunde(_ordner(tmp_path, **dateien)) == [
        Befund(f"data/indikatoren/{n}.csv", 1, "", "datei-fehlt", f"Zu dieser Tabelle fehlt {n}.yaml.", vorschlag)
        for n, vorschlag in (
            ("busse", "Sie anlegen, oder die Tabelle löschen."),
            ("lampen", "Sie anlegen, oder die Tabelle löschen."),
            ("wege", "Sie anlegen, oder die Tabelle löschen."),
            ("xenon", "Sie anlegen, oder die Tabelle löschen."),
            ("zahlem", "Meinten Sie „zahlen“?"),
        )
    ]  # fmt: skip


def test_zu_einem_kaputten_indikator_fehlt_nicht_auch_noch_die_tabelle(tmp_path: Path) -> None:
    dateien = {"indikatoren__a": "id: a\n", "indikatoren__a.csv": f"{KOPF}2024,5,,\n"}
    assert {b.regel for b in _befunde(_ordner(tmp_path, **dateien))} == {"pflichtfeld"}


@pytest.mark.parametrize(
    ("datei", "rat"),
    [
        ("Ada Kopie", "Ist es ein neuer Datensatz: die Datei ada-kopie.yaml nennen und id: ada-kopie schreiben. Sonst löschen."),
        ("ada-kopie", "id: ada-kopie schreiben."),
    ],
)  # fmt: skip
def test_eine_kopie_bekommt_keine_kennung_die_keine_ist(tmp_path: Path, datei: str, rat: str) -> None:
    ordner = _ordner(tmp_path, akteure__ada=_akteur("ada", "A"))
    (ordner / f"akteure/{datei}.yaml").write_text(_akteur("ada", "A"))
    assert [b.vorschlag for b in lade_plan(ordner, "data")[1]] == [rat]


@pytest.mark.parametrize(
    ("text", "zeile", "regel"),
    [
        ("bezeichnung: A\nart: vereine\nid: a\nbeschreibung: |\n  Eins.\n\n  Zwei <b>fett</b>.\n", 7, "html"),
        ("bezeichnung: A\nart: vereine\nid: a\nbeschreibung: |\n  Eins.\n  {{ zwei }}\n", 6, "vorlagenzeichen"),
        ("bezeichnung: A\nart: vereine\nid: a\nbeschreibung: |\n  Eins.\n  [zwei](ftp://x)\n", 6, "linkschema"),
        ("bezeichnung: A\nart: vereine\nid: a\nbeschreibung: Eins <b>.\n", 4, "html"),
    ],
)
def test_ein_befund_in_einem_langen_text_steht_in_seiner_zeile(
    tmp_path: Path, text: str, zeile: int, regel: str
) -> None:
    ordner = _ordner(tmp_path, akteure__a=text)
    (befund,) = lade_plan(ordner, "data")[1]
    assert (befund.zeile, befund.feld, befund.regel) == (zeile, "beschreibung", regel)
