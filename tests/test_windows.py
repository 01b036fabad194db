"""What users need runs on Windows: a walk over the code for what does not exist there, or reads and writes otherwise."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

WURZEL = Path(__file__).parents[1]
NUR_HIER = ("messen", "mutanten", "browser")
"""What begins so measures or tries the tests, on one machine, with Debian's Chromium."""
QUELLEN = sorted(
    datei
    for ordner in ("macros", "scripts")
    for datei in (WURZEL / ordner).rglob("*.py")
    if datei.parent.name != "scripts" or not datei.name.startswith(NUR_HIER)
)

FEHLENDE_MODULE = {
    *("crypt", "curses", "fcntl", "grp", "nis", "ossaudiodev", "posix", "pty", "pwd", "readline", "resource"),
    *("spwd", "syslog", "termios", "tty"),
}
FEHLENDE_NAMEN = {
    "os": set(
        "O_NOFOLLOW WEXITSTATUS WIFEXITED WIFSIGNALED WTERMSIG chown chroot fchmod fchown fork forkpty getegid geteuid "
        "getgid getgroups getloadavg getpgid getpgrp getpriority getresuid getsid getuid initgroups killpg lchown link "
        "major minor mkfifo mknod nice pathconf pread pwrite sched_getaffinity sched_setaffinity setegid seteuid setgid "
        "setgroups setpgid setpriority setsid setuid statvfs symlink sync sysconf tcgetpgrp ttyname uname wait wait3 wait4".split()
    ),
    "signal": set(
        "SIGALRM SIGBUS SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGQUIT SIGSTOP SIGTSTP SIGUSR1 SIGUSR2 alarm pause "
        "pthread_kill pthread_sigmask setitimer sigwait".split()
    ),
    "socket": {"AF_UNIX", "socketpair", "send_fds", "recv_fds"},
    "select": {"epoll", "kqueue", "poll"},
    "time": {"tzset", "clock_gettime"},
    "locale": {"setlocale"},
    "shutil": {"chown"},
}
"""Missing there, needing rights that a clerk has not, or knowing other names."""
WEGE = re.compile(r"^/(?:tmp|dev|etc|usr|bin|proc|var|home|opt)(?:/|$)|\.venv/bin")
GLIBC_DATUM = re.compile(r"%[-_^#][a-zA-Z]|%[esklPGV]\b")
DATEI_LESEN = {"read_text", "write_text"}
UNTERPROZESS = {"run", "Popen", "check_output", "check_call", "call"}


def _name(knoten: ast.expr) -> str:
    """`subprocess.run` -> „subprocess.run“, `datei.open` -> „datei.open“, else the last part with a dot before it."""
    if isinstance(knoten, ast.Name):
        return knoten.id
    if isinstance(knoten, ast.Attribute):
        davor = knoten.value.id if isinstance(knoten.value, ast.Name) else ""
        return f"{davor}.{knoten.attr}"
    return ""


def _angabe(ruf: ast.Call, name: str) -> ast.expr | None:
    return next((a.value for a in ruf.keywords if a.arg == name), None)


def _art(ruf: ast.Call) -> str:
    """How a file is opened: „r“, „wb“ …"""
    stelle = 1 if _name(ruf.func) in ("open", "os.fdopen", "io.open") else 0
    art = _angabe(ruf, "mode") or (ruf.args[stelle] if len(ruf.args) > stelle else None)
    return str(art.value) if isinstance(art, ast.Constant) else "r"


def _wahr(knoten: ast.expr | None) -> bool:
    return isinstance(knoten, ast.Constant) and knoten.value is True


def fehlende_module(knoten: ast.AST) -> str:
    if isinstance(knoten, ast.Import):
        namen = {alias.name.partition(".")[0] for alias in knoten.names}
    elif isinstance(knoten, ast.ImportFrom):
        namen = {(knoten.module or "").partition(".")[0]}
    else:
        return ""
    return ", ".join(sorted(namen & FEHLENDE_MODULE))


def fehlende_namen(knoten: ast.AST) -> str:
    if isinstance(knoten, ast.Attribute) and isinstance(knoten.value, ast.Name):
        return _name(knoten) if knoten.attr in FEHLENDE_NAMEN.get(knoten.value.id, set()) else ""
    if isinstance(knoten, ast.ImportFrom):
        namen = {alias.name for alias in knoten.names} & FEHLENDE_NAMEN.get(knoten.module or "", set())
        return ", ".join(sorted(namen))
    return ""


def wege_dieses_systems(knoten: ast.AST) -> str:
    if isinstance(knoten, ast.Constant) and isinstance(knoten.value, str) and WEGE.search(knoten.value):
        return knoten.value[:40]
    return ""


