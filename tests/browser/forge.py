"""A GitHub that answers the editing surface from a folder, and remembers what it is told to write."""

from __future__ import annotations

import base64
import json
import re
from hashlib import sha1
from pathlib import Path
from typing import Any

KOPF = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Methods": "*",
}
STAND = "a" * 40


class Forge:
    """Stands in for `api.github.com`; `geschrieben` is path -> text, `vorschlaege` what was proposed."""

    def __init__(self, daten: Path) -> None:
        self.dateien = {
            f"data/{p.relative_to(daten).as_posix()}": p.read_bytes() for p in daten.rglob("*") if p.is_file()
        }
        self.geschrieben: dict[str, str] = {}
        self.zweige: list[str] = []
        self.vorschlaege: list[dict[str, Any]] = []

    def antworte(self, weg: Any) -> None:
        """Fulfils one request of the browser."""
        anfrage = weg.request
        if anfrage.method == "OPTIONS":
            weg.fulfill(status=204, headers=KOPF)
            return
        pfad = anfrage.url.removeprefix("https://api.github.com")
        inhalt = self._graphql(json.loads(anfrage.post_data)) if pfad == "/graphql" else self._rest(pfad, anfrage)
        if inhalt is None:
            weg.fulfill(status=404, headers=KOPF, json={"message": "Not Found"})
        else:
            weg.fulfill(status=200, headers=KOPF, json=inhalt)

    def _rest(self, pfad: str, anfrage: Any) -> Any:
        if pfad == "/user":
            return {
                "id": 1,
                "login": "amt",
                "name": "Amt",
                "email": "amt@example.org",
                "avatar_url": "",
                "html_url": "",
            }
        if pfad == "/repos/stadt/konzept":
            return {"default_branch": "main", "full_name": "stadt/konzept", "permissions": {"push": True}}
        if "/collaborators/" in pfad:
            return {}
        if "/git/trees/" in pfad:
            return {"sha": "b" * 40, "truncated": False, "tree": [
                {"type": "blob", "path": name, "sha": sha1(roh).hexdigest(), "size": len(roh), "mode": "100644"}
                for name, roh in sorted(self.dateien.items())
            ]}  # fmt: skip
        if pfad.endswith("/pulls") and anfrage.method == "POST":
            self.vorschlaege.append(json.loads(anfrage.post_data))
            return {"number": 1, "node_id": "PR", "html_url": "https://github.com/stadt/konzept/pull/1", "draft": True}
        return [] if "/labels" in pfad else None

    def _graphql(self, frage: dict[str, Any]) -> Any:
        text = frage["query"]
        if "createRef" in text:
            self.zweige.append(frage["variables"]["input"]["name"])
            return {"data": {"createRef": {"ref": {"name": "x"}}}}
        if "createCommitOnBranch" in text:
            for datei in frage["variables"]["input"]["fileChanges"]["additions"]:
                self.geschrieben[datei["path"]] = base64.b64decode(datei["contents"]).decode()
            return {
                "data": {"createCommitOnBranch": {"commit": {"oid": "c" * 40, "committedDate": "2026-06-30T00:00:00Z"}}}
            }
        if "pullRequests(" in text:
            return {"data": {"repository": {"pullRequests": {"nodes": []}}}}
        if "fork: repository" in text:
            return {"data": {"fork": {"id": "R1"}, "base": {"ref": {"target": {"oid": STAND}}}}}
        if "content_0" in text:
            je_summe = {sha1(roh).hexdigest(): roh for roh in self.dateien.values()}
            gefragt = re.findall(r'(content_\d+): object\(oid: "(\w+)"', text)
            inhalt = {
                name: {"text": je_summe[s].decode("utf-8", "replace"), "isTruncated": False} for name, s in gefragt
            }
            return {"data": {"repository": inhalt}}
        if "commit_0" in text:
            return {
                "data": {
                    "repository": {
                        n: {"target": {"history": {"nodes": []}}} for n in re.findall(r"(commit_\d+):", text)
                    }
                }
            }
        if "ref(qualifiedName" in text:
            verlauf = {"nodes": [{"oid": STAND, "message": "Start"}]}
            return {"data": {"repository": {"ref": {"target": {"oid": STAND, "history": verlauf}}}}}
        return None
