"""Export, workbook and data side by side: what is taken over, what is a conflict, what is left alone."""

from __future__ import annotations

from typing import Any

import pytest
from saetze_bauen import dimension, indikator, massnahme, plan_aus
from zahlen_bauen import tafel

from macros.modell.befund import Befund, Schwere
from macros.modell.plan import Plan
from macros.schreiben.excel.abdruck import als_tabelle, aus_tabelle
from macros.schreiben.excel.abgleich import Abgleich, gleiche_ab
from macros.schreiben.excel.blaetter import Blattart
from macros.schreiben.excel.mappe import Blattzelle, Gelesen, Mappe
from macros.schreiben.excel.zeilen import alle_zeilen

M, S, K = Blattart.MASSNAHMEN, Blattart.SCHRITTE, Blattart.KENNZAHLEN
ORT = dimension("ort", "Nord", "Süd").model_dump(exclude_none=True)
DATUM, STAND, TEXT = "Neuer Bericht: Datum", "Neuer Bericht: Stand", "Neuer Bericht: Text"


def _plan(*schritte: str, zahlen: tuple[tuple[Any, ...], ...] = (("2025", "Nord", 5),), **felder: Any) -> Plan:
    """A measure with steps, a second one without, and an indicator split by place."""
    return plan_aus(
        massnahme("treff", schritte=[{"text": t} for t in schritte], **felder),
        massnahme("fest"),
        indikator("kurse", dimensionen=[ORT], periodizitaet="einmalig"),
        indikator("raeume", periodizitaet="einmalig"),
        zahlen={"kurse": tafel(["ort"], *zahlen)},
    )


def _zeile(art: Blattart, nummer: int, werte: dict[str, str]) -> Gelesen:
    """A row whose cells bear the number of their column and of the row: „Z3S1“."""
    return Gelesen(
        "Blatt", art, nummer, {t: Blattzelle(w, f"Z{nummer}S{n}") for n, (t, w) in enumerate(werte.items(), 1)}
    )


def _mappe(alt: Plan, *geaendert: tuple[Blattart, tuple[str, ...], dict[str, str]]) -> Mappe:
    """The workbook of an export in which some cells were typed over; rows in the order of the export, from line 2."""
    neu = {(art, schluessel): werte for art, schluessel, werte in geaendert}
    mappe = Mappe("b.xlsx", aus_tabelle(als_tabelle(alt.gemeinde.ags, alle_zeilen(alt))))
    for nummer, (art, z) in enumerate(alle_zeilen(alt), 2):
        mappe.zeilen.append(_zeile(art, nummer, {**z.werte, **neu.get((art, z.schluessel), {})}))
    return mappe


def _zellen(abgleich: Abgleich) -> list[tuple[tuple[str, ...], str, str]]:
    return [(a.schluessel, a.spalte.titel, a.neu) for a in abgleich.zellen]


def _neue(abgleich: Abgleich) -> list[tuple[tuple[str, ...], dict[str, str]]]:
    return [(n.schluessel, n.werte) for n in abgleich.neue]


def _am(zeile: int, spalte: str, nummer: int, regel: str, text: str, vorschlag: str = "") -> Befund:
    return Befund("b.xlsx", zeile, f"Blatt „Blatt“, Spalte „{spalte}“ (Z{zeile}S{nummer})", regel, text, vorschlag)


SOZIALRAUM = 8
"""Place of the column among the values of a measure's row."""


# What was exported


def test_ohne_aenderung_gibt_es_nichts_zu_tun() -> None:
    plan = _plan("Los.")
    mappe = _mappe(plan)
    assert gleiche_ab(plan, mappe) == Abgleich([], [])
    assert mappe.befunde == []


