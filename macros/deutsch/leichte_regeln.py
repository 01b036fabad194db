"""All rules of Leichte Sprache: whoever imports them from here has every module of them loaded."""

from macros.deutsch.leichte_saetze import WOERTER
from macros.deutsch.leichte_sprache import NUR_FLIESSTEXT, REGELN, Verstoss, verstoesse
from macros.deutsch.leichte_woerter import LANG, ungleiche

__all__ = ["LANG", "NUR_FLIESSTEXT", "REGELN", "WOERTER", "Verstoss", "ungleiche", "verstoesse"]