def eine_shell(knoten: ast.AST) -> str:
    if not isinstance(knoten, ast.Call):
        return ""
    name = _name(knoten.func)
    if name in ("os.system", "os.popen", "os.spawnlp", "os.spawnvp") or _wahr(_angabe(knoten, "shell")):
        return name
    if name in {f"subprocess.{f}" for f in (*UNTERPROZESS, "getoutput", "getstatusoutput")}:
        erste = knoten.args[0] if knoten.args else None
        als_text = isinstance(erste, ast.JoinedStr) or (
            isinstance(erste, ast.Constant) and isinstance(erste.value, str)
        )
        return f"{name} with a text" if als_text or name.endswith("output") and "get" in name else ""
    return ""


def text_ohne_zeichensatz(knoten: ast.AST) -> str:
    """`open`, `read_text`, `write_text`, `os.fdopen` and texts of other processes say how they are encoded."""
    if not isinstance(knoten, ast.Call) or _angabe(knoten, "encoding") is not None:
        return ""
    name = _name(knoten.func)
    kurz = name.rpartition(".")[2]
    if kurz in DATEI_LESEN:
        return "" if len(knoten.args) >= (2 if kurz == "write_text" else 1) else name
    if kurz in ("open", "fdopen") and name not in ("tarfile.open", "os.open", "Image.open"):
        return "" if "b" in _art(knoten) else name
    if kurz == "TextIOWrapper":
        return name
    if kurz in UNTERPROZESS and (_wahr(_angabe(knoten, "text")) or _wahr(_angabe(knoten, "universal_newlines"))):
        return f"{name}(text=True)"
    return ""


def fremde_zeilenenden(knoten: ast.AST) -> str:
    """Windows writes `\\r\\n` for `\\n`: files are written as bytes, or say their line ends."""
    if not isinstance(knoten, ast.Call):
        return ""
    name = _name(knoten.func)
    if name.endswith(".write_text") and _angabe(knoten, "newline") is None:
        return name
    if name.endswith("open") and _angabe(knoten, "newline") is None and set("wax+") & set(art := _art(knoten)):
        return "" if "b" in art else name
    return ""


def umbenennen_auf_vorhandenes(knoten: ast.AST) -> str:
    """`rename` fails there when the target exists; `replace` does the same on every system."""
    if isinstance(knoten, ast.Call):
        name = _name(knoten.func)
        return name if name.endswith((".rename", ".renames")) else ""
    return ""


def offene_hilfsdatei(knoten: ast.AST) -> str:
    """A named temporary file that is still open cannot be opened a second time there."""
    if isinstance(knoten, ast.Call) and _name(knoten.func).endswith("NamedTemporaryFile"):
        return "" if _angabe(knoten, "delete") is not None else "NamedTemporaryFile"
    return ""


def verknuepfungen(knoten: ast.AST) -> str:
    if isinstance(knoten, ast.Call) and _name(knoten.func).endswith((".symlink_to", ".hardlink_to", ".owner")):
        return _name(knoten.func)
    return ""


def abzweigen(knoten: ast.AST) -> str:
    """Processes begin anew there: no fork, and no context that asks for it."""
    if isinstance(knoten, ast.Constant) and knoten.value in ("fork", "forkserver"):
        return str(knoten.value)
    return "preexec_fn" if isinstance(knoten, ast.keyword) and knoten.arg == "preexec_fn" else ""


def datum_nach_glibc(knoten: ast.AST) -> str:
    if isinstance(knoten, ast.Call) and _name(knoten.func).endswith("strftime"):
        texte = [a.value for a in knoten.args if isinstance(a, ast.Constant)]
    elif isinstance(knoten, ast.FormattedValue) and isinstance(knoten.format_spec, ast.JoinedStr):
        texte = [t.value for t in knoten.format_spec.values if isinstance(t, ast.Constant)]
    else:
        return ""
    return next((str(t) for t in texte if GLIBC_DATUM.search(str(t))), "")


PRUEFUNGEN: tuple[Callable[[ast.AST], str], ...] = (
    fehlende_module, fehlende_namen, wege_dieses_systems, eine_shell, text_ohne_zeichensatz, fremde_zeilenenden,
    umbenennen_auf_vorhandenes, offene_hilfsdatei, verknuepfungen, abzweigen, datum_nach_glibc,
)  # fmt: skip


def funde(quelltext: str) -> Iterator[str]:
    """Line, rule and what is there."""
    baum = ast.parse(quelltext)
    for knoten in ast.walk(baum):
        for pruefung in PRUEFUNGEN:
            if fund := pruefung(knoten):
                yield f"{getattr(knoten, 'lineno', 0)}: {pruefung.__name__}: {fund}"


@pytest.mark.parametrize("datei", QUELLEN, ids=lambda p: p.relative_to(WURZEL).as_posix())
def test_nichts_was_es_unter_windows_nicht_gibt(datei: Path) -> None:
    assert list(funde(datei.read_text("utf-8"))) == []


def test_gesucht_wird_in_allem_was_menschen_brauchen() -> None:
    namen = {datei.relative_to(WURZEL).as_posix() for datei in QUELLEN}
    assert {"macros/befehle/bauen.py", "macros/hooks.py", "scripts/rad.py", "scripts/raeder.py"} <= namen
    assert len(namen) > 140


