"""Leichte Sprache, rule by rule: sentences that break it, and sentences that look like it and do not."""

from __future__ import annotations

import pytest

from macros.deutsch.leichte_saetze import WOERTER
from macros.deutsch.leichte_sprache import NUR_FLIESSTEXT, REGELN, verstoesse
from macros.deutsch.leichte_woerter import ungleiche

FALSCH = {
    "langes-wort": (
        "Das ist der Migrationshintergrund.",
        "Die Schulsozialarbeit hilft.",
        "Das Staatsangehörigkeits-Recht ist neu.",
    ),
    "abkuerzung": ("Es gibt z. B. Kurse.", "Es gibt z.B. Kurse.", "Kurse, Treffen usw. kosten Geld.", "Das ist in der Poststr. 5.",
                   "Das sind ca. 20 Menschen."),
    "zahl": ("Es gibt fünf Felder.", "Das ist Stufe III.", "Zwölf Menschen waren da.", "Das sind 10 Prozent.", "Das sind 10 %.",
             "Ludwig XIV lebte hier."),
    "sonderzeichen": ("Das steht in § 4.", "Schüler & Lehrer lernen.", "Das Amt (im Rathaus) hilft.", "Das kostet 5 €.",
                      "Alle Bürger*innen sind da.", "Alle Lehrer:innen sind da.", "Das Fest – es ist neu – ist hier."),
    "satzlaenge": ("Die Stadt will im nächsten Jahr mit vielen Menschen aus allen Vereinen ein Fest feiern.",),
    "ein-satz": ("Der Text ist ein Beispiel. Er ist kurz.", "Was ist das? Das ist ein Plan."),
    "eine-aussage": (
        "Sie bekommen Hilfe, wenn Sie krank sind.",
        "Wenn Sie krank sind, bekommen Sie Hilfe.",
        "Wer Angebote plant, kann das nutzen.",
        "Das sind Menschen, die geflohen sind.",
        "Die Stadt hofft, dass alle kommen.",
        "Alle wissen, wer was anbietet.",
        "Das Fest ist heute, und morgen ist der Kurs.",
        "Das ist die Stelle, an der Sie fragen.",
    ),
    "aufzaehlung": ("Es gibt Kurse, Feste, Treffen und Hilfe.", "Das sind Texte, Zahlen, Bilder oder Filme."),
    "doppelpunkte": ("Das Menü: Hier wählen Sie aus: Wer sind Sie?", "Stand: heute: fertig"),
    "genitiv": (
        "Das ist das Haus des Lehrers.",
        "Das ist die Seite der Stadt.",
        "Die Farbe eines Hauses ist schön.",
        "Das ist das Ende dieses Jahres.",
        "Viele der Menschen sind neu hier.",
        "Manche werden wegen ihrer Herkunft beleidigt.",
        "Das geht mithilfe von Formularen.",
        "Das ist die Arbeit der freiwilligen Helfer.",
        "Das ist die Meinung meiner Mutter.",
    ),
    "konjunktiv": (
        "Das wäre gut.",
        "Sie könnten helfen.",
        "Es sollte Zeit geben.",
        "Die Stadt müsste das prüfen.",
        "Die Stadt sagt: Das sei fertig.",
        "Das würde helfen.",
    ),
    "passiv": (
        "Das Haus wird gebaut.",
        "Die Formulare werden in Sprachen übersetzt.",
        "Der Plan wurde beschlossen.",
        "Das muss geprüft werden.",
        "Der Antrag ist abgelehnt worden.",
        "wird vorbereitet",
        "Die Hilfe wird gut angenommen.",
        "Das Fest wird heute gefeiert und die Stadt bezahlt.",
        "Das Formular wird unterschrieben.",
        "Die Menschen werden informiert.",
    ),
    "verneinung": (
        "Das ist nicht wichtig.",
        "Es gibt keinen Kurs.",
        "Niemand weiß das.",
        "Das ist **nicht** neu und kein Fehler.",
        "Das war nie so.",
    ),
}  # fmt: skip
RICHTIG = {
    "langes-wort": ("Das ist das Zusammen-Leben.", "Das Staats·angehörig·keits·recht ist neu.", "Vereine und Organisationen helfen.",
                    "Alle sollen zusammenarbeiten.", "Im Menü steht „Herausforderungen“."),
    "abkuerzung": ("Es gibt zum Beispiel Kurse.", "Das Fest ist am 3. Mai.", "Die Zahl ist 5."),
    "zahl": ("Es gibt 5 Felder.", "Das ist ein Kurs.", "Der 1. Kurs ist neu.", "Geben Sie acht auf sich.", "Der ICE fährt.",
             "Das ist der Verein MSO.", "Das sind 10 von 100 Menschen.", "Die Vierecke sind bunt.", "Das war 2022."),
    "sonderzeichen": ("Was ist das?", "Das heißt: Alle helfen.", "Das Projekt heißt „Balu und Du“.", "Der Ort ist Bad-Stadt.",
                      "Das ist [ein Link](massnahme:treffen).", "**Wichtig**: Kommen Sie!",
                      "Das ist ein [Gespräch](massnahme:interkultureller-dialog)."),
    "satzlaenge": ("Die Stadt will im nächsten Jahr ein Fest feiern.", "In Musterstadt leben sehr viele Menschen aus sehr vielen Ländern."),
    "ein-satz": ("Das Fest ist am 3. Mai.", "Die 1. Gruppe sind Kinder.", "Was ist das?", "- Ein Kurs", "Das heißt: Alle helfen.", "Erster Satz.\n\nZweiter Satz."),
    "eine-aussage": (
        "Sind Sie krank?",
        "Die Stadt prüft: Gibt es dafür Geld?",
        "Es gibt Kurse, Treffen und Feste.",
        "Liebe Menschen, herzlich willkommen!",
        "Das Haus ist groß und schön.",
        "Ja, das ist gut.",
    ),
    "aufzaehlung": ("Es gibt Kurse, Feste und Treffen.", "Kita, Schule und Sprache", "Ja, es gibt Kurse und Treffen."),
    "doppelpunkte": ("Das heißt: Alle helfen.", "Das Fest beginnt um 9:30 Uhr: Kommen Sie!", "Die Seite: https://example.org",
                     "Das heißt: A.\n\nDas heißt: B."),
    "genitiv": (
        "Das ist das Haus von dem Lehrer.",
        "Die Stadt hilft der Schule.",
        "Das ist dieses Haus.",
        "Jedes Glas ist voll.",
        "Der Stadt-Rat prüft das.",
        "In der Stadt leben Menschen.",
        "Auch der Kreis hilft.",
        "Hilft der Verein?",
        "Das Ergebnis ist da.",
        "Dieses Zeugnis ist neu.",
        "Wegen dem Regen ist das Fest morgen.",
        "Alle helfen.",
    ),
    "konjunktiv": (
        "Vielleicht regnet es morgen.",
        "Sie können helfen.",
        "Es soll Zeit geben.",
        "Sie möchten mitmachen.",
        "Sei mutig!",
        "Die Stadt wollte das.",
        "Die Stadt hatte einen Plan.",
    ),
    "passiv": (
        "Morgen wird es warm.",
        "Das Amt wird das prüfen.",
        "Wir werden gehen.",
        "Sie werden das bekommen.",
        "Das soll besser werden.",
        "Junge Menschen sollen Paten werden.",
        "Die Angebote sollen bekannter werden.",
        "Die Angebote sollen bekannt werden.",
        "Wird es kalt, bleibt das Bad zu.",
        "Es wird Zeit und sie geht.",
        "Der Kurs hat geholfen.",
        "Das Haus ist gebaut.",
    ),
    "verneinung": ("Das ist **nicht** wichtig.", "Es gibt **keinen** Kurs.", "Das ist wichtig.", "Die Kinder sind keck.",
                   "Das ist eine Nichte.", "Das geht **noch nicht**."),
}  # fmt: skip


