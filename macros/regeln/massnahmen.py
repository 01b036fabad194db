"""Rules on measures: their reports, steps, times and editions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from macros.deutsch.kalender import tag
from macros.modell.auswahlen import Ampel, Nachfolgeart, Stand
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.massnahme import Massnahme, Sachstand
from macros.modell.plan import Plan
from macros.regeln.register import regel


@regel
def sachstand_folge(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Sachstände stand in the order in which they came: one for an earlier day says when it was entered.

    Two for one day say from whom they come.
    """
    for m in plan.massnahmen.values():
        for nummer, s in enumerate(m.sachstaende):
            for text, feld, vorschlag in _folge(m.sachstaende[:nummer], s):
                ort = plan.ort("massnahmen", m.id, "sachstaende", nummer, feld)
                yield melde(ort, f"sachstaende.{nummer + 1}.{feld}", "sachstand-folge", text, vorschlag)


def _folge(davor: Sequence[Sachstand], s: Sachstand) -> Iterator[tuple[str, str, str]]:
    """(text, field, suggestion) of what is wrong with a report behind others."""
    if s.eingetragen_am and s.eingetragen_am < s.datum:
        text = f"Der Sachstand vom {tag(s.datum)} kann nicht schon am {tag(s.eingetragen_am)} eingetragen sein."
        yield text, "eingetragen_am", "Beide Tage prüfen."
    if any(s.datum == d.datum and (not s.von or s.von in (d.von, None) or not d.von) for d in davor):
        yield (
            f"Für den {tag(s.datum)} gibt es schon einen Sachstand.",
            "datum",
            "Beide zu einem zusammenfassen. Kommen sie von zwei Stellen: bei beiden in von sagen, wer berichtet.",
        )
    elif (neuester := max((d.datum for d in davor), default=s.datum)) > s.datum and not s.eingetragen_am:
        yield (
            f"Der Sachstand vom {tag(s.datum)} steht hinter dem vom {tag(neuester)}.",
            "datum",
            "Neue Sachstände unten anhängen. Kam er später: in eingetragen_am den Tag nennen, an dem er kam.",
        )


