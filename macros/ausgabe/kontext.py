"""What a template sees: the Plan, the day, links from its own page, texts and numbers in German."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import ClassVar

from markupsafe import Markup

from macros.ausgabe.diagramm.bildersatz import Bildersatz, bildersatz
from macros.ausgabe.umgebung import UMGEBUNG
from macros.ausgabe.worte import adressen
from macros.ausgabe.worte.dateinamen import druckdatei
from macros.ausgabe.worte.markdown import Begriffe, Feldtext
from macros.modell.felder import Feld, ist_gesagt
from macros.modell.geltung import Geltung, fassung_von, geltende_fassung, geltender_plan, geltungen
from macros.modell.gemeinde import Fassung
from macros.modell.grundtypen import Datensatz, Satz
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Herausforderung
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.modell.sammlung import Sammlung
from macros.modell.stichtag import Stichtag
from macros.sichten.bezuege import Bezuege, sammle_bezuege
from macros.sichten.flaechen import NUR_GEFUELLT, Flaeche, angaben
from macros.sichten.matrix import vorgaenger
from macros.sichten.pruefsumme import pruefsumme
from macros.sichten.reihen import Reihe
from macros.sichten.stand import UNBERICHTET, Lage
from macros.sichten.tage import neueste_zahl, neuester_eintrag
from macros.sichten.umsetzung import massnahmen_der_fassung
from macros.sichten.vergleichbarkeit import vergleichbare
from macros.sichten.verlauf import Bericht, lagen, verlaeufe


@dataclass(frozen=True)
class Bau:
    """One build: the Plan, the day that counts as today, and what is computed once from both."""

    plan: Plan
    stichtag: date
    adresse: str = ""
    """Address of the published site, ending with `/`; empty where it is not known."""
    gesamt: Plan | None = None
    """The Plan with editions in preparation, where there are any; `plan` does not know them."""
    mit_pdf: bool = True
    """Whether PDFs and Word files are made; without them no page links to one, and the pages say so."""

    @classmethod
    def am(cls, plan: Plan, stichtag: date, adresse: str | None) -> Bau:
        """The build of a Plan on a day; the site's address as given, else from the data."""
        adresse = adresse or plan.gemeinde.adresse_der_seite
        gilt = geltender_plan(plan, stichtag)
        ende = f"{adresse.rstrip('/')}/" if adresse else ""
        return cls(gilt, stichtag, ende, None if gilt is plan else plan)

    def druckdatei(self, name: str) -> str:
        """The address of a document below `pdf/`; see there for its form."""
        return druckdatei(self.plan.gemeinde, name)

    @cached_property
    def fassung(self) -> Fassung | None:
        """The edition in force."""
        return geltende_fassung(self.plan, self.stichtag)

    @cached_property
    def geltungen(self) -> Mapping[str, Geltung]:
        """Edition -> whether it is in force, was before, or is in preparation."""
        return geltungen(self.plan, self.stichtag)

    @cached_property
    def massnahmen(self) -> list[Massnahme]:
        """The measures of the edition in force."""
        return massnahmen_der_fassung(self.plan, self.fassung.id) if self.fassung else []

    @cached_property
    def herausforderungen(self) -> list[Herausforderung]:
        """The challenges of the edition in force."""
        return [h for h in self.plan.herausforderungen.values() if self.fassung and h.fassung == self.fassung.id]

    @cached_property
    def mit_vorbereitung(self) -> Bau:
        """The same build with the editions in preparation, for their own pages; itself where there are none."""
        return Bau(self.gesamt, self.stichtag, self.adresse, mit_pdf=self.mit_pdf) if self.gesamt else self

    def vorbereitete(self, sammlung: str) -> list[Datensatz]:
        """The records of a collection that only editions in preparation hold."""
        gilt, alle = self.plan.sammlung(sammlung), self.mit_vorbereitung.plan.sammlung(sammlung)
        return [satz for kennung, satz in alle.items() if kennung not in gilt]

    @cached_property
    def bezuege(self) -> Bezuege:
        """References turned round."""
        return sammle_bezuege(self.plan)

    @cached_property
    def begriffe(self) -> Begriffe:
        """Glossary, ready for running text."""
        return Begriffe(self.plan.glossar.values())

    @cached_property
    def lagen(self) -> Mapping[str, Lage]:
        """State of every measure on the day; in an edition in preparation none has one, nor is it late."""
        return {**dict.fromkeys(self.plan.massnahmen, UNBERICHTET), **lagen(self._gilt, self.stichtag)}

    @cached_property
    def verlaeufe(self) -> Mapping[str, tuple[Bericht, ...]]:
        """Every measure's reports up to the day, with those on the measures that it comes from."""
        alle = {m.id: tuple(Bericht(m, s) for s in m.sachstaende) for m in self.plan.massnahmen.values()}
        alle = {**alle, **verlaeufe(self._gilt)}
        return {k: tuple(b for b in je if b.sachstand.bekannt_ab <= self.stichtag) for k, je in alle.items()}

    @cached_property
    def _gilt(self) -> Plan:
        """What counts: an edition in preparation takes no report over yet."""
        return geltender_plan(self.plan, self.stichtag)

    @cached_property
    def vorgaenger(self) -> Mapping[str, Sequence[Massnahme]]:
        """Measure -> measures of the edition before that became this one."""
        return vorgaenger(self.plan)

    @cached_property
    def neuester_eintrag(self) -> date | None:
        """The newest day that the data carry."""
        return neuester_eintrag(self.plan, self.stichtag)

    @cached_property
    def neueste_zahl(self) -> Stichtag | None:
        """The newest Stichtag with a figure."""
        return neueste_zahl(self.plan)

    @cached_property
    def diagramme(self) -> Bildersatz:
        """The pictures of every indicator."""
        return bildersatz(self.plan)

    @cached_property
    def vergleichbare(self) -> Mapping[str, Sequence[Reihe]]:
        """Kind of Stichtag -> the indicators that can be set beside each other."""
        return vergleichbare(self.plan)

    @cached_property
    def pruefsumme(self) -> str:
        """Version of the data, for citing."""
        return pruefsumme(self.plan)


