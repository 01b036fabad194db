"""The page that answers, in words: unknown is never „keine“, and the report on paper says the same as the web."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ausgabe.druck.conftest import bau_von

from macros.ausgabe.bausteine.listen import tabelle_massnahmen
from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.kontext import Bau, Kontext
from macros.modell.plan import Plan


def zeilen(html: str) -> dict[str, str]:
    """Question -> answer of the table, without marks."""
    je = re.findall(r'<tr><th scope="row">([^<]+)</th><td>(.*?)</td></tr>', html.split("</table>")[0], re.S)
    return {frage: " ".join(re.sub(r"<[^>]+>", " ", antwort).split()).replace(" ,", ",") for frage, antwort in je}


def auf_der_seite(bau: Bau) -> dict[str, str]:
    html = str(BAUSTEINE["umsetzung"](Kontext(bau, "umsetzung/")))
    return zeilen(html.split('id="auf-einen-blick"')[1])


def im_bericht(bau: Bau, ab: date | None = None, bis: date | None = None) -> dict[str, str]:
    return zeilen(str(umsetzungsbericht(bau, bau.massnahmen, ab, bis).teile[0].html))


def test_die_echte_stadt_sagt_was_nicht_bekannt_ist() -> None:
    a = auf_der_seite(bau_von("echt"))
    assert a["Stand der Maßnahmen"].startswith("16 Maßnahmen: noch nicht berichtet 16")
    assert a["Überfällig"] == "Nicht bekannt: Keine Maßnahme nennt einen Termin."
    assert a["Nächste zwölf Monate"] == "Nicht bekannt: Keine Maßnahme nennt einen Termin."
    assert a["Geld"] == "Nicht bekannt: Zu keiner Maßnahme ist ein Betrag angegeben."
    assert a["Federführung"] == "Nicht bekannt: Keine Maßnahme nennt eine Federführung."
    assert a["Zu entscheiden"].startswith("ohne Federführung 16 (")
    assert "ohne Sachstand 16, ohne Federführung 16, ohne Zeitraum 16, ohne Kosten 16" in a["Nicht bekannt"]
    assert not re.search(r"\bkeine\b", " ".join(a.values())), "nothing that is not known is said to be none"


def test_seite_und_bericht_antworten_dasselbe() -> None:
    for stadt in ("musterstadt", "echt"):
        web, papier = auf_der_seite(bau_von(stadt)), im_bericht(bau_von(stadt))
        assert list(web) == list(papier) and len(web) == 9
        assert {k: v for k, v in web.items() if v != papier[k]} == {}


def test_musterstadt_nennt_tage_summen_und_fragen() -> None:
    a = auf_der_seite(bau_von("musterstadt"))
    assert "2 Termine bei 2 Maßnahmen. Am längsten: 3.1.2 Lernpatenschaften, Schritt vom 28.02.2026" in a["Überfällig"]
    assert "seit 122 Tagen" in a["Überfällig"]
    assert "; 3.1.1 Sprachtreffs in den Stadtteilen, Schritt vom 31.03.2026 ( seit 91 Tagen )." in a["Überfällig"]
    assert a["Federführung"].startswith("Fachdienst Zusammenleben ( 3.1.1 ) Volkshochschule Musterstadt ( 3.1.2 )")
    assert "88 Personen → 96 Personen (2024 → 2025; Quelle: Einwohnerstatistik)" in a["Zahlen in Bewegung"]
    assert "jährlich: 18.500,50 Euro ( 3.1.1 ), bewilligt 18.500,50 Euro, ausgegeben 9.120 Euro" in a["Geld"]
    assert "geschätzt: 6.000 Euro ( 3.1.3 ), Bewilligung nicht angegeben, Ausgaben nicht angegeben" in a["Geld"]
    assert "Seitdem haben 4 Maßnahmen einen anderen Stand ( 3.1.2, 3.1.3, 3.2.3, 3.3.1 )." in a["Stand der Maßnahmen"]


def test_ein_zeitraum_vor_dem_konzept_wird_nicht_verglichen() -> None:
    a = im_bericht(bau_von("musterstadt"), date(2018, 1, 1), date(2018, 12, 31))
    assert "Ein Vergleich ist nicht möglich: Am 01.01.2018 gab es diese Fassung des Konzepts noch nicht." in str(a)
    assert "→" not in a["Stand der Maßnahmen"]


def test_ein_zeitraum_der_erst_kommt() -> None:
    bericht = umsetzungsbericht(
        bau_von("musterstadt"), bau_von("musterstadt").massnahmen, date(2027, 1, 1), date(2027, 12, 31)
    )
    html = str(bericht.teile[0].html)
    assert "→" not in zeilen(html)["Stand der Maßnahmen"]
    assert "Der Berichtszeitraum beginnt erst am 01.01.2027: Hier steht der Stand davor" in html
    assert "nennen noch keinen Tag" not in html
    assert zeilen(html)["Schritte"] == "4 von 9 als erledigt eingetragen. 1 ohne geplanten Tag."
    assert "Der Berichtszeitraum beginnt erst nach dem Tag, an dem dieser Bericht entstand." in html


def test_ein_zeitraum_ohne_aenderung() -> None:
    bau = bau_von("musterstadt")
    html = str(umsetzungsbericht(bau, bau.massnahmen, date(2026, 6, 29), date(2026, 6, 30)).teile[0].html)
    assert "Seitdem hat keine Maßnahme ihren Stand gewechselt." in zeilen(html)["Stand der Maßnahmen"]
    assert "(vorher 1)" in zeilen(html)["Stand der Maßnahmen"], "the counts still stand beside each other"


def test_eine_stadt_ohne_jede_angabe_bleibt_lesbar(plan: Plan, stichtag: date) -> None:
    m = plan.massnahmen["offene-vereine"]
    bau = Bau(replace(plan, massnahmen={m.id: m}, kennzahlen={}), stichtag)
    a = auf_der_seite(bau)
    assert a["Schritte"] == "Schritte sind nicht angegeben."
    assert a["Zahlen in Bewegung"].startswith("Von keiner Kennzahl liegen zwei Zahlen vor")


def test_federfuehrung_und_kosten_sind_spalten_und_filter_nur_wo_es_sie_gibt() -> None:
    voll = str(tabelle_massnahmen(Kontext(bau_von("musterstadt"), ""), None, "Maßnahmen"))
    assert 'data-spalte="federfuehrung"' in voll and 'data-spalte="kosten"' in voll
    assert '"id": "federfuehrung"' in voll and '"id": "kosten"' in voll
    assert "18.500,50 Euro" in voll
    leer = str(tabelle_massnahmen(Kontext(bau_von("echt"), ""), None, "Maßnahmen"))
    assert 'data-spalte="kosten"' not in leer and '"id": "kosten"' not in leer
    assert "Nicht angegeben ist zu allen diesen Maßnahmen: Federführung und Kosten." in leer


def mit_vielen(bau: Bau, anzahl: int) -> Bau:
    """Musterstadt with so many measures more, all like the Sprachtreffs: late, paid for, under way."""
    m = bau.plan.massnahmen["sprachtreffs"]
    weitere = {f"m{n}": m.model_copy(update={"id": f"m{n}", "nummer": f"9.{n}"}) for n in range(anzahl)}
    return Bau(replace(bau.plan, massnahmen={**bau.plan.massnahmen, **weitere}), bau.stichtag, bau.adresse)


def test_68_massnahmen_bleiben_eine_seite() -> None:
    a = im_bericht(mit_vielen(bau_von("musterstadt"), 60))
    assert a["Stand der Maßnahmen"].startswith("68 Maßnahmen:")
    assert a["Überfällig"].startswith("62 Termine bei 62 Maßnahmen. Am längsten: 3.1.2 Lernpatenschaften,")
    assert a["Überfällig"].endswith("und 59 weitere.")
    assert "und 53 weitere): Sind Mittel, Zuständigkeit oder Termine anzupassen?" in a["Zu entscheiden"]
    assert "jährlich: 1.128.530,50 Euro ( 3.1.1, 9.0, 9.1, 9.2, 9.3, 9.4, 9.5, 9.6 und 53 weitere)" in a["Geld"]
    assert a["Nächste zwölf Monate"].endswith("und 57 weitere Termine")
    assert len(" ".join(a.values())) < 3500, "a page of this size holds about 4,500"


def test_kosten_in_zwei_arten_werden_nie_zusammengezaehlt() -> None:
    a = im_bericht(bau_von("musterstadt"))
    assert [teil.split(":")[0].split()[-1] for teil in a["Geld"].split(" Euro (")[:3]] == [
        "einmalig",
        "jährlich",
        "geschätzt",
    ]
    assert "28.700" not in a["Geld"], "nobody adds what is paid once to what is paid each year"


def test_eine_beendete_massnahme_ist_nicht_ueberfaellig_und_fehlt_nicht(plan: Plan, stichtag: date) -> None:
    m = plan.massnahmen["willkommensmappe"]
    a = auf_der_seite(Bau(replace(plan, massnahmen={m.id: m}), stichtag))
    assert "umgesetzt 1" in a["Stand der Maßnahmen"].replace("0 → ", "")
    assert a["Überfällig"] == a["Nächste zwölf Monate"] == a["Nicht bekannt"] == "Keine Maßnahme läuft mehr."
    assert a["Federführung"] == "Keine Maßnahme läuft mehr."
    assert "einmalig: 4.200 Euro" in a["Geld"], "what it cost still counts"
