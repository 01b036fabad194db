"""Every field of every record is shown on every surface, or the surface says why it leaves it out.

A field counts as shown when a change of its value changes what the surface says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from macros.ausgabe.bausteine.druck import sammelmappe_dateien
from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.druck.steckbrief import blatt
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.melden.vergleich import als_text
from macros.ausgabe.offene_daten.tabellen import tabellen
from macros.ausgabe.seiten.erzeugen import seite
from macros.modell.einheit import Einheit, lies_einheit
from macros.modell.felder import Feld, Feldart, felder
from macros.modell.gemeinde import Fassung
from macros.modell.grundtypen import Datensatz, Satz
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Massnahme
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.schreiben.excel.zeilen import massnahmenzeilen, schrittzeilen
from macros.sichten.flaechen import WEGGELASSEN, Flaeche
from macros.sichten.unterschied import unterschiede

NICHT_AUF_PAPIER = ("herkunft", "kurztitel", "frueher", "suchworte")

WO = [(typ, f.name) for typ in SAMMLUNGEN.values() for f in felder(typ) if f.name != "id"]


def anderer_wert(plan: Plan, satz: Any, f: Feld) -> Any:
    """Another value than the record has in a field."""
    wert = getattr(satz, f.name)
    if f.satz and f.liste:
        return (*wert[:-1], geaendert(plan, wert[-1]))
    if f.satz:
        return geaendert(plan, wert)
    if f.liste:
        return wert[:-1]
    if f.ziel:
        eigene = satz.id if isinstance(satz, Datensatz) else ""
        return next((k for k in plan.sammlung(f.ziel) if k not in (wert, eigene)), None)
    if isinstance(wert, Einheit):
        return lies_einheit(f"{wert} Zusatzwort")
    if f.auswahl:
        return next(g for g in type(wert) if g is not wert)
    match f.art:
        case Feldart.DATUM:
            return wert + timedelta(days=1)
        case Feldart.GANZZAHL | Feldart.ZAHL:
            return wert + 1
        case Feldart.JA_NEIN:
            return not wert
        case Feldart.NUMMER:
            return f"{wert}.9"
        case Feldart.URL:
            return f"{wert}/anders"
        case Feldart.STICHTAG | Feldart.TABELLE:
            return None
        case _:
            return f"{wert} Zusatzwort"


def geaendert(plan: Plan, teil: Satz) -> Satz:
    """A part of a record with its first text, or whatever comes first, changed."""
    reihe = sorted(felder(type(teil)), key=lambda f: f.art not in (Feldart.TEXT, Feldart.ZEILE) or bool(f.liste))
    for f in reihe:
        if getattr(teil, f.name) not in (None, (), {}):
            neu = anderer_wert(plan, teil, f)
            if neu is not None:
                return teil.model_copy(update={f.name: neu})
    raise AssertionError(type(teil))


def faelle(plan: Plan, typ: type[Datensatz], name: str) -> list[tuple[Datensatz, Datensatz]]:
    """Records of Musterstadt that use the field, newest edition first: as they are, and with another value."""
    f = next(f for f in felder(typ) if f.name == name)
    benutzt = [s for s in plan.sammlung(typ.SAMMLUNG.ordner).values() if getattr(s, name) not in (None, ())]
    assert benutzt, (
        f"no record of Musterstadt has {name}: write one (tests/beispiele/musterstadt/{typ.SAMMLUNG.ordner}/)"
    )
    return [(s, s.model_copy(update={name: anderer_wert(plan, s, f)})) for s in reversed(benutzt)][:3]


def auf_der_seite(bau: Bau, satz: Datensatz) -> str:
    """The record's own page, or the list that holds it."""
    if satz.SAMMLUNG.hat_seiten:
        gebaut = seite(bau, satz)
        return f"{gebaut.titel}\n{gebaut.inhalt}"
    baustein = {"aussagen": "datenqualitaet", "klaerungen": "zu_klaeren"}.get(
        satz.SAMMLUNG.ordner, satz.SAMMLUNG.ordner
    )
    return str(BAUSTEINE[baustein](Kontext(bau, satz.SAMMLUNG.adresse)))


def im_konzept(bau: Bau, satz: Datensatz) -> str:
    return str(Kontext(bau, "").rendere("bausteine/massnahme_kurz.html", m=satz)) + str(
        Kontext(bau, "").rendere("bausteine/karte_massnahme.html", m=satz)
    )


