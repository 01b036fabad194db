"""What pipelines tell GitLab by its interface: comments, one per purpose, and proposals of changed data."""

from __future__ import annotations

import json
import urllib.request
from base64 import b64encode
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote


class GitLab:
    """The interface of the GitLab that a pipeline runs in."""

    def __init__(self, adresse: str, projekt: str, token: str) -> None:
        self.wurzel, self.projekt, self.token = adresse.rstrip("/"), quote(projekt, safe=""), token

    def rufe(self, weg: str, methode: str = "GET", eingabe: object = None) -> Any:
        """The answer of one call, as data; raises OSError."""
        roh = json.dumps(eingabe).encode() if eingabe is not None else None
        kopf = {"PRIVATE-TOKEN": self.token, "Content-Type": "application/json"}
        anfrage = urllib.request.Request(f"{self.wurzel}/{weg}", roh, kopf, method=methode)  # noqa: S310
        with urllib.request.urlopen(anfrage, timeout=30) as antwort:  # noqa: S310 (the pipeline names the address)
            return json.load(antwort)

    def kommentiere(self, nummer: int, zeichen: str, text: str) -> None:
        """Creates the comment, or replaces the one of the same mark that this token wrote before."""
        wer = self.rufe("user")["id"]
        notizen = f"projects/{self.projekt}/merge_requests/{nummer}/notes"
        fruehere = [
            n["id"]
            for n in self.rufe(f"{notizen}?per_page=100&sort=asc")
            if n["author"]["id"] == wer and n["body"].startswith(zeichen)
        ]
        inhalt = {"body": f"{zeichen}\n{text}"}
        if fruehere:
            self.rufe(f"{notizen}/{fruehere[0]}", "PUT", inhalt)
        else:
            self.rufe(notizen, "POST", inhalt)

    def schlage_vor(self, zweig: str, basis: str, dateien: Mapping[str, bytes], titel: str, text: str) -> None:
        """One commit of these files on a branch of its own, and a merge request that squashes; or the one that is open."""
        aktionen = [
            {"action": "update", "file_path": name, "content": b64encode(roh).decode(), "encoding": "base64"}
            for name, roh in dateien.items()
        ]
        commit = {"branch": zweig, "start_branch": basis, "force": True, "commit_message": titel, "actions": aktionen}
        self.rufe(f"projects/{self.projekt}/repository/commits", "POST", commit)
        antraege = f"projects/{self.projekt}/merge_requests"
        if not self.rufe(f"{antraege}?state=opened&source_branch={quote(zweig, safe='')}"):
            antrag = {"source_branch": zweig, "target_branch": basis, "title": titel, "description": text}
            self.rufe(antraege, "POST", antrag | {"squash": True, "remove_source_branch": True})

    def antworte(self, commit: str, text: str) -> None:
        """A comment beside a commit."""
        self.rufe(
            f"projects/{self.projekt}/repository/commits/{quote(commit, safe='')}/comments", "POST", {"note": text}
        )
