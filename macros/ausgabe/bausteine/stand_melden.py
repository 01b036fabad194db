"""„Stand melden“ on the page of a measure: a form from the model that ends as a mail, a file or the forge's form."""

from __future__ import annotations

import json
from urllib.parse import quote

from markupsafe import Markup

from macros.ausgabe.kontext import Kontext
from macros.ausgabe.melden.meldewege import sachstand_melden
from macros.ausgabe.worte.datenablage import textfeld
from macros.modell.auswahlen import Stand
from macros.modell.massnahme import Massnahme
from macros.modell.meldeformular import ENDE, OEFFENTLICH, SACHSTAND, fragentext

HOECHSTENS = 1_800
"""Encoded characters that mail programs take from an address; some cut what is longer without a word."""


def stand_melden(k: Kontext, m: Massnahme) -> Markup:
    """The form, complete without script as text with a mail that asks the same."""
    g = k.plan.gemeinde
    email = (g.kontakt.email if g.kontakt else None) or ""
    betreff = f"Stand melden: {m.nummer} {m.titel}"
    daten = {
        "massnahme": m.id,
        "fragen": [[f.id, f.frage, f.pflicht] for f in SACHSTAND.felder],
        "worte": {f.id: dict(f.auswahl) for f in SACHSTAND.felder if f.auswahl},
        "aktiv": [s.value for s in Stand if s.ist_aktiv],
        "mitBeleg": [Stand.BESCHLOSSEN.value, Stand.UMGESETZT.value],
        "ende": ENDE,
        "email": email,
        "betreff": betreff,
        "hoechstens": HOECHSTENS,
        "textfeld": textfeld(g),
    }
    return k.rendere(
        "bausteine/stand_melden.html",
        satz=m,
        fragen=[f for f in SACHSTAND.felder if f.id != "massnahme"],
        schritte=[(n, s) for n, s in enumerate(m.schritte, 1) if not s.erledigt_am],
        oeffentlich=OEFFENTLICH,
        email=email,
        entwurf=_entwurf(email, betreff, m.id) if email else "",
        forge=sachstand_melden(k.plan, m.id),
        daten=Markup(json.dumps(daten, ensure_ascii=False).replace("<", "\\u003c")),  # noqa: S704 (JSON, no tag in it)
    )


def _entwurf(email: str, betreff: str, kennung: str) -> str:
    """The mail with the questions, to be answered by hand."""
    text = fragentext(SACHSTAND, {"massnahme": kennung})
    return f"mailto:{email}?subject={quote(betreff)}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
