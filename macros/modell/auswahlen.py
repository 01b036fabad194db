"""The closed lists: every value with the words that people read."""

from __future__ import annotations

from enum import Enum, auto
from typing import assert_never

from macros.modell.auswahl import Auswahl


class Stand(Auswahl):
    """How far a measure is; the newest Sachstand gives it."""

    VORGESCHLAGEN = "vorgeschlagen", "vorgeschlagen", "Die Maßnahme ist eine Idee, über die noch nicht entschieden ist."
    BESCHLOSSEN = "beschlossen", "beschlossen", "Ein Beschluss liegt vor, die Arbeit hat noch nicht begonnen."
    IN_VORBEREITUNG = "in_vorbereitung", "in Vorbereitung", "Zuständigkeit, Mittel oder Ablauf werden gerade geklärt."
    IN_UMSETZUNG = "in_umsetzung", "in Umsetzung", "An der Maßnahme wird gearbeitet."
    DAUERAUFGABE = "daueraufgabe", "Daueraufgabe", "Die Maßnahme läuft und hat kein geplantes Ende."
    UMGESETZT = "umgesetzt", "umgesetzt", "Die Maßnahme ist abgeschlossen."
    AUSGESETZT = "ausgesetzt", "ausgesetzt", "Die Arbeit ruht und soll wieder aufgenommen werden."
    NICHT_WEITERVERFOLGT = "nicht_weiterverfolgt", "nicht weiterverfolgt", "Die Maßnahme wird aufgegeben."

    @property
    def ist_aktiv(self) -> bool:
        """True from the decision to the end, so that an Ampel has a meaning; only decided, work has not begun."""
        return self in (Stand.BESCHLOSSEN, Stand.IN_VORBEREITUNG, Stand.IN_UMSETZUNG, Stand.DAUERAUFGABE)


class Ampel(Auswahl):
    """Whether an active measure runs to plan."""

    IM_PLAN = "im_plan", "im Plan", "Es läuft wie vorgesehen."
    GEFAEHRDET = "gefaehrdet", "gefährdet", "Der Plan ist in Gefahr; der Text sagt, warum."
    VERZOEGERT = "verzoegert", "verzögert", "Der Plan wird nicht gehalten; der Text sagt, warum."


class Prioritaet(Auswahl):
    """What the workshops did with a challenge."""

    PRIORISIERT = "priorisiert", "priorisiert", "In den Workshops als besonders wichtig ausgewählt und bearbeitet."
    ZUSAETZLICH = (
        "zusaetzlich",
        "zusätzlich behandelt",
        "Nicht ausgewählt; laut Konzept gab es dazu aber Ideen oder Ansätze.",
    )
    NICHT_BEHANDELT = (
        "nicht_behandelt",
        "nicht in den Listen der Workshops",
        "Der Text führt sie weder unter den priorisierten noch unter den weiteren Herausforderungen der Workshops auf. "
        "Ob sie bearbeitet wurde, geht daraus nicht hervor.",
    )


class Bearbeitung(Auswahl):
    """Where the challenges of a Handlungsfeld were worked on."""

    WORKSHOP = "workshop", "in Workshops", "An Herausforderungen wurde in Workshops gearbeitet."
    VERWALTUNG = "verwaltung", "in der Verwaltung", "Die Herausforderungen werden in der Verwaltung bearbeitet."


class Ressource(Auswahl):
    """What a measure needs."""

    PERSONELL = "personell", "Personal", "Arbeitszeit von Menschen, bezahlt oder im Ehrenamt."
    RAEUMLICH = "raeumlich", "Räume", "Räume für Treffen, Kurse oder Beratung."
    SACHMITTEL = "sachmittel", "Sachmittel", "Material, Technik, Druck und andere Sachkosten."
    FINANZIELL = "finanziell", "Geld", "Mittel aus Haushalt, Förderung oder Spenden."


class Kostenart(Auswahl):
    """What an amount of money means."""

    EINMALIG = "einmalig", "einmalig", "Der Betrag fällt einmal an."
    JAEHRLICH = "jaehrlich", "jährlich", "Der Betrag fällt jedes Jahr an."
    GESCHAETZT = "geschaetzt", "geschätzt", "Der Betrag ist eine Schätzung."


class Beziehung(Auswahl):
    """How an indicator belongs to a measure."""

    BEOBACHTET = "beobachtet", "beobachtet", "Der Indikator zeigt das Umfeld; er beweist keine Wirkung der Maßnahme."
    OUTPUT = "output", "zählt die Leistung", "Der Indikator zählt, was die Maßnahme selbst leistet."


class Nachfolgeart(Auswahl):
    """What became of a measure in the next edition."""

    FORTGEFUEHRT = "fortgefuehrt", "fortgeführt", "Die Maßnahme geht in der neuen Fassung weiter."
    GETEILT = "geteilt", "geteilt", "Aus der Maßnahme wurden mehrere."
    ZUSAMMENGELEGT = "zusammengelegt", "zusammengelegt", "Mehrere Maßnahmen wurden zu einer."
    ENTFALLEN = "entfallen", "entfallen", "Die neue Fassung enthält die Maßnahme nicht mehr."


