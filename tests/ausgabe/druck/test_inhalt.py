"""Nothing of the data is left out of the concept's PDF, and the other documents hold what they promise."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from ausgabe.druck.conftest import TAG, druck, lies_plan

from macros.ausgabe.druck.aussagen import nachrechnungen
from macros.deutsch.kalender import tag, tag_lang
from macros.deutsch.zahlen import zahl
from macros.modell.aussage import Aussage
from macros.modell.geltung import geltende_fassung
from macros.modell.grundtypen import Datensatz
from macros.modell.konzept import Abschnitt
from macros.modell.plan import Plan
from macros.modell.verweis import texte
from macros.sichten.reihen import reihe
from macros.sichten.umsetzung import massnahmen_der_fassung

STUECK = 5
NICHT_IM_KONZEPT = {
    "massnahmen": {"kurztitel", "frueher", "suchworte", "kurztext", "sachstaende", "indikatoren", "nachfolge", "herkunft", "id"},
    "konzept": {"id", "in_kuerze"},
    "herausforderungen": {"kurztitel", "frueher", "suchworte", "id", "anmerkungen", "prioritaet_text", "bereich"},
    "indikatoren": {
        "frueher", "suchworte", "id", "dimensionen", "formel", "geheimhaltung", "referenz", "vergleich", "bruch", "darstellung", "stichprobe",
    },
    "glossar": {"id", "formen"},
    "quellen": {"id"},
    "aussagen": {"id", "formel"},
}  # fmt: skip
"""Fields that other documents or the site show; a field that is not named here must stand in the concept."""


def flach(text: str) -> str:
    """Letters and figures only: line breaks, hyphens and page references take part in no comparison."""
    return re.sub(r"\(S\.\d+\)", "", re.sub(r"[\s\u00ad\u2010\u2011\u2060-]+", "", text))


@cache
def blaetter(datei: Path) -> tuple[str, ...]:
    """The text of every page in the order in which it is written, without its head and foot."""
    roh = subprocess.run(["pdftotext", "-raw", str(datei), "-"], capture_output=True, check=True, text=True).stdout
    return tuple(flach(seite) for seite in roh.split("\f"))


def klar(markdown: str) -> str:
    """Markdown as the words that a reader sees."""
    text = re.sub(r"\[\^(\d+)\]", r"\1", markdown)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^\s*(?:#{1,6}|[-*+]|\d+\.)\s+", "", text, flags=re.M)
    text = re.sub(r"^\s*\|[\s|:-]+$", "", text, flags=re.M)
    text = re.sub(r"^\s*\|.*\|$", lambda zeile: zeile[0].replace("|", " "), text, flags=re.M)
    return re.sub(r"(?<![\w*])\*{1,2}(?=\S)|(?<=\S)\*{1,2}(?![\w*])", "", text)


@cache
def ohne_adressen(text: str) -> str:
    """A flat text without what print shows behind links."""
    return re.sub(r"\(https?:[^()]*\)", "", text)


def steht_in(stueck: str, seiten: tuple[str, ...], ganz: str) -> bool:
    """A piece of text in one place, with or without the addresses behind its links, or torn by the end of a page."""
    if stueck in ganz or stueck in ohne_adressen(ganz):
        return True
    return any(
        stueck[:i] in vorn and stueck[i:] in hinten
        for vorn, hinten in zip(seiten, seiten[1:], strict=False)
        for i in range(1, len(stueck))
    )


def fehlende(text: str, seiten: tuple[str, ...], ganz: str) -> Iterator[str]:
    """Pieces of a text that no page holds."""
    for absatz in klar(text).split("\n"):
        worte = absatz.split()
        for i in range(0, len(worte), STUECK):
            stueck = flach("".join(worte[i : i + STUECK]))
            if not steht_in(stueck, seiten, ganz):
                yield " ".join(worte[i : i + STUECK])


def saetze_der_fassung(plan: Plan) -> Iterator[tuple[str, Datensatz]]:
    """Everything that belongs to the current edition."""
    fassung = geltende_fassung(plan, TAG)
    assert fassung
    for a in plan.konzept.values():
        if a.fassung == fassung.id:
            yield "konzept", a
    for m in massnahmen_der_fassung(plan, fassung.id):
        yield "massnahmen", m
    for h in plan.herausforderungen.values():
        if h.fassung == fassung.id:
            yield "herausforderungen", h
    for aussage in plan.aussagen.values():
        if plan.konzept[aussage.abschnitt].fassung == fassung.id:
            yield "aussagen", aussage
    for name in ("indikatoren", "glossar", "quellen"):
        for satz in plan.sammlung(name).values():
            yield name, satz


def test_jeder_text_der_daten_steht_im_konzept(gedruckt: Callable[[str], Path], stadt: str) -> None:
    seiten = blaetter(druck(gedruckt(stadt), "konzept.pdf"))
    ganz = "".join(seiten)
    fehlt, geprueft = {}, 0
    for sammlung, satz in saetze_der_fassung(lies_plan(stadt)):
        for pfad, text in texte(satz):
            if pfad[0] in NICHT_IM_KONZEPT[sammlung] or re.fullmatch(r"[a-z_]+", text):
                continue
            geprueft += 1
            if stuecke := list(fehlende(text, seiten, ganz)):
                fehlt[f"{sammlung}/{satz.id}/{pfad}"] = stuecke
    assert fehlt == {}
    assert geprueft > 80


def test_ein_fehlender_satz_faellt_auf() -> None:
    seiten = ("Dererste", "Satzstehtda.")
    ganz = "".join(seiten)
    assert list(fehlende("Der erste Satz steht da.", seiten, ganz)) == []
    assert list(fehlende("Der zweite Satz steht da.", seiten, ganz)) == ["Der zweite Satz steht da."]


def test_jede_fussnote_behaelt_ihre_nummer_und_steht_auf_der_seite_ihrer_marke(
    gedruckt: Callable[[str], Path], stadt: str
) -> None:
    seiten = blaetter(druck(gedruckt(stadt), "konzept.pdf"))
    noten = [(a, n) for s, a in saetze_der_fassung(lies_plan(stadt)) if s == "konzept" for n in a.fussnoten]
    assert noten
    for abschnitt, note in noten:
        anfang = flach("".join(klar(note.text).split()[:4]))
        auf = [i for i, text in enumerate(seiten) if f"{note.nummer}{anfang}" in text]
        davor = klar((abschnitt.text or "").replace(f"[^{note.nummer}]", "¤")).partition("¤")[0]
        marke = flach(davor.split()[-1]) + str(note.nummer)
        assert any(marke in seiten[i] for i in auf), f"Fußnote {note.nummer}"


def test_jede_zahl_steht_bei_ihrem_indikator(gedruckt: Callable[[str], Path], stadt: str) -> None:
    datei = druck(gedruckt(stadt), "konzept.pdf")
    roh = subprocess.run(["pdftotext", "-raw", str(datei), "-"], capture_output=True, check=True, text=True).stdout
    ganz = " ".join(re.sub(r"\u00ad\n", "", roh).split())
    plan, geprueft = lies_plan(stadt), 0
    anfaenge = {
        ganz.index(" ".join(filter(None, [i.name, i.schlagzeile, *klar(i.definition).split()[:3]]))): i.id
        for i in plan.indikatoren.values()
    }
    stellen = [*sorted(anfaenge), ganz.index("Aussagen in der Reihenfolge des Konzepts")]
    for von, bis in zip(stellen, stellen[1:], strict=False):
        r = reihe(plan, anfaenge[von])
        gedruckte = Counter(re.findall(r"−?\d[\d.,]*", ganz[von:bis]))
        zahlen = Counter(zahl(k.wert, r.indikator.nachkommastellen) for k in r.kennzahlen if k.wert is not None)
        assert zahlen - gedruckte == Counter(), anfaenge[von]
        geprueft += zahlen.total()
    assert geprueft > 50


def anhang(gedruckt: Callable[[str], Path], stadt: str) -> str:
    """The flat text of the table of claims and what follows it."""
    return "".join(blaetter(druck(gedruckt(stadt), "konzept.pdf"))).partition(flach("Aussagen in der Reihenfolge"))[2]


def test_jede_aussage_steht_mit_ihrem_abschnitt_im_anhang_in_der_folge_des_konzepts(
    gedruckt: Callable[[str], Path], stadt: str
) -> None:
    plan, tafel = lies_plan(stadt), anhang(gedruckt, stadt)
    folge = [a.id for s, a in saetze_der_fassung(plan) if s == "konzept"]
    aussagen = [a for s, a in saetze_der_fassung(plan) if isinstance(a, Aussage)]
    assert aussagen
    stelle = 0
    for aussage in sorted(aussagen, key=lambda a: folge.index(a.abschnitt)):
        text = flach(klar(aussage.text))
        stelle = tafel.index(text, stelle)
        assert flach(plan.konzept[aussage.abschnitt].nummer) in tafel[max(stelle - 120, 0) : stelle]
        stelle += len(text)


@pytest.mark.parametrize(
    ("aussage", "im_text", "nachgerechnet", "ergebnis", "danach"),
    [
        # 4,122 of 30,412 people.
        ("13,6 Prozent der Einwohner*innen", "13,6 %", "13,6 %", "nachgerechnet", "berechnet"),
        ("In Musterstadt leben rund 30.000", "rund 30.000 Personen", "30.412 Personen", "übernommen", "abgelesen"),
        # 30,412 less 29,810.
        ("Seit 2021 ist Musterstadt um", "mehr als 500 Personen", "602 Personen", "nachgerechnet", "berechnet"),
        # 1,480 of 3,910 people, the latter at the end of the year before.
        ("Fast jede zweite Person", "fast 50 %", "37,9 %", "weicht ab", "berechnet"),
        # 18 from the EU and 16 from the rest of Europe: more than 5 % above 30.
        ("Gut 30 Eingebürgerte", "gut 30 Personen", "34 Personen", "weicht ab", "berechnet"),
        ("Die Anerkennung eines Abschlusses", "mehr als 12", "–", "nicht prüfbar", "–"),
        # 31 and 35 of 100; the tolerance is 2.5.
        ("Etwa 65 Prozent fühlen sich", "rund 65 %", "66,0 %", "passt zusammen", "berechnet"),
    ],
)
def test_hinter_jeder_aussage_steht_ihr_ergebnis(
    gedruckt: Callable[[str], Path],
    plan: Plan,
    aussage: str,
    im_text: str,
    nachgerechnet: str,
    ergebnis: str,
    danach: str,
) -> None:
    (ganz,) = (a.text for a in plan.aussagen.values() if a.text.startswith(aussage))
    zeile = anhang(gedruckt, "musterstadt").partition(flach(klar(ganz)))[2]
    assert zeile.startswith(flach(im_text + nachgerechnet + ergebnis + danach))


def test_der_anhang_zaehlt_die_ergebnisse(gedruckt: Callable[[str], Path]) -> None:
    text = "".join(blaetter(druck(gedruckt("musterstadt"), "konzept.pdf")))
    assert flach("Gegenübergestellt sind 7 Aussagen des Konzepts mit Zahlen.") in text
    for satz in (
        "Nachgerechnet (2): Andere Zahlen als die des Satzes",
        "Übernommen (1): Die Daten haben diese Zahl aus dem Konzept selbst",
        "Passt zusammen (1): Die Zahlen sind erst so zugeordnet worden",
        "Weicht ab (2): ",
        "Nicht prüfbar (1): ",
    ):
        assert flach(satz) in text, satz


def test_abgeleitete_zahlen_sagen_dass_sie_abgeleitet_sind(plan: Plan) -> None:
    abschnitte = [a for s, a in saetze_der_fassung(plan) if isinstance(a, Abschnitt)]
    rechnungen = {z.aussage.id: z.rechnung for z in nachrechnungen(plan, abschnitte)}
    assert rechnungen["einwohner-rund"] == "abgelesen: Einwohner*innen [31.12.2024]"
    assert rechnungen["auslaenderanteil"] == (
        "berechnet: Einwohner*innen [ausländisch, 31.12.2024] ÷ Einwohner*innen [31.12.2024] × 100"
    )
    assert rechnungen["einbuergerungen-europa"] == "berechnet: Einbürgerungen [EU-Staaten + übriges Europa, 2024]"
    assert rechnungen["zuwachs-einwohner"].startswith("berechnet: ")
    assert rechnungen["beschaeftigte-haelfte"].startswith("berechnet: ")
    assert rechnungen["wartezeit-anerkennung"] == ""


def test_eine_rechnung_ohne_festen_tag_nennt_den_den_sie_nahm(plan: Plan) -> None:
    alt = plan.aussagen["einwohner-rund"]
    assert alt.formel
    ohne = alt.formel.model_copy(update={"zaehler": (alt.formel.zaehler[0].model_copy(update={"stichtag": None}),)})
    neu = replace(plan, aussagen={alt.id: alt.model_copy(update={"formel": ohne})})
    (zeile,) = nachrechnungen(neu, [plan.konzept[alt.abschnitt]])
    assert zeile.rechnung == f"abgelesen: Einwohner*innen [{reihe(plan, 'bevoelkerung').zeiten[-1].bezeichnung}]"
    assert zeile.quellen == (plan.indikatoren["bevoelkerung"].quelle,)


def test_das_deckblatt_nennt_fassung_tage_und_zitierweise(gedruckt: Callable[[str], Path], stadt: str) -> None:
    plan = lies_plan(stadt)
    erste = blaetter(druck(gedruckt(stadt), "konzept.pdf"))[0]
    fassung = geltende_fassung(plan, TAG)
    assert fassung
    tage = {
        "musterstadt": ("Neuester Eintrag:11. Juni 2026", "Neueste Zahl:für 2026"),
        "echt": ("Neuester Eintrag:Die Daten nennen keinen Tag.", "Neueste Zahl:für 2022"),
    }[stadt]
    teile = (fassung.titel, f"Erstellt am:{tag_lang(TAG)}", *tage, "Prüfsumme der Daten", "Zitierweise")
    for teil in (*teile, plan.gemeinde.lizenz_daten or "nicht angegeben"):
        assert flach(teil) in erste, teil
    for falsch in ("Stand der Daten", f"Stand {tag(TAG)}"):
        assert flach(falsch) not in erste, falsch


@pytest.mark.parametrize("name", ["massnahmenmatrix-a3", "massnahmenmatrix-a4", "umsetzungsbericht"])
def test_jede_massnahme_steht_in_matrix_und_bericht(gedruckt: Callable[[str], Path], stadt: str, name: str) -> None:
    seiten = blaetter(druck(gedruckt(stadt), f"{name}.pdf"))
    ganz = "".join(seiten)
    massnahmen = [m for s, m in saetze_der_fassung(lies_plan(stadt)) if s == "massnahmen"]
    assert [m.id for m in massnahmen if flach(m.nummer + m.titel) not in ganz] == []


def test_der_bericht_zaehlt_nennt_und_fragt(gedruckt: Callable[[str], Path]) -> None:
    ganz = "".join(blaetter(druck(gedruckt("musterstadt"), "umsetzungsbericht.pdf")))
    for teil in (
        "8 Maßnahmen",
        "noch nicht berichtet 1 (vorher 4)",
        "vorgeschlagen 1 (vorher 0)",
        "beschlossen 1 (vorher 0)",
        "2 Termine bei 2 Maßnahmen",
        "seit 122 Tagen",
        "Wer führt die Maßnahme?",
        "Den Treff in der Großfeldsiedlung eröffnen.",
        "Soll die Maßnahme beschlossen werden?",
        "Soll die Arbeit wieder aufgenommen oder beendet werden?",
        "Sind Mittel, Zuständigkeit oder Termine anzupassen?",
        "42 Prozent bis 2028",
        "Ohne Angabe eines Betrags: 5 von 8 Maßnahmen.",
    ):
        assert flach(teil) in ganz, teil


def test_jeder_steckbrief_enthaelt_alles_ueber_seine_massnahme(gedruckt: Callable[[str], Path], stadt: str) -> None:
    fehlt = {}
    for m in lies_plan(stadt).massnahmen.values():
        seiten = blaetter(druck(gedruckt(stadt) / "steckbriefe", f"steckbrief-{m.id}.pdf"))
        ganz = "".join(seiten)
        for pfad, text in texte(m):
            if pfad[0] in ("id", "herkunft", "kurztitel", "frueher", "suchworte") or re.fullmatch(r"[a-z_]+", text):
                continue
            if stuecke := list(fehlende(text, seiten, ganz)):
                fehlt[f"{m.id}/{pfad}"] = stuecke
    assert fehlt == {}