def test_eine_geaenderte_zelle_wird_uebernommen() -> None:
    plan = _plan("Los.", sozialraum="Süd")
    mappe = _mappe(
        plan,
        (M, ("treff",), {"Sozialraumbezug": "Nord", "Ende": "2027-01-01"}),
        (M, ("fest",), {"Sozialraumbezug": "West"}),
        (S, ("treff", "1"), {"erledigt am": "2026-05-03"}),
        (K, ("kurse", "2025", "Nord"), {"Wert": "6", "Hinweis": "neu"}),
    )
    abgleich = gleiche_ab(plan, mappe)
    assert _zellen(abgleich) == [
        (("treff",), "Sozialraumbezug", "Nord"),
        (("treff",), "Ende", "2027-01-01"),
        (("fest",), "Sozialraumbezug", "West"),
        (("treff", "1"), "erledigt am", "2026-05-03"),
        (("kurse", "2025", "Nord"), "Wert", "6"),
        (("kurse", "2025", "Nord"), "Hinweis", "neu"),
    ]
    assert abgleich.zellen[0].zeile is mappe.zeilen[0]
    assert (abgleich.neue, mappe.befunde) == ([], [])


def test_eine_geleerte_zelle_wird_uebernommen() -> None:
    plan = _plan(sozialraum="Süd")
    assert _zellen(gleiche_ab(plan, _mappe(plan, (M, ("treff",), {"Sozialraumbezug": ""})))) == [
        (("treff",), "Sozialraumbezug", "")
    ]


def test_was_inzwischen_genauso_in_den_daten_steht_ist_erledigt() -> None:
    mappe = _mappe(_plan(sozialraum="Süd"), (M, ("treff",), {"Sozialraumbezug": "Nord"}))
    assert gleiche_ab(_plan(sozialraum="Nord"), mappe) == Abgleich()
    assert mappe.befunde == []


def test_was_sich_nur_in_den_daten_geaendert_hat_bleibt() -> None:
    mappe = _mappe(_plan(sozialraum="Süd"))
    assert gleiche_ab(_plan(sozialraum="Nord"), mappe) == Abgleich()
    assert mappe.befunde == []


def test_dreierlei_ist_ein_konflikt_und_nennt_beide_werte() -> None:
    mappe = _mappe(_plan(sozialraum="Süd"), (M, ("treff",), {"Sozialraumbezug": "Nord", "Beginn": "2026-01-01"}))
    abgleich = gleiche_ab(_plan(sozialraum="West"), mappe)
    assert mappe.befunde == [
        _am(2, "Sozialraumbezug", SOZIALRAUM, "konflikt", "Hier steht „Nord“, in den Daten aber inzwischen „West“.",
            "In „b-konflikte.xlsx“ in die rote Zelle den Wert eintragen, der gelten soll, und diese Datei einlesen.")
    ]  # fmt: skip
    assert _zellen(abgleich) == [(("treff",), "Beginn", "2026-01-01")]


@pytest.mark.parametrize(("laenge", "gezeigt"), [(60, "n" * 60), (61, "n" * 57 + "…")])
def test_lange_werte_stehen_gekuerzt_im_konflikt(laenge: int, gezeigt: str) -> None:
    mappe = _mappe(_plan(sozialraum="Süd"), (M, ("treff",), {"Sozialraumbezug": "n" * laenge}))
    gleiche_ab(_plan(sozialraum="West"), mappe)
    assert f"„{gezeigt}“" in mappe.befunde[0].text


def test_eine_feste_spalte_wird_nicht_uebernommen() -> None:
    plan = _plan()
    mappe = _mappe(plan, (M, ("treff",), {"Maßnahme": "Neuer Titel"}))
    assert gleiche_ab(plan, mappe) == Abgleich()
    assert mappe.befunde == [
        _am(2, "Maßnahme", 3, "nur-lesen", "Diese Spalte ist nur zum Lesen da; die Änderung würde verloren gehen.",
            "Den alten Inhalt wiederherstellen.")
    ]  # fmt: skip


def test_was_inzwischen_geloescht_ist_kann_niemand_aendern() -> None:
    alt = _plan(zahlen=(("2025", "Nord", 5), ("2025", "Süd", 7)))
    mappe = _mappe(alt, (K, ("kurse", "2025", "Süd"), {"Wert": "8"}))
    assert gleiche_ab(_plan(), mappe) == Abgleich()
    assert mappe.befunde == [
        _am(5, "Wert", 5, "konflikt", "Dieser Eintrag wurde in den Daten inzwischen gelöscht oder umgestellt.",
            "Neu exportieren und die Änderung dort eintragen.")
    ]  # fmt: skip
    assert gleiche_ab(_plan(), _mappe(alt)) == Abgleich(), "without a change nobody minds"


