"""One round with ten departments: no report is lost, none is doubled, and the clerk needs three commands."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from schreiben.kleinstadt import FEST, lege_an
from schreiben.mappen import Buch, inhalt

from macros.befehle.konzept import main as konzept

AEMTER = (
    "bauamt", "jugendamt", "kulturamt", "ordnungsamt", "personalamt",
    "pressestelle", "schulamt", "sozialamt", "sportamt", "volkshochschule",
)  # fmt: skip
BEGINN, PUENKTLICH, SPAET = "2026-11-30", "2027-02-20", "2027-03-04"
FRIST = "2027-02-28"


@dataclass
class Runde:
    """The town, the folder of its round, and the clerk's commands as they were typed."""

    daten: Path
    ordner: Path
    befehle: list[str]

    def tippe(self, *worte: str, am: str) -> int:
        self.befehle.append(f"konzept runde {worte[0]}")
        return konzept(["runde", *worte, "--daten", str(self.daten), "--stichtag", am])

    def nimm(self, am: str, *mehr: str) -> int:
        return self.tippe("uebernehmen", str(self.ordner), *mehr, am=am)

    def mappe(self, amt: str, name: str) -> Buch:
        """The workbook that was sent to a department, as a copy under the name that it comes back with."""
        ziel = self.ordner / "eingang" / name
        shutil.copy(self.ordner / "versand" / f"{amt}.xlsx", ziel)
        return Buch(ziel)

    def berichte(self, massnahme: str) -> list[dict[str, str]]:
        """The reports of a measure, as the file has them."""
        satz = YAML(typ="safe", pure=True).load(self.daten / "massnahmen" / f"{massnahme}.yaml")
        return [{k: str(w) for k, w in b.items()} for b in satz.get("sachstaende", [])]


def berichte(
    buch: Buch, massnahme: str, tag: str = "15.02.2027", stand: str = "in Vorbereitung", text: str = ""
) -> None:
    for titel, wert in (("datum", tag), ("stand", stand), ("text", text)):
        spalte = {"datum": "Datum", "stand": "Stand", "text": "Text"}[titel]
        buch.tippe("Maßnahmen", f"Neuer Bericht: {spalte}", wert or None, Kennung=massnahme)


@pytest.fixture
def runde(tmp_path: Path) -> Runde:
    dateien = {f"akteure__{a}": f"id: {a}\nbezeichnung: {a.capitalize()}\nart: stadt\n" for a in AEMTER}
    for nummer, amt in enumerate(AEMTER, 1):
        nr = f"4.{nummer}"
        text = (
            FEST.replace("id: fest", f"id: m-{amt}")
            .replace("'3.2'", f"'{nr}'")
            .replace("Straßenfest", f"Werk {nummer}")
        )
        dateien[f"massnahmen__m-{amt}"] = text.replace("herkunft:", f"federfuehrung: {amt}\nherkunft:")
    r = Runde(lege_an(tmp_path / "data", **dateien), tmp_path / "runden" / FRIST, [])
    davor = inhalt(r.daten)
    assert (
        r.tippe("beginnen", "--bis", FRIST, "--ziel", str(r.ordner), "--an", "bauamt=bauamt@example.org", am=BEGINN)
        == 0
    )
    assert inhalt(r.daten) == davor, "a round leaves nothing in the data"
    return r


def lege_als_mail(r: Runde, amt: str, name: str, fuelle: Callable[[Buch], None]) -> None:
    """The filled workbook of a department as a mail, saved as a file."""
    buch = r.mappe(amt, "x.xlsx")
    fuelle(buch)
    pfad = buch.speichere()
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Wer auch immer <x@example.org>", "AW: Bericht"
    mail.set_content("anbei")
    mail.add_attachment(
        pfad.read_bytes(), maintype="application", subtype="octet-stream", filename="Bericht Müller.xlsx"
    )
    (r.ordner / "eingang" / name).write_bytes(mail.as_bytes())
    pfad.unlink()


