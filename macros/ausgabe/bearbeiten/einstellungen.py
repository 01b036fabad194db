"""The configuration of the editing surface: where the data lie, and every kind of record with its fields."""

from __future__ import annotations

from urllib.parse import urlsplit

from macros.ausgabe.bearbeiten.eingabefeld import anzeige, eingabefelder
from macros.ausgabe.kontext import Bau
from macros.modell.auswahlen import Forge
from macros.modell.gemeinde import Gemeinde
from macros.modell.jsonwert import JsonObjekt
from macros.modell.plan import SAMMLUNGEN

ARBEITSZWEIG = "bearbeiten"
FEST = ("berichte", "gebaerden")
"""Collections in which nothing new begins here: reports are fixed by checksums, videos come with their files."""


def schnittstellen(g: Gemeinde) -> list[str]:
    """The hosts that the page has to reach: the forge, and nothing else."""
    if not g.repository:
        return []
    teile = urlsplit(g.repository)
    wurzel = f"{teile.scheme}://{teile.netloc}"
    return ["https://api.github.com"] if teile.netloc == "github.com" else [wurzel]


def einstellungen(bau: Bau) -> JsonObjekt:
    """Everything that the surface has to know; only for data that name a repository."""
    g = bau.plan.gemeinde
    assert g.repository
    vorschlaege = g.ablage is not Forge.FORGEJO
    return {
        "backend": _ablage(g),
        **({"publish_mode": "editorial_workflow"} if vorschlaege else {}),
        "app_title": g.titel if vorschlaege else f"{g.titel}. Gespeichert wird in den Zweig „{arbeitszweig(g)}“.",
        **({"site_url": bau.adresse, "display_url": bau.adresse} if bau.adresse else {}),
        "media_folder": "",
        "media_libraries": {"stock_assets": False, "default": False},
        "show_preview_links": False,
        "editor": {"preview": False},
        "issue_reports": {"url": f"{g.repository.rstrip('/')}/issues/new"},
        "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": True, "maxlength": 80},
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"indent_size": 2, "indent_sequences": True, "quote": "none"},
        },
        "collections": [*(_sammlung(name) for name in SAMMLUNGEN), _gemeinde()],
    }


def _ablage(g: Gemeinde) -> JsonObjekt:
    teile = urlsplit(g.repository or "")
    weg, wurzel = teile.path.strip("/").removesuffix(".git"), f"{teile.scheme}://{teile.netloc}"
    nachrichten: JsonObjekt = {
        "create": "Add {{collection}} {{slug}}",
        "update": "Change {{collection}} {{slug}}",
        "delete": "Remove {{collection}} {{slug}}",
    }
    gemeinsam: JsonObjekt = {"repo": weg, "commit_messages": nachrichten}
    match g.ablage:
        case Forge.GITHUB:
            eigener: JsonObjekt = {"api_root": f"{wurzel}/api/v3"} if teile.netloc != "github.com" else {}
            return {
                "name": "github", "branch": g.zweig, "auth_methods": ["token"], "squash_merges": True, **eigener, **gemeinsam,
            }  # fmt: skip
        case Forge.GITLAB:
            pkce: JsonObjekt = (
                {"auth_type": "pkce", "app_id": g.anmeldung} if g.anmeldung else {"auth_methods": ["token"]}
            )
            ort: JsonObjekt = {"base_url": wurzel, "api_root": f"{wurzel}/api/v4"}
            return {"name": "gitlab", "branch": g.zweig, "squash_merges": True, **ort, **pkce, **gemeinsam}
        case Forge.FORGEJO:
            wer: JsonObjekt = {"app_id": g.anmeldung} if g.anmeldung else {"auth_methods": ["token"]}
            ort = {"base_url": wurzel, "api_root": f"{wurzel}/api/v1"}
            return {"name": "gitea", "branch": arbeitszweig(g), **ort, **wer, **gemeinsam}


def arbeitszweig(g: Gemeinde) -> str:
    """The branch that the surface writes to where it cannot propose; whoever signs in reads it in the title."""
    return g.arbeitszweig or ARBEITSZWEIG


def _sammlung(name: str) -> JsonObjekt:
    typ = SAMMLUNGEN[name]
    zeigen = anzeige(typ)
    return {
        "name": name,
        "label": typ.SAMMLUNG.mehrzahl,
        "label_singular": typ.SAMMLUNG.einzahl,
        "folder": f"data/{name}",
        "extension": "yaml",
        "format": "yaml",
        "identifier_field": "id",
        "slug": {"template": "{{fields.id}}", "editable": False},
        "summary": " ".join(f"{{{{{n}}}}}" for n in zeigen),
        "sortable_fields": {"fields": list(dict.fromkeys([*zeigen, "id"]))},
        "create": name not in FEST,
        "delete": False,
        "duplicate": False,
        "thumbnail": False,
        "fields": eingabefelder(typ),
    }


def _gemeinde() -> JsonObjekt:
    datei: JsonObjekt = {"name": "gemeinde", "label": "Gemeinde", "file": "data/gemeinde.yaml", "format": "yaml"}
    return {"name": "_gemeinde", "label": "Gemeinde", "files": [{**datei, "fields": eingabefelder(Gemeinde)}]}