def test_eine_zeile_die_nur_wartet_ist_kein_eintrag_in_den_daten() -> None:
    jaehrlich = indikator("raeume", periodizitaet="jaehrlich")
    alt = plan_aus(jaehrlich, zahlen={"raeume": tafel([], ("2025", 5), ("2026", 6))})
    jetzt = plan_aus(jaehrlich, zahlen={"raeume": tafel([], ("2025", 5))})
    mappe = _mappe(alt, (K, ("raeume", "2026"), {"Wert": "7"}))
    assert gleiche_ab(jetzt, mappe) == Abgleich()
    assert [b.text for b in mappe.befunde] == ["Dieser Eintrag wurde in den Daten inzwischen gelöscht oder umgestellt."]


UMBRUCH = ("zeilenumbruch", "Der Text enthält einen Zeilenumbruch, wahrscheinlich beim Einfügen entstanden.", "Den Umbruch durch ein Leerzeichen ersetzen.")  # fmt: skip


def test_ein_zeilenumbruch_ist_nur_erlaubt_wo_schon_einer_war() -> None:
    plan = _plan(finanzierung="Aus zwei\nTöpfen.", sozialraum="Süd")
    mappe = _mappe(plan, (M, ("treff",), {"Finanzierung": "Aus drei\nTöpfen.", "Sozialraumbezug": "Nord\nSüd"}))
    assert _zellen(gleiche_ab(plan, mappe)) == [(("treff",), "Finanzierung", "Aus drei\nTöpfen.")]
    assert mappe.befunde == [_am(2, "Sozialraumbezug", SOZIALRAUM, *UMBRUCH)]


def test_gelesen_wird_nur_was_noch_da_und_lesbar_ist() -> None:
    plan = _plan(sozialraum="Süd", finanzierung="Haushalt.")
    mappe = _mappe(plan)
    zellen = mappe.zeilen[0].zellen
    del zellen["Sozialraumbezug"]
    zellen["Finanzierung"] = Blattzelle("", "X", lesbar=False)
    assert gleiche_ab(plan, mappe) == Abgleich()
    assert mappe.befunde == []


# New reports


def test_ein_neuer_bericht_aus_seinen_spalten() -> None:
    plan = _plan()
    bericht = {DATUM: "2026-06-01", STAND: "umgesetzt", TEXT: "Fertig."}
    mappe = _mappe(plan, (M, ("fest",), bericht))
    abgleich = gleiche_ab(plan, mappe)
    assert _neue(abgleich) == [(("fest",), bericht)]
    assert abgleich.neue[0].zeile is mappe.zeilen[1]
    assert (abgleich.zellen, mappe.befunde) == ([], [])


@pytest.mark.parametrize(
    ("getippt", "fehlt"),
    [({TEXT: "Fertig."}, [DATUM, STAND]), ({DATUM: "2026-06-01"}, [STAND]), ({STAND: "umgesetzt"}, [DATUM])],
)
def test_zu_einem_bericht_gehoeren_datum_und_stand(getippt: dict[str, str], fehlt: list[str]) -> None:
    plan = _plan()
    mappe = _mappe(plan, (M, ("treff",), getippt))
    assert gleiche_ab(plan, mappe) == Abgleich()
    stelle = {DATUM: 16, STAND: 17}
    assert mappe.befunde == [
        _am(2, t, stelle[t], "pflichtfeld", "Zum neuen Bericht fehlt diese Angabe.", "Die Zelle ausfüllen.")
        for t in fehlt
    ]


