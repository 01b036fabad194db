"""The command: German throughout, quick for what is quick, and the same words wherever it is called."""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from gebaut import WURZEL

from macros.befehle import konzept
from macros.befehle.angaben import heute
from macros.befehle.bauen import gebautes
from macros.befehle.konzept import BEFEHLE, lies, main, so_aufgerufen

ENGLISCH = re.compile(
    r"\b(usage|options?:|positional|arguments?|show|exit|required|choose|expected|invalid|unrecognized|error|default)\b",
    re.I,
)
UNTERBEFEHLE = [*([name] for name in BEFEHLE), *(["excel", w] for w in ("export", "import"))]
UNTERBEFEHLE += [["formular", w] for w in ("vorlagen", "uebernehmen")]


def hilfe(worte: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ende:
        lies([*worte, "--help"])
    assert ende.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("worte", [[], *UNTERBEFEHLE], ids=lambda w: " ".join(w) or "konzept")
def test_die_hilfe_ist_deutsch(worte: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    text = hilfe(worte, capsys)
    assert text.startswith(f"Aufruf: {' '.join(['konzept', *worte])} [-h]")
    assert "Optionen:" in text
    assert ENGLISCH.findall(text) == []


def test_die_hilfe_nennt_jeden_befehl_mit_seinem_zweck(capsys: pytest.CaptureFixture[str]) -> None:
    text = hilfe([], capsys)
    assert list(BEFEHLE) == re.findall(r"^    (\w+)\s+\S", text, re.M)


@pytest.mark.parametrize(
    ("worte", "sagt"),
    [
        (["baun"], "gibt es nicht. Möglich:"),
        (["pruefen", "--stichtag", "morgen"], "„morgen“ ist kein Datum. Zum Beispiel 31.03.2026."),
        (["pruefen", "--stichtag"], "--stichtag: Hier fehlt eine Angabe"),
        (["pruefen", "--quatsch"], "Das versteht der Befehl nicht: --quatsch"),
        (["pruefen", "--form", "text"], "Das versteht der Befehl nicht: --form"),
        (["pruefen", "--format", "pdf"], "--format: 'pdf' gibt es nicht. Möglich: "),
        (["excel"], "Es fehlt: BEFEHL"),
        (["excel", "import"], "Es fehlt: DATEI.xlsx"),
        (["vorschau", "--port", "acht"], "--port: 'acht' passt hier nicht"),
        (["rueckmelden", "7", "x.md"], "Es fehlt: --marke"),
        (["kennzahl", "--tabelle"], "--tabelle: Hier fehlt eine Angabe"),
        (["pdf", "steckbriefe", "--auswahl"], "--auswahl: Hier fehlt mindestens eine Angabe"),
        (["schema", "--check=ja"], "--check: nimmt keinen Wert, auch nicht 'ja'"),
    ],
    ids=lambda wert: " ".join(wert) if isinstance(wert, list) else "",
)
def test_was_nicht_verstanden_wird_steht_da_in_deutsch(
    worte: list[str], sagt: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ende:
        main(worte)
    text = capsys.readouterr().err
    assert ende.value.code == 2
    assert sagt in text
    assert text.startswith("Aufruf: konzept")
    assert ENGLISCH.findall(text.replace("'pdf'", "")) == []


def test_ohne_befehl_kommt_die_hilfe(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ende:
        main([])
    assert ende.value.code == 2
    assert "  pruefen " in capsys.readouterr().err


def meldungen() -> Iterator[str]:
    """Every text for people in this Python's argparse; what only programmers can bring about is left out."""
    quelle = Path(argparse.__file__).read_text("utf-8")
    fuer_programmierer = re.compile(
        r"conflicting|positionals|option string|dest=|conflict_resolution|must be optional|subparser arg|callable"
        r"|mode|can't open|cannot merge|groups|\.__call__|deprecated|ambiguous"
    )
    for treffer in re.finditer(r"""(?<!\w)_\(\s*(['"])((?:(?!\1).)+)\1""", quelle):
        if not fuer_programmierer.search(treffer[2]):
            yield treffer[2].replace("\\n", "\n")


def test_jede_meldung_von_argparse_hat_ein_deutsches_wort() -> None:
    from macros.befehle.befehlszeile import WORTE

    alle = list(meldungen())
    assert len(alle) > 10
    assert [text for text in alle if text not in WORTE] == []


def test_pruefen_laedt_nichts_was_nur_der_bau_braucht() -> None:
    skript = (
        "import sys; from macros.befehle.konzept import lies; lies(['pruefen']);"
        "print(sorted({'mkdocs', 'altair', 'typst', 'openpyxl', 'lxml', 'docx', 'jinja2'} & sys.modules.keys()))"
    )
    lauf = subprocess.run([sys.executable, "-c", skript], cwd=WURZEL, capture_output=True, encoding="utf-8", check=True)
    assert lauf.stdout.strip() == "[]"


def test_umlaute_beenden_keinen_befehl(musterstadt: Path) -> None:
    """A terminal that knows only ASCII, as an old Windows console or a bare container has it."""
    lauf = subprocess.run(
        [sys.executable, "-m", "macros.befehle", "pruefen", "--daten", str(musterstadt / "gibt-es-nicht-ä")],
        cwd=WURZEL,
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C", "PATH": ""},
        capture_output=True,
    )
    assert lauf.returncode == 1
    assert "Traceback" not in lauf.stderr.decode("utf-8")
    assert "1 Fehler" in lauf.stdout.decode("utf-8")


def test_strg_c_ist_kein_absturz(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def unterbrochen(worte: object) -> argparse.Namespace:
        def tu(wahl: argparse.Namespace) -> int:
            raise KeyboardInterrupt

        return argparse.Namespace(tu=tu)

    monkeypatch.setattr(konzept, "lies", unterbrochen)
    assert main(["vorschau"]) == 130
    assert capsys.readouterr().err == "Abgebrochen.\n"


def test_der_bau_sagt_was_er_gebaut_hat_und_wie_man_es_ansieht(tmp_path: Path) -> None:
    for name in ("index.html", "massnahmen/index.html", "pdf/konzept.pdf", "pdf/bericht.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(bytes(50_000))
    text = gebautes(tmp_path, Path("andere daten"), date(2026, 6, 30))
    assert text.startswith("Gebaut: 2 Seiten, 1 PDF, 1 Word-Datei, 0,2 MB, für den 30. Juni 2026.\n")
    assert f"Ordner: {tmp_path}\n" in text
    assert 'konzept vorschau --daten "andere daten"\n' in text
    assert f'-m http.server --bind 127.0.0.1 -d "{tmp_path}"' in text


@pytest.mark.parametrize(
    ("gesetzt", "tag"),
    [
        ({"STICHTAG": "2026-03-01"}, date(2026, 3, 1)),
        ({"SOURCE_DATE_EPOCH": "1767225599"}, date(2025, 12, 31)),
        ({"STICHTAG": "2026-03-01", "SOURCE_DATE_EPOCH": "1767225599"}, date(2026, 3, 1)),
    ],
)
def test_heute_kann_gesetzt_werden(gesetzt: dict[str, str], tag: date, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STICHTAG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    for name, wert in gesetzt.items():
        monkeypatch.setenv(name, wert)
    assert heute() == tag


def test_so_wird_er_wieder_aufgerufen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programm = tmp_path / ".venv" / "bin" / "konzept"
    programm.parent.mkdir(parents=True)
    programm.write_text("#!/bin/sh\n", "utf-8")
    programm.chmod(0o755)
    monkeypatch.chdir(tmp_path)

    monkeypatch.setattr(sys, "argv", [str(programm)])
    monkeypatch.setenv("PATH", "")
    assert so_aufgerufen() == str(Path(".venv/bin/konzept"))

    monkeypatch.setenv("PATH", str(programm.parent))
    assert so_aufgerufen() == "konzept"

    monkeypatch.setattr(sys, "argv", ["pytest"])
    assert so_aufgerufen() == "konzept"


def test_die_ausgabe_wird_auf_utf8_gestellt(monkeypatch: pytest.MonkeyPatch) -> None:
    roh = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(roh, encoding="cp1252"))
    assert main(["pruefen", "--daten", str(WURZEL / "tests/beispiele/musterstadt"), "--stichtag", "2026-06-30"]) == 0
    sys.stdout.write("„türkisch ş“\n")
    sys.stdout.flush()
    assert roh.getvalue().decode("utf-8").splitlines()[-1] == "„türkisch ş“"
