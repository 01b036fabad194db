"""Where lines may end, by hand; `|` stands for a soft hyphen, `_` for a space that keeps, `=` for a hyphen that does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros import haus
from macros.ausgabe.worte.zeilenbruch import MUSTER, gebunden, trennbar, ungetrennt


def gezeigt(inhalt: str) -> str:
    seite = f"<head><title>Integrationskonzept</title></head><article class='x'>{inhalt}</article>"
    html = trennbar(seite)
    assert html.startswith("<head><title>Integrationskonzept</title></head>")
    assert ungetrennt(html) == seite
    innen = html.partition("<article class='x'>")[2].removesuffix("</article>")
    return innen.replace("\u00ad", "|").replace("\u00a0", "_").replace("\u2011", "=")


@pytest.mark.parametrize(
    ("davor", "danach"),
    [
        ("<h1>Integrationskonzept</h1>", "<h1>Inte|gra|ti|ons|kon|zept</h1>"),
        ("<p>Integrationskonzept</p>", "<p>Integrationskonzept</p>"),
        ("<td>Ausländeranteil</td>", "<td>Auslän|der|an|teil</td>"),
        ("<td>Bildungsabschlüsse</td>", "<td>Bildungs|ab|schlüsse</td>"),
        ("<td>Selbstreflexion, Schreibrichtung</td>", "<td>Selbst|re|fle|xion, Schreib|rich|tung</td>"),
        ("<td>Migrant*innenselbstorganisation</td>", "<td>Migrant*innen|selbst|or|ga|ni|sa|tion</td>"),
        ("<th><a href='Integrationskonzept/'>Kurz</a></th>", "<th><a href='Integrationskonzept/'>Kurz</a></th>"),
        ("<td><code>integrationskonzept</code></td>", "<td><code>integrationskonzept</code></td>"),
        ('<td lang="tr">Entegrasyonplanlamasi</td>', '<td lang="tr">Entegrasyonplanlamasi</td>'),
        ("<p>9,9 % und 53.363 Personen</p>", "<p>9,9_% und 53.363_Personen</p>"),
        ("<p>nach § 5 DDG</p>", "<p>nach §_5 DDG</p>"),
        ("<p>am 30. Juni 2026, 1 Person</p>", "<p>am 30._Juni 2026, 1_Person</p>"),
        ("<p>12 Antworten von 8 Einwohner*innen</p>", "<p>12_Antworten von 8_Einwohner*innen</p>"),
        ("<p><b>8</b> Menschen und <b>8</b> Wege</p>", "<p><b>8</b>_Menschen und <b>8</b> Wege</p>"),
        ("<p>Innenselbstorganisationen</p>", "<p>Innen|selbst|or|ga|ni|sa|tionen</p>"),
        ('<p lang="tr">Innenselbstorganisationen</p>', '<p lang="tr">Innenselbstorganisationen</p>'),
        ("<p>Betreuung, -hilfe und Nachhilfe</p>", "<p>Betreuung, =hilfe und Nachhilfe</p>"),
        ("<p>5 - 3 und a-b</p>", "<p>5 - 3 und a-b</p>"),
    ],
)
def test_wo_eine_zeile_enden_darf(davor: str, danach: str) -> None:
    assert gezeigt(davor) == danach


def test_in_anderen_sprachen_gilt_es_fuer_deutsche_namen_und_zahlen() -> None:
    name = '<span lang="de">Innenselbstorganisationen</span>'
    html = gebunden(f"<article>{name} Innenselbstorganisationen 8 Menschen</article>")
    assert html.count("\u00ad") == html.partition("</span>")[0].count("\u00ad") > 0
    assert "8\u00a0Menschen" in html


def test_die_muster_der_silben_sind_die_des_pakets(tmp_path: Path) -> None:
    neu = tmp_path / "muster.dic"
    subprocess.run(["node", str(haus.WURZEL / "scripts/trennmuster.js"), str(neu)], check=True)
    assert neu.read_bytes() == MUSTER.read_bytes(), "node scripts/trennmuster.js"