def test_was_schon_als_unlesbar_gemeldet_ist_fehlt_nicht_noch_einmal() -> None:
    plan = _plan()
    mappe = _mappe(plan, (M, ("treff",), {TEXT: "Fertig.", STAND: "umgesetzt"}))
    mappe.zeilen[0].zellen[DATUM] = Blattzelle("", "N2", lesbar=False)
    gleiche_ab(plan, mappe)
    assert mappe.befunde == []
    del mappe.zeilen[0].zellen[DATUM]
    gleiche_ab(plan, mappe)
    assert [(b.feld, b.regel) for b in mappe.befunde] == [("Blatt „Blatt“", "pflichtfeld")]


# Steps


def test_ein_schritt_wird_an_seinem_text_wiedergefunden() -> None:
    mappe = _mappe(_plan("A.", "B."), (S, ("treff", "2"), {"erledigt am": "2026-05-03"}))
    assert _zellen(gleiche_ab(_plan("Neu.", "A.", "B."), mappe)) == [(("treff", "3"), "erledigt am", "2026-05-03")]


def test_ein_umformulierter_schritt_steht_noch_an_seiner_stelle_solange_es_gleich_viele_sind() -> None:
    mappe = _mappe(_plan("A.", "B."), (S, ("treff", "2"), {"erledigt am": "2026-05-03"}))
    assert _zellen(gleiche_ab(_plan("A.", "X."), mappe)) == [(("treff", "2"), "erledigt am", "2026-05-03")]
    assert mappe.befunde == []
    assert gleiche_ab(_plan("A.", "X.", "Y."), mappe) == Abgleich()
    assert [b.regel for b in mappe.befunde] == ["konflikt"]


def test_gleiche_schritte_lassen_sich_nicht_unterscheiden() -> None:
    mappe = _mappe(_plan("A.", "B."), (S, ("treff", "2"), {"erledigt am": "2026-05-03"}))
    assert gleiche_ab(_plan("B.", "X.", "B."), mappe) == Abgleich()
    assert [b.regel for b in mappe.befunde] == ["konflikt"]


def test_zwei_gleiche_schritte_bleiben_an_ihrer_stelle() -> None:
    mappe = _mappe(_plan("A.", "A."), (S, ("treff", "2"), {"erledigt am": "2026-05-03"}))
    assert _zellen(gleiche_ab(_plan("A.", "A.", "B."), mappe)) == [(("treff", "2"), "erledigt am", "2026-05-03")]


def _zwei(treff: tuple[str, ...], fest: tuple[str, ...]) -> Plan:
    return plan_aus(
        massnahme("treff", schritte=[{"text": t} for t in treff]),
        massnahme("fest", schritte=[{"text": t} for t in fest]),
    )


def test_wie_viele_schritte_eine_andere_massnahme_hat_ist_gleich() -> None:
    geaendert = (S, ("treff", "2"), {"erledigt am": "2026-05-03"})
    alt = _zwei(("A.", "B."), ("C.",))
    assert len(gleiche_ab(_zwei(("A.", "X."), ("C.", "D.")), _mappe(alt, geaendert)).zellen) == 1
    assert gleiche_ab(_zwei(("A.", "X.", "Y."), ()), _mappe(alt, geaendert)) == Abgleich()


def test_ein_schritt_einer_anderen_massnahme_zaehlt_nicht() -> None:
    alt = plan_aus(massnahme("treff", schritte=[{"text": "A."}]), massnahme("fest", schritte=[{"text": "B."}]))
    jetzt = plan_aus(massnahme("treff"), massnahme("fest", schritte=[{"text": "A."}, {"text": "B."}]))
    mappe = _mappe(alt, (S, ("treff", "1"), {"erledigt am": "2026-05-03"}))
    assert gleiche_ab(jetzt, mappe) == Abgleich()
    assert [b.regel for b in mappe.befunde] == ["konflikt"]


def test_ein_neuer_schritt_hat_keine_nummer() -> None:
    plan = _plan("A.")
    mappe = _mappe(plan)
    neu = {
        "Kennung": "treff",
        "Schritt Nr.": "",
        "Schritt": "B.",
        "geplant bis": "2026-12-31",
        "Beleg": "",
        "Nummer": "9",
    }
    mappe.zeilen += [_zeile(S, 20, neu), _zeile(S, 21, {**neu, "Schritt": "C."})]
    assert _neue(gleiche_ab(plan, mappe)) == [
        (("treff", ""), {"Schritt": "B.", "geplant bis": "2026-12-31"}),
        (("treff", ""), {"Schritt": "C.", "geplant bis": "2026-12-31"}),
    ]
    assert mappe.befunde == []


