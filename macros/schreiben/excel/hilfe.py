"""The help sheet of the workbook, in German."""

ANLEITUNG = (
    ("", "Was diese Datei ist"),
    (
        "•",
        "Sie enthält den Stand der Daten vom Tag des Exports. Sie ist zum Eintragen da: Wer zuständig ist, ändert Zellen "
        "und schickt die Datei zurück. Eingelesen wird nur, was sich gegenüber dem Export geändert hat.",
    ),
    ("", "So melden Sie einen Stand"),
    ("1.", "Blatt „Maßnahmen“ öffnen und die Zeile Ihrer Maßnahme suchen."),
    ("2.", "In den gelben Spalten „Neuer Bericht“ das Datum eintragen und den Stand aus der Liste wählen."),
    (
        "3.",
        "Ampel nur wählen, solange an der Maßnahme gearbeitet wird. Zeigt sie nicht „im Plan“, sagt der Text, warum.",
    ),
    ("4.", "Im Text in ein bis drei Sätzen berichten. Einen Beleg nennen, zum Beispiel einen Beschluss."),
    (
        "5.",
        "Berichten zwei Stellen für denselben Tag, wählt jede unter „berichtet von“, wer sie ist. „eingetragen am“ bleibt "
        "meistens leer: Kommt ein Bericht später als einer für einen späteren Tag, setzt das Einlesen den Tag ein.",
    ),
    ("", "So melden Sie eine Zahl"),
    (
        "1.",
        "Das Blatt der Zahlengruppe öffnen. Für das nächste Jahr liegen gelbe Zeilen bereit; passt der Stichtag nicht, "
        "den Stichtag ändern.",
    ),
    (
        "2.",
        "Den Wert eintragen: nur die Zahl, ohne Einheit. Ist sie geheim oder fehlt sie, bleibt der Wert leer, und die "
        "Spalte „Zeichen“ sagt, warum.",
    ),
    ("3.", "Weitere Zeilen unten anfügen: Kennung, Stichtag und Gliederung wie in den Zeilen darüber."),
    ("", "So halten Sie Schritte fest"),
    (
        "1.",
        "Im Blatt „Schritte“ den geplanten Tag oder den Tag der Erledigung eintragen. Ein neuer Schritt kommt in eine "
        "neue Zeile: Kennung der Maßnahme, „Schritt Nr.“ leer.",
    ),
    ("", "Gut zu wissen"),
    ("•", "Graue Spalten sind nur zum Lesen da, ebenso das Blatt „Zielwerte“, wo es Zielwerte gibt."),
    ("•", "Hier stehen die Maßnahmen der Fassung, die in Kraft ist."),
    ("•", "Sortieren und Filtern ist erlaubt. Eine gelöschte Zeile löscht nichts in den Daten."),
    ("•", "Keine Zellen verbinden, keine Formeln, keine Zeilenumbrüche. Spaltenüberschriften nicht ändern."),
    ("•", "Ein früherer Bericht wird nie überschrieben; ein neuer kommt dazu."),
    (
        "•",
        "Keine Namen, Telefonnummern oder E-Mail-Adressen einzelner Personen eintragen: Alles hier wird veröffentlicht.",
    ),
    ("•", "Das Blatt „_Abdruck“ ist versteckt und wird gebraucht. Ohne es lässt sich die Datei nicht einlesen."),
)
"""(number or bullet, text); an empty mark makes a heading."""


def ohne_zahlen() -> list[tuple[str, str]]:
    """The help without the part on figures, for workbooks that ask for none."""
    beginn = ANLEITUNG.index(("", "So melden Sie eine Zahl"))
    ende = ANLEITUNG.index(("", "So halten Sie Schritte fest"))
    return [*ANLEITUNG[:beginn], *ANLEITUNG[ende:]]
