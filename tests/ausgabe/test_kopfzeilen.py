"""What servers are told: every page has the policy, only pages made for it may be framed, under any path."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from macros.ausgabe.kontext import Bau
from macros.ausgabe.kopfzeilen import RICHTLINIE, bearbeitungsrichtlinie, kopfzeilendateien
from macros.modell.plan import Plan

BEREICHE = ["massnahmen", "monitoring", "assets", "redaktion"]
HANDBUCH = ["excel"]


def _dateien(plan: Plan, adresse: str) -> dict[str, str]:
    bau = replace(Bau(plan, date(2026, 6, 30)), adresse=adresse)
    return {d.adresse: str(d.inhalt) for d in kopfzeilendateien(bau, BEREICHE, HANDBUCH)}


def _gilt(headers: str, pfad: str) -> dict[str, list[str]]:
    """The headers of a path, as hosts read the file: all rules that match add up."""
    ergebnis: dict[str, list[str]] = {}
    gilt = False
    for zeile in headers.splitlines():
        if zeile.startswith("/"):
            muster = re.sub(r":\w+", "[^/]+", re.escape(zeile).replace(r"\*", ".*").replace(r"\:", ":"))
            gilt = re.fullmatch(muster, pfad) is not None
        elif gilt and zeile:
            name, _, wert = zeile.strip().partition(": ")
            ergebnis.setdefault(name, []).append(wert)
    return ergebnis


@pytest.mark.parametrize("wurzel", ["/", "/konzept/"])
def test_jede_seite_hat_alles_und_nur_bilder_darf_man_einbetten(plan: Plan, wurzel: str) -> None:
    text = _dateien(plan, f"https://stadt.example{wurzel}")["_headers"]
    for pfad in (
        "redaktion/",
        "redaktion/excel/",
        "",
        "404.html",
        "massnahmen/",
        "massnahmen/x/",
        "monitoring/",
        "monitoring/zahl/",
    ):
        gilt = _gilt(text, wurzel + pfad)
        assert gilt["Content-Security-Policy"] == [RICHTLINIE, "frame-ancestors 'self'"], pfad
        assert gilt["X-Content-Type-Options"] == ["nosniff"] and gilt["Referrer-Policy"] == ["same-origin"]
        assert "camera=()" in gilt["Permissions-Policy"][0]
    assert _gilt(text, f"{wurzel}monitoring/zahl/bild/")["Content-Security-Policy"] == [RICHTLINIE]
    assert _gilt(text, "/fremdes/" if wurzel != "/" else "x") == {}


@pytest.mark.parametrize("wurzel", ["/", "/konzept/"])
def test_nginx_und_apache_sagen_dasselbe(plan: Plan, wurzel: str) -> None:
    dateien = _dateien(plan, f"https://stadt.example{wurzel}")
    for name in ("server/nginx.conf", "server/apache.conf"):
        text = dateien[name]
        assert RICHTLINIE in text and "frame-ancestors 'self'" in text and "frame-ancestors *" in text
        assert f"^{wurzel}monitoring/[^/]+/bild/" in text
        assert all(wort in text for wort in ("nosniff", "same-origin", "camera=()")), name
        assert "error" not in text.split("404")[0].lower().replace("error_page", "").replace("errordocument", "")


@pytest.mark.parametrize("wurzel", ["/", "/konzept/"])
def test_nur_die_seite_zum_bearbeiten_hat_eine_eigene(plan: Plan, wurzel: str) -> None:
    """Policies add up in a browser, so that page must not have the common one beside its own."""
    dateien = _dateien(plan, f"https://stadt.example{wurzel}")
    eigene = bearbeitungsrichtlinie(plan.gemeinde)
    assert "connect-src 'self' blob: data: https://example.org;" in eigene
    gilt = _gilt(dateien["_headers"], f"{wurzel}redaktion/bearbeiten/")["Content-Security-Policy"]
    assert gilt == [eigene, "frame-ancestors 'self'"]
    for name in ("server/nginx.conf", "server/apache.conf"):
        [zeile] = [z for z in dateien[name].splitlines() if "unsafe-inline" in z]
        assert f"^{wurzel}redaktion/bearbeiten/" in zeile


def test_ohne_repository_gibt_es_keine_ausnahme(plan: Plan) -> None:
    ohne = replace(plan, gemeinde=plan.gemeinde.model_copy(update={"repository": None}))
    assert bearbeitungsrichtlinie(ohne.gemeinde) == RICHTLINIE
    dateien = _dateien(ohne, "https://stadt.example/")
    assert all("unsafe-inline" not in text for text in dateien.values())
    gilt = _gilt(dateien["_headers"], "/redaktion/bearbeiten/")["Content-Security-Policy"]
    assert gilt == [RICHTLINIE, "frame-ancestors 'self'"]


def test_ohne_adresse_liegt_die_seite_in_der_wurzel(plan: Plan) -> None:
    assert _dateien(plan, "")["_headers"].startswith("/*\n")


def test_die_richtlinie_erlaubt_nichts_von_anderen_und_nichts_in_der_seite() -> None:
    assert RICHTLINIE.startswith("default-src 'none'; ")
    assert not re.search(
        r"unsafe-inline|unsafe-eval|https?:|\*|blob:|sha\d", RICHTLINIE.replace("wasm-unsafe-eval", "")
    )


@pytest.mark.parametrize(
    ("pfad", "wurzel"),
    [
        ("/(.*|a)/", "/%28.%2A%7Ca%29/"),
        ("/a;deny;/", "/a%3Bdeny%3B/"),
        ("/$http_host/:x/*/", "/%24http_host/%3Ax/%2A/"),
        ("/straße/", "/stra%C3%9Fe/"),
        ("/stadt%20a/", "/stadt%20a/"),
    ],
)
def test_die_adresse_der_seite_sagt_einem_server_nichts_als_ihren_pfad(plan: Plan, pfad: str, wurzel: str) -> None:
    dateien = _dateien(plan, f"https://stadt.example{pfad}")
    assert dateien["_headers"].startswith(f"{wurzel}*\n")
    muster = re.escape(wurzel).replace(r"\%", "%").replace(r"\-", "-")
    assert f'"^{muster}monitoring/' in dateien["server/nginx.conf"]
    assert f"error_page 404 {wurzel}404.html;" in dateien["server/nginx.conf"]
    assert f"m#^{muster}monitoring/" in dateien["server/apache.conf"]
    assert f"ErrorDocument 404 {wurzel}404.html" in dateien["server/apache.conf"]