def test_der_versand_hat_fuer_jede_stelle_mappe_entwurf_und_text(runde: Runde) -> None:
    namen = {p.name for p in (runde.ordner / "versand").iterdir()}
    assert namen == {f"{a}.{e}" for a in ("ohne-federfuehrung", "amt", *AEMTER) for e in ("xlsx", "eml", "txt")}
    brief = message_from_bytes((runde.ordner / "versand" / "bauamt.eml").read_bytes(), policy=default)
    assert brief["X-Unsent"] == "1"
    assert brief["To"] == "bauamt@example.org"
    assert "28.02.2027" in brief["Subject"]
    text = brief.get_body().get_content()
    assert "- 4.1 Werk 1" in text
    assert [a.get_filename() for a in brief.iter_attachments()] == ["bauamt.xlsx"]
    [anlage] = brief.iter_attachments()
    assert anlage.get_content() == (runde.ordner / "versand" / "bauamt.xlsx").read_bytes()
    zwilling = (runde.ordner / "versand" / "jugendamt.txt").read_text("utf-8")
    assert zwilling.startswith("An: (bitte eintragen)\n")
    assert message_from_bytes((runde.ordner / "versand" / "jugendamt.eml").read_bytes(), policy=default)["To"] is None


def test_ohne_federfuehrung_steht_zuerst(runde: Runde, capsys: pytest.CaptureFixture[str]) -> None:
    runde.tippe("stand", str(runde.ordner), "--format", "markdown", am=PUENKTLICH)
    zeilen = [z for z in capsys.readouterr().out.splitlines() if z.startswith("| ")]
    assert zeilen[1].startswith("| Ohne Federführung | – | 0 | 0 von 1 | fehlt |")
    assert len(zeilen) == 13


