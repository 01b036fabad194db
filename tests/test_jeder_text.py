"""What the check lets through can be built: every field for free text holds a snippet, and everything is set whole.

A field that the model gets later takes part by itself. Each field has a word of its own in front of the snippet, which
is looked for on the pages and in the PDFs.
"""

from __future__ import annotations

import csv
import html
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from ausgabe.druck.conftest import DATEN, TAG
from pydantic import BaseModel, TypeAdapter, ValidationError
from stichprobe import stichprobe

from macros.befehle.bauen import baue
from macros.deutsch.zeichen import bereinigt
from macros.laden.rohdaten import Rohwert
from macros.laden.yaml_streng import lies_yaml
from macros.modell.befund import Befund, hat_fehler
from macros.modell.felder import Feldart, felder
from macros.pruefung import pruefe_ordner
from macros.schreiben.formatieren import datendateien
from macros.schreiben.kanonisch import als_yaml


class Schnipsel(NamedTuple):
    """A piece of text, whether the check lets it through, what fields of one line hold of it, whether charts draw it."""

    text: str
    geht: bool = True
    zeile: str = ""
    im_bild: bool = True


LANG = "Donaudampfschifffahrtsgesellschaft" * 300
SCHNIPSEL = {
    "emoji": Schnipsel("😀 ✅ 🇺🇦 👍🏽 1️⃣", im_bild=False),
    "arabisch": Schnipsel("العربية", im_bild=False),
    "arabisch-im-satz": Schnipsel("Treff (العربية, 12 %) am Montag – سلام!", im_bild=False),
    "sorani": Schnipsel("کوردیی ناوەندی", im_bild=False),
    "dari-paschto-urdu": Schnipsel("دری، پښتو، اردو", im_bild=False),
    "tigrinya": Schnipsel("ትግርኛ"),
    "tamil-thai-hindi": Schnipsel("தமிழ் ภาษาไทย हिन्दी", im_bild=False),
    "hebraeisch": Schnipsel("עברית und 3 ₪"),
    "kyrillisch-griechisch": Schnipsel("Київ, Москва, Ἀθῆναι"),
    "georgisch-armenisch": Schnipsel("ქართული Հայերեն"),
    "vietnamesisch-tuerkisch": Schnipsel("Tiếng Việt, İstanbul, ğüşıöç, Łódź, Žižkov, Ħal"),
    "chinesisch": Schnipsel("中文 한국어 日本語", geht=False),
    "weiches-trennzeichen": Schnipsel("Inte\u00adgration"),
    "zerlegte-umlaute": Schnipsel("u\u0308bung"),
    "word-punkt": Schnipsel("\uf0b7 Punkt"),
    "zeilentrenner": Schnipsel("eins\u2028zwei", zeile="eins zwei"),
    "nullbreite": Schnipsel("eins\u200bzwei\u200czwei\u200ddrei", im_bild=False),
    "geschuetzt": Schnipsel("12\u00a0% und 3\u202f000"),
    "richtungszeichen": Schnipsel("a\u202eb", geht=False),
    "unbelegt": Schnipsel("a\U000e0fffb", geht=False),
    "hochgestellt": Schnipsel("m², CO₂, ½, ①, ☐, →, ≥, ‰, µ, Ω, №, ℃"),
    "formeln": Schnipsel("$x^2$ #let x = 1 @label \\alpha ∑ √2 ≠ ∞ 𝑥"),
    "markdownzeichen": Schnipsel(
        "*a* _b_ **c** ~~d~~ ==e== ^f^ ++g++ `h` [i] (j) # k | l", zeile="*a* _b_ **c** `h` # | l"
    ),
    "sternchen": Schnipsel("Bürger*innen, Akteur:innen, Helfer_innen, Leiter/-in"),
    "tabellenzeichen": Schnipsel("a | b | c"),
    "anfuehrungszeichen": Schnipsel("„a“ ‚b‘ \"c\" 'd' «e» ’f & g"),
    "yaml": Schnipsel("- a: b # c", zeile="ja: nein # 012 | >"),
    "vorlage": Schnipsel("{{ a }}", geht=False),
    "html": Schnipsel("<b>a</b>", geht=False),
    "titel-abwaerts": Schnipsel("a\n\n# Eins\n\nText\n\n### Zwei\n\nText\n\n# Drei\n\nText"),
    "titel-aufwaerts": Schnipsel("a\n\n#### Eins\n\n### Zwei\n\n# Drei\n\nText\n\nVier\n===="),
    "titel-zuletzt": Schnipsel("a\n\n## Letzter"),
    "sprungmarke": Schnipsel("[hier](#oben)", geht=False),
    "tabelle-in-liste": Schnipsel("a\n\n- Punkt\n\n    | A | B |\n    |---|--:|\n    | eins | 2 |\n\n- zwei"),
    "liste-in-tabelle": Schnipsel("a\n\n| A | B |\n|---|---|\n| - eins - zwei | 1. drei |\n| | **x** |"),
    "zitat-mit-code": Schnipsel("a\n\n> Zitat\n>\n> - Punkt\n>\n>         Code\n>\n> `mehr`"),
    "breite-tabelle": Schnipsel(
        f"a\n\n|{'|'.join(f'Spalte {n}' for n in range(12))}|\n|{'|'.join('--:' for _ in range(12))}|\n"
        + f"|{'|'.join('12.345.678' for _ in range(12))}|\n" * 3
    ),
    "wort-von-10-kB": Schnipsel(LANG, zeile=LANG[:100]),
    "langer-link": Schnipsel(
        f"[Wort](https://example.org/{'a' * 400}?x=1&y=2)", zeile=f"https://example.org/{'a' * 60}"
    ),
    "lange-liste": Schnipsel("a\n\n" + "\n".join(f"{n}. Punkt {n}" for n in range(1, 150))),
}
"""Forty kinds of text that people have put into such fields."""
OHNE_SEITE = frozenset({"indikatoren.suchworte"})
"""Fields that no page shows: words that only the search reads, and of indicators no table either."""
OHNE_DRUCK = frozenset(
    """
    akteure.anmerkungen akteure.anrede akteure.beschreibung akteure.kurzform
    akteure.rechtsstand.grundlage akteure.rechtsstand.offen akteure.rechtsstand.text akteure.weitere_namen
    berichte.sitzung berichte.vorlage
    gebaerden.text gebaerden.titel gebaerden.urheber
    gemeinde.amtspersonen gemeinde.barrierefreiheit gemeinde.barrierenerklaerung.barrieren.alternative
    gemeinde.barrierenerklaerung.barrieren.grund gemeinde.barrierenerklaerung.barrieren.was
    gemeinde.barrierenerklaerung.durchsetzung gemeinde.barrierenerklaerung.kontakt
    gemeinde.barrierenerklaerung.massstab gemeinde.barrierenerklaerung.methode
    gemeinde.datenschutz gemeinde.impressum
    gemeinde.kontakt.anschrift gemeinde.kontakt.stelle gemeinde.kontakt.telefon gemeinde.kreis
    gemeinde.land gemeinde.name gemeinde.titel gemeinde.untertitel
    gemeinde.vorlage.text gemeinde.vorlage.titel
    gemeinde.zweig glossar.formen handlungsfelder.bearbeitung_text handlungsfelder.bereiche.name
    handlungsfelder.beschreibung handlungsfelder.kurztext handlungsfelder.suchworte
    herausforderungen.kurztitel herausforderungen.suchworte
    indikatoren.geheimhaltung.begruendung indikatoren.referenz indikatoren.suchworte klaerungen.text klaerungen.titel
    konzept.in_kuerze lebenslagen.kurztext lebenslagen.name lebenslagen.suchworte massnahmen.kurztitel massnahmen.suchworte
    zielgruppen.anrede zielgruppen.anrede_eltern zielgruppen.beschreibung
    """.split()
)
"""Fields that only pages show: the town's imprint and what it says of barriers, situations in life, titles for narrow cards, who is who, what a film in sign language says, where a closed report was dealt with, what the Word draft for the council adds, what a term is called besides, how figures are kept secret, what the search reads besides."""
DIMENSIONSWERTE = ("auspraegungen", "summe", "gesamtwert")
"""Fields of one line that formulas and tables name by their words; they change everywhere at once."""


