"""The kinds of element that a DIN is made of, and what they are called."""

from __future__ import annotations

from dinkit.tuples import NamedTuple


class Kind(NamedTuple):
    """One kind of element: its English name, the collection that holds it, and its labels."""

    name: str
    collection: str
    dutch: str
    dutch_plural: str
    english_plural: str


KINDS: tuple[Kind, ...] = (
    Kind("programme", "programmes", "programma", "programma's", "programmes"),
    Kind("goal", "goals", "doel", "doelen", "goals"),
    Kind("benefit", "benefits", "baat", "baten", "benefits"),
    Kind("capability", "capabilities", "vermogen", "vermogens", "capabilities"),
    Kind("effort", "efforts", "inspanning", "inspanningen", "efforts"),
    Kind("stakeholder", "stakeholders", "stakeholder", "stakeholders", "stakeholders"),
    Kind("indicator", "indicators", "indicator", "indicatoren", "indicators"),
    Kind("measurement", "measurements", "meting", "metingen", "measurements"),
    Kind("result", "results", "resultaat", "resultaten", "results"),
    Kind("progress", "progress", "voortgangsmelding", "voortgangsmeldingen", "progress reports"),
    Kind("resource", "resources", "middel", "middelen", "resources"),
    Kind("risk", "risks", "risico", "risico's", "risks"),
    Kind("assumption", "assumptions", "aanname", "aannames", "assumptions"),
    Kind("milestone", "milestones", "mijlpaal", "mijlpalen", "milestones"),
    Kind("theme", "themes", "thema", "thema's", "themes"),
    Kind("district", "districts", "wijk", "wijken", "districts"),
    Kind("agreement", "agreements", "afspraak", "afspraken", "agreements"),
    Kind("decision", "decisions", "besluit", "besluiten", "decisions"),
    Kind("source", "sources", "bron", "bronnen", "sources"),
)

KIND_BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}

COLLECTIONS: dict[str, str] = {kind.collection: kind.name for kind in KINDS}
"""Top-level collection key -> the kind it holds."""

NESTED: dict[str, str] = {"subgoals": "goal", "sub_efforts": "effort"}
"""Key that nests elements below an element of the same kind -> that kind."""

GOAL_LEVELS: tuple[str, ...] = ("main", "sub", "operational")
"""Level of a goal by its depth in the tree; deeper ones stay operational."""


def label(kind: str, language: str, *, plural: bool = False) -> str:
    """Return what a kind is called in `language`.

    >>> label("effort", "nl", plural=True)
    'inspanningen'
    """
    word = KIND_BY_NAME[kind]
    if language == "nl":
        return word.dutch_plural if plural else word.dutch
    return word.english_plural if plural else "progress report" if kind == "progress" else kind