@regel
def zukunft(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """What is reported has happened: no Sachstand and no finished step lies in the future."""
    for m in plan.massnahmen.values():
        tage = [(("sachstaende", i, "datum"), s.datum) for i, s in enumerate(m.sachstaende)]
        tage += [
            (("sachstaende", i, "eingetragen_am"), s.eingetragen_am)
            for i, s in enumerate(m.sachstaende)
            if s.eingetragen_am
        ]
        tage += [(("schritte", i, "erledigt_am"), s.erledigt_am) for i, s in enumerate(m.schritte) if s.erledigt_am]
        for pfad, datum in tage:
            if datum > stichtag:
                yield melde(
                    plan.ort("massnahmen", m.id, *pfad),
                    f"{pfad[0]}.{pfad[1] + 1}.{pfad[2]}",
                    "zukunft",
                    f"Der {tag(datum)} liegt in der Zukunft.",
                    "Das Datum prüfen.",
                )


@regel
def ampel(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """An Ampel belongs to an active measure, and anything but „im Plan“ says why."""
    for m in plan.massnahmen.values():
        for i, s in enumerate(m.sachstaende):
            if s.ampel and not s.stand.ist_aktiv:
                yield melde(
                    plan.ort("massnahmen", m.id, "sachstaende", i, "ampel"),
                    f"sachstaende.{i + 1}.ampel",
                    "ampel",
                    f"Zum Stand „{s.stand.bezeichnung}“ gehört keine Ampel.",
                    "Die Zeile löschen.",
                )
            elif s.ampel and s.ampel is not Ampel.IM_PLAN and not s.text:
                yield melde(
                    plan.ort("massnahmen", m.id, "sachstaende", i, "ampel"),
                    f"sachstaende.{i + 1}.text",
                    "ampel",
                    f"Zur Ampel „{s.ampel.bezeichnung}“ fehlt der Grund.",
                    "Hier in ein bis drei Sätzen sagen, warum.",
                )


@regel
def umgesetzt_offen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """What is finished by the report that counts on the day has no open step."""
    davor = _fortgefuehrte(plan)
    for m in plan.massnahmen.values():
        bekannt = [s for s in _zaehlende(m, davor) if s.bekannt_ab <= stichtag and s.datum <= stichtag]
        neuester = sorted(bekannt, key=lambda s: s.datum)[-1] if bekannt else None
        offen = [i for i, s in enumerate(m.schritte) if not s.erledigt_am]
        if neuester and neuester.stand is Stand.UMGESETZT and offen:
            yield melde(
                plan.ort("massnahmen", m.id, "schritte", offen[0]),
                f"schritte.{offen[0] + 1}.erledigt_am",
                "umgesetzt-offen",
                f"Die Maßnahme ist als umgesetzt berichtet, aber {_schritte(offen)}.",
                "erledigt_am eintragen; was nicht mehr getan wird, streichen; oder einen anderen Stand berichten.",
                Schwere.HINWEIS,
            )


def _fortgefuehrte(plan: Plan) -> dict[str, list[Massnahme]]:
    """Measure -> those of the edition before that it goes on with as they were."""
    je: dict[str, list[Massnahme]] = {}
    for alte in plan.massnahmen.values():
        if alte.nachfolge and alte.nachfolge.art is Nachfolgeart.FORTGEFUEHRT:
            for kennung in alte.nachfolge.massnahmen:
                je.setdefault(kennung, []).append(alte)
    return je


def _zaehlende(
    m: Massnahme, davor: Mapping[str, Sequence[Massnahme]], gesehen: frozenset[str] = frozenset()
) -> list[Sachstand]:
    """The reports that give the state of a measure: those of what it goes on with, and then its own."""
    if m.id in gesehen:
        return []
    geerbt = [s for alte in davor.get(m.id, ()) for s in _zaehlende(alte, davor, gesehen | {m.id})]
    return [*geerbt, *m.sachstaende]


def _schritte(offen: Sequence[int]) -> str:
    nummern = [str(i + 1) for i in offen]
    return f"Schritt {nummern[0]} ist offen" if len(nummern) == 1 else f"die Schritte {', '.join(nummern)} sind offen"


@regel
def beleg_fehlt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A decided or finished measure names its evidence."""
    for m in plan.massnahmen.values():
        for i, s in enumerate(m.sachstaende):
            if s.stand in (Stand.BESCHLOSSEN, Stand.UMGESETZT) and not s.beleg:
                yield melde(
                    plan.ort("massnahmen", m.id, "sachstaende", i, "stand"),
                    f"sachstaende.{i + 1}.beleg",
                    "beleg",
                    f"Zum Stand „{s.stand.bezeichnung}“ fehlt der Beleg.",
                    "Beschluss, Bericht oder Adresse im Feld beleg nennen.",
                    Schwere.HINWEIS,
                )


@regel
def zeitraum(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A planned time ends after it begins."""
    for m in plan.massnahmen.values():
        if m.zeitraum and m.zeitraum.ende and m.zeitraum.ende < m.zeitraum.beginn:
            yield melde(
                plan.ort("massnahmen", m.id, "zeitraum", "ende"),
                "zeitraum.ende",
                "zeitraum",
                "Das Ende liegt vor dem Beginn.",
                "Beginn und Ende prüfen.",
            )


@regel
def nachfolge(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A successor lies in the edition that follows, and its kind fits the number of measures."""
    for m in plan.massnahmen.values():
        n = m.nachfolge
        if n is None:
            continue
        ort = plan.ort("massnahmen", m.id, "nachfolge")
        fassung = plan.fassungen.get(n.fassung)
        if fassung and fassung.vorgaenger != m.herkunft.fassung:
            yield melde(
                ort,
                "nachfolge.fassung",
                "nachfolge",
                f"Die Fassung „{n.fassung}“ folgt nicht auf „{m.herkunft.fassung}“.",
                "Die unmittelbar folgende Fassung eintragen.",
            )
        zahl = len(n.massnahmen)
        passt = {
            Nachfolgeart.ENTFALLEN: zahl == 0,
            Nachfolgeart.FORTGEFUEHRT: zahl == 1,
            Nachfolgeart.ZUSAMMENGELEGT: zahl == 1,
            Nachfolgeart.GETEILT: zahl >= 2,
        }[n.art]
        if not passt:
            yield melde(
                ort,
                "nachfolge.massnahmen",
                "nachfolge",
                f"Zu „{n.art.bezeichnung}“ passt die Zahl der Maßnahmen nicht ({zahl}).",
                "entfallen: keine; fortgeführt und zusammengelegt: eine; geteilt: mindestens zwei.",
            )
        for stelle, ziel in enumerate(n.massnahmen):
            neu = plan.massnahmen.get(ziel)
            if neu and neu.herkunft.fassung != n.fassung:
                yield melde(
                    plan.ort("massnahmen", m.id, "nachfolge", "massnahmen", stelle),
                    "nachfolge.massnahmen",
                    "nachfolge",
                    f"„{ziel}“ gehört nicht zur Fassung „{n.fassung}“.",
                    "Eine Maßnahme der neuen Fassung eintragen.",
                )


@regel
def nachfolge_fehlt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """No measure vanishes: in an edition that has a successor each says what became of it.

    While the successor waits for its decision, that is work to be done and no fault.
    """
    beschlossene_zuletzt = sorted(plan.fassungen.values(), key=lambda f: f.beschlossen_am is not None)
    gefolgt = {f.vorgaenger: f for f in beschlossene_zuletzt if f.vorgaenger}
    for m in plan.massnahmen.values():
        neue = gefolgt.get(m.herkunft.fassung)
        if neue and m.nachfolge is None:
            yield melde(
                plan.ort("massnahmen", m.id),
                "nachfolge",
                "nachfolge-fehlt",
                f"Was wurde in der Fassung „{neue.id}“ aus der Maßnahme {m.nummer}?",
                "nachfolge eintragen: fortgeführt, geteilt, zusammengelegt oder entfallen, mit Begründung.",
                Schwere.FEHLER if neue.beschlossen_am else Schwere.HINWEIS,
            )
