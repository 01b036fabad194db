"""Where a field is shown: what a surface places by itself, what it leaves out and why, and the rest as a list.

A new field of the model appears in the list of every surface by itself. Whoever gives it a place of its own
in a template names it under `EIGENER_PLATZ`; whoever leaves it out says why under `WEGGELASSEN`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import BaseModel

from macros.modell.aussage import Aussage
from macros.modell.felder import Feld, felder
from macros.modell.gebaerdenvideo import Gebaerdenvideo
from macros.modell.gemeinde import Fassung
from macros.modell.indikator import Indikator
from macros.modell.klaerung import Klaerung
from macros.modell.konzept import Abschnitt, Begriff, Quelle
from macros.modell.lebenslage import Lebenslage
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Akteur, Handlungsfeld, Herausforderung, Zielgruppe
from macros.modell.ratsbericht import Ratsbericht
from macros.modell.sprache import Sprache


class Flaeche(StrEnum):
    """A place where records are shown field by field; comparisons and the field guide show every field anyway."""

    SEITE = "seite"
    IM_KONZEPT = "im_konzept"
    DRUCK = "druck"
    EXCEL = "excel"
    TABELLEN = "tabellen"


_ORDNUNG = "bestimmt nur die Reihenfolge"
_AUF_DER_SEITE = "steht auf der Seite der Maßnahme"
_NICHT_IM_KONZEPT = f"nennt das Konzept nicht, {_AUF_DER_SEITE}"
_NUR_PRUEFUNG = "gilt nur für die Prüfung"
_DATENSEITE = "steht auf der Datenseite des Indikators"
_NUR_NAME = "auf Papier genügt der Name, die Seite beschreibt mehr"
_IM_ABSCHNITT = "erzählt der Abschnitt zum Handlungsfeld"
_UMFORMULIEREN = "im Rechenblatt wird berichtet, nicht umformuliert"
_NICHT_FLACH = "eine Formel hat keine flache Form, sie steht in der JSON-Datei"
_BETRIFFT = "ist eine Antwort in „Was betrifft mich?“"
_ERKENNEN = "dienen dem Erkennen im Text"
_TITEL = "auf Papier steht der ganze Titel"
_UMLEITUNG = "leitet nur alte Adressen um"
_NUR_SUCHE = "liest nur die Suche"
_LISTE = "steht in der Liste der Sprachen"

EIGENER_PLATZ: Mapping[type[BaseModel], Mapping[Flaeche, str]] = {
    Fassung: {
        Flaeche.SEITE: "titel jahr beschluss beschlossen_am vorgaenger beschreibung herkunft",
        Flaeche.DRUCK: "titel jahr beschluss beschlossen_am vorgaenger dokument beschreibung herkunft",
    },
    Abschnitt: {
        Flaeche.SEITE: "fassung nummer nummer_zusatz titel in_kuerze text fussnoten abbildungen verweise handlungsfeld massnahme anmerkungen rechtsstand",
        Flaeche.DRUCK: "fassung nummer nummer_zusatz titel text fussnoten abbildungen verweise massnahme anmerkungen rechtsstand",
    },
    Handlungsfeld: {
        Flaeche.SEITE: "kuerzel name kurztext beschreibung farbe symbol bearbeitung bearbeitung_text abschnitt anmerkungen",
        Flaeche.DRUCK: "kuerzel name farbe symbol anmerkungen",
    },
    Herausforderung: {
        Flaeche.SEITE: "nummer titel kurztitel text handlungsfeld bereich ziele zielgruppen prioritaet prioritaet_text abschnitt fassung"
        " anmerkungen",
        Flaeche.DRUCK: "nummer titel text handlungsfeld ziele zielgruppen prioritaet prioritaet_text abschnitt fassung"
        " anmerkungen",
    },
    Massnahme: {
        Flaeche.SEITE: "nummer titel kurztitel kurztext handlungsfeld herausforderungen ziel beschreibung schritte indikatoren"
        " nachfolge sachstaende anmerkungen rechtsstand",
        Flaeche.IM_KONZEPT: "nummer titel kurztitel kurztext handlungsfeld",
        Flaeche.DRUCK: "nummer titel kurztext handlungsfeld indikatoren herkunft nachfolge sachstaende anmerkungen rechtsstand",
    },
    Zielgruppe: {Flaeche.SEITE: "bezeichnung beschreibung oberbegriff", Flaeche.DRUCK: "bezeichnung"},
    Akteur: {
        Flaeche.SEITE: "bezeichnung art kurzform weitere_namen beschreibung oberbegriff url anmerkungen rechtsstand",
        Flaeche.DRUCK: "bezeichnung",
    },
    Begriff: {
        Flaeche.SEITE: "bezeichnung langform beschreibung siehe aus_konzept quelle rechtsstand",
        Flaeche.DRUCK: "bezeichnung langform beschreibung siehe aus_konzept quelle rechtsstand",
    },
    Quelle: {
        Flaeche.SEITE: "bezeichnung art herausgeber tabelle url abgerufen_am beschreibung",
        Flaeche.DRUCK: "bezeichnung art herausgeber tabelle url abgerufen_am beschreibung",
    },
    Indikator: {
        Flaeche.SEITE: "name themenfeld schlagzeile definition einheit nachkommastellen art dimensionen richtung quelle zahlen_aus abschnitt"
        " periodizitaet naechste_aktualisierung formel zielwert weitere_zielwerte vergleich geheimhaltung methodenhinweise bruch referenz"
        " frage stichprobe darstellung hinweise hinweise_zu",
        Flaeche.DRUCK: "name themenfeld schlagzeile definition einheit nachkommastellen dimensionen quelle zahlen_aus formel zielwert weitere_zielwerte"
        " methodenhinweise frage stichprobe darstellung hinweise hinweise_zu",
    },
    Aussage: {
        Flaeche.SEITE: "abschnitt stelle text behauptung formel nicht_pruefbar anmerkung",
        Flaeche.DRUCK: "abschnitt stelle text behauptung formel nicht_pruefbar anmerkung",
    },
    Lebenslage: {Flaeche.SEITE: "name symbol bild kurztext massnahmen herausforderungen indikatoren zielgruppen"},
    Klaerung: {Flaeche.SEITE: "titel art text"},
    Ratsbericht: {Flaeche.SEITE: "von bis sitzung vorlage url abgeschlossen_am dateien"},
    Gebaerdenvideo: {Flaeche.SEITE: "titel film untertitel standbild text sekunden"},
    Sprache: {
        Flaeche.SEITE: "code name richtung titel hinweis geprueft kapitel handlungsfelder massnahmen zielgruppen"
        " glossar"
    },
}
"""Record type -> surface -> the fields that the template of the surface puts in a place of their own."""

WEGGELASSEN: Mapping[type[BaseModel], Mapping[Flaeche, Mapping[str, str]]] = {
    Abschnitt: {
        Flaeche.SEITE: {"reihenfolge": _ORDNUNG},
        Flaeche.DRUCK: {
            "reihenfolge": _ORDNUNG,
            "in_kuerze": "ist eine Zusammenfassung der Website, das gedruckte Konzept ist der Text selbst",
            "handlungsfeld": "sagt schon die Überschrift des Abschnitts",
        },
    },
    Handlungsfeld: {
        Flaeche.SEITE: {
            "reihenfolge": _ORDNUNG,
            "suchworte": _NUR_SUCHE,
            "bereiche": "stehen bei jeder Herausforderung",
        },
        Flaeche.DRUCK: {
            "reihenfolge": _ORDNUNG,
            "suchworte": _NUR_SUCHE,
            **dict.fromkeys(
                ("kurztext", "beschreibung", "bereiche", "bearbeitung", "bearbeitung_text", "abschnitt"), _IM_ABSCHNITT
            ),
        },
    },
    Herausforderung: {
        Flaeche.SEITE: {"frueher": _UMLEITUNG, "suchworte": _NUR_SUCHE},
        Flaeche.DRUCK: {
            "kurztitel": _TITEL,
            "frueher": _UMLEITUNG,
            "suchworte": _NUR_SUCHE,
            "bereich": "die Tabelle des Konzepts nennt ihn nicht",
        },
    },
    Massnahme: {
        Flaeche.IM_KONZEPT: {
            "frueher": _UMLEITUNG,
            "suchworte": _NUR_SUCHE,
            **dict.fromkeys(("federfuehrung", "kosten", "zeitraum"), _NICHT_IM_KONZEPT),
            **dict.fromkeys(
                ("indikatoren", "herkunft", "nachfolge", "sachstaende", "anmerkungen", "rechtsstand"), _AUF_DER_SEITE
            ),
        },
        Flaeche.EXCEL: {
            "frueher": _UMLEITUNG,
            "suchworte": _NUR_SUCHE,
            "sachstaende": "vom letzten Bericht stehen nur Stand und Tag da",
            **dict.fromkeys(
                "kurztitel kurztext herausforderungen ziel zielgruppen beschreibung beteiligte bezuege ressourcen indikatoren herkunft"
                " nachfolge anmerkungen rechtsstand".split(),
                _UMFORMULIEREN,
            ),
        },
        Flaeche.SEITE: {"frueher": _UMLEITUNG, "suchworte": _NUR_SUCHE},
        Flaeche.DRUCK: {"kurztitel": _TITEL, "frueher": _UMLEITUNG, "suchworte": _NUR_SUCHE},
    },
    Zielgruppe: {
        Flaeche.SEITE: {"anrede": _BETRIFFT, "anrede_eltern": _BETRIFFT},
        Flaeche.DRUCK: dict.fromkeys(("beschreibung", "oberbegriff", "anrede", "anrede_eltern"), _NUR_NAME),
    },
    Akteur: {
        Flaeche.SEITE: {"anrede": _BETRIFFT},
        Flaeche.DRUCK: dict.fromkeys(
            (
                "art",
                "kurzform",
                "weitere_namen",
                "beschreibung",
                "oberbegriff",
                "url",
                "anrede",
                "anmerkungen",
                "rechtsstand",
            ),
            _NUR_NAME,
        ),
    },
    Begriff: {Flaeche.SEITE: {"formen": _ERKENNEN}, Flaeche.DRUCK: {"formen": _ERKENNEN}},
    Indikator: {
        Flaeche.SEITE: {
            "reihenfolge": _ORDNUNG,
            "sprung": _NUR_PRUEFUNG,
            "frueher": _UMLEITUNG,
            "suchworte": _NUR_SUCHE,
        },
        Flaeche.DRUCK: {
            "reihenfolge": _ORDNUNG,
            "sprung": _NUR_PRUEFUNG,
            "frueher": _UMLEITUNG,
            "suchworte": _NUR_SUCHE,
            **dict.fromkeys(
                "art richtung abschnitt periodizitaet naechste_aktualisierung geheimhaltung referenz".split(),
                _DATENSEITE,
            ),
        },
        Flaeche.TABELLEN: {"formel": _NICHT_FLACH},
    },
    Aussage: {Flaeche.TABELLEN: {"formel": _NICHT_FLACH}},
    Lebenslage: {Flaeche.SEITE: {"reihenfolge": _ORDNUNG, "suchworte": _NUR_SUCHE}},
    Klaerung: {
        Flaeche.SEITE: {"reihenfolge": _ORDNUNG},
        Flaeche.DRUCK: dict.fromkeys(("titel", "art", "text", "reihenfolge"), "ist eine Frage an die Redaktion"),
    },
    Sprache: {
        Flaeche.SEITE: {
            "eigenname": _LISTE,
            "beschreibung": "steht im Kopf der Seite für Suchmaschinen",
            "rahmen": "steht um die Seite herum: Menü, Suche, Fußzeile",
            "reihenfolge": _ORDNUNG,
            "veraltet": "steht nur an Kapiteln, deren deutscher Text neuer ist",
        }
    },
}
"""Record type -> surface -> field -> why the surface does not show it."""


NUR_GEFUELLT: Mapping[type[BaseModel], frozenset[str]] = {Massnahme: frozenset({"bezuege"})}
"""Record type -> lists that go without saying where they are empty: nobody expects to find somebody there."""


def angaben(typ: type[BaseModel], flaeche: Flaeche) -> tuple[Feld, ...]:
    """The fields that a surface shows as a list, in the order of the model: all that have no other place there."""
    eigene = EIGENER_PLATZ.get(typ, {}).get(flaeche, "").split()
    ohne = WEGGELASSEN.get(typ, {}).get(flaeche, {})
    return tuple(f for f in felder(typ) if f.name not in eigene and f.name not in ohne and f.name != "id")
