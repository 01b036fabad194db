"""Thousands of broken edits: no traceback, no hang, no flood of memory, whatever stands in a file or comes in from outside.

Every edit begins with good data of Musterstadt and breaks it somewhere: YAML by the model's own fields, CSV, workbooks,
bodies of issues, addresses. A process of its own tries them, with bounds that the system holds it to.
"""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from gebaut import MUSTERSTADT, WURZEL
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from stichprobe import SAAT, alles

ANZAHL = 400 if alles() else 12
"""Edits of each of the five kinds."""
FRIST, SPEICHER = 5, 1_000_000_000
"""Seconds and bytes that one edit may take."""
HEUTE = date(2026, 6, 30)

BRUCHSTUECKE = st.one_of(
    st.sampled_from(
        ["", " ", "\n", "\0", "\x1b", "\t", "\ufeff", "\u202e", "\ud7ff", "~", "null", "true", "- ", ": ", "#", "&a", "*a", "!x",
         "|", ">", "{", "}", "[", "]", "'", '"', "---\n", "\r", "\r\n", "\\", "<b>", "[x](tel:1)", "![x](y)", "[^1]", "{{ x }}",
         "{zahl:x}", "{zahl:bevoelkerung:x}", "1e999", "9" * 400, "-0", "1.234", "1,5", "2026-02-30", "2026/27", "٣", "ﬀ", "İ",
         "=1+1", "../../x", "con", "index", "a" * 3000, "[" * 500, "> " * 40, "\n" * 1500, "ä" * 300, "#" * 99, "0x10", "1_000"]
    ),
    st.text(max_size=30),
    st.integers().map(str),
    st.dates().map(str),
)  # fmt: skip


def _zerlegt(text: str, stellen: list[int], stuecke: list[str], weite: int) -> str:
    """The text with pieces put in, or put in place of some of it."""
    for stelle, stueck in zip(stellen, stuecke, strict=False):
        ort = stelle % (len(text) + 1)
        text = text[:ort] + stueck + text[ort + weite :]
    return text


AENDERUNG = st.builds(
    lambda s, t, w: (s, t, w),
    st.lists(st.integers(0, 100_000), min_size=1, max_size=4),
    st.lists(BRUCHSTUECKE, min_size=1, max_size=4),
    st.sampled_from([0, 0, 1, 5, 40]),
)


def _dateien(endung: str) -> list[str]:
    return sorted(
        p.relative_to(MUSTERSTADT).as_posix() for p in MUSTERSTADT.rglob(f"*.{endung}") if "schema" not in p.parts
    )


def pruefe_und_schreibe(ordner: Path, datei: str, roh: bytes) -> None:
    """What an editor does with a file: check it, bring it into form; the folder is as before afterwards."""
    from macros.ausgabe.melden.befunde import FORMATE, render_befunde
    from macros.pruefung import pruefe_ordner
    from macros.schreiben.formatieren import formatiere

    ziel = ordner / datei
    vorher = ziel.read_bytes()
    try:
        ziel.write_bytes(roh)
        _, befunde = pruefe_ordner(ordner, HEUTE)
        for form in FORMATE:
            render_befunde(befunde, form)
        formatiere(ordner)
    finally:
        ziel.write_bytes(vorher)


def aendere_yaml(ordner: Path, zug: Any) -> None:
    datei, (stellen, stuecke, weite) = zug
    text = (ordner / datei).read_text("utf-8")
    pruefe_und_schreibe(ordner, datei, _zerlegt(text, stellen, stuecke, weite).encode("utf-8", "surrogatepass"))