def test_zehn_aemter(runde: Runde, capsys: pytest.CaptureFixture[str]) -> None:
    # A workbook of an earlier round, before this one was sent.
    alt = runde.ordner.parent / "2026-02-28"
    konzept(["runde", "beginnen", "--bis", "2026-12-01", "--ziel", str(alt), "--daten", str(runde.daten),
             "--stichtag", BEGINN])  # fmt: skip
    # 1 bauamt: on time, as a file under another name
    buch = runde.mappe("bauamt", "Rücklauf Bauamt (final).xlsx")
    berichte(buch, "m-bauamt", text="Der Plan liegt vor.")
    buch.speichere()
    # 2 jugendamt: on time, attached to a mail
    lege_als_mail(runde, "jugendamt", "AW Bericht.eml", lambda b: berichte(b, "m-jugendamt", text="Es geht los."))
    # 3 kulturamt: twice the same file
    buch = runde.mappe("kulturamt", "kulturamt.xlsx")
    berichte(buch, "m-kulturamt", text="Zwei Gruppen.")
    shutil.copy(buch.speichere(), runde.ordner / "eingang" / "kulturamt (1).xlsx")
    # 4 ordnungsamt: renamed sheets
    buch = runde.mappe("ordnungsamt", "ordnungsamt.xlsx")
    berichte(buch, "m-ordnungsamt", text="In Arbeit.")
    buch.blatt("Maßnahmen").title = "Unsere Sachen"
    buch.speichere()
    # 5 personalamt: a state that the list does not have
    buch = runde.mappe("personalamt", "personalamt.xlsx")
    berichte(buch, "m-personalamt", stand="so gut wie fertig", text="Fast.")
    buch.speichere()
    # 6 pressestelle: the workbook of the earlier round
    shutil.copy(alt / "versand" / "pressestelle.xlsx", runde.ordner / "eingang" / "presse.xlsx")
    buch = Buch(runde.ordner / "eingang" / "presse.xlsx")
    berichte(buch, "m-pressestelle", text="Ein Faltblatt.")
    buch.speichere()
    # 7 schulamt: the wrong file
    (runde.ordner / "eingang" / "Protokoll.docx").write_bytes(b"Protokoll")
    # 8 sozialamt: sent back as it was
    runde.mappe("sozialamt", "sozialamt.xlsx")
    # 9 sportamt: late; 10 volkshochschule: nothing
    davor = inhalt(runde.daten)

    assert runde.nimm(PUENKTLICH) == 1
    ausgabe = capsys.readouterr().out
    assert inhalt(runde.daten) == davor, "with an error nothing is written"
    assert "personalamt.xlsx" in ausgabe
    assert "„so gut wie fertig“ steht nicht in der Liste." in ausgabe
    assert "Protokoll.docx" in ausgabe
    assert "Die Mappe stammt aus der Runde bis 2026-12-01." in ausgabe

    assert runde.nimm(PUENKTLICH, "--teilweise") == 1
    capsys.readouterr()
    fertig = ("bauamt", "jugendamt", "kulturamt", "ordnungsamt", "pressestelle")
    for amt in AEMTER:
        assert len(runde.berichte(f"m-{amt}")) == (amt in fertig), amt
    assert runde.berichte("m-bauamt") == [
        {"datum": "2027-02-15", "stand": "in_vorbereitung", "text": "Der Plan liegt vor."}
    ]
    antwort = (runde.ordner / "antworten" / "personalamt.txt").read_text("utf-8")
    assert "Noch nicht übernommen ist:\n- 4.5 Werk 5" in antwort
    assert "personalamt.xlsx, Blatt „Maßnahmen“, Spalte „Neuer Bericht: Stand“ (" in antwort
    assert sorted(p.name for p in (runde.ordner / "antworten").glob("*.txt")) == ["personalamt.txt"]

    # The corrected workbook and the late one; everything else still lies in the folder.
    buch = runde.mappe("personalamt", "personalamt neu.xlsx")
    berichte(buch, "m-personalamt", stand="umgesetzt", text="Fertig.")
    buch.tippe("Maßnahmen", "Neuer Bericht: Beleg", "Vermerk vom 15.02.2027", Kennung="m-personalamt")
    buch.speichere()
    buch = runde.mappe("sportamt", "sportamt.xlsx")
    berichte(buch, "m-sportamt", tag="01.03.2027", text="Nachgereicht.")
    buch.speichere()
    (runde.ordner / "eingang" / "Protokoll.docx").unlink()
    (runde.ordner / "eingang" / "personalamt.xlsx").unlink()
    assert runde.nimm(SPAET) == 0
    capsys.readouterr()
    for amt in AEMTER:
        assert len(runde.berichte(f"m-{amt}")) == (amt in (*fertig, "personalamt", "sportamt")), amt

    davor = inhalt(runde.daten)
    assert runde.nimm(SPAET) == 0
    assert inhalt(runde.daten) == davor, "read once more, nothing is doubled"
    capsys.readouterr()
    runde.tippe("stand", str(runde.ordner), am=SPAET)
    stand = {z.split("  ")[0]: " ".join(z.split()) for z in capsys.readouterr().out.splitlines()}
    assert stand["Bauamt"] == "Bauamt 20.02.2027 1 1 von 1 vollständig –"
    assert stand["Kulturamt"] == "Kulturamt 20.02.2027 1 1 von 1 vollständig –"
    assert stand["Personalamt"] == "Personalamt 20.02.2027 2 1 von 1 vollständig –"
    assert stand["Pressestelle"] == "Pressestelle 20.02.2027 1 1 von 1 vollständig –"
    assert stand["Schulamt"] == "Schulamt – 0 0 von 1 fehlt –"
    assert stand["Sozialamt"] == "Sozialamt 20.02.2027 1 0 von 1 ohne neuen Bericht –"
    assert stand["Sportamt"] == "Sportamt 04.03.2027 (nach der Frist) 1 1 von 1 vollständig –"
    assert stand["Volkshochschule"] == "Volkshochschule – 0 0 von 1 fehlt –"
    assert "8 von 12 Stellen haben geantwortet, zu 7 von 12 Maßnahmen ist berichtet." in stand
    assert len(runde.befehle) == 6
    assert {p.suffix for p in runde.daten.rglob("*") if p.is_file()} == {".yaml", ".csv"}


