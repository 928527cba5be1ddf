"""When two units are the same: spelling and sign may differ, nothing is converted."""

from __future__ import annotations

from dinkit.model.vocabulary import UNKNOWN

PERCENT = "%"
POINTS = "procentpunt"
"""The unit of a difference between two percentages."""

_SAME = {
    "procent": PERCENT, "percent": PERCENT, "pct": PERCENT,
    "procentpunten": POINTS, "%-punt": POINTS, "percentage point": POINTS, "percentage points": POINTS,
    "euro": "€", "euro's": "€", "eur": "€", "euros": "€",
}  # fmt: skip


def plain_unit(unit: str | None) -> str | None:
    """Return a unit as it is compared; None where there is none, or where the source does not say which.

    >>> plain_unit("Procent"), plain_unit("Dossiers"), plain_unit("unknown")
    ('%', 'dossiers', None)
    """
    if unit is None or unit == UNKNOWN:
        return None
    plain = " ".join(unit.lower().split())
    return _SAME.get(plain, plain) or None


def is_other_unit(unit: str | None, own: str | None, *, change: bool) -> bool:
    """Say whether a value is in another unit than its indicator; without a unit it never is.

    Args:
        unit: the unit of the value.
        own: that of the indicator.
        change: the value is a difference from something: then it may be in percent, and of a percentage in points.

    >>> is_other_unit("huishoudens", "dossiers", change=False), is_other_unit("%", "dossiers", change=True)
    (True, False)
    """
    given, wanted = plain_unit(unit), plain_unit(own)
    if given is None or wanted is None or given == wanted:
        return False
    return not (change and (given == PERCENT or (given == POINTS and wanted == PERCENT)))