def gedruckt(bau: Bau, satz: Datensatz) -> str:
    """The whole concept, and for a measure its sheet."""
    dokument = konzept(bau)
    texte = [repr(baum(bau, dokument))] if isinstance(satz, Fassung) else [str(teil.html) for teil in dokument.teile]
    if isinstance(satz, Massnahme):
        texte.append(str(blatt(bau, satz)))
    return "\n".join(texte)


def im_rechenblatt(bau: Bau, satz: Datensatz) -> str:
    return repr([*massnahmenzeilen(bau.plan), *schrittzeilen(bau.plan)])


def in_tabellen(bau: Bau, satz: Datensatz) -> str:
    return repr([t.zeilen for t in tabellen(bau.plan, bau.lagen)])


FLAECHEN: dict[Flaeche, tuple[Callable[[Bau, Datensatz], str], tuple[type[Datensatz], ...]]] = {
    Flaeche.SEITE: (auf_der_seite, tuple(SAMMLUNGEN.values())),
    Flaeche.IM_KONZEPT: (im_konzept, (Massnahme,)),
    Flaeche.DRUCK: (gedruckt, tuple(SAMMLUNGEN.values())),
    Flaeche.EXCEL: (im_rechenblatt, (Massnahme,)),
    Flaeche.TABELLEN: (in_tabellen, tuple(t for t in SAMMLUNGEN.values() if t.SAMMLUNG.deutsch)),
}
"""Surface -> how a record looks there, and the kinds of record it shows."""


def warum_nicht(typ: type[Datensatz], flaeche: Flaeche, name: str) -> str:
    """Why a surface does not show a field, or the whole record; empty where it shows it."""
    ganz = typ.SAMMLUNG.ohne_druck if flaeche is Flaeche.DRUCK else ""
    return ganz or WEGGELASSEN.get(typ, {}).get(flaeche, {}).get(name, "")


def mit(plan: Plan, satz: Datensatz) -> Plan:
    """The Plan with a record in place of the one of the same id."""
    ordner = satz.SAMMLUNG.ordner
    geaendert: dict[str, Any] = {ordner: {**plan.sammlung(ordner), satz.id: satz}}
    return replace(plan, **geaendert)


@pytest.mark.parametrize(
    ("flaeche", "typ", "name"),
    [(flaeche, typ, name) for flaeche, (_, typen) in FLAECHEN.items() for typ, name in WO if typ in typen],
    ids=lambda w: w.__name__ if isinstance(w, type) else str(w),
)
def test_jedes_feld_steht_auf_jeder_flaeche(
    plan: Plan, stichtag: date, monkeypatch: pytest.MonkeyPatch, flaeche: Flaeche, typ: type[Datensatz], name: str
) -> None:
    zeige, _ = FLAECHEN[flaeche]
    if typ is not Indikator:
        monkeypatch.setattr("macros.ausgabe.druck.konzept.druckbilder", lambda *_: [])
    jetzt = Bau.am(plan, stichtag, None)
    gezeigt = (
        zeige(jetzt, davor) != zeige(Bau.am(mit(plan, danach), stichtag, None), danach)
        for davor, danach in faelle(plan, typ, name)
    )
    if grund := warum_nicht(typ, flaeche, name):
        assert len(grund.split()) > 2
        assert not next(gezeigt), f"{name} is shown, though it counts as left out"
    else:
        assert any(gezeigt), f"{name} is not shown: give it a place, or a reason (macros/sichten/flaechen.py, Sammlung)"


@pytest.mark.parametrize(("typ", "name"), WO, ids=lambda w: w if isinstance(w, str) else w.__name__)
def test_jedes_feld_steht_im_vergleich(plan: Plan, typ: type[Datensatz], name: str) -> None:
    _, danach = faelle(plan, typ, name)[0]
    assert als_text(unterschiede(plan, mit(plan, danach))) != als_text(unterschiede(plan, plan))


@pytest.mark.parametrize("name", [name for typ, name in WO if typ is Massnahme and name not in NICHT_AUF_PAPIER])
def test_das_blatt_der_sammelmappe_zeigt_was_auf_papier_steht(plan: Plan, stichtag: date, name: str) -> None:
    def blaetter(p: Plan) -> str:
        return next(str(d.inhalt) for d in sammelmappe_dateien(Bau.am(p, stichtag, None)))

    jetzt = blaetter(plan)
    assert any(blaetter(mit(plan, danach)) != jetzt for _, danach in faelle(plan, Massnahme, name)), name