def regeln(text: str) -> set[str]:
    return {v.regel for v in verstoesse(text)}


def test_jede_regel_hat_beispiele() -> None:
    assert set(FALSCH) == set(RICHTIG) == set(REGELN)


@pytest.mark.parametrize(("regel", "satz"), [(r, s) for r, saetze in FALSCH.items() for s in saetze])
def test_ein_falscher_satz_wird_gemeldet(regel: str, satz: str) -> None:
    assert regel in regeln(satz)


@pytest.mark.parametrize(("regel", "satz"), [(r, s) for r, saetze in RICHTIG.items() for s in saetze])
def test_ein_richtiger_satz_bleibt_ohne_hinweis(regel: str, satz: str) -> None:
    assert regel not in regeln(satz)


@pytest.mark.parametrize(
    "satz",
    [
        "Ibbenbüren ist eine Stadt in Deutschland.",
        "Die Stadt hat einen Plan.",
        "Der Plan ist für alle Menschen.",
        "Viele Menschen haben daran mitgearbeitet.",
        "Ein Ehren-Amt heißt: Menschen helfen freiwillig.",
        "Rufen Sie uns an!",
        "Haben Sie Fragen?",
        "Dann fragen Sie im Rathaus.",
        "Das steht **nicht** im Plan.",
        "Der Kurs beginnt am 3. März.",
        "Sie können bei Deutsch-Kursen helfen.",
        "Ungefähr 12 von 100 Menschen wohnen hier.",
    ],
)
def test_gute_saetze_bleiben_ganz_ohne_hinweis(satz: str) -> None:
    assert list(verstoesse(satz)) == []


