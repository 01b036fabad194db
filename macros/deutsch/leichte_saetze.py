"""Sentences that Leichte Sprache avoids: long ones, two in one, genitive, subjunctive, passive, negation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.deutsch.leichte_sprache import Fund, Leichtzeile, leicht
from macros.deutsch.lesen import wortzahl

WOERTER = 12
"""Words that a sentence may have."""
_UNTER = (
    r"dass|weil|obwohl|obgleich|damit|sodass|indem|während|nachdem|bevor|ehe|sobald|solange|seit|seitdem|falls|wenn|ob|als|"
    r"denn|sondern|aber|doch|sowie|(?:der|die|das|den|dem|deren|dessen|denen|welche[rsmn]?|wer|wem|wen|was|wo|wie|wann|"
    r"warum|woran|womit|wofür|worum|wohin)"
)
_NEBENSATZ = re.compile(rf",\s+(?:(?:in|mit|von|zu|für|auf|bei|an|aus|und|oder)\s+)?({_UNTER})\b")
_VORAN = re.compile(r"^(Wenn|Falls|Weil|Obwohl|Während|Nachdem|Bevor|Sobald|Solange|Damit|Als|Wer)\b[^,:?]*, ")
_UND = re.compile(r",\s+(?:und|oder)\s")
_VIELE = re.compile(r",[^,.:]+,[^,.:]* (?:und|oder) ")
_ANTWORT = re.compile(r"^(?:Ja|Nein|Bitte|Danke|Ach|Oh), ", re.I)
_DOPPELPUNKT = re.compile(r":(?!\d|//)")

_EIN = r"(?:[mds]?ein|ihr|unser|eur|euer|kein)"
_NOMEN = r"(?:[a-zäöüß]+en\s+)?[A-ZÄÖÜ][\wäöüß-]*"
_STARKER_GENITIV = re.compile(
    rf"\b(?:[Dd]es|(?i:{_EIN}|dies|jed|jen)es)\s+((?:[a-zäöüß]+en\s+)?[A-ZÄÖÜ][\wäöüß-]*(?:s|es|en|n))\b"
)
_DES = re.compile(rf"\b[Dd]es\s+{_NOMEN}")
_SAECHLICH_AUF_S = re.compile(
    r"(?:[Hh]aus|[Gg]las|[Gg]as|[Gg]ras|nis|[Ee]is|[Gg]leis|[Ll]os|[Mm]oos|[Zz]eugnis|[Kk]reuz|[Nn]etz)$"
)
_DER = re.compile(
    r"(?<![\w-])((?:[A-ZÄÖÜ][\wäöüß-]+|[Vv]iele|[Ee]inige|[Mm]anche|[Aa]lle|[Kk]einer|[Nn]iemand|[Ee]ine[rs]?|[Dd]ie meisten)"
    r"\s+(?:der|dieser|[mds]?einer|ihrer|unserer|eurer)\s+(?:[a-zäöüß]+en\s+)?[A-ZÄÖÜ][\wäöüß-]+)"
)
_KEIN_NOMEN = frozenset(
    "Auch Und Oder Aber Nur Dann Heute Morgen Gestern Hier Dort Da Oben Unten In Mit Von Bei Zu An Auf Aus Nach Vor Seit Unter "
    "Über Für Durch Gegen Ohne Um Neben Zwischen Hinter Ist Sind War Hat Haben Wird Werden Kann Soll Muss Darf Will Wo Wer Was "
    "Wann Wie Warum Jetzt So Also Denn Doch Sie Er Es Ich Wir Ihr Man Das Dies Zur Zum Im Am Beim Vom Ob Wenn Weil Nicht".split()
)
_PRAEPOSITION = re.compile(
    r"\b(?i:wegen|trotz|statt|anstatt|während)\s+(?:der|des|dieser|dieses|einer|eines|[mds]einer|[mds]eines|ihrer|ihres|"
    r"unserer|unseres)\b|\b(?i:aufgrund|anhand|mithilfe|innerhalb|außerhalb|bezüglich|hinsichtlich|mittels|anlässlich|"
    r"infolge|zugunsten|seitens|gemäß)\b"
)
_KONJUNKTIV = re.compile(
    r"\b(?:wär(?:e|en|est|et)|hätt(?:e|en|est|et)|würd(?:e|en|est|et)|könnt(?:e|en|est|et)|müsst(?:e|en|est|et)|"
    r"dürft(?:e|en|est|et)|sollt(?:e|en|est|et)|bräucht(?:e|en)|gäb(?:e|en)|käm(?:e|en)|ließ(?:e|en)(?=\s+sich)|ging(?:e|en)|"
    r"seien|sei|könne|müsse|dürfe|solle|wisse)\b",
    re.I,
)
_SEI_BEFEHL = re.compile(r"^(?:sei|seien sie)\b", re.I)
_WERDEN = re.compile(r"\b(?:wird|werden|wirst|werdet|werde|wurde|wurden|wurdest|worden)\b", re.I)
_HILFSVERB = r"(?:wird|werden|werde|wurde|wurden|worden|ist|sind|war|waren|kann|können|soll|sollen|muss|müssen|darf|dürfen|will|wollen|mag)"
_VOR = r"(?:ab|an|auf|aus|bei|dar|durch|ein|fest|fort|frei|heim|her|hin|los|mit|nach|statt|teil|um|vor|weg|weiter|wieder|zu|zurück|zusammen|über|unter)"
_SCHWACH = (
    rf"(?:{_VOR}?ge[a-zäöüß]+t|{_VOR}?(?:be|ver|er|ent|zer|miss|über|unter|wider)[a-zäöüß]{{2,}}t|[a-zäöüß]+iert)"
)
_STARK = (
    rf"{_VOR}?ge(?:schrieben|nommen|geben|sehen|funden|bunden|trunken|gessen|sprochen|brochen|troffen|worfen|holfen|laden|"
    r"tragen|schlagen|fahren|lassen|halten|fangen|hangen|rufen|zogen|schoben|schlossen|hoben|boten|logen|messen|lesen|strichen|"
    r"schnitten|stellt|nannt|kannt|dacht|bracht|wonnen|sungen|stohlen|gossen|rissen|wiesen|trieben|stiegen|tan|nutzt)"
    rf"|{_VOR}?(?:beschlossen|besprochen|beworben|verboten|verloren|verschoben|verglichen|verstanden|verliehen|vergeben|"
    r"erhoben|entschieden|entnommen|unterschrieben|beschrieben|verschrieben|betroffen|bewiesen|überwiesen|unternommen|"
    r"übernommen|übergeben|vertreten|erfunden|empfohlen|empfangen|begonnen|betrieben|vertrieben|gelassen)"
)
_PARTIZIP = re.compile(rf"\b(?:{_SCHWACH}|{_STARK})(?=(?:\s+{_HILFSVERB})*\s*$)")
_EIGENSCHAFT = frozenset(
    "bekannt berühmt beliebt bereit gerecht gesamt vertraut geschickt gespannt geeignet bewusst verrückt verliebt erkrankt "
    "berechtigt begeistert enttäuscht verwandt echt leicht recht erst überrascht".split()
)
_TEILSATZ = re.compile(r"[,:;?!.–]+|\bund\b|\boder\b")
_NEIN = re.compile(
    r"(?<![\w-])(?:nicht|nichts|nie|niemals|niemand\w*|nirgends|nirgendwo|weder|kein(?:e[rsnm]?)?)(?![\w-])", re.I
)
_FETT = re.compile(r"\*\*[^*]+\*\*")


@leicht("satzlaenge")
def satzlaenge(z: Leichtzeile) -> Iterator[Fund]:
    """A sentence has few words."""
    for satz in z.saetze:
        if (anzahl := wortzahl(satz)) > WOERTER:
            yield (
                f"Der Satz hat {anzahl} Wörter, höchstens {WOERTER} sind gut.",
                "In mehrere Sätze teilen, jeden in eine eigene Zeile.",
            )


@leicht("ein-satz", nur_fliesstext=True)
def ein_satz(z: Leichtzeile) -> Iterator[Fund]:
    """One sentence a line."""
    if len(z.saetze) > 1:
        yield f"In dieser Zeile stehen {len(z.saetze)} Sätze.", "Jeden Satz in einen eigenen Absatz schreiben."


@leicht("eine-aussage")
def eine_aussage(z: Leichtzeile) -> Iterator[Fund]:
    """One statement a sentence: no clause inside another, no second one behind a comma."""
    for satz in (_ANTWORT.sub("", s) for s in z.saetze):
        if treffer := _NEBENSATZ.search(satz):
            yield f"Hinter dem Komma beginnt ein zweiter Satzteil („{treffer[1]}“).", "Zwei Sätze daraus machen."
        elif treffer := _VORAN.search(satz):
            yield (
                f"Der Satz beginnt mit einem Nebensatz („{treffer[1]}“).",
                "Als Frage mit Antwort schreiben: „Sind Sie krank? Dann …“.",
            )
        elif _UND.search(satz):
            yield "Ein Komma trennt zwei Aussagen.", "Zwei Sätze daraus machen."


@leicht("aufzaehlung", nur_fliesstext=True)
def aufzaehlung(z: Leichtzeile) -> Iterator[Fund]:
    """More than three things are a list."""
    if any(_VIELE.search(satz) for satz in z.saetze):
        yield "Der Satz zählt mehr als 3 Dinge auf.", "Eine Liste daraus machen, jedes Ding in eine eigene Zeile."


@leicht("doppelpunkte")
def doppelpunkte(z: Leichtzeile) -> Iterator[Fund]:
    """One colon a line."""
    if (anzahl := len(_DOPPELPUNKT.findall(z.klar))) > 1:
        yield f"In dieser Zeile stehen {anzahl} Doppelpunkte.", "Den zweiten Teil in eine neue Zeile schreiben."


@leicht("genitiv")
def genitiv(z: Leichtzeile) -> Iterator[Fund]:
    """No genitive: „das Haus von dem Lehrer“, not „das Haus des Lehrers“."""
    for satz in z.saetze:
        if wo := _genitiv(satz):
            erstes, _, rest = wo.partition(" ")
            besser = f"{erstes} von {rest}" if rest.startswith("der ") else "das Haus von dem Lehrer"
            yield f"„{wo}“ sieht aus wie ein Genitiv.", f"Mit „von“ sagen, zum Beispiel „{besser}“."


def _genitiv(satz: str) -> str:
    """The words that look like one; empty where none do."""
    if treffer := _DES.search(satz) or _PRAEPOSITION.search(satz):
        return treffer[0]
    for treffer in _STARKER_GENITIV.finditer(satz):
        nomen = treffer[1].split()[-1]
        if nomen.endswith("s") and not _SAECHLICH_AUF_S.search(nomen):
            return treffer[0]
    for treffer in _DER.finditer(satz):
        erstes = treffer[1].split()[0]
        if erstes not in _KEIN_NOMEN and not (treffer.start() == 0 and satz.endswith("?")):
            return treffer[1]
    return ""


@leicht("konjunktiv")
def konjunktiv(z: Leichtzeile) -> Iterator[Fund]:
    """No subjunctive: „vielleicht“ says the same."""
    for satz in z.saetze:
        if (treffer := _KONJUNKTIV.search(satz)) and not _SEI_BEFEHL.search(satz):
            yield f"„{treffer[0]}“ ist ein Konjunktiv.", "Mit „vielleicht“, „kann“ oder „soll“ sagen."


@leicht("passiv")
def passiv(z: Leichtzeile) -> Iterator[Fund]:
    """No passive: the sentence says who does it."""
    for satz in z.saetze:
        for teil in _TEILSATZ.split(satz):
            if (
                _WERDEN.search(teil)
                and (treffer := _PARTIZIP.search(teil))
                and treffer[0] not in _EIGENSCHAFT
                and not teil.strip().lower().startswith("werden sie")
            ):
                yield (
                    f"„{treffer[0]}“ mit „werden“ ist ein Passiv.",
                    "Sagen, wer es tut, zum Beispiel „Das Amt prüft das“.",
                )


@leicht("verneinung", nur_fliesstext=True)
def verneinung(z: Leichtzeile) -> Iterator[Fund]:
    """Say what is; where it must be „nicht“, it stands in bold, and once a sentence."""
    fett = " ".join(_FETT.findall(z.roh))
    worte = _NEIN.findall(z.klar)
    if len(worte) > 1:
        yield (
            f"Zwei Verneinungen in einer Zeile („{worte[0]}“, „{worte[1]}“).",
            "Sagen, was ist, oder zwei Sätze daraus machen.",
        )
    elif worte and not _NEIN.search(fett):
        yield (
            f"„{worte[0]}“ ist eine Verneinung.",
            f"Sagen, was ist. Geht das nicht: fett schreiben, also **{worte[0]}**.",
        )