class Akteursart(Auswahl):
    """What kind of institution or group an Akteur is."""

    STADT = "stadt", "Stadtverwaltung", "Stellen der Stadt selbst."
    RAT = "rat", "Rat und Politik", "Der Rat, seine Gremien und die Parteien."
    KREIS = "kreis", "Kreis", "Stellen des Kreises."
    BEHOERDE = "behoerde", "andere Behörden", "Behörden von Land und Bund, Regierungsorganisationen."
    FREIE_TRAEGER = "freie_traeger", "Freie Träger", "Freie Träger und Wohlfahrtsverbände."
    BILDUNG = "bildung", "Bildung", "Kitas, Schulen, Weiterbildung, Sprachkurse."
    KULTUR = "kultur", "Kultur", "Kultureinrichtungen."
    MSO = "mso", "Migrant*innenselbstorganisationen", "Vereine und Gruppen von Eingewanderten."
    KIRCHEN = "kirchen", "Religionsgemeinschaften", "Kirchen, Moscheen und andere Gemeinden."
    VEREINE = "vereine", "Vereine und Initiativen", "Sport-, Brauchtums- und andere Vereine, Initiativen, Treffpunkte."
    WIRTSCHAFT = "wirtschaft", "Wirtschaft", "Unternehmen und ihre Verbände."
    EHRENAMT = "ehrenamt", "Ehrenamt und Einzelne", "Ehrenamtlich Tätige, Betroffene und Nachbarschaft."
    WISSENSCHAFT = "wissenschaft", "Wissenschaft und Begleitung", "Institute, die begleiten oder auswerten."
    NETZWERK = "netzwerk", "Netzwerke und Gremien", "Zusammenschlüsse über einzelne Träger hinaus."


class Farbe(Auswahl):
    """Tested hues: each has AA contrast in light, dark and print."""

    BLAU = "blau", "Blau"
    PETROL = "petrol", "Petrol"
    GRUEN = "gruen", "Grün"
    OLIVE = "olive", "Olive"
    OCKER = "ocker", "Ocker"
    ROST = "rost", "Rost"
    KARMIN = "karmin", "Karmin"
    VIOLETT = "violett", "Violett"
    SCHIEFER = "schiefer", "Schiefer"


class Symbol(Auswahl):
    """Pictures that stand for a Handlungsfeld without colour."""

    BUCH = "buch", "aufgeschlagenes Buch"
    GESPRAECH = "gespraech", "zwei Sprechblasen"
    HAUS = "haus", "Haus"
    MENSCHEN = "menschen", "Gruppe von Menschen"
    NETZ = "netz", "verbundene Punkte"
    HERZ = "herz", "Herz"
    BUS = "bus", "Bus"
    KOFFER = "koffer", "Arbeitskoffer"
    BALL = "ball", "Ball"
    BLATT = "blatt", "Blatt"
    STERN = "stern", "Stern"
    SCHIRM = "schirm", "Schirm"


class Indikatorart(Auswahl):
    """What kind of figure an indicator gives."""

    BESTAND = "bestand", "Bestand", "Wie viele Personen oder Dinge es zu einem Stichtag gibt."
    EREIGNIS = "ereignis", "Ereigniszahl", "Was in einem Zeitraum geschieht, zum Beispiel Einbürgerungen eines Jahres."
    QUOTE = "quote", "Anteil", "Ein Anteil oder eine Quote."
    BEFRAGUNG = "befragung", "Befragung", "Antworten einer Umfrage."
    INDEX = "index", "Messwert", "Ein Messwert, Durchschnitt, Preis oder Index auf eigener Skala."


class Stichtagsform(Auswahl):
    """To which time the figures of an indicator belong, and how that time is spelled; the words say what it is."""

    TAG = "tag", "Stichtag", "Ein Tag, zum Beispiel 2026-12-31."
    MONAT = "monat", "Monat", "Ein Monat, zum Beispiel 2026-12."
    QUARTAL = "quartal", "Quartal", "Ein Vierteljahr, zum Beispiel 2026-Q4."
    HALBJAHR = "halbjahr", "Halbjahr", "Ein halbes Jahr, zum Beispiel 2026-H2."
    JAHR = "jahr", "Jahr", "Ein Kalenderjahr, zum Beispiel 2026."
    SCHULJAHR = "schuljahr", "Schuljahr", "Ein Schuljahr, zum Beispiel 2026/27."
    HAUSHALTSJAHR = "haushaltsjahr", "Haushaltsjahr", "Ein Haushaltsjahr, zum Beispiel 2026; ein doppeltes 2026/27."
    JAHRE = "mehrere_jahre", "Zeitraum", "Mehrere Jahre zusammen, zum Beispiel 2024/2026 oder 2025/26."


class Richtung(Auswahl):
    """Which way is better, where that can be said."""

    STEIGEND_GUT = "steigend_gut", "mehr ist besser", "Steigende Werte sind erwünscht."
    FALLEND_GUT = "fallend_gut", "weniger ist besser", "Fallende Werte sind erwünscht."
    NEUTRAL = "neutral", "ohne Wertung", "Der Wert beschreibt nur; keine Richtung gilt als besser."