def test_genau_so_viele_woerter_wie_erlaubt_sind_gut() -> None:
    assert "satzlaenge" not in regeln(" ".join(["Wort"] * WOERTER) + ".")
    assert "satzlaenge" in regeln(" ".join(["Wort"] * (WOERTER + 1)) + ".")


def test_ein_hinweis_nennt_die_stelle_seiner_zeile() -> None:
    text = "Das ist gut.\n\n- Das wäre gut.\n"
    (v,) = verstoesse(text)
    assert text[v.stelle :].startswith("- Das wäre") and "„wäre“" in v.text and "vielleicht" in v.vorschlag


def test_ueberschriften_werden_nicht_nach_der_fetten_verneinung_gefragt() -> None:
    assert {"ein-satz", "aufzaehlung", "verneinung"} == NUR_FLIESSTEXT
    assert list(verstoesse("Noch kein Bericht", fliesstext=False)) == []


def test_ein_wort_steht_ueberall_gleich_da() -> None:
    texte = [
        "Das Zusammen-Leben ist gut.",
        "Zusammen-Leben und Sport",
        "Das Zusammenleben ist neu.",
        "Alle wollen zusammenleben.",
    ]
    ((nummer, v),) = ungleiche(texte)
    assert (
        (nummer, v.regel) == (2, "gleiche-trennung")
        and "„Zusammenleben“" in v.text
        and "„Zusammen-Leben“" in v.vorschlag
    )


def test_zwei_arten_zu_trennen_sind_ungleich() -> None:
    ((nummer, v),) = ungleiche(["Das Heimat-Haus", "Das Hei-Mathaus", "Das Heimat-Haus"])
    assert nummer == 1 and v.regel == "gleiche-trennung"


def test_ein_kurzwort_wird_einmal_erklaert() -> None:
    ((nummer, v),) = ungleiche(["Es gibt Kurse.", "Kitas und Schulen helfen.", "Die Kita ist hier."])
    assert (nummer, v.regel) == (1, "abkuerzung") and "„Kitas“" in v.text
    assert not list(ungleiche(["Kitas und Schulen helfen.", "Kita ist die Abkürzung für Kinder-Tages-Einrichtung."]))
    assert not list(ungleiche(["Der ICE und der PC sind da."]))
    assert [v.text for _, v in ungleiche(["Die MSO hilft."])] == ["„MSO“ ist nirgends erklärt."]
