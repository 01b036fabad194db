"""Two years in the fictional town: after every step each surface says what is so, written here by hand.

Reports of three departments, late ones and two for one day; an edition that is prepared, decided and in force, with a
measure that is split, two that are merged, one that is dropped; figures that come late, are corrected and are missing.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from oberflaechen import Oberflaechen, bericht_auf_einen_blick, bericht_neues, lies, reihe_csv, seite
from schreiben.mappen import Buch
from schreiben.test_formular import ausgefuellt

from macros.befehle.konzept import main as konzept
from macros.modell.befund import Befund
from macros.schreiben.formulare import SACHSTAND
from macros.schreiben.meldung import uebernimm

KENNWORT = {
    "noch nicht berichtet": "nicht_berichtet",
    "vorgeschlagen": "vorgeschlagen",
    "beschlossen": "beschlossen",
    "in Vorbereitung": "in_vorbereitung",
    "in Umsetzung": "in_umsetzung",
    "Daueraufgabe": "daueraufgabe",
    "umgesetzt": "umgesetzt",
    "ausgesetzt": "ausgesetzt",
}
KURZ = {"3.1.3 Beratung zur Anerkennung von Abschlüssen": "3.1.3 Hilfe bei der Anerkennung"}
"""What has a short title is called by it on pages; the feed keeps the official one."""
OFFEN = ("noch nicht berichtet", "")


def erwarte(o: Oberflaechen, staende: dict[str, tuple[str, str]], balken: dict[str, int], bericht: str) -> None:
    """List, Excel, CSV, start page, bar and report all say the same states."""
    assert o.start[1] == len(staende)
    assert o.liste == {kennung: wort for kennung, (wort, _) in staende.items()}
    assert o.excel == staende
    assert o.csv == {kennung: (KENNWORT[wort], tag) for kennung, (wort, tag) in staende.items()}
    assert o.balken == balken
    assert o.bericht == bericht


def erwarte_neues(o: Oberflaechen, seit: str, neues: list[tuple[str, str, str]]) -> None:
    """What has come on a day (ISO) or after it: (day, what, kind and state) in the feed and on the page of changes."""
    assert [(tag, titel) for tag, titel in o.feed if tag >= seit] == [(t, f"{was} – {art}") for t, was, art in neues]
    auf_der_seite = [z for z in o.aenderungen if "-".join(reversed(z[0].split("."))) >= seit]
    assert auf_der_seite == [
        (".".join(reversed(t.split("-"))), KURZ.get(was, was), art.partition(":")[0]) for t, was, art in neues
    ]


def melde(ordner: Path, heute: date, **antworten: str) -> list[Befund]:
    """A department fills in the form."""
    return uebernimm(ausgefuellt(SACHSTAND, **antworten), ordner, heute).befunde


def aendere(pfad: Path, alt: str, neu: str) -> None:
    text = pfad.read_text()
    assert text.count(alt) == 1, (pfad.name, alt)
    pfad.write_text(text.replace(alt, neu))


def streiche(pfad: Path, von: str, bis: str) -> None:
    """Leaves out the fields of a record from one to before another."""
    davor, _, rest = pfad.read_text().partition(f"\n{von}")
    pfad.write_text(f"{davor}\n{bis}" + rest.partition(f"\n{bis}")[2])


def nachfolge(ordner: Path, kennung: str, art: str, *massnahmen: str, grund: str) -> None:
    """Changes what becomes of an old measure, as the handbook shows it."""
    pfad = ordner / "massnahmen" / f"{kennung}.yaml"
    davor, mitte, danach = pfad.read_text().partition("nachfolge:\n")
    ende = danach.index("sachstaende:\n") if "sachstaende:\n" in danach else len(danach)
    liste = "  massnahmen:\n" + "".join(f"    - {m}\n" for m in massnahmen) if massnahmen else ""
    block = f"  fassung: '2027'\n  art: {art}\n{liste}  begruendung: {grund}\n"
    pfad.write_text(davor + mitte + block + danach[ende:])


HERBST = {
    "sprachtreffs": ("in Umsetzung", "2026-09-30"),
    "lernpatenschaften": ("in Umsetzung", "2026-09-30"),
    "anerkennungsberatung": ("beschlossen", "2026-06-11"),
    "wohnlots-innen": ("in Umsetzung", "2026-09-30"),
    "willkommensmappe": ("umgesetzt", "2025-12-12"),
    "dolmetschpool": ("vorgeschlagen", "2026-01-20"),
    "strassenfeste": ("ausgesetzt", "2026-03-02"),
    "offene-vereine": OFFEN,
}
WINTER = HERBST | {"anerkennungsberatung": ("in Vorbereitung", "2026-12-15")}
FRUEHLING = WINTER | {"strassenfeste": ("in Umsetzung", "2027-05-01")}
NEUE_FASSUNG = {
    "sprachtreffs-2027": OFFEN,
    "sprachpaten-2027": OFFEN,
    "lernpatenschaften-2027": ("in Umsetzung", "2026-09-30"),
    "anerkennungsberatung-2027": ("in Vorbereitung", "2026-12-15"),
    "wohnlots-innen-2027": ("in Umsetzung", "2026-09-30"),
    "willkommensmappe-2027": OFFEN,
    "strassenfeste-2027": ("in Umsetzung", "2027-05-01"),
}
TREFFS, PATEN = "3.1.1 Sprachtreffs in den Stadtteilen", "3.1.2 Lernpatenschaften"
BERATUNG, LOTSEN = "3.1.3 Beratung zur Anerkennung von Abschlüssen", "3.2.1 Wohnlots*innen"
FESTE = "3.3.1 Straßenfeste in jedem Stadtteil"


@pytest.mark.langsam
def test_zwei_jahre(daten: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def rufe(*worte: str, tag: str) -> str:
        """A command on this day; it works, and gives what it says."""
        capsys.readouterr()
        assert konzept([*worte, "--daten", str(daten), "--stichtag", tag]) == 0
        return capsys.readouterr().out

    def trage_ein(*worte: str, tag: str, quelle: str) -> str:
        """Figures from the command line."""
        capsys.readouterr()
        assert konzept(["kennzahl", *worte, "--quelle", quelle, "--daten", str(daten), "--heute", tag]) == 0
        return capsys.readouterr().out

    # October 2026: three departments report, by form, by Excel, and two for one day in the file.
    heute = date(2026, 10, 15)
    assert melde(daten, heute, massnahme="lernpatenschaften", datum="30.9.2026", stand="in_umsetzung", ampel="im_plan", text="Alle Schulen sind dabei.") == []  # fmt: skip
    rufe("excel", "export", str(tmp_path / "runde.xlsx"), tag="2026-10-15")
    buch = Buch(tmp_path / "runde.xlsx")
    for titel, wert in (("Datum", date(2026, 9, 30)), ("Stand", "in Umsetzung"), ("Ampel", "gefährdet"), ("Text", "Zwei Plätze sind frei.")):  # fmt: skip
        buch.tippe("Maßnahmen", f"Neuer Bericht: {titel}", wert, Kennung="wohnlots-innen")
    rufe("excel", "import", str(buch.speichere()), tag="2026-10-15")
    zwei = "".join(
        f"  - datum: 2026-09-30\n    von: {von}\n    stand: in_umsetzung\n    ampel: {ampel}\n    text: {text}\n"
        for von, ampel, text in (
            ("volkshochschule", "im_plan", "Alle Ehrenamtlichen sind geschult."),
            ("fachdienst-zusammenleben", "verzoegert", "Der dritte Treff ist noch zu."),
        )
    )
    aendere(daten / "massnahmen/sprachtreffs.yaml", "anmerkungen:\n", f"{zwei}anmerkungen:\n")
    # Figures of June come in October; the notes on what rests on them are looked at again, as the check asks.
    gesagt = trage_ein("beschaeftigte", "2026-06-30", "insgesamt=11800", "deutsch=10130", "ausländisch=1670", tag="2026-10-15", quelle="Kreis, 01.10.2026")  # fmt: skip
    assert "Gelten die Hinweise auch für 30.06.2026?" in gesagt
    quote = daten / "indikatoren/beschaeftigungsquote.yaml"
    aendere(quote, "hinweise_gelten_bis: 2025-06-30", "hinweise_gelten_bis: 2026-06-30")
    assert "Die Schlagzeile nennt 38,5; in den Zahlen zu 30.06.2026 steht das nicht." in gesagt
    aendere(quote, "sind jetzt 38,5 Prozent beschäftigt", "sind jetzt fast gleich viele beschäftigt")
    o = lies(daten, heute)
    in_arbeit = {"fertig oder auf Dauer": 1, "in Arbeit": 3, "Idee": 1, "ausgesetzt": 1, "noch nicht berichtet": 1}
    erwarte(
        o,
        HERBST,
        {**in_arbeit, "beschlossen, noch nicht begonnen": 1},
        "8 Maßnahmen in 3 Handlungsfeldern: 1 noch nicht berichtet, 1 vorgeschlagen, 1 beschlossen, 3 in Umsetzung, "
        "1 umgesetzt, 1 ausgesetzt.",
    )
    assert o.umsetzung == "Zu 7 von 8 Maßnahmen liegt ein Sachstand vor, zu einer noch keiner."
    erwarte_neues(
        o,
        "2026-07-01",
        [
            ("2026-10-15", "Beschäftigte", "neue Zahlen"),
            ("2026-09-30", TREFFS, "Sachstand: in Umsetzung"),
            ("2026-09-30", TREFFS, "Sachstand: in Umsetzung"),
            ("2026-09-30", PATEN, "Sachstand: in Umsetzung"),
            ("2026-09-30", LOTSEN, "Sachstand: in Umsetzung"),
        ],
    )
    assert o.neues == ["Beschäftigte", TREFFS, TREFFS]
    assert bericht_neues(daten, heute)[0] == (
        "15.10.2026",
        "neue Zahlen",
        "Beschäftigte",
        "Zahlen zum Stichtag 30.06.2026: insgesamt 11.800 Personen, deutsch 10.130 Personen, ausländisch 1.670 Personen",
    )
    assert reihe_csv(daten, heute, "beschaeftigte")[-1] == "2026-06-30,ausländisch,1670,,,2026-10-15,\"Kreis, 01.10.2026\",quelle,,"  # fmt: skip
    assert "30.06.2026: Kreis, 01.10.2026" in seite(daten, heute, "monitoring/beschaeftigte/")
    anteil = seite(daten, heute, "monitoring/beschaeftigungsquote/")
    assert "1.670 (30.06.2026)" in anteil and "4.278 (31.12.2025)" in anteil
    treffs = seite(daten, heute, "massnahmen/sprachtreffs/")
    assert "Für den 30.09.2026 liegen 2 Berichte vor, die sich widersprechen" in treffs
    assert "Als Stand zählt der letzte davon" in treffs
    assert "berichtet von Volkshochschule Musterstadt" in treffs
    assert "berichtet von Fachdienst Zusammenleben" in treffs

    # Winter: a report, and then one that should have come before it.
    heute = date(2027, 2, 1)
    assert melde(daten, date(2026, 12, 20), massnahme="3.1.3", datum="15.12.2026", stand="in_vorbereitung") == []
    assert melde(daten, heute, massnahme="anerkennungsberatung", datum="1.9.2026", stand="beschlossen", text="Der Raum ist zugesagt.", beleg="Vermerk vom 01.09.2026") == []  # fmt: skip
    # The figures of December are corrected; those of a year are missing and announced.
    trage_ein("bevoelkerung", "2025-12-31", "insgesamt=30530", "ausländisch=4290", "--ersetzen", tag="2027-02-01", quelle="einwohnerstatistik")  # fmt: skip
    trage_ein("einbuergerungen", "2026", "insgesamt=...", tag="2027-02-01", quelle="einwohnerstatistik")
    o = lies(daten, heute)
    winter_balken = in_arbeit | {"in Arbeit": 4}
    winter_bericht = (
        "8 Maßnahmen in 3 Handlungsfeldern: 1 noch nicht berichtet, 1 vorgeschlagen, 1 in Vorbereitung, "
        "3 in Umsetzung, 1 umgesetzt, 1 ausgesetzt."
    )
    erwarte(o, WINTER, winter_balken, winter_bericht)
    erwarte_neues(
        o,
        "2026-10-01",
        [
            ("2027-02-01", BERATUNG, "Sachstand: beschlossen"),
            ("2027-02-01", "Einwohner*innen", "Zahlen berichtigt"),
            ("2026-12-15", BERATUNG, "Sachstand: in Vorbereitung"),
            ("2026-10-15", "Beschäftigte", "neue Zahlen"),
        ],
    )
    assert bericht_neues(daten, heute)[1] == (
        "01.02.2027",
        "Zahlen berichtigt",
        "Einwohner*innen",
        "Zahlen zum Stichtag 31.12.2025: insgesamt 30.518 → 30.530 Personen, ausländisch 4.278 → 4.290 Personen",
    )
    assert reihe_csv(daten, heute, "bevoelkerung")[-1] == "2025-12-31,ausländisch,4290,,vorläufig,2027-02-01,Einwohnerstatistik,quelle,4278,4278"  # fmt: skip
    assert reihe_csv(daten, heute, "einbuergerungen")[-1].startswith("2026,insgesamt,,...,")
    assert "im Jahr 2026" not in seite(daten, heute, "monitoring/einbuergerungen/")
    beratung = seite(daten, heute, "massnahmen/anerkennungsberatung/")
    assert "1. September 2026 beschlossen eingetragen am 01.02.2027 Der Raum ist zugesagt." in beratung

    # March 2027: an edition is prepared by the steps of the handbook. Nobody sees anything of it but on its own pages.
    davor = lies(daten, date(2027, 3, 1))
    neu = [f"--setze={feld}" for feld in ("id=2027", "titel=Integrationskonzept 2027", "jahr=2027", "vorgaenger=2025")]
    rufe("neu", "fassung", *neu, "--fortfuehren", tag="2027-03-01")
    assert lies(daten, date(2027, 3, 1)) == davor
    massnahmen = daten / "massnahmen"
    teil = (massnahmen / "sprachtreffs-2027.yaml").read_text().replace("id: sprachtreffs-2027", "id: sprachpaten-2027")
    (massnahmen / "sprachpaten-2027.yaml").write_text(
        teil.replace("nummer: '3.1.1'", "nummer: '3.1.4'").replace("Sprachtreffs in den Stadtteilen", "Sprachpat*innen")
    )
    nachfolge(daten, "sprachtreffs", "geteilt", "sprachtreffs-2027", "sprachpaten-2027", grund="Zwei Aufgaben.")
    for alte in ("willkommensmappe", "dolmetschpool"):
        nachfolge(daten, alte, "zusammengelegt", "willkommensmappe-2027", grund="Die Mappe nennt Dolmetscher*innen.")
    nachfolge(daten, "offene-vereine", "entfallen", grund="Die Vereine machen es allein.")
    (massnahmen / "dolmetschpool-2027.yaml").unlink()
    (massnahmen / "offene-vereine-2027.yaml").unlink()
    # The copy of the copy has its steps and its money: the check says that they would count twice.
    assert rufe("pruefen", tag="2027-03-01").count("(teile-doppelt)") == 2
    streiche(massnahmen / "sprachpaten-2027.yaml", "schritte:", "federfuehrung:")
    streiche(massnahmen / "sprachpaten-2027.yaml", "kosten:", "zeitraum:")
    assert rufe("pruefen", tag="2027-03-01") == "Keine Befunde\n"
    assert lies(daten, date(2027, 3, 1)) == davor
    entwurf = seite(daten, date(2027, 3, 1), "massnahmen/sprachpaten-2027/")
    assert "In Vorbereitung. Diese Seite gehört zur Fassung Integrationskonzept 2027" in entwurf
    assert "Der dritte Treff ist noch zu." not in entwurf and "Noch nicht berichtet." in entwurf
    assert "frühere Fassung" not in seite(daten, date(2027, 3, 1), "massnahmen/sprachtreffs/")

    # May: reports go on about the edition in force; the draft takes none.
    assert (
        melde(daten, date(2027, 5, 10), massnahme="3.3.1", datum="1.5.2027", stand="in_umsetzung", ampel="im_plan")
        == []
    )
    (zu_frueh,) = melde(daten, date(2027, 5, 10), massnahme="strassenfeste-2027", datum="1.5.2027", stand="in_umsetzung", ampel="im_plan")  # fmt: skip
    assert zu_frueh.regel == "bericht-voraus" and "„strassenfeste“" in zu_frueh.vorschlag

    # June: the council has decided; the day is entered before it has come.
    fassung = daten / "fassungen/2027.yaml"
    aendere(fassung, "jahr: 2027\n", "jahr: 2027\nbeschluss: Rat der Stadt Musterstadt\nbeschlossen_am: 2027-06-15\n")
    o = lies(daten, date(2027, 6, 14))
    erwarte(
        o,
        FRUEHLING,
        {"fertig oder auf Dauer": 1, "in Arbeit": 5, "Idee": 1, "noch nicht berichtet": 1},
        "8 Maßnahmen in 3 Handlungsfeldern: 1 noch nicht berichtet, 1 vorgeschlagen, 1 in Vorbereitung, "
        "4 in Umsetzung, 1 umgesetzt.",
    )
    assert o.fruehere == 5
    erwarte_neues(o, "2027-03-01", [("2027-05-01", FESTE, "Sachstand: in Umsetzung")])

    # The check asks for the claims of the new edition; this one states no figures.
    assert "ohne_aussagen" in rufe("pruefen", tag="2027-06-15")
    aendere(fassung, "jahr: 2027\n", "jahr: 2027\nohne_aussagen: true\n")

    # On the day it is in force: what is continued goes on with its state; parts and mergers show what was.
    heute = date(2027, 6, 15)
    o = lies(daten, heute)
    neue_balken = {"in Arbeit": 4, "noch nicht berichtet": 3}
    neuer_bericht = "7 Maßnahmen in 3 Handlungsfeldern: 3 noch nicht berichtet, 1 in Vorbereitung, 3 in Umsetzung."
    erwarte(o, NEUE_FASSUNG, neue_balken, neuer_bericht)
    assert o.start == (8, 7)
    stand = bericht_auf_einen_blick(daten, heute)
    assert "damals waren es 8 Maßnahmen. Seitdem haben 3 Maßnahmen einen anderen Stand" in stand
    assert f"Seitdem geteilt oder zusammengelegt: 3.2.3 Dolmetschpool, {TREFFS}, 3.2.2 Willkommensmappe." in stand
    assert "Nicht mehr dabei: 3.3.2 Offene Vereine." in stand and "Neu dabei" not in stand
    assert "jährlich: 18.500,50 Euro (3.1.1)" in stand
    assert o.fruehere == 13
    erwarte_neues(
        o,
        "2027-05-01",
        [("2027-06-15", "Integrationskonzept 2027", "neue Fassung"), ("2027-05-01", FESTE, "Sachstand: in Umsetzung")],
    )
    feste = seite(daten, heute, "massnahmen/strassenfeste-2027/")
    assert "berichtet zu 3.3.1 Straßenfeste in jedem Stadtteil (Integrationskonzept 2025)" in feste
    for teil_kennung in ("sprachtreffs-2027", "sprachpaten-2027"):
        text = seite(daten, heute, f"massnahmen/{teil_kennung}/")
        assert "Noch nicht berichtet." in text
        assert "Berichtet wurde über die Maßnahme, aus der sie hervorgegangen ist." in text
        assert "Der dritte Treff ist noch zu." in text
    mappe = seite(daten, heute, "massnahmen/willkommensmappe-2027/")
    assert "Berichtet wurde über die Maßnahmen, aus denen sie hervorgegangen ist." in mappe
    assert "2.000 Mappen sind gedruckt." in mappe
    assert "Die Verwaltung prüft, ob der Kreis sich beteiligt." in mappe
    alt = seite(daten, heute, "massnahmen/offene-vereine/")
    assert "Das steht in einer früheren Fassung: Integrationskonzept 2025." in alt
    assert "In der Fassung Integrationskonzept 2027 ist die Maßnahme entfallen." in alt

    # Autumn: the first report on a part, and a last one on the whole that came late.
    assert melde(daten, date(2027, 11, 20), massnahme="3.1.4", datum="15.11.2027", stand="in_vorbereitung") == []
    assert melde(daten, date(2027, 12, 1), massnahme="sprachtreffs", datum="31.5.2027", stand="in_umsetzung", ampel="im_plan", text="Der dritte Treff ist offen.") == []  # fmt: skip
    trage_ein("einbuergerungen", "2026", "insgesamt=101", "--ersetzen", tag="2027-12-01", quelle="einwohnerstatistik")
    o = lies(daten, date(2027, 12, 1))
    erwarte(
        o,
        NEUE_FASSUNG | {"sprachpaten-2027": ("in Vorbereitung", "2027-11-15")},
        {"in Arbeit": 5, "noch nicht berichtet": 2},
        "7 Maßnahmen in 3 Handlungsfeldern: 2 noch nicht berichtet, 2 in Vorbereitung, 3 in Umsetzung.",
    )
    assert "Der dritte Treff ist offen." in seite(daten, date(2027, 12, 1), "massnahmen/sprachtreffs-2027/")
    erwarte_neues(
        o,
        "2027-11-01",
        [
            ("2027-12-01", "Einbürgerungen", "neue Zahlen"),
            ("2027-11-15", "3.1.4 Sprachpat*innen", "Sachstand: in Vorbereitung"),
        ],
    )
    assert reihe_csv(daten, date(2027, 12, 1), "einbuergerungen")[-1] == "2026,insgesamt,101,,,2027-12-01,Einwohnerstatistik,quelle,,"  # fmt: skip
    assert ("01.12.2027", "neue Zahlen", "Einbürgerungen", "Zahlen für 2026: insgesamt 101 Personen") in bericht_neues(daten, date(2027, 12, 1))  # fmt: skip
    assert "Im Jahr 2026 waren es insgesamt 101 Personen." in seite(
        daten, date(2027, 12, 1), "monitoring/einbuergerungen/"
    )

    # The same data say the same on any later day, but for what is overdue and the day of the build.
    assert bericht_neues(daten, date(2028, 3, 1)) == bericht_neues(daten, date(2027, 12, 1))
    spaeter = lies(daten, date(2028, 3, 1))
    assert (spaeter.feed, spaeter.aenderungen, spaeter.neues) == (o.feed, o.aenderungen, o.neues)