def aendere_feld(ordner: Path, zug: Any) -> None:
    """Any field of the model holds any value, also of another kind."""
    from macros.laden.yaml_streng import lies_yaml
    from macros.modell.felder import felder
    from macros.modell.gemeinde import Gemeinde
    from macros.modell.plan import SAMMLUNGEN

    datei, nummer, wert = zug
    typ = SAMMLUNGEN.get(datei.split("/")[0], Gemeinde)
    daten: Any = lies_yaml((ordner / datei).read_bytes(), datei).daten
    hier, art = daten, typ
    while True:
        moegliche = felder(art)
        feld = moegliche[nummer % len(moegliche)]
        nummer //= len(moegliche)
        innen = hier.get(feld.name)
        innen = innen[0] if isinstance(innen, list) and innen else innen
        if feld.satz is None or not isinstance(innen, dict) or nummer % 3 == 0:
            hier[feld.name] = wert
            break
        hier, art = innen, feld.satz
    pruefe_und_schreibe(ordner, datei, json.dumps(daten, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def aendere_mappe(ordner: Path, zug: Any) -> None:
    """A workbook with broken parts, and a table of figures with broken cells, both taken in."""
    from macros.schreiben.excel.einfuhr import fuehre_ein
    from macros.schreiben.kennzahlen import aus_datei, trage_ein

    teil, (stellen, stuecke, weite), als_csv = zug
    with tempfile.TemporaryDirectory() as platz:
        if als_csv:
            kopf = "indikator;stichtag;gruppe;wert;zeichen;hinweis\nbevoelkerung;2026-12-31;insgesamt;31000;;\n"
            datei = Path(platz) / "a.csv"
            datei.write_bytes(_zerlegt(kopf, stellen, stuecke, weite).encode("utf-8", "surrogatepass"))
        else:
            datei = Path(platz) / "a.xlsx"
            with zipfile.ZipFile(io.BytesIO((ordner.parent / "mappe.xlsx").read_bytes())) as alt:
                namen = alt.namelist()
                gewaehlt = namen[teil % len(namen)]
                with zipfile.ZipFile(datei, "w") as neu:
                    for name in namen:
                        inhalt = alt.read(name).decode("utf-8", "replace")
                        gebrochen = _zerlegt(inhalt, stellen, stuecke, weite) if name == gewaehlt else inhalt
                        neu.writestr(name, gebrochen.encode("utf-8", "surrogatepass"))
            fuehre_ein(ordner, datei, HEUTE)
        meldungen, befunde = aus_datei(datei)
        if not befunde:
            trage_ein(ordner, meldungen, HEUTE)
    shutil.rmtree(ordner)
    shutil.copytree(MUSTERSTADT, ordner)


def aendere_meldung(ordner: Path, zug: Any) -> None:
    """The body of an issue, as anybody may write it."""
    from macros.schreiben.meldung import uebernimm

    stellen, stuecke, weite = zug
    from macros.schreiben.formulare import SACHSTAND

    antworten = (
        "sprachtreffs",
        "30.06.2026",
        "in Umsetzung",
        "im Plan",
        "Protokoll",
        "https://example.org",
        "Es läuft.",
    )
    text = "\n\n".join(f"### {f.frage}\n\n{a}" for f, a in zip(SACHSTAND.felder, antworten, strict=False))
    meldung = uebernimm(_zerlegt(text, stellen, stuecke, weite), ordner, HEUTE)
    if meldung.dateien:
        shutil.rmtree(ordner)
        shutil.copytree(MUSTERSTADT, ordner)


def aendere_adresse(ordner: Path, zug: Any) -> None:
    """Names of files and folders, ids and links."""
    from macros.ausgabe.melden.befunde import render_befunde
    from macros.pruefung import pruefe_ordner

    sammlung, stueck, wie = zug
    name = stueck.replace("/", "_").replace("\0", "_").encode("utf-8", "surrogatepass").decode("utf-8", "replace")[:60]
    ziel = ordner / sammlung / f"{name}{wie}"
    if ziel.exists() or name in ("", ".", ".."):
        return
    ziel.write_text(f"id: {json.dumps(stueck)}\n", "utf-8", errors="replace")
    try:
        render_befunde(pruefe_ordner(ordner, HEUTE)[1])
    finally:
        ziel.unlink()


WERTE = st.recursive(
    BRUCHSTUECKE, lambda k: st.lists(k, max_size=4) | st.dictionaries(BRUCHSTUECKE, k, max_size=3), max_leaves=8
)
ARTEN: dict[str, tuple[Callable[[Path, Any], None], st.SearchStrategy[Any]]] = {
    "yaml": (aendere_yaml, st.tuples(st.sampled_from(_dateien("yaml") + _dateien("csv")), AENDERUNG)),
    "feld": (aendere_feld, st.tuples(st.sampled_from(_dateien("yaml")), st.integers(0, 10**6), WERTE)),
    "mappe": (aendere_mappe, st.tuples(st.integers(0, 99), AENDERUNG, st.booleans())),
    "meldung": (aendere_meldung, AENDERUNG),
    "adresse": (
        aendere_adresse,
        st.tuples(
            st.sampled_from(["akteure", "indikatoren", "."]), BRUCHSTUECKE, st.sampled_from([".yaml", ".csv", ""])
        ),
    ),
}


def laufe(art: str, anzahl: int, platz: Path) -> None:
    """All edits of a kind, in this process; it dies of the first that breaks a bound."""
    import signal

    tu, zuege = ARTEN[art]
    ordner = platz / "data"
    shutil.copytree(MUSTERSTADT, ordner)
    if art == "mappe":
        from macros.befehle.konzept import main as konzept

        assert konzept(["excel", "export", str(platz / "mappe.xlsx"), "--daten", str(ordner)]) == 0

    def zu_lange(*_: object) -> None:
        raise AssertionError(f"more than {FRIST} seconds")

    signal.signal(signal.SIGVTALRM, zu_lange)

    @seed(SAAT)
    @settings(
        max_examples=anzahl, deadline=None, database=None, suppress_health_check=list(HealthCheck),
        phases=[Phase.generate], derandomize=False,
    )  # fmt: skip
    @given(zug=zuege)
    def versuche(zug: Any) -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, FRIST)
        try:
            tu(ordner, zug)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    random.seed(SAAT)
    versuche()
    hoechstes = speicher()
    assert hoechstes < SPEICHER, f"{hoechstes} bytes"
    sys.stdout.write(f"{art}: {hoechstes // 1_000_000} MB\n")


def speicher() -> int:
    """The most that this process held, in bytes; `ru_maxrss` counts what its parent held, too."""
    zeile = next(z for z in Path("/proc/self/status").read_text().splitlines() if z.startswith("VmHWM:"))
    return int(zeile.split()[1]) * 1024


@pytest.mark.langsam
@pytest.mark.parametrize("art", ARTEN)
def test_kein_gebrochener_eintrag_bringt_etwas_zum_absturz(art: str, tmp_path: Path) -> None:
    """Time is that of the processor, so a busy machine fails nobody."""
    befehl = [sys.executable, "-m", "test_wirrwarr", art, str(ANZAHL), str(tmp_path)]
    lauf = subprocess.run(
        befehl, cwd=WURZEL / "tests", capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": f"{WURZEL}:{WURZEL / 'tests'}"},
    )  # fmt: skip
    assert lauf.returncode == 0, lauf.stderr[-4000:]


if __name__ == "__main__":
    laufe(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
