"""What is open is found where it stands: beside the law, and in notes that ask or leave something open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from saetze_bauen import abschnitt, akteur, begriff, massnahme, plan_aus

from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seiten.erzeugen import seite
from macros.modell.plan import Plan
from macros.modell.rechtsstand import Rechtsstand
from macros.sichten.klaerung import Offenes, fragt, offenes_im_rechtsstand, offenes_in_anmerkungen


def stand(am: str = "2026-03-02", **felder: Any) -> dict[str, Any]:
    return {"text": "So ist es.", "grundlage": "§ 1", "nachgesehen_am": am, **felder}


@pytest.mark.parametrize(
    ("note", "offen"),
    [
        ("Ob dieselbe Stelle gemeint ist, sagt es nicht.", "Ob dieselbe Stelle gemeint ist, sagt es nicht."),
        ("Der Satzbau lässt offen, ob alle gemeint sind.", "Der Satzbau lässt offen, ob alle gemeint sind."),
        ("Gilt das auch hier?", "Gilt das auch hier?"),
        ("Die Zuordnung ist nicht sicher.", "Die Zuordnung ist nicht sicher."),
        ("Der Titel ist gekürzt. Wie viele kamen, steht nicht da. Punkt.", "Wie viele kamen, steht nicht da."),
        (
            "Ob das „ggf. in Absprache“ für alle gilt, lässt der Satz offen.",
            "Ob das „ggf. in Absprache“ für alle gilt, lässt der Satz offen.",
        ),
        ("Das Konzept nennt kein Ziel.", ""),
        ("Das Wort steht nicht in der Tabelle.", ""),
        ("Dieser Text sagt, was die anderen Kapitel mitteilen.", ""),
    ],
)
def test_welche_saetze_einer_anmerkung_etwas_offen_lassen(note: str, offen: str) -> None:
    assert fragt(note) == offen


def test_offenes_steht_bei_seinem_datensatz_und_dieselbe_frage_einmal() -> None:
    plan = plan_aus(
        abschnitt("anfang", "1", rechtsstand=[stand(offen="Gilt es?")]),
        massnahme(
            "treff", rechtsstand=[stand(offen="Gilt es?"), stand()], anmerkungen=["Wer kommt, ist nicht bekannt."]
        ),
        akteur("verein", rechtsstand=[stand(offen="Und dort?")], anmerkungen=["Der Name wechselt."]),
        begriff("wort", rechtsstand=[stand()]),
    )
    assert offenes_im_rechtsstand(plan) == [
        Offenes("konzept", "anfang", "Gilt es?"),
        Offenes("akteure", "verein", "Und dort?"),
    ]
    assert offenes_in_anmerkungen(plan) == [Offenes("massnahmen", "treff", "Wer kommt, ist nicht bekannt.")]


@pytest.mark.parametrize(
    ("nachgesehen", "heute", "alt"),
    [
        ("2024-06-30", date(2026, 6, 30), False),
        ("2024-06-30", date(2026, 7, 1), True),
        ("2024-02-29", date(2026, 3, 1), False),
        ("2024-02-29", date(2026, 3, 2), True),
        ("2026-11-30", date(2026, 6, 30), False),
    ],
)
def test_nach_zwei_jahren_ist_neu_nachzusehen(nachgesehen: str, heute: date, alt: bool) -> None:
    assert Rechtsstand.model_validate(stand(nachgesehen)).ist_alt(heute) is alt


def test_die_seite_fuer_die_redaktion_sammelt_alles(plan: Plan) -> None:
    def gebaut(heute: date) -> str:
        return str(BAUSTEINE["zu_klaeren"](Kontext(Bau.am(plan, heute, None), "redaktion/zu-klaeren/")))

    jetzt = gebaut(date(2026, 6, 30))
    for wort in (
        "Fragen an die Gemeinde (1)",
        "Beschluss zu den Sprachtreffs",
        "Aussagen ohne Quelle (1)",
        "Offen beim Rechtsstand (1)",
        "Gilt das auch für die Zweigstelle?",
    ):
        assert wort in jetzt
    assert "Neu nachzusehen" not in jetzt
    assert "Neu nachzusehen (4)" in gebaut(date(2028, 3, 3))


def test_ein_begriff_zeigt_den_rechtsstand_im_glossar_aber_nicht_in_der_karte(plan: Plan) -> None:
    bau = Bau.am(plan, date(2026, 6, 30), None)
    satz = "Ein Verein braucht mindestens sieben Mitglieder"
    glossar = str(BAUSTEINE["glossar"](Kontext(bau, "glossar/")))
    assert satz in glossar and "nachgesehen am 02.03.2026" in glossar
    k = Kontext(bau, "")
    k.md("Die MSO trifft sich.")
    karte = str(k.begriffskarten())
    assert "Im Glossar nachlesen, auch was heute gilt" in karte and satz not in karte


def test_eine_sprache_zeigt_was_neben_den_verlinkten_massnahmen_gilt(plan: Plan) -> None:
    bau = Bau.am(plan, date(2026, 6, 30), None)
    englisch = plan.sprachen["en"]
    kapitel = (englisch.kapitel[0].model_copy(update={"text": "[Meet](massnahme:sprachtreffs)"}),)
    mit_link = seite(bau, englisch.model_copy(update={"kapitel": kapitel})).inhalt
    ohne = (englisch.kapitel[0].model_copy(update={"text": "Nothing."}),)
    assert "Ehrenamtliche Kursleitungen sind bei der Stadt versichert." in mit_link
    assert 'lang="de"' in mit_link
    assert "Was heute gilt" not in seite(bau, englisch.model_copy(update={"kapitel": ohne})).inhalt
