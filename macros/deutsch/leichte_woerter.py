"""Words and signs that Leichte Sprache avoids: long ones, abbreviations, numbers in words, signs of the offices."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from macros.deutsch.leichte_sprache import Fund, Leichtzeile, Verstoss, leicht, zeilen

LANG, LANGES_VERB = 15, 16
"""Letters that a noun, or its part between hyphens, may have; other words cannot be divided, and may have more."""
_ZITAT = re.compile(r"„[^“]*“")
_WORT = re.compile(r"[^\W\d_]+(?:[-·‧][^\W\d_]+)*")
_TEIL = re.compile(r"[-·‧]")
_ABKUERZUNG = re.compile(
    r"(?<!\w)(?:z\. ?B|d\. ?h|u\. ?a|u\. ?Ä|o\. ?Ä|i\. ?d\. ?R|usw|bzw|ca|vgl|evtl|ggf|inkl|zzgl|etc|Nr|[^\W\d_]*[Ss]tr|Tel|Abs|Art|Std|"
    r"Mio|Mrd|max|min|geb|gem|sog|bes|Dr|Hrsg)\.(?!\w)"
)
_KURZWORT = re.compile(r"(?<![\w·-])(?:[A-ZÄÖÜ]{2,6}s?|Kitas?|Azubis?|Rehas?)(?![\w·-])")
_ERKLAERT = r"\b{}(?: heißt| bedeutet|(?: ist| steht)(?: hier)? (?:die Abkürzung|kurz|ein kurzes Wort|das kurze Wort))"
_BEKANNT = frozenset({"PKW", "LKW", "WC", "USA", "CD", "DVD", "TV", "PC", "PCs", "ICE"})
_ROEMISCH = re.compile(r"(?<![\w·.-])(?=[IVXLC]{2,})X{0,3}(?:IX|IV|V?I{0,3})(?![\w·-])")
_ZAHLWORT = re.compile(
    r"(?<![\w·-])(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|"
    r"(?:zwan|vier|fünf|sech|sieb|acht|neun)zig|dreißig|(?:ein|zwei|drei)?(?:hundert|tausend))(?![\w·-])",
    re.I,
)
_ACHT = re.compile(r"\b(?:gib|geben|gibt|nimm|nehmen|nimmt|außer)\b.*\bacht\b|\bacht\s+(?:geben|nehmen|gibt)\b", re.I)
_PROZENT = re.compile(r"%|\bProzent\b")
_ZEICHEN = re.compile(r"[§&/(\[;…–—€+=<>#@|~^*_²³°]|\.\.\.")
_GENERISCH = re.compile(r"\w\*\w|\w:(?=in)|\w_(?=in)")


@leicht("langes-wort")
def langes_wort(z: Leichtzeile) -> Iterator[Fund]:
    """A long word is divided by a hyphen or a Mediopunkt, or said with shorter ones."""
    for wort in dict.fromkeys(_WORT.findall(_ZITAT.sub("", z.klar))):  # a name in quotation marks is as others wrote it
        for teil in _TEIL.split(wort):
            if len(teil) > (LANG if wort[0].isupper() else LANGES_VERB):
                yield (
                    f"„{wort}“ hat {len(teil)} Buchstaben ohne Trennung.",
                    "Mit Bindestrich oder Mediopunkt teilen (wie „Zusammen-Leben“), sonst kürzere Wörter nehmen.",
                )


@leicht("abkuerzung")
def abkuerzung(z: Leichtzeile) -> Iterator[Fund]:
    """An abbreviation with points is written in full."""
    for wort in dict.fromkeys(_ABKUERZUNG.findall(z.klar)):
        yield f"„{wort}“ ist eine Abkürzung.", "Ausschreiben, zum Beispiel „zum Beispiel“ statt „z. B.“."


@leicht("zahl")
def zahl(z: Leichtzeile) -> Iterator[Fund]:
    """Numbers are digits of ours; „eins“ and „ein“ are words."""
    if treffer := _ROEMISCH.search(z.klar):
        yield f"„{treffer[0]}“ ist eine römische Zahl.", "Mit den üblichen Ziffern schreiben, zum Beispiel 3 statt III."
    if (treffer := _ZAHLWORT.search(z.klar)) and not _ACHT.search(z.klar):
        yield f"Die Zahl „{treffer[0]}“ steht als Wort da.", "Als Ziffer schreiben, zum Beispiel 5 statt fünf."
    if treffer := _PROZENT.search(z.klar):
        yield f"„{treffer[0]}“ ist schwer zu verstehen.", "Anders sagen, zum Beispiel „10 von 100 Menschen“."


@leicht("sonderzeichen")
def sonderzeichen(z: Leichtzeile) -> Iterator[Fund]:
    """No sign that has to be known first, no brackets."""
    text = z.klar
    if treffer := _GENERISCH.search(z.roh.replace("\\*", "*")):
        yield (
            f"„{treffer[0]}“: Das Zeichen im Wort lässt sich schlecht lesen.",
            "Beide Formen oder ein anderes Wort nehmen.",
        )
    for zeichen in dict.fromkeys(_ZEICHEN.findall(text)):
        rat = "Was in Klammern steht, als eigenen Satz schreiben." if zeichen in "([" else "Mit einem Wort sagen."
        yield f"Das Zeichen „{zeichen}“ kennen nicht alle.", rat


def ungleiche(texte: Sequence[str]) -> Iterator[tuple[int, Verstoss]]:
    """(number of the text, hint) on words that are not alike everywhere, and on short words that no text explains."""
    yield from _ungleich_getrennt(texte)
    yield from _unerklaert(texte)


def _ungleich_getrennt(texte: Sequence[str]) -> Iterator[tuple[int, Verstoss]]:
    """The same noun, once with a hyphen and once without or with another: the rarer one, at its first place."""
    arten: dict[str, Counter[str]] = defaultdict(Counter)
    orte: dict[str, tuple[int, int]] = {}
    for nummer, text in enumerate(texte):
        for stelle, zeile in zeilen(text):
            for wort in _WORT.findall(_ZITAT.sub("", zeile.klar)):
                if wort[0].isupper():
                    arten[_TEIL.sub("", wort).lower()][wort] += 1
                    orte.setdefault(wort, (nummer, stelle))
    for je in arten.values():
        haeufig, *selten = sorted(je, key=lambda w: (-je[w], -len(w), w))
        for wort in selten:
            if _TEIL.sub("", wort) != wort or _TEIL.sub("", haeufig) != haeufig:
                nummer, stelle = orte[wort]
                yield (
                    nummer,
                    Verstoss(
                        "gleiche-trennung",
                        stelle,
                        f"„{wort}“ steht an anderer Stelle als „{haeufig}“ da.",
                        f"Überall gleich schreiben, zum Beispiel „{haeufig}“.",
                    ),
                )


def _unerklaert(texte: Sequence[str]) -> Iterator[tuple[int, Verstoss]]:
    """A short word such as „Kita“ or „MSO“ that no line explains by „Kita ist die Abkürzung“ or „Kita heißt“."""
    alles = [zeile.klar for text in texte for _, zeile in zeilen(text)]
    gesehen: set[str] = set()
    for nummer, text in enumerate(texte):
        for stelle, zeile in zeilen(text):
            for wort in _KURZWORT.findall(zeile.klar):
                stamm = wort.removesuffix("s")
                if stamm in gesehen or wort in _BEKANNT or _ROEMISCH.fullmatch(wort):
                    continue
                gesehen.add(stamm)
                if not any(re.search(_ERKLAERT.format(stamm), klar) for klar in alles):
                    yield (
                        nummer,
                        Verstoss(
                            "abkuerzung",
                            stelle,
                            f"„{wort}“ ist nirgends erklärt.",
                            f"Erklären („{stamm} ist die Abkürzung für …“) oder ausschreiben.",
                        ),
                    )
