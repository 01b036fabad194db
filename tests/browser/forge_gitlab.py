"""A GitLab that signs in by PKCE, answers the editing surface from a folder, and remembers what it is told to write."""

from __future__ import annotations

import base64
import json
from hashlib import sha1, sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from browser.forge import KOPF, STAND

ADRESSE = "https://gitlab.example"
ZEIT = "2026-06-30T00:00:00Z"


class ForgeGitLab:
    """Stands in for a GitLab; `anmeldungen` is what was asked for at signing in, `geschrieben` path -> text."""

    def __init__(self, daten: Path) -> None:
        self.dateien = {
            f"data/{p.relative_to(daten).as_posix()}": p.read_bytes() for p in daten.rglob("*") if p.is_file()
        }
        self.anmeldungen: list[dict[str, str]] = []
        self.belegt = False
        """Whether the token was asked for with the verifier that belongs to the challenge."""
        self.commits: list[dict[str, Any]] = []
        self.vorschlaege: list[dict[str, Any]] = []

    @property
    def geschrieben(self) -> dict[str, str]:
        return {
            a["file_path"]: base64.b64decode(a["content"]).decode() if a["encoding"] == "base64" else a["content"]
            for c in self.commits
            for a in c["actions"]
        }

    def antworte(self, weg: Any) -> None:
        """Fulfils one request of the browser."""
        anfrage = weg.request
        if anfrage.method == "OPTIONS":
            weg.fulfill(status=204, headers=KOPF)
            return
        teile = urlsplit(anfrage.url)
        if teile.path == "/oauth/authorize":
            frage = {name: werte[0] for name, werte in parse_qs(teile.query).items()}
            self.anmeldungen.append(frage)
            ziel = f"{frage['redirect_uri']}?code=ein-code&state={frage['state']}"
            weg.fulfill(status=302, headers={"Location": ziel})
            return
        inhalt = self._inhalt(teile.path, teile.query, anfrage)
        if inhalt is None:
            weg.fulfill(status=404, headers=KOPF, json={"message": "404 Not Found"})
        else:
            weg.fulfill(status=200, headers=KOPF, json=inhalt)

    def _inhalt(self, pfad: str, frage: str, anfrage: Any) -> Any:
        gesendet = json.loads(anfrage.post_data) if anfrage.post_data else {}
        if pfad == "/oauth/token":
            return self._token(gesendet)
        if pfad == "/api/graphql":
            return {"data": {"project": {"repository": self._ablage(gesendet)}}}
        if pfad == "/api/v4/user":
            return {
                "id": 1,
                "username": "amt",
                "name": "Amt",
                "email": "amt@example.org",
                "avatar_url": "",
                "web_url": "",
            }
        if pfad.endswith("/users"):
            return [{"id": 1, "username": "amt"}]
        if pfad.endswith("/repository/commits") and anfrage.method == "POST":
            self.commits.append(gesendet)
            return {"id": "c" * 40, "committed_date": ZEIT}
        if pfad.endswith("/merge_requests") and anfrage.method == "POST":
            self.vorschlaege.append(gesendet)
            ort = f"{ADRESSE}/stadt/konzept/-/merge_requests/1"
            return {"id": 1, "iid": 1, "web_url": ort, "sha": "c" * 40, "created_at": ZEIT, "updated_at": ZEIT}
        return [] if pfad.endswith(("/merge_requests", "/deployments", "/statuses", "/labels")) else None

    def _token(self, gesendet: dict[str, str]) -> dict[str, Any]:
        summe = sha256(gesendet["code_verifier"].encode()).digest()
        erwartet = base64.urlsafe_b64encode(summe).rstrip(b"=").decode()
        self.belegt = (gesendet["code"], erwartet) == ("ein-code", self.anmeldungen[-1]["code_challenge"])
        return {"access_token": "t", "refresh_token": "r", "token_type": "bearer", "expires_in": 7200}

    def _ablage(self, gesendet: dict[str, Any]) -> dict[str, Any]:
        text = gesendet["query"]
        if "lastCommit" in text and "recursive" not in text and "paths" not in text:
            return {"tree": {"lastCommit": {"sha": STAND, "message": "Start"}}}
        if "recursive" in text:
            blobs = [{"type": "blob", "path": p, "sha": sha1(r).hexdigest()} for p, r in sorted(self.dateien.items())]
            return {"tree": {"blobs": {"nodes": blobs, "pageInfo": {"endCursor": "", "hasNextPage": False}}}}
        gefragt = [p for p in gesendet["variables"].get("paths", []) if p in self.dateien]
        return {
            "blobs": {
                "nodes": [
                    {"path": p, "oid": sha1(self.dateien[p]).hexdigest(), "size": str(len(self.dateien[p])),
                     "rawTextBlob": self.dateien[p].decode("utf-8", "replace")}
                    for p in gefragt
                ]
            }
        }  # fmt: skip
