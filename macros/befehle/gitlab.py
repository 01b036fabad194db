"""The comment under a merge request of GitLab, by its interface; one per purpose, replaced the next time."""

from __future__ import annotations

import json
import urllib.request
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
