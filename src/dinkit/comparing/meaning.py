"""What a goal means to those that contribute to it: its texts, level, target date and weight, and how the indicators that measure it do so.

Where something stands in the files, who works on it and how it is spelled otherwise does not matter.
"""

from __future__ import annotations

from typing import Any

from dinkit.network import Network

MEANING = ("name", "description", "level", "target_date", "weight", "type", "current_level", "desired_level")
"""The fields that count of the goal, benefit or capability itself."""
MEASURING = ("name", "description", "unit", "direction", "scale", "baseline", "targets")
"""Those of its indicators."""


def fingerprint(network: Network, element: str) -> str:
    """Return in 16 digits what an element means to those that contribute to it."""
    import json  # noqa: PLC0415 - validating starts without these, and most models have nothing confirmed
    from hashlib import sha256  # noqa: PLC0415

    from dinkit.comparing.values import forms_of  # noqa: PLC0415

    def said(name: str, fields: tuple[str, ...]) -> dict[str, Any]:
        return {field: form for field, form in forms_of(network.elements[name]).items() if field in fields}

    measuring = sorted(relation.source for relation in network.incoming(element, "measures"))
    meaning = [said(element, MEANING), *(said(one, MEASURING) for one in measuring)]
    return sha256(json.dumps(meaning, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]
