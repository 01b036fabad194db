"""What comes from a record: its parts, and in later editions what it became. Loops in broken data end."""

from __future__ import annotations

from macros.modell.plan import Plan


def mit_unterbegriffen(plan: Plan, sammlung: str, kennung: str) -> tuple[str, ...]:
    """A target group or Akteur and everything below it."""
    alle = [kennung]
    for gefunden in alle:
        alle += [s.id for s in plan.sammlung(sammlung).values() if s.oberbegriff == gefunden and s.id not in alle]
    return tuple(alle)


def mit_folgern(plan: Plan, massnahme: str) -> tuple[str, ...]:
    """A measure and what became of it in later editions; nothing where there is no such measure."""
    alle = [massnahme] if massnahme in plan.massnahmen else []
    for gefunden in alle:
        nachfolge = plan.massnahmen[gefunden].nachfolge
        folger = nachfolge.massnahmen if nachfolge else ()
        alle += [m for m in folger if m in plan.massnahmen and m not in alle]
    return tuple(alle)
