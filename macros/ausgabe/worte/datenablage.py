"""Addresses at the place where the repository lies; GitHub, GitLab and Forgejo each spell theirs."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from macros.modell.auswahlen import Forge
from macros.modell.gemeinde import Gemeinde
from macros.modell.meldeformular import Formular, fragentext

_AENDERN = {Forge.GITHUB: "edit", Forge.GITLAB: "-/edit", Forge.FORGEJO: "_edit"}
_HOCHLADEN = {Forge.GITHUB: "upload", Forge.GITLAB: "-/tree", Forge.FORGEJO: "_upload"}
"""GitLab uploads from the view of a folder."""
_MELDEN = {
    Forge.GITHUB: ("issues/new", "title", ""),
    Forge.GITLAB: ("-/issues/new", "issue[title]", "issue[description]"),
    Forge.FORGEJO: ("issues/new", "title", "body"),
}
"""Where an issue begins, and the names of its title and text there; GitHub has forms with a field for each question instead.

GitLab: docs.gitlab.com, „Using a URL with prefilled values“; Forgejo: docs, „Issue and Pull Request Templates“.
"""


def _ort(g: Gemeinde, weg: str) -> str | None:
    return f"{g.repository.rstrip('/')}/{weg}" if g.repository else None


def datei_aendern(g: Gemeinde, datei: str) -> str | None:
    """Address that opens a file for editing; None where the repository is not known."""
    return _ort(g, f"{_AENDERN[g.ablage]}/{quote(g.zweig)}/{quote(datei)}")


def hochladen(g: Gemeinde, ordner: str) -> str | None:
    """Address from which files are put into a folder; None where the repository is not known."""
    return _ort(g, f"{_HOCHLADEN[g.ablage]}/{quote(g.zweig)}/{quote(ordner)}")


def neue_meldung(g: Gemeinde, titel: str) -> str | None:
    """Address that begins an issue under a title; None where the repository is not known."""
    weg, name, _ = _MELDEN[g.ablage]
    return _ort(g, f"{weg}?{urlencode({name: titel})}")


def textfeld(g: Gemeinde) -> str:
    """The name that an issue's text has in its address; empty where a form has a field for each question."""
    return _MELDEN[g.ablage][2]


def formular_beginnen(g: Gemeinde, formular: Formular, titel: str, antworten: Mapping[str, str]) -> str | None:
    """Address of a form with answers filled in; None where the repository is not known.

    GitHub has the form itself, whose lists to choose from no address can fill in. Elsewhere its questions are the
    issue's text, which the import reads as it reads a mail.
    """
    weg, name, feld = _MELDEN[g.ablage]
    if not feld:
        getippt = {f.id: antworten[f.id] for f in formular.felder if not f.auswahl and f.id in antworten}
        return _ort(g, f"{weg}?{urlencode({'template': f'{formular.id}.yml', name: titel, **getippt})}")
    return _ort(g, f"{weg}?{urlencode({name: titel, feld: fragentext(formular, antworten)})}")