def test_ein_schritt_mit_nummer_muss_im_export_gestanden_haben() -> None:
    plan = _plan("A.")
    mappe = _mappe(plan)
    mappe.zeilen.append(_zeile(S, 20, {"Kennung": "treff", "Schritt Nr.": "2", "Schritt": "B."}))
    assert gleiche_ab(plan, mappe) == Abgleich()
    assert mappe.befunde == [
        _am(20, "Schritt Nr.", 2, "unbekannt", "Diese Zeile stand nicht im Export.",
            "Bei einem neuen Schritt bleibt „Schritt Nr.“ leer.")
    ]  # fmt: skip


# New rows


def test_eine_neue_zahl() -> None:
    plan = _plan()
    mappe = _mappe(plan)
    neu = {"Kennung": "kurse", "Indikator": "x", "Stichtag": "2026", "Gliederung 1": "Süd", "Wert": "7", "Zeichen": "", "Hinweis": "neu", "Einheit": "y"}  # fmt: skip
    mappe.zeilen.append(_zeile(K, 20, neu))
    assert _neue(gleiche_ab(plan, mappe)) == [
        (("kurse", "2026", "Süd"), {"Stichtag": "2026", "Wert": "7", "Hinweis": "neu"})
    ]
    assert mappe.befunde == []


@pytest.mark.parametrize(
    ("spalte", "regeln"), [("Wert", []), ("Zeichen", []), ("Hinweis", ["leer"])], ids=["Wert", "Zeichen", "Hinweis"]
)
def test_eine_vorbereitete_zeile_zaehlt_erst_wenn_etwas_darin_steht(spalte: str, regeln: list[str]) -> None:
    plan = _plan()
    mappe = _mappe(plan)
    leer = {"Kennung": "kurse", "Stichtag": "2026", "Gliederung 1": "Süd", "Wert": "", "Zeichen": "", "Hinweis": ""}
    mappe.zeilen.append(_zeile(K, 20, leer))
    assert gleiche_ab(plan, mappe) == Abgleich()
    mappe.zeilen[-1] = _zeile(K, 20, {**leer, spalte: "x"})
    assert len(gleiche_ab(plan, mappe).neue) == 1 - len(regeln)
    assert [b.regel for b in mappe.befunde] == regeln


@pytest.mark.parametrize("wert", ["", "7"])
def test_eine_zahl_fuer_einen_unbekannten_indikator(wert: str) -> None:
    plan = _plan()
    mappe = _mappe(plan)
    mappe.zeilen.append(_zeile(K, 20, {"Kennung": "kurs", "Stichtag": "2026", "Wert": wert}))
    assert gleiche_ab(plan, mappe) == Abgleich()
    assert mappe.befunde == [
        _am(20, "Kennung", 1, "verweis", "Den Indikator „kurs“ gibt es nicht.", "Meinten Sie „kurse“?")
    ]


def test_zwei_zahlen_eines_unbekannten_indikators_sind_zwei_zeilen() -> None:
    plan = _plan()
    mappe = _mappe(plan)
    for nummer, ort in ((20, "Nord"), (21, "Süd")):
        mappe.zeilen.append(_zeile(K, nummer, {"Kennung": "xyz", "Stichtag": "2026", "Gliederung 1": ort, "Wert": "7"}))
    gleiche_ab(plan, mappe)
    assert [(b.zeile, b.regel) for b in mappe.befunde] == [(20, "verweis"), (21, "verweis")]


def test_auf_einem_blatt_ohne_gliederung_fehlt_sie() -> None:
    plan = _plan()
    mappe = _mappe(plan)
    mappe.zeilen.append(_zeile(K, 20, {"Kennung": "kurse", "Stichtag": "2026", "Wert": "7"}))
    assert gleiche_ab(plan, mappe) == Abgleich()
    assert mappe.befunde == [
        _am(20, "Kennung", 1, "auspraegung", "„Kurse“ braucht zu jeder Zahl Ort.", "Zum Beispiel: Nord=123")
    ]


