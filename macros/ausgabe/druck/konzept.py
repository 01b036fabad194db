"""The whole concept as one document: every section, then matrices, figures, claims, glossary, sources as annex."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from markupsafe import Markup

from macros.ausgabe.diagramm.tabelle import zahlentabelle
from macros.ausgabe.druck import aussagen, steckbrief
from macros.ausgabe.druck.bilder import Druckbild, druckbilder
from macros.ausgabe.druck.dokument import Dokument, Teil
from macros.ausgabe.druck.druckkontext import Druckkontext
from macros.ausgabe.druck.zeilennotizen import zeilennotizen
from macros.ausgabe.kontext import Bau
from macros.ausgabe.worte.fussnoten import mit_quelle
from macros.deutsch.buchstaben import gross
from macros.modell.gemeinde import LESEFASSUNG
from macros.modell.konzept import Abschnitt, Begriff
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Herausforderung
from macros.sichten.indikator_umfeld import themenfelder
from macros.sichten.lesefolge import folge
from macros.sichten.matrix import zeilen_herausforderungen, zeilen_massnahmen
from macros.sichten.reihen import reihe
from macros.sichten.termine import naechster_termin
from macros.sichten.umsetzung import vorkommende

Diagramme = dict[str, list[Druckbild]]


def konzept(bau: Bau) -> Dokument:
    """The reading edition of the current concept."""
    plan, fassung = bau.plan, bau.fassung
    kennung = fassung.id if fassung else ""
    art = fassung.textart if fassung else LESEFASSUNG
    bilder: dict[str, str] = {}
    diagramme = {i: druckbilder(plan, i, bilder) for i in plan.indikatoren}
    abschnitte = folge(plan, kennung)
    eigenes = len(bau.massnahmen) > Druckkontext.meiste  # then their matrix is a document of its own, and only that
    return Dokument(
        name="konzept",
        titel=fassung.titel if fassung else plan.gemeinde.titel,
        untertitel=f"{gross(art)} mit Matrix der {'Herausforderungen' if eigenes else 'Maßnahmen'}, Zahlen, Glossar und Quellen",
        teile=[
            Teil(
                Druckkontext(bau, "").rendere(
                    "druck/vorspann.html", fassung=fassung, LESEFASSUNG=LESEFASSUNG, eigenes=eigenes
                )
            ),
            *(Teil(_abschnitt(bau, a, diagramme), neu="." not in a.nummer) for a in abschnitte),
            *_weitere(bau, abschnitte),
            *matrizen(bau, () if eigenes else bau.massnahmen, bau.herausforderungen),
            *(
                [Teil(Druckkontext(bau, "").rendere("druck/matrix_anderswo.html", massnahmen=bau.massnahmen))]
                if eigenes
                else ()
            ),
            _zahlen(bau, abschnitte, diagramme),
            *aussagen.anhang(bau, abschnitte),
            Teil(Druckkontext(bau, "").rendere("druck/glossar.html", fuer=partial(_eintrag, bau))),
            Teil(Druckkontext(bau, "").rendere("druck/quellen.html")),
        ],
        deckblatt=True,
        formate=("pdf", "docx"),
        textart=art,
        verzeichnis=3,
        bilder=bilder,
        seite="konzept/",
    )


def _eintrag(bau: Bau, begriff: Begriff) -> Druckkontext:
    """The context of one entry of the glossary: it explains other terms, and never refers to itself."""
    k = Druckkontext(bau, "")
    k.feldtext.gezeigt[begriff.id] = begriff
    return k


def _abschnitt(bau: Bau, satz: Abschnitt, diagramme: Diagramme) -> Markup:
    k = Druckkontext(bau, "")
    return k.rendere(
        "druck/abschnitt.html",
        satz=satz,
        ebene=satz.nummer.count(".") + 1,
        text=k.feldtext.block(satz.text, [mit_quelle(k, note) for note in satz.fussnoten]),
        zeilennotizen=zeilennotizen,
        massnahme=bau.plan.massnahmen[satz.massnahme] if satz.massnahme else None,
        herausforderungen=[h for h in bau.plan.herausforderungen.values() if h.abschnitt == satz.id],
        diagramme=diagramme,
    )


def _weitere(bau: Bau, abschnitte: list[Abschnitt]) -> list[Teil]:
    """Records that no section of the text holds, so that nothing is left out; of very many measures a list."""
    gezeigt, nummern = {a.massnahme for a in abschnitte}, {a.id for a in abschnitte}
    m = [m for m in bau.massnahmen if m.id not in gezeigt]
    h = [h for h in bau.herausforderungen if h.abschnitt not in nummern]
    if not m and not h:
        return []
    nur_liste = steckbrief.liste(bau, m)
    return [
        Teil(
            Druckkontext(bau, "").rendere(
                "druck/weitere.html",
                massnahmen=[] if nur_liste else m,
                liste=nur_liste,
                herausforderungen=h,
                zeilennotizen=zeilennotizen,
            )
        )
    ]


def matrizen(
    bau: Bau,
    massnahmen: Iterable[Massnahme],
    herausforderungen: Iterable[Herausforderung],
    schrift: float = 8,
    platz: int = 0,
) -> list[Teil]:
    """The two matrices, on pages that lie on their side; `platz` are the millimetres beside each other, if not A4's."""
    k = Druckkontext(bau, "")
    h = zeilen_herausforderungen(bau.plan, herausforderungen)
    m = zeilen_massnahmen(bau.plan, bau.lagen, massnahmen)
    naechste = {z.id: naechster_termin(bau.plan.massnahmen[z.id], z.lage, bau.stichtag) for z in m}
    legende = vorkommende([z.lage for z in m])
    return [
        Teil(
            k.rendere(
                f"druck/matrix_{name}.html",
                zeilen=zeilen,
                schrift=schrift,
                platz=platz,
                naechste=naechste,
                legende=legende,
            ),
            quer=True,
        )
        for name, zeilen in (("herausforderungen", h), ("massnahmen", m))
        if zeilen
    ]


def _zahlen(bau: Bau, abschnitte: list[Abschnitt], diagramme: Diagramme) -> Teil:
    html = Druckkontext(bau, "").rendere(
        "druck/zahlen.html",
        tabellen={i: zahlentabelle(reihe(bau.plan, i), wie_im_bild=True) for i in bau.plan.indikatoren},
        themenfelder=themenfelder(bau.plan),
        diagramme=diagramme,
        im_text={b.indikator for a in abschnitte for b in a.abbildungen},
    )
    return Teil(html)