@dataclass
class Fuellung:
    """Fills records with a snippet and notes the word that each field got, with the name of the field."""

    schnipsel: Schnipsel
    worte: dict[str, str] = field(default_factory=dict)

    @property
    def zeile(self) -> str:
        return self.schnipsel.zeile or self.schnipsel.text.partition("\n")[0]

    def wert(self, alt: str) -> str:
        """A value of a dimension with the snippet, of which charts write no letters that join."""
        return f"{alt} {self.zeile}" if self.schnipsel.im_bild and alt in werte_der_dimensionen() else alt

    def ueberall(self, wert: Rohwert) -> Rohwert:
        """The same data in which every value of a dimension holds the snippet."""
        if isinstance(wert, dict):
            return {n: self.ueberall(w) for n, w in wert.items()}
        if isinstance(wert, list):
            return [self.ueberall(w) for w in wert]
        return self.wert(wert) if isinstance(wert, str) else wert

    def gefuellt(self, wert: Rohwert, typ: type[BaseModel], wo: str) -> Rohwert:
        """A record whose fields for free text hold the snippet."""
        assert isinstance(wert, dict)
        modell = {f.name: f for f in felder(typ)}
        neu: dict[str, Rohwert] = {}
        for name, alt in wert.items():
            f = modell.get(name)
            stelle = f"{wo}.{name}"
            glieder: list[Any] = alt if isinstance(alt, list) else [alt]
            if f and f.satz:
                voll = [self.gefuellt(g, f.satz, stelle) if isinstance(g, dict) else g for g in glieder]
            elif f and f.art in (Feldart.TEXT, Feldart.ZEILE) and not f.ziel and name not in DIMENSIONSWERTE:
                voll = [self._wert(g, typ, name, f.art, stelle) for g in glieder]
            else:
                voll = glieder
            neu[name] = voll if isinstance(alt, list) else voll[0]
        return neu

    def _wert(self, alt: Rohwert, typ: type[BaseModel], name: str, art: Feldart, stelle: str) -> Rohwert:
        wort = f"Merkwort{len(self.worte)}x"
        if art is Feldart.TEXT:
            self.worte[wort] = stelle
            return f"{alt}\n\n{wort} {self.schnipsel.text}"
        zeile = f"{wort} {self.zeile}"
        if name == "einheit" and "|" in zeile:  # what stands behind it is said of many
            eins, _, viele = zeile.partition("|")
            zeile = f"{eins.removeprefix(wort).strip()} | {wort} {viele.strip().replace('|', '/')}"
        if name == "gebiet" and not self.schnipsel.im_bild:
            return alt
        if alt == "prozent" or not passt(typ, name, f"{wort} {'x' * max(len(zeile) - len(wort) - 1, 1)}"):
            return alt
        self.worte[wort] = stelle
        return zeile


