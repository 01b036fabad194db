"""Every kind of fault is made, none is made that is none, and what no test notices is named."""

from __future__ import annotations

import textwrap
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from scripts import mutanten as befehl
from scripts.mutanten import Urteil, bericht, einwaende, stichprobe
from scripts.mutanten_code import Mutant, mutanten, regeln
from scripts.mutanten_lauf import Spur, faellt_auf, kopiere, lies_spur

WURZEL = Path(__file__).parents[1]


@cache
def im_raum(raum: str) -> list[Mutant]:
    return befehl.mutanten_von(raum)


def ueberall() -> dict[str, list[Mutant]]:
    return {raum: im_raum(raum) for raum in befehl.TESTS}


def aus(tmp_path: Path, quelltext: str, name: str = "zahlen.py") -> list[Mutant]:
    datei = tmp_path / "macros/regeln" / name
    datei.parent.mkdir(parents=True, exist_ok=True)
    datei.write_text(textwrap.dedent(quelltext), "utf-8")
    return mutanten(tmp_path, datei)


def wechsel(liste: list[Mutant]) -> set[str]:
    return {m.name.partition(": ")[2] for m in liste}


@pytest.mark.parametrize(
    ("zeile", "erwartet"),
    [
        ("return a < 2", {"a < 2 → a <= 2", "a < 2 → a >= 2", "2 → 3", "return a < 2 → return None"}),
        ("return a == b", {"a == b → a != b", "return a == b → return None"}),
        ("return a in (1, 2)", {"a in (1, 2) → a not in (1, 2)", "a in (1, 2) → a in (2,)", "a in (1, 2) → a in (1,)"}),
        ("return a and b", {"a and b → a", "a and b → b"}),
        ("return not a", {"not a → a"}),
        ("return a if b else c", {"a if b else c → a", "a if b else c → c"}),
        ("return a * b - c", {"a * b → a / b", "a * b - c → a * b + c"}),
        ("return True", {"True → False"}),
        ("return 'x'", {"'x' → 'XXx'"}),
        ("return f'{a} und {b}'", {"f'{a} und {b}' → f' und {b}'", "f'{a} und {b}' → f'{a} und '"}),
        ("return min(a, key=b)", {"min(a, key=b) → max(a, key=b)", "min(a, key=b) → min(a)"}),
        ("return sorted(a, key=b)", {"sorted(a, key=b) → list(a)"}),
        ("return a.strip()", {"a.strip() → a"}),
        ("return a.get(b, c)", {"a.get(b, c) → a.get(b)"}),
        ("return a[1:]", {"1: → :"}),
        ("return [x for x in a if x]", {"x → True", "a → ()"}),
        ("if a: b()", {"a → True", "a → False", "b() → pass"}),
        ("for x in a: continue", {"a → ()", "continue → break"}),
        ("while a: break", {"a → False", "break → continue"}),
        ("yield a", {"yield a → yield from ()"}),
        ("a += b", {"a += b → pass", "a += b → a -= b"}),
        ("a[0] = b", {"a[0] = b → pass"}),
        ("raise a", {"raise a → pass"}),
        ("return lambda x: x.y", {"lambda x: x.y → lambda x: None"}),
        ("match a:\n        case 1 | 2: b()", {"1 | 2 → 1", "1 | 2 → 2"}),
    ],
)
def test_jede_art_von_fehler(tmp_path: Path, zeile: str, erwartet: set[str]) -> None:
    assert erwartet <= wechsel(aus(tmp_path, f"def f(a, b, c):\n    {zeile}\n"))


def test_ein_urteil_wird_zu_immer_und_zu_nie(tmp_path: Path) -> None:
    gefunden = wechsel(aus(tmp_path, "def f(a) -> bool:\n    return a.b\n"))
    assert gefunden == {"return a.b → return True", "return a.b → return False"}


def test_was_nur_erklaert_ist_kein_fehler(tmp_path: Path) -> None:
    quelltext = '''
        """Docstring."""
        from a import b
        __all__ = ["b"]
        class Farbe(Auswahl):
            """Docstring."""
            ROT = "rot", "Rot", "Wie Blut."
            name: Annotated[str, Field(description="Name")] = Field(description="x")
        def f(a: str = "Das ist ein Satz.") -> "str":
            """Docstring."""
            assert a
            return None
    '''
    assert wechsel(aus(tmp_path, quelltext)) == {"'rot' → 'XXrot'"}


def test_grenzen_in_der_art_eines_felds_werden_verschoben(tmp_path: Path) -> None:
    feld = "class K:\n    a: Annotated[str, Field(max_length=200)] = Field(ge=1, description='x')\n"
    assert wechsel(aus(tmp_path, feld)) == {
        "Field(max_length=200) → Field()",
        "200 → 201",
        "Field(ge=1, description='x') → Field(description='x')",
        "1 → 2",
    }


REGEL = """
    @regel
    def grenze(zahl: int) -> bool:
        return zahl < 5

    def frei(zahl: int) -> int:
        return zahl + 1
"""


