"""What the theme's base leaves over goes; what looks like it inside the content stays."""

from __future__ import annotations

from macros.ausgabe.seiten.theme_html import bessere_nach

VORN = """<body dir="ltr">
    <input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">
    <label class="md-overlay" for="__drawer"></label>
    <div data-md-component="skip"><a href="#x" class="md-skip">Zum Inhalt</a></div>
    <div data-md-component="announce">

    </div>
<header></header>"""
INHALT = '<p><input class="md-toggle"></p><pre>&lt;/main&gt;</pre>'
HINTEN = '<footer></footer><div class="md-dialog" data-md-component="dialog">\n <div class="md-dialog__inner"></div>\n </div></body>'


def test_nur_der_rahmen_wird_geaendert() -> None:
    html = f'{VORN}<main class="md-main" data-md-component="main">{INHALT}</main>{HINTEN}'
    vorn, _, hinten = bessere_nach(html).partition(INHALT)
    assert (
        vorn.split()
        == (
            '<body dir="ltr"> <a href="#inhalt" class="md-skip">Zum Inhalt springen</a> <header></header>'
            '<main id="inhalt" tabindex="-1" class="md-main" data-md-component="main">'
        ).split()
    )
    assert hinten == "</main><footer></footer></body>"


def test_ohne_hauptteil_bleibt_alles() -> None:
    assert bessere_nach(VORN) == VORN


def test_nur_seiten_mit_einer_langen_liste_druckt_man_quer() -> None:
    assert bessere_nach(f'{VORN}<main class="md-main"><div data-matrix></div></main>').startswith(
        '<body class="quer" dir="ltr">'
    )
    assert bessere_nach(f'{VORN}<main class="md-main"><p>data</p></main>').startswith('<body dir="ltr">')