class Zaehlt(Auswahl):
    """Who stands behind a figure; the protection of small counts goes by it."""

    PERSONEN = "personen", "Personen", "Gezählt werden Menschen. Kleine Zahlen sind geschützt."
    FAELLE = "faelle", "Fälle", "Gezählt werden Fälle, hinter denen Menschen stehen. Kleine Zahlen sind geschützt."
    HAUSHALTE = "haushalte", "Haushalte", "Gezählt werden Haushalte. Kleine Zahlen sind geschützt."
    ANDERES = "anderes", "anderes", "Gezählt oder gemessen wird etwas, hinter dem keine einzelnen Menschen stehen."


class Periodizitaet(Auswahl):
    """How often new figures are expected."""

    JAEHRLICH = "jaehrlich", "jährlich"
    SCHULJAHR = "schuljahr", "einmal im Schuljahr"
    ZWEIJAEHRLICH = "zweijaehrlich", "alle zwei Jahre"
    EINMALIG = "einmalig", "einmalig"
    UNREGELMAESSIG = "unregelmaessig", "unregelmäßig"


class Verfahren(Auswahl):
    """How small counts of people are protected."""

    KEINE = "keine", "keine", "Nichts wird verdeckt; die Begründung sagt, warum das zulässig ist."
    UNTERDRUECKUNG = "unterdrueckung", "Unterdrückung", "Werte unter der Schwelle werden durch einen Punkt ersetzt."
    RUNDUNG5 = "rundung5", "Rundung auf 5", "Alle Werte liegen auf Vielfachen von 5."


class Zeichen(Auswahl):
    """What stands in a table instead of a figure: the signs of DIN 55301, and two of our own about the source.

    `.` hides a figure or says that nobody knows it; that the source is silent about it is another thing, and has `n`.
    """

    NICHTS = "-", "nichts vorhanden", "genau null"
    UNBEKANNT = ".", "unbekannt oder geheim", "Zahlenwert unbekannt oder geheim zu halten"
    KEINE_ANGABE = "...", "noch nicht verfügbar", "Angabe fällt später an"
    GESPERRT = "x", "nicht sinnvoll", "Tabellenfach gesperrt, weil Aussage nicht sinnvoll"
    UNSICHER = "/", "nicht sicher genug", "keine Angabe, weil der Zahlenwert nicht sicher genug ist"
    WORT = "w", "nur in Worten genannt", "Die Quelle nennt Worte statt einer Zahl; sie stehen im Hinweis"
    NICHT_GENANNT = "n", "in der Quelle nicht genannt", "Die Quelle nennt hier keine Zahl"

    @property
    def nach_norm(self) -> bool:
        """True for the signs of DIN 55301."""
        return self not in (Zeichen.WORT, Zeichen.NICHT_GENANNT)


class Zuschnitt(Enum):
    """Which of the figures of an indicator a chart family draws; what is said about them in words follows it too."""

    STAND = auto()
    """The newest figure of every group."""
    VERLAUF = auto()
    """All figures over time, few groups in one picture."""
    VIELFACHE = auto()
    """All figures over time, a small picture for each value of one dimension."""
    ANTEILE = auto()
    """The parts of a whole, in percent."""
    ANTWORTEN = auto()
    """The answers of a survey, from agreement to disagreement."""
    PAARE = auto()
    """Two figures for each value of one dimension."""
    NICHTS = auto()
    """No picture: the table says it all."""


class Forge(Auswahl):
    """Where a repository lies, as far as it makes a difference to those who work there in the browser."""

    GITHUB = "github", "GitHub"
    GITLAB = "gitlab", "GitLab", "Auch openCoDE und eigene Server."
    FORGEJO = "forgejo", "Forgejo", "Auch Gitea und Codeberg."


class Familie(Auswahl):
    """Chart families; each but TABELLE is drawn by the module of its name in `ausgabe/diagramm/familien`."""

    BALKEN = "balken", "Balken"
    GESTAPELT = "gestapelt", "gestapelte Anteile"
    LIKERT = "likert", "Zustimmung und Ablehnung"
    LINIE = "linie", "Linie"
    KACHELN = "kacheln", "kleine Vielfache"
    HANTEL = "hantel", "Plan und Ist"
    TABELLE = "tabelle", "nur Tabelle"

    @property
    def zuschnitt(self) -> Zuschnitt:
        """Which figures the family draws."""
        match self:
            case Familie.BALKEN:
                return Zuschnitt.STAND
            case Familie.LINIE:
                return Zuschnitt.VERLAUF
            case Familie.KACHELN:
                return Zuschnitt.VIELFACHE
            case Familie.GESTAPELT:
                return Zuschnitt.ANTEILE
            case Familie.LIKERT:
                return Zuschnitt.ANTWORTEN
            case Familie.HANTEL:
                return Zuschnitt.PAARE
            case Familie.TABELLE:
                return Zuschnitt.NICHTS
            case _:
                assert_never(self)