@cache
def werte_der_dimensionen() -> frozenset[str]:
    """Every value of a dimension but those that placeholders name."""
    dateien = (DATEN["musterstadt"] / "indikatoren").glob("*.yaml")
    saetze: list[Any] = [lies_yaml(d.read_bytes(), d.name).daten for d in dateien]
    werte = {w for satz in saetze for d in satz.get("dimensionen", ()) for w in d["auspraegungen"]}
    return frozenset(werte - {"insgesamt", "ausländisch", "deutsch"})


@cache
def _pruefer(typ: type[BaseModel], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(typ.model_fields[name].rebuild_annotation())


def passt(typ: type[BaseModel], name: str, wert: str) -> bool:
    """Whether a field of one line is free for any words so long."""
    for versuch in (wert, [wert]):
        try:
            _pruefer(typ, name).validate_python(versuch)
        except ValidationError:
            continue
        return True
    return False


def stadt_mit(fuellung: Fuellung, ziel: Path) -> Iterator[Path]:
    """Musterstadt with the snippet in all its texts; short versions in other languages are not printed and stay."""
    quelle = DATEN["musterstadt"]
    shutil.copytree(quelle, ziel)
    for datei, typ in datendateien(quelle):
        neu = ziel / datei.relative_to(quelle)
        daten = lies_yaml(datei.read_bytes(), datei.name).daten if typ else None
        if datei.suffix == ".csv":
            with datei.open(encoding="utf-8", newline="") as herein, neu.open("w", encoding="utf-8", newline="") as aus:
                csv.writer(aus, lineterminator="\n").writerows(
                    [bereinigt(fuellung.wert(zelle)) for zelle in zeile] for zeile in csv.reader(herein)
                )
        elif typ is None or not isinstance(daten, dict) or "sprachen" in datei.parts:
            neu.write_bytes(datei.read_bytes())
        else:
            voll = fuellung.gefuellt(
                fuellung.ueberall(daten), typ, datei.relative_to(quelle).parts[0].removesuffix(".yaml")
            )
            assert isinstance(voll, dict)
            neu.write_bytes(als_yaml(voll, typ).encode())
        yield neu


def auf_den_seiten(site: Path) -> str:
    """All words of all pages, without spaces."""
    roh = " ".join(d.read_text("utf-8") for d in site.rglob("*.html"))
    return re.sub(r"\s", "", html.unescape(re.sub(r"<[^>]+>", "", roh)))


def in_den_pdf(site: Path) -> str:
    """All words of all PDFs, without spaces and hyphens."""
    texte = [
        subprocess.run(["pdftotext", "-raw", str(d), "-"], capture_output=True, check=True).stdout.decode()
        for d in sorted(site.rglob("*.pdf"))
    ]
    return re.sub(r"[\s\u00ad\u2060-]", "", "".join(texte))


def unter_fehlern(befunde: list[Befund]) -> list[str]:
    return [f"{b.datei}:{b.zeile} {b.feld} {b.regel} {b.text}" for b in befunde if b.schwere == "fehler"]


@pytest.mark.langsam
@pytest.mark.parametrize("name", stichprobe(SCHNIPSEL, 4))
def test_was_die_pruefung_durchlaesst_laesst_sich_bauen(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fuellung = Fuellung(SCHNIPSEL[name])
    assert len(list(stadt_mit(fuellung, tmp_path / "data"))) > 50
    _, befunde = pruefe_ordner(tmp_path / "data", TAG)
    if not fuellung.schnipsel.geht:
        assert hat_fehler(befunde)
        return
    assert unter_fehlern(befunde) == []
    assert baue(tmp_path / "data", tmp_path / "site", TAG) == 0, capsys.readouterr().err
    seiten, pdf = auf_den_seiten(tmp_path / "site"), in_den_pdf(tmp_path / "site")
    # Fields that are too short for a snippet were not filled.
    gefuellt = frozenset(fuellung.worte.values())
    assert nirgends(fuellung, seiten) == OHNE_SEITE & gefuellt
    assert nirgends(fuellung, pdf) == OHNE_DRUCK & gefuellt


def nirgends(fuellung: Fuellung, text: str) -> frozenset[str]:
    """The fields of which no word is found."""
    return frozenset(fuellung.worte.values()) - {stelle for wort, stelle in fuellung.worte.items() if wort in text}
