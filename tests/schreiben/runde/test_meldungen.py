"""Reports from the page's form come back in a round like workbooks do: by mail or as file, mixed in one folder."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from schreiben.kleinstadt import FEST, lege_an
from schreiben.mappen import Buch, inhalt

from macros.befehle.konzept import main as konzept
from macros.laden.rohdatei import lies_roh
from macros.laden.rohtext import GROESSE
from macros.laden.yaml_streng import lies_yaml

FRIST, AM = "2027-02-28", "2027-02-20"
BERICHT = """\
### Maßnahme

{massnahme}

### Tag

{tag}

### Stand

{stand}

### Läuft es nach Plan?

im Plan

### Wer berichtet?

{von}

### Beleg



### Adresse des Belegs



### Erledigte Schritte



### Bericht

{text}

### Ende der Meldung
"""


def meldung(massnahme: str, text: str, tag: str = "15.02.2027", stand: str = "in Umsetzung", von: str = "") -> str:
    return BERICHT.format(massnahme=massnahme, text=text, tag=tag, stand=stand, von=von)


def mail(text: str, *anhaenge: tuple[str, bytes]) -> bytes:
    m = EmailMessage()
    m["From"], m["Subject"] = "Wer auch immer <x@example.org>", "Stand melden"
    m.set_content(text, cte="base64")
    for name, roh in anhaenge:
        m.add_attachment(roh, maintype="application", subtype="octet-stream", filename=name)
    return m.as_bytes()


@pytest.fixture
def daten(tmp_path: Path) -> Path:
    aemter = ("bauamt", "schulamt", "sportamt")
    dateien = {f"akteure__{a}": f"id: {a}\nbezeichnung: {a.capitalize()}\nart: stadt\n" for a in aemter}
    for nummer, amt in enumerate(aemter, 1):
        text = FEST.replace("id: fest", f"id: m-{amt}").replace("'3.2'", f"'4.{nummer}'")
        text = text.replace("Straßenfest", f"Werk {nummer}")
        dateien[f"massnahmen__m-{amt}"] = text.replace("herkunft:", f"federfuehrung: {amt}\nherkunft:")
    return lege_an(tmp_path / "data", **dateien)


@pytest.fixture
def runde(tmp_path: Path, daten: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    ordner = tmp_path / "runden" / FRIST
    assert konzept(["runde", "beginnen", "--bis", FRIST, "--ziel", str(ordner), *grund(daten, "2026-11-30")]) == 0
    capsys.readouterr()
    return ordner


def grund(daten: Path, am: str = AM) -> list[str]:
    return ["--daten", str(daten), "--stichtag", am]


def lege(runde: Path, name: str, inhalt: str | bytes) -> None:
    (runde / "eingang" / name).write_bytes(inhalt if isinstance(inhalt, bytes) else inhalt.encode())


def berichte(daten: Path, massnahme: str) -> list[tuple[str, str]]:
    pfad = daten / "massnahmen" / f"{massnahme}.yaml"
    satz = lies_yaml(lies_roh(pfad, daten, GROESSE), pfad.name).daten
    assert isinstance(satz, dict)
    return [(b["datum"], b["text"]) for b in satz.get("sachstaende", [])]  # type: ignore[union-attr,misc,index,call-overload]


def stand(runde: Path, daten: Path, capsys: pytest.CaptureFixture[str], am: str = AM) -> dict[str, str]:
    capsys.readouterr()
    assert konzept(["runde", "stand", str(runde), *grund(daten, am)]) == 0
    zeilen = capsys.readouterr().out.splitlines()
    return {z.split("  ")[0]: " ".join(z.split()) for z in zeilen if z}


def test_mail_datei_und_mappe_in_einem_ordner(runde: Path, daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lege(runde, "AW Stand melden.eml", mail(meldung("m-bauamt", "Der Plan liegt vor.")))
    lege(runde, "meldung.txt", meldung("m-schulamt", "Zwei Klassen machen mit.", tag="2027-02-10"))
    mappe = runde / "eingang" / "sportamt.xlsx"
    mappe.write_bytes((runde / "versand" / "sportamt.xlsx").read_bytes())
    buch = Buch(mappe)
    for spalte, wert in (("Datum", "15.02.2027"), ("Stand", "in Vorbereitung"), ("Text", "Der Platz ist gemietet.")):
        buch.tippe("Maßnahmen", f"Neuer Bericht: {spalte}", wert, Kennung="m-sportamt")
    buch.speichere()

    assert konzept(["runde", "uebernehmen", str(runde), *grund(daten)]) == 0
    assert berichte(daten, "m-bauamt") == [("2027-02-15", "Der Plan liegt vor.")]
    assert berichte(daten, "m-schulamt") == [("2027-02-10", "Zwei Klassen machen mit.")]
    assert berichte(daten, "m-sportamt") == [("2027-02-15", "Der Platz ist gemietet.")]
    lage = stand(runde, daten, capsys)
    assert lage["Bauamt"] == "Bauamt 20.02.2027 1 1 von 1 vollständig –"
    assert lage["Schulamt"] == "Schulamt 20.02.2027 1 1 von 1 vollständig –"
    assert lage["Sportamt"] == "Sportamt 20.02.2027 1 1 von 1 vollständig –"

    davor = inhalt(daten)
    assert konzept(["runde", "uebernehmen", str(runde), *grund(daten, "2027-03-01")]) == 0
    assert inhalt(daten) == davor, "read once more, nothing is doubled"
    assert stand(runde, daten, capsys, "2027-03-01")["Bauamt"] == "Bauamt 20.02.2027 1 1 von 1 vollständig –"


def test_dieselbe_meldung_als_mail_und_als_anhang_zaehlt_einmal(
    runde: Path, daten: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = meldung("m-bauamt", "Der Plan liegt vor.")
    lege(runde, "a.eml", mail(text))
    lege(runde, "b.eml", mail("Anbei.", ("meldung.txt", text.encode())))
    assert konzept(["runde", "uebernehmen", str(runde), *grund(daten)]) == 0
    assert "b.eml: meldung.txt" in (ausgabe := capsys.readouterr().out)
    assert "Der Inhalt ist derselbe wie in a.eml" in ausgabe
    assert berichte(daten, "m-bauamt") == [("2027-02-15", "Der Plan liegt vor.")]
    assert stand(runde, daten, capsys)["Bauamt"] == "Bauamt 20.02.2027 1 1 von 1 vollständig –"


def test_eine_falsche_meldung_geht_zurueck_und_der_rest_wird_genommen(
    runde: Path, daten: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lege(runde, "bau.eml", mail(meldung("m-bauamt", "Bitte 0176 12345678 anrufen.")))
    lege(runde, "schule.eml", mail(meldung("m-schulamt", "Alle Klassen.")))
    davor = inhalt(daten)
    assert konzept(["runde", "uebernehmen", str(runde), *grund(daten)]) == 1
    assert inhalt(daten) == davor, "with an error nothing is written"
    capsys.readouterr()

    assert konzept(["runde", "uebernehmen", str(runde), "--teilweise", *grund(daten)]) == 1
    ausgabe = capsys.readouterr().out
    assert "bau.eml" in ausgabe
    assert (berichte(daten, "m-bauamt"), len(berichte(daten, "m-schulamt"))) == ([], 1)
    antwort = (runde / "antworten" / "bauamt.txt").read_text("utf-8")
    assert "Noch nicht übernommen ist:\n- 4.1 Werk 1" in antwort
    assert "- bau.eml, Bericht: " in antwort
    lage = stand(runde, daten, capsys)
    assert lage["Bauamt"] == "Bauamt 20.02.2027 1 0 von 1 Rückfrage offen 4.1"
    assert lage["Schulamt"] == "Schulamt 20.02.2027 1 1 von 1 vollständig –"

    lege(runde, "bau neu.eml", mail(meldung("m-bauamt", "Bitte im Bauamt melden.")))
    (runde / "eingang" / "bau.eml").unlink()
    assert konzept(["runde", "uebernehmen", str(runde), *grund(daten)]) == 0
    assert stand(runde, daten, capsys)["Bauamt"] == "Bauamt 20.02.2027 2 1 von 1 vollständig –"


def test_mappe_und_meldung_widersprechen_sich(runde: Path, daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mappe = runde / "eingang" / "rücklauf.xlsx"
    mappe.write_bytes((runde / "versand" / "bauamt.xlsx").read_bytes())
    buch = Buch(mappe)
    for spalte, wert in (("Datum", "15.02.2027"), ("Stand", "in Vorbereitung"), ("Text", "Steht still.")):
        buch.tippe("Maßnahmen", f"Neuer Bericht: {spalte}", wert, Kennung="m-bauamt")
    buch.speichere()
    lege(runde, "z.eml", mail(meldung("m-bauamt", "Läuft.")))
    assert konzept(["runde", "uebernehmen", str(runde), *grund(daten)]) == 1
    ausgabe = capsys.readouterr().out
    assert "z.eml" in ausgabe
    assert "Einen Bericht vom 15.02.2027 gibt es schon, mit anderem Inhalt." in ausgabe
    assert "Auch berichtet hat Bauamt (rücklauf.xlsx)." in ausgabe
    assert berichte(daten, "m-bauamt") == []


def test_zwei_meldungen_zu_einer_massnahme_an_zwei_tagen(runde: Path, daten: Path) -> None:
    lege(runde, "a.eml", mail(meldung("m-bauamt", "Erst dies.", tag="10.02.2027")))
    lege(runde, "b.eml", mail(meldung("m-bauamt", "Dann das.", tag="15.02.2027")))
    assert konzept(["runde", "uebernehmen", str(runde), *grund(daten)]) == 0
    assert berichte(daten, "m-bauamt") == [("2027-02-10", "Erst dies."), ("2027-02-15", "Dann das.")]


def test_eine_meldung_zu_etwas_unbekanntem_steht_ohne_zuordnung(
    runde: Path, daten: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lege(runde, "x.txt", meldung("gibt-es-nicht", "Läuft."))
    assert konzept(["runde", "uebernehmen", str(runde), "--teilweise", *grund(daten)]) == 1
    assert "x.txt" in capsys.readouterr().out
    assert stand(runde, daten, capsys)["ohne Zuordnung"] == "ohne Zuordnung 20.02.2027 1 – Rückfrage offen –"


def test_eine_gewoehnliche_textdatei_bleibt_still_liegen(
    runde: Path, daten: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lege(runde, "notiz.txt", "Schulamt anrufen")
    assert konzept(["runde", "uebernehmen", str(runde), *grund(daten)]) == 0
    assert "notiz.txt" not in capsys.readouterr().out


def test_der_eingang_nimmt_sie_auch(tmp_path: Path, daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ordner = tmp_path / "eingang"
    ordner.mkdir()
    (ordner / "a.eml").write_bytes(mail(meldung("m-bauamt", "Der Plan liegt vor.")))
    (ordner / "b.txt").write_text(meldung("m-schulamt", "Am Freitag.", stand="irgendwie"), "utf-8")
    assert konzept(["eingang", str(ordner), *grund(daten)]) == 1
    assert berichte(daten, "m-bauamt") == [("2027-02-15", "Der Plan liegt vor.")]
    assert berichte(daten, "m-schulamt") == []
    assert sorted(p.name for p in ordner.iterdir()) == ["b.txt"]
    assert "„irgendwie“ steht nicht zur Wahl." in capsys.readouterr().out
