"""Macros about figures: overview of the monitoring, key figures of the start page, downloads."""

from __future__ import annotations

from markupsafe import Markup

from macros.ausgabe.kontext import Kontext
from macros.ausgabe.offene_daten.dateien import angebote
from macros.ausgabe.offene_daten.vergleichsdaten import ADRESSE as VERGLEICH
from macros.ausgabe.seiten.indikator import start
from macros.ausgabe.seiten.ueberblick import ueberblick
from macros.sichten.vergleichbarkeit import unvergleichbare


def monitoring_uebersicht(k: Kontext) -> Markup:
    """All indicators by Themenfeld, each at a glance."""
    return k.rendere("bausteine/monitoring.html", felder=ueberblick(k))


def monitoring_vergleich(k: Kontext) -> Markup:
    """The indicators that can be set beside each other, by kind of Stichtag; the script adds the choice."""
    return k.rendere(
        "bausteine/monitoring_vergleich.html",
        vergleichbare=k.bau.vergleichbare,
        uebrige=unvergleichbare(k.plan),
        datei=VERGLEICH,
    )


def kennzahlen(k: Kontext) -> Markup:
    """The key figures of the start page; nothing where `gemeinde.yaml` names none."""
    kacheln = start(k)
    return k.rendere("bausteine/monitoring_start.html", kacheln=kacheln) if kacheln else Markup("")


def downloads(k: Kontext) -> Markup:
    """Every table for download, with the catalogues."""
    saetze, reihen = angebote(k.bau)
    return k.rendere("bausteine/monitoring_downloads.html", saetze=saetze, reihen=reihen)