@dataclass
class Kontext:
    """One page of a build; `hier` is its address below the root, ending with `/` or empty."""

    bau: Bau
    hier: str
    mit_begriffen: bool = True
    """False where texts are not in German, so that German explanations stay out of them."""
    _feldtext: Feldtext | None = field(default=None, repr=False)
    _karten: set[str] = field(default_factory=set, repr=False)

    @property
    def plan(self) -> Plan:
        """The Plan of the build."""
        return self.bau.plan

    @property
    def feldtext(self) -> Feldtext:
        """The Markdown renderer of this page."""
        if self._feldtext is None:
            self._feldtext = Feldtext(self.zu, self.bau.begriffe if self.mit_begriffen else Begriffe(()))
        return self._feldtext

    def im(self, bau: Bau) -> Kontext:
        """The same page of another build; what it marks counts for this page."""
        return replace(self, bau=bau, _feldtext=self.feldtext)

    def zu(self, sammlung: str, kennung: str) -> str:
        """Relative link to a record."""
        return adressen.relativ(adressen.adresse(sammlung, kennung), self.hier)

    def weg(self, ziel: str) -> str:
        """Relative link to a page or file, given below the root."""
        return adressen.relativ(ziel, self.hier)

    def name(self, sammlung: str, kennung: str) -> str:
        """What a link to a record says: the short name on the screen, the official one on paper."""
        satz: Datensatz = self.plan.sammlung(sammlung)[kennung]
        return satz.name_im(self.plan) if self.gedruckt else satz.kurzname_im(self.plan)

    def kuerzel(self, herausforderung: str) -> str:
        """The mark of a challenge, „BA-01“."""
        return self.plan.herausforderungen[herausforderung].kuerzel_im(self.plan)

    def md(self, text: str | None) -> Markup:
        """A text field as HTML paragraphs."""
        return self.feldtext.block(text)

    def zeile(self, text: str | None) -> Markup:
        """A text field as inline HTML."""
        return self.feldtext.zeile(text)

    def auf(self, sammlung: str, kennung: str, von: str) -> list[Datensatz]:
        """Records of collection `von` that refer to a record."""
        alle = self.plan.sammlung(von)
        return [alle[k] for k in self.bau.bezuege.auf(sammlung, kennung, von)]

    def geltende(self, saetze: Sequence[Datensatz]) -> list[Datensatz]:
        """Of some records those of the edition in force, and those that belong to no edition."""
        fassung = self.bau.fassung.id if self.bau.fassung else None
        return [s for s in saetze if fassung_von(s) in (None, fassung)]

    def darauf(self, satz: Datensatz, ohne: Sequence[str] = ()) -> list[tuple[Sammlung, list[Datensatz]]]:
        """The records that refer to a record, by collection in the order of the model; `ohne` stand elsewhere on the page."""
        je = ((typ.SAMMLUNG, self.auf(satz.SAMMLUNG.ordner, satz.id, name)) for name, typ in SAMMLUNGEN.items())
        return [
            (sammlung, saetze) for sammlung, saetze in je if saetze and sammlung.deutsch and sammlung.ordner not in ohne
        ]

    flaeche: ClassVar[Flaeche] = Flaeche.SEITE
    """The surface whose fields `angaben` gives where a template names none."""

    @property
    def gedruckt(self) -> bool:
        """True where what is rendered ends up on paper."""
        return self.flaeche is Flaeche.DRUCK

    def angaben(self, satz: Datensatz, flaeche: str = "") -> tuple[Feld, ...]:
        """The fields that a surface shows of a record as a list."""
        leer = {name for name in NUR_GEFUELLT.get(type(satz), ()) if not getattr(satz, name)}
        return tuple(
            f for f in angaben(type(satz), Flaeche(flaeche) if flaeche else self.flaeche) if f.name not in leer
        )

    def weitere(self, satz: Datensatz) -> Markup:
        """What a record says beyond the places of its template; nothing where that is all.

        A default that the data do not state is no fact; a yes or no that may be unknown is said to be so.
        """
        gefuellt = [f for f in self.angaben(satz) if ist_gesagt(satz, f)]
        if not gefuellt:
            return Markup("")
        liste = self.rendere("angaben/liste.html", satz=satz, felder=gefuellt)
        return Markup('<dl class="eckdaten">{}</dl>').format(liste)

    def angabe(self, satz: Satz, f: Feld) -> Markup:
        """The value of a field as HTML, by its kind; „nicht angegeben“ where there is none."""
        html = self.rendere("angaben/wert.html", satz=satz, f=f, wert=getattr(satz, f.name))
        return Markup(html.strip())  # noqa: S704 (rendered with autoescape)

    def rendere(self, vorlage: str, **werte: object) -> Markup:
        """A template with this page as `k`; never with unescaped data."""
        html = UMGEBUNG.get_template(vorlage).render(k=self, plan=self.plan, **werte)
        return Markup(html)  # noqa: S704 (autoescaped by the environment)

    def begriffskarten(self) -> Markup:
        """Explanations of the terms marked since the last call, once a page each.

        Inside them no further term is marked: its button would need a card of its own, and so on.
        """
        neu = [b for kennung, b in self.feldtext.gezeigt.items() if kennung not in self._karten]
        self._karten |= {b.id for b in neu}
        if not neu:
            return Markup("")
        schlicht = Feldtext(self.zu, Begriffe(()))
        return self.rendere(
            "bausteine/begriffskarten.html", begriffe=[(b, schlicht.zeile(b.beschreibung)) for b in neu]
        )