@pytest.mark.parametrize(
    ("zeile", "regel"),
    [
        ("import resource", "fehlende_module"),
        ("from fcntl import flock", "fehlende_module"),
        ("os.fork()", "fehlende_namen"),
        ("if os.getuid() == 0: pass", "fehlende_namen"),
        ("x = signal.SIGKILL", "fehlende_namen"),
        ("from signal import SIGALRM", "fehlende_namen"),
        ("Path('/tmp/x')", "wege_dieses_systems"),
        ("run(['.venv/bin/python'])", "wege_dieses_systems"),
        ("os.system('ls')", "eine_shell"),
        ("subprocess.run(['ls'], shell=True)", "eine_shell"),
        ("subprocess.run('ls -l')", "eine_shell"),
        ("subprocess.run(f'ls {x}')", "eine_shell"),
        ("open('x')", "text_ohne_zeichensatz"),
        ("pfad.open('r')", "text_ohne_zeichensatz"),
        ("pfad.open()", "text_ohne_zeichensatz"),
        ("pfad.read_text()", "text_ohne_zeichensatz"),
        ("pfad.write_text(x)", "text_ohne_zeichensatz"),
        ("os.fdopen(griff, 'w')", "text_ohne_zeichensatz"),
        ("subprocess.run(befehl, text=True)", "text_ohne_zeichensatz"),
        ("pfad.write_text(x, 'utf-8')", "fremde_zeilenenden"),
        ("pfad.open('w', encoding='utf-8')", "fremde_zeilenenden"),
        ("alt.rename(neu)", "umbenennen_auf_vorhandenes"),
        ("os.rename(alt, neu)", "umbenennen_auf_vorhandenes"),
        ("tempfile.NamedTemporaryFile()", "offene_hilfsdatei"),
        ("a.symlink_to(b)", "verknuepfungen"),
        ("multiprocessing.get_context('fork')", "abzweigen"),
        ("subprocess.Popen(x, preexec_fn=y)", "abzweigen"),
        ("tag.strftime('%-d.%-m.')", "datum_nach_glibc"),
        ("f'{tag:%-d. %B}'", "datum_nach_glibc"),
        ("locale.setlocale(locale.LC_ALL, 'de_DE')", "fehlende_namen"),
    ],
)
def test_ein_verstoss_faellt_auf(zeile: str, regel: str) -> None:
    assert regel in {fund.split(": ")[1] for fund in funde(zeile)}


@pytest.mark.parametrize(
    "zeile",
    [
        "pfad.read_text('utf-8')",
        "pfad.write_bytes(x)",
        "pfad.write_text(x, 'utf-8', newline='\\n')",
        "open('x', 'rb')",
        "pfad.open('rb')",
        "tarfile.open(fileobj=x)",
        "os.fdopen(griff, 'wb')",
        "subprocess.run(befehl, encoding='utf-8')",
        "neu.replace(alt)",
        "f'{tag:%d.%m.%Y}'",
        "f'{wert:.1f}'",
        "os.kill(1, 2)",
        "treffer.group()",
    ],
)
def test_was_ueberall_geht_faellt_nicht_auf(zeile: str) -> None:
    assert list(funde(zeile)) == []


# Names of files

NICHT_IM_NAMEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')
GERAETE = {"con", "prn", "aux", "nul", *(f"{art}{n}" for art in ("com", "lpt") for n in range(1, 10))}


def unbrauchbare(wege: list[str]) -> list[str]:
    """Paths that Windows refuses, and those that differ only in the case of letters."""
    klein = Counter(weg.casefold() for weg in wege)
    return [
        weg
        for weg in wege
        if klein[weg.casefold()] > 1
        or any(NICHT_IM_NAMEN.search(t) or t.partition(".")[0].lower() in GERAETE for t in weg.split("/"))
    ]


@pytest.mark.parametrize("seite", ["musterstadt_seite", "echte_seite"])
def test_jede_datei_der_website_darf_dort_so_heissen(seite: str, request: pytest.FixtureRequest) -> None:
    ordner: Path = request.getfixturevalue(seite)
    wege = [datei.relative_to(ordner).as_posix() for datei in ordner.rglob("*")]
    assert len(wege) > 300
    assert unbrauchbare(wege) == []


def test_jede_datei_des_repositorys_darf_dort_so_heissen() -> None:
    wege = [
        datei.relative_to(WURZEL).as_posix()
        for ordner in ("data", "docs", "macros", "scripts", "tests", ".github")
        for datei in (WURZEL / ordner).rglob("*")
    ]
    assert unbrauchbare(wege) == []


@pytest.mark.parametrize("wege", [["a/b:c.txt"], ["con.yaml"], ["x/Aux/y"], ["ende."], ["A.md", "a.md"], ["wer?"]])
def test_ein_unbrauchbarer_name_faellt_auf(wege: list[str]) -> None:
    assert unbrauchbare([*wege, "gut/index.html"]) == wege