def test_eine_gliederung_zu_viel() -> None:
    plan = _plan()
    mappe = _mappe(plan)
    werte = {"Stichtag": "2026", "Wert": "7", "Gliederung 1": "Nord", "Gliederung 2": "x"}
    mappe.zeilen += [
        _zeile(K, 20, {"Kennung": "kurse", **werte}),
        _zeile(K, 21, {"Kennung": "raeume", **werte, "Gliederung 2": ""}),
        _zeile(K, 22, {"Kennung": "raeume", **werte, "Stichtag": "2027", "Gliederung 1": "", "Gliederung 2": ""}),
    ]
    assert [n.schluessel for n in gleiche_ab(plan, mappe).neue] == [("raeume", "2027")]
    assert mappe.befunde == [
        _am(20, "Gliederung 1", 4, "auspraegung", "„Kurse“ braucht zu jeder Zahl Ort.", "Zum Beispiel: Nord=123"),
        _am(21, "Gliederung 1", 4, "auspraegung", "„Raeume“ braucht zu jeder Zahl keine Gruppe.", "Zum Beispiel: 123"),
    ]


def test_ein_zeilenumbruch_in_einer_neuen_zeile() -> None:
    plan = _plan()
    mappe = _mappe(plan)
    mappe.zeilen.append(_zeile(S, 20, {"Kennung": "fest", "Schritt Nr.": "", "Schritt": "A.\nB."}))
    assert gleiche_ab(plan, mappe) == Abgleich()
    assert mappe.befunde == [_am(20, "Schritt", 3, *UMBRUCH)]


def test_eine_massnahme_die_nicht_im_export_stand() -> None:
    alt = plan_aus(massnahme("treff"))
    jetzt = plan_aus(massnahme("treff"), massnahme("fest"))
    mappe = _mappe(alt)
    mappe.zeilen += [_zeile(M, 20, {"Kennung": "fest"}), _zeile(M, 21, {"Kennung": "xyz"})]
    assert gleiche_ab(jetzt, mappe) == Abgleich()
    assert mappe.befunde == [
        _am(20, "Kennung", 1, "unbekannt", "Diese Zeile stand nicht im Export.",
            "Neu exportieren und die Änderung dort eintragen."),
        _am(21, "Kennung", 1, "unbekannt", "Die Kennung „xyz“ gibt es nicht.", "Aus einer anderen Zeile übernehmen."),
    ]  # fmt: skip


# Keys


def test_ohne_kennung_ist_eine_zeile_niemandes() -> None:
    plan = _plan()
    mappe = _mappe(plan)
    mappe.zeilen += [_zeile(K, 20, {"Kennung": "", "Wert": "5"}), Gelesen("Blatt", M, 21, {})]
    assert gleiche_ab(plan, mappe) == Abgleich()
    ohne = ("kennung", "Die Kennung fehlt.", "Aus einer anderen Zeile übernehmen.")
    assert mappe.befunde == [_am(20, "Kennung", 1, *ohne), Befund("b.xlsx", 21, "Blatt „Blatt“", *ohne)]


def test_ist_ein_schluessel_unlesbar_wird_die_zeile_nicht_weiter_beurteilt() -> None:
    plan = _plan()
    for titel in ("Kennung", "Stichtag", "Gliederung 1"):
        mappe = _mappe(plan)
        werte = {"Kennung": "kurse", "Stichtag": "2026", "Gliederung 1": "Süd", "Wert": "7"}
        mappe.zeilen.append(_zeile(K, 20, werte))
        mappe.zeilen[-1].zellen[titel] = Blattzelle("", "X", lesbar=False)
        assert gleiche_ab(plan, mappe) == Abgleich()
        assert mappe.befunde == []
    mappe = _mappe(plan)
    mappe.zeilen.append(_zeile(K, 20, {"Kennung": "raeume", "Stichtag": "2026", "Gliederung 1": "", "Wert": "7"}))
    mappe.zeilen[-1].zellen["Gliederung 1"] = Blattzelle("", "X", lesbar=False)
    assert len(gleiche_ab(plan, mappe).neue) == 1, "the indicator is not split, so the cell does not matter"