def test_zwei_aemter_widersprechen_sich(runde: Runde, capsys: pytest.CaptureFixture[str]) -> None:
    konzept(["runde", "beginnen", "--bis", FRIST, "--je", "handlungsfeld", "--ziel", str(runde.ordner.parent / "hf"),
             "--daten", str(runde.daten), "--stichtag", BEGINN])  # fmt: skip
    quelle = runde.ordner.parent / "hf" / "versand" / "bildung.xlsx"
    for name, text, ort in (("a", "Läuft.", "Nord"), ("b", "Steht still.", "Süd")):
        shutil.copy(quelle, runde.ordner / "eingang" / f"{name}.xlsx")
        buch = Buch(runde.ordner / "eingang" / f"{name}.xlsx")
        berichte(buch, "m-bauamt", text=text)
        berichte(buch, "m-schulamt", text="Beide sagen dasselbe.")
        buch.tippe("Maßnahmen", "Sozialraumbezug", ort, Kennung="m-sportamt")
        berichte(buch, "m-sozialamt", tag="10.02.2027" if name == "b" else "12.02.2027", text=name)
        buch.speichere()
    capsys.readouterr()
    assert runde.nimm(PUENKTLICH, "--teilweise") == 1
    ausgabe = capsys.readouterr().out
    assert "Zwei Berichte für denselben Tag: Hier steht „in_vorbereitung, Läuft.“, bei b.xlsx" in ausgabe
    assert "Hier steht „Nord“, bei b.xlsx (b.xlsx) „Süd“." in ausgabe
    assert "Hier steht „Süd“, bei a.xlsx (a.xlsx) „Nord“." in ausgabe
    assert runde.berichte("m-bauamt") == []
    assert [b["text"] for b in runde.berichte("m-schulamt")] == ["Beide sagen dasselbe."]
    assert [(b["text"], "eingetragen_am" in b) for b in runde.berichte("m-sozialamt")] == [("b", False), ("a", False)]


def test_ein_name_geht_zurueck_und_der_rest_wird_genommen(runde: Runde, capsys: pytest.CaptureFixture[str]) -> None:
    for amt, text in (("bauamt", "Bitte 0176 12345678 anrufen."), ("schulamt", "Alle Klassen.")):
        buch = runde.mappe(amt, f"{amt}.xlsx")
        berichte(buch, f"m-{amt}", text=text)
        buch.speichere()
    assert runde.nimm(PUENKTLICH, "--teilweise") == 1
    ausgabe = capsys.readouterr().out
    assert "bauamt.xlsx" in ausgabe
    assert "Spalte „Neuer Bericht: Text“" in ausgabe
    assert (runde.berichte("m-bauamt"), len(runde.berichte("m-schulamt"))) == ([], 1)
    assert "0176" not in (runde.ordner / "runde.json").read_text("utf-8")


def test_die_mappe_zeigt_was_offen_ist(tmp_path: Path) -> None:
    daten, ordner = lege_an(tmp_path / "data"), tmp_path / "r"
    grund = ["--daten", str(daten), "--stichtag", "2027-01-15"]
    assert konzept(["runde", "beginnen", "--bis", FRIST, "--ziel", str(ordner), "--seit", "2026-01-15", *grund]) == 0
    buch = Buch(ordner / "versand" / "amt.xlsx")
    assert buch.mappe.sheetnames == ["Anleitung", "Überblick", "Maßnahmen", "Schritte", "Listen", "_Abdruck"]
    assert buch.zelle("Schritte", "Lage", Kennung="treff", Schritt="Raum suchen.").value == "erledigt"
    assert buch.zelle("Schritte", "Lage", Kennung="treff", Schritt="Raum öffnen.").value == "überfällig"
    texte = [z.value for z in buch.blatt("Überblick")["B"]]
    assert "Berichtsrunde bis 28.02.2027: Amt" in texte
    assert "3.1 Treffpunkt: beschlossen am 31.01.2026" in texte
    assert "3.1 Treffpunkt: Raum öffnen. (geplant bis 31.12.2026)" in texte
    assert "3.1 Treffpunkt: Bericht vom 31.01.2026: beschlossen" in texte
    assert "3.1 Treffpunkt: Schritt erledigt am 20.03.2026: Raum suchen." in texte
    assert buch.blatt("Maßnahmen").max_row == 2, "only the measures of this part"


def test_wer_in_eine_graue_spalte_schreibt_erfaehrt_es(runde: Runde, capsys: pytest.CaptureFixture[str]) -> None:
    buch = runde.mappe("bauamt", "b.xlsx")
    buch.tippe("Maßnahmen", "Letzter Bericht", "Läuft gut!", Kennung="m-bauamt")
    buch.speichere()
    assert runde.nimm(PUENKTLICH) == 1
    assert "Diese Spalte ist nur zum Lesen da" in capsys.readouterr().out
