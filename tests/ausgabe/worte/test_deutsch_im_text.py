"""German inside a text of another language says that it is German; everything else stays as it is."""

from __future__ import annotations

import pytest

from macros.ausgabe.worte.deutsch_im_text import fremd
from macros.modell.plan import Plan

DE = '<span lang="de" dir="ltr">'


@pytest.mark.parametrize(
    ("code", "html", "erwartet"),
    [
        ("en", "<p>a plan (<em>Konzept</em>)</p>", '<p>a plan (<em lang="de">Konzept</em>)</p>'),
        ("en", "<p>Work (Lernen und Arbeiten)</p>", f"<p>Work ({DE}Lernen und Arbeiten</span>)</p>"),
        ("ru", "<p>город Иббенбюрен (Ibbenbüren)</p>", f"<p>город Иббенбюрен ({DE}Ibbenbüren</span>)</p>"),
        ("ar", "<b>Plan?</b> ما الذي يعنيني؟", f"<b>{DE}Plan?</span></b> ما الذي يعنيني؟"),
        ("ar", "<p>كتبت المدينة &amp; خطة</p>", "<p>كتبت المدينة &amp; خطة</p>"),
        ("de-simple", "<p>ein <em>Plan</em></p>", "<p>ein <em>Plan</em></p>"),
    ],
)
def test_deutsches_ist_markiert(plan: Plan, code: str, html: str, erwartet: str) -> None:
    assert str(fremd(html, code, plan)) == erwartet
