"""Old addresses of records that were renamed, or went into another: each leads on, without script."""

from __future__ import annotations

from collections.abc import Iterator

from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.kopfzeilen import RICHTLINIE
from macros.ausgabe.seite import Datei
from macros.ausgabe.worte.adressen import adresse


def umleitungen(bau: Bau) -> Iterator[Datei]:
    """One page per former id of a record; it names the new page for whoever is not led there at once."""
    for sammlung, satz in bau.plan.alle():
        for alt in getattr(satz, "frueher", ()):
            ort = adresse(sammlung, alt)
            k = Kontext(bau, ort)
            ziel = k.zu(sammlung, satz.id)
            html = k.rendere(
                "seiten/umleitung.html",
                ziel=ziel,
                name=k.name(sammlung, satz.id),
                ganz=f"{bau.adresse}{adresse(sammlung, satz.id)}" if bau.adresse else "",
                richtlinie=RICHTLINIE,
            )
            yield Datei(f"{ort}index.html", f"{html.strip()}\n")