def test_was_geschmueckt_ist_wird_auch_getroffen(tmp_path: Path) -> None:
    liste = aus(tmp_path, REGEL)
    assert {m.funktion for m in liste} == {"grenze", "frei"}
    assert regeln(tmp_path / "macros/regeln/zahlen.py") == ["grenze"]
    (mutant,) = (m for m in liste if m.name == "macros/regeln/zahlen.py grenze: zahl < 5 → zahl <= 5")
    assert "@regel\ndef grenze(zahl: int) -> bool:\n    return zahl <= 5" in mutant.quelltext()
    assert "return zahl < 5" in next(m for m in liste if m.funktion == "frei").quelltext()


def test_gleiche_wechsel_haben_verschiedene_namen_und_die_namen_bleiben(tmp_path: Path) -> None:
    alt = aus(tmp_path, "def f(a):\n    return a < 1, a < 1\n")
    neu = aus(tmp_path, "def g(a):\n    return 7\n\ndef f(a):\n    return a < 1, a < 1\n")
    assert len({m.name for m in alt}) == len(alt)
    assert {m.name for m in alt} < {m.name for m in neu}


def test_die_tests_jedes_raums_gibt_es() -> None:
    assert [ort for orte in befehl.TESTS.values() for ort in orte if not (befehl.WURZEL / ort).exists()] == []


@pytest.mark.parametrize("raum", befehl.TESTS)
def test_jeder_mutant_ist_python_und_hat_einen_eigenen_namen(raum: str) -> None:
    liste = im_raum(raum)
    assert len({m.name for m in liste}) == len(liste) > befehl.JE_RAUM
    probe = stichprobe(liste, 20, "tests")
    with ThreadPoolExecutor(
        1
    ) as eigener:  # Python counts its depth per thread, and the browser's tests leave theirs askew
        list(eigener.map(lambda m: compile(m.quelltext(), m.modul, "exec"), probe))


def test_die_stichprobe_trifft_jede_regel_und_bleibt_gleich() -> None:
    liste = im_raum("regeln")
    probe = stichprobe(liste, befehl.JE_RAUM, befehl.SAAT)
    assert len(probe) == befehl.JE_RAUM
    assert probe == stichprobe(reversed(liste), befehl.JE_RAUM, befehl.SAAT)
    assert probe != stichprobe(liste, befehl.JE_RAUM, "andere")
    getroffen = {(m.modul, m.funktion) for m in probe}
    namen = [(m, r) for m in {m.modul for m in liste} for r in regeln(WURZEL / m)]
    assert len(namen) > 30
    assert set(namen) <= getroffen


def test_jeder_gleichwertige_mutant_besteht_und_hat_einen_grund() -> None:
    namen = {m.name for liste in ueberall().values() for m in liste}
    gleiche = befehl.gleichwertige()
    assert [name for name in gleiche if name not in namen] == []
    assert [name for name, grund in gleiche.items() if len(grund) < 20] == []


def urteile(tmp_path: Path, *je_mutant: Urteil) -> dict[str, dict[Mutant, Urteil]]:
    return {"laden": dict(zip(aus(tmp_path, "def f(a):\n    return a < 1, a > 2, a + 3\n"), je_mutant, strict=False))}


def test_der_bericht_nennt_je_funktion_was_unbemerkt_blieb(tmp_path: Path) -> None:
    text = bericht(urteile(tmp_path, Urteil.GEFALLEN, Urteil.UEBERLEBT, Urteil.UNERREICHT, Urteil.OFFEN), {})
    assert text.splitlines() == [
        "laden: 2 von 3 unbemerkt (66.7 %), 1 nicht versucht, 0 gleichwertige ausgenommen",
        "  macros/regeln/zahlen.py f",
        "    Zeile 2: a < 1 → a <= 1",
        "    Zeile 2: a < 1 → a >= 1 [von keinem Test erreicht]",
    ]


@pytest.mark.parametrize(
    ("je_mutant", "grund"),
    [
        ([Urteil.GEFALLEN] * 4, None),
        ([Urteil.GEFALLEN] * 3 + [Urteil.OHNE_ENDE], None),
        ([Urteil.GEFALLEN] * 3 + [Urteil.UEBERLEBT], "Mehr als 20% der Mutanten blieben unbemerkt"),
        ([Urteil.GEFALLEN] * 3 + [Urteil.UNERREICHT], "Mehr als 20% der Mutanten blieben unbemerkt"),
        ([Urteil.GEFALLEN] * 2 + [Urteil.OFFEN] * 2, None),
        ([Urteil.GEFALLEN] + [Urteil.OFFEN] * 3, "nur 1 von 4 Mutanten versucht"),
    ],
)
def test_wann_der_lauf_nicht_besteht(tmp_path: Path, je_mutant: list[Urteil], grund: str | None) -> None:
    gefunden = einwaende({"laden": []}, urteile(tmp_path, *je_mutant), {}, grenze=0.2)
    assert len(gefunden) == (grund is not None)
    assert grund is None or grund in gefunden[0]