def test_dieselbe_zeile_zweimal() -> None:
    plan = _plan("A.")
    mappe = _mappe(plan)
    mappe.zeilen += [
        _zeile(M, 20, {"Kennung": "treff", "Sozialraumbezug": "Nord"}),
        _zeile(S, 21, {"Kennung": "treff", "Schritt Nr.": "1", "Beleg": "x"}),
        _zeile(K, 22, {"Kennung": "kurse", "Stichtag": "2025", "Gliederung 1": "Nord", "Wert": "9"}),
    ]
    assert gleiche_ab(plan, mappe) == Abgleich()
    assert mappe.befunde == [
        _am(20, "Kennung", 1, "doppelt", "Diese Zeile gibt es schon in Zeile 2.", "Eine von beiden löschen."),
        _am(21, "Kennung", 1, "doppelt", "Diese Zeile gibt es schon in Zeile 4.", "Eine von beiden löschen."),
        _am(22, "Kennung", 1, "doppelt", "Diese Zeile gibt es schon in Zeile 5.", "Eine von beiden löschen."),
    ]


# The whole workbook


def test_zeilen_die_fehlen_werden_genannt_und_nichts_wird_geloescht() -> None:
    zahlen = tuple((str(jahr), ort, 5) for jahr in (2023, 2024) for ort in ("Nord", "Süd"))
    plan = _plan("A.", zahlen=zahlen)
    mappe = _mappe(plan)
    mappe.zeilen = [z for z in mappe.zeilen if z.wert("Kennung") == "fest"]
    assert gleiche_ab(plan, mappe) == Abgleich()
    assert mappe.befunde == [
        Befund("b.xlsx", 1, "", "zeile-fehlt", f"Von den {was}. Gelöscht wird dadurch nichts.", "", Schwere.WARNUNG)
        for was in (
            "Maßnahmen fehlen Zeilen des Exports: treff",
            "Schritten fehlen Zeilen des Exports: treff 1",
            "Zahlen fehlen Zeilen des Exports: kurse 2023 Nord, kurse 2023 Süd, kurse 2024 Nord und 1 weitere",
        )
    ]


def test_drei_fehlende_zeilen_werden_alle_genannt() -> None:
    plan = _plan(zahlen=tuple((str(jahr), "Nord", 5) for jahr in (2023, 2024, 2025)))
    mappe = _mappe(plan)
    mappe.zeilen = [z for z in mappe.zeilen if z.art is M]
    gleiche_ab(plan, mappe)
    assert [b.text for b in mappe.befunde] == [
        "Von den Zahlen fehlen Zeilen des Exports: kurse 2023 Nord, kurse 2024 Nord, kurse 2025 Nord. "
        "Gelöscht wird dadurch nichts."
    ]


def test_die_mappe_einer_anderen_gemeinde_wird_nicht_gelesen() -> None:
    plan = _plan()
    mappe = Mappe("b.xlsx", aus_tabelle(als_tabelle("99999999", alle_zeilen(plan))))
    mappe.zeilen = _mappe(plan, (M, ("treff",), {"Sozialraumbezug": "Nord"})).zeilen
    assert gleiche_ab(plan, mappe) == Abgleich()
    assert mappe.befunde == [
        Befund(
            "b.xlsx",
            1,
            "",
            "gemeinde",
            "Die Datei wurde aus den Daten einer anderen Gemeinde exportiert.",
            "Die Mappe dieser Gemeinde ausfüllen.",
        )
    ]


def test_ohne_abdruck_gibt_es_nichts_zu_vergleichen() -> None:
    mappe = Mappe("b.xlsx", None, _mappe(_plan()).zeilen)
    assert gleiche_ab(_plan(), mappe) == Abgleich()
    assert mappe.befunde == []