def test_eine_regel_ohne_mutanten_faellt_auf() -> None:
    ohne = [m for m in im_raum("regeln") if m.funktion != "kleine_zahlen"]
    gefunden = einwaende({"regeln": ohne}, {"regeln": dict.fromkeys(ohne, Urteil.GEFALLEN)}, {}, grenze=0.2)
    assert gefunden == ["Die Regel kleine_zahlen (macros/regeln/geheimhaltung.py) hat keinen Mutanten."]


def test_ein_gleichwertiger_den_es_nicht_gibt_faellt_auf() -> None:
    (einwand,) = einwaende(ueberall(), {}, {"macros/regeln/weg.py f: 1 → 2": "Gibt es nicht mehr."}, grenze=0.2)
    assert "macros/regeln/weg.py f: 1 → 2" in einwand


def test_zuerst_laufen_die_tests_die_am_meisten_von_der_funktion_sehen() -> None:
    spur = Spur(
        {"m.py": {1: ["", "a", "b"], 3: ["a", "b", "c"], 4: ["b", "c"], 5: ["c"]}},
        {"a": 0.1, "b": 0.2, "c": 0.3, "d": 0.1},
    )
    assert spur.passende("m.py", range(3, 4), range(3, 6)) == ["c", "b", "a"]
    assert spur.passende("m.py", range(4, 5), range(4, 5)) == ["b", "c"]
    assert spur.passende("m.py", range(7, 8), range(3, 8)) == []
    assert spur.passende("m.py", range(1, 2), range(1, 2)) == ["b", "c", "a", "d"]


@pytest.fixture(scope="module")
def haus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree with one module, whose tests know one of its two limits, in a shared fixture and in a cached function."""
    wurzel = tmp_path_factory.mktemp("haus")
    dateien = {
        "pyproject.toml": "[tool.pytest.ini_options]\n",
        "macros/__init__.py": "",
        "macros/regeln/__init__.py": "",
        "macros/regeln/zahlen.py": """
            from functools import cache
            HOECHSTENS = 7
            def regel(f): return f
            @regel
            @cache
            def klein(zahl):
                return zahl < 5
            @regel
            def gross(zahl):
                return zahl > HOECHSTENS
            def nie():
                return 1
        """,
        "tests/regeln/test_zahlen.py": """
            import pytest
            from macros.regeln.zahlen import gross, klein
            @pytest.fixture(scope="session")
            def grosse():
                return [z for z in (6, 8) if gross(z)]
            def test_klein():
                assert klein(4)
            def test_nicht_klein():
                assert klein(4) and not klein(5)
            def test_gross(grosse):
                assert grosse
            def test_nur_acht(grosse):
                assert grosse == [8]
        """,
    }
    for name, inhalt in dateien.items():
        (wurzel / name).parent.mkdir(parents=True, exist_ok=True)
        (wurzel / name).write_text(textwrap.dedent(inhalt), "utf-8")
    return wurzel


def test_ein_lauf_nennt_die_luecken_der_tests_und_laesst_den_baum_wie_er_ist(haus: Path, tmp_path: Path) -> None:
    datei = haus / "macros/regeln/zahlen.py"
    vorher = datei.read_bytes()
    kopie = kopiere(haus, tmp_path / "kopie")
    spur = lies_spur(kopie, ["tests/regeln"])
    ort = "tests/regeln/test_zahlen.py::"
    unbemerkt = set()
    for m in mutanten(haus, datei):
        tests = spur.passende(m.modul, m.zeilen, m.umfeld)
        if m.funktion == "klein":
            assert set(tests) == {f"{ort}test_klein", f"{ort}test_nicht_klein"}
        elif m.funktion == "gross":
            assert set(tests) == {f"{ort}test_gross", f"{ort}test_nur_acht"}
        elif m.funktion == "nie":
            assert tests == []
            continue
        if not faellt_auf(kopie, m.modul, m.quelltext(), tests, frist=60):
            unbemerkt.add(m.name.partition(" ")[2])
    assert unbemerkt == {"gross: zahl > HOECHSTENS → zahl >= HOECHSTENS"}
    assert datei.read_bytes() == vorher == (kopie / "macros/regeln/zahlen.py").read_bytes()


def test_ein_lauf_ohne_ende_wird_beendet(haus: Path, tmp_path: Path) -> None:
    kopie = kopiere(haus, tmp_path / "kopie")
    endlos = "def klein(z):\n    while True: pass\ndef gross(z): return True\n"
    assert faellt_auf(kopie, "macros/regeln/zahlen.py", endlos, ["tests/regeln/test_zahlen.py::test_klein"], 4) is None


def test_schon_rote_tests_halten_den_lauf_auf(haus: Path, tmp_path: Path) -> None:
    kopie = kopiere(haus, tmp_path / "kopie")
    (kopie / "tests/regeln/test_zahlen.py").write_text("def test_x():\n    assert 1 == 2\n", "utf-8")
    with pytest.raises(RuntimeError, match="assert 1 == 2"):
        lies_spur(kopie, ["tests/regeln"])
