"""The tables of words: the keys (from `keywords`) and every enumerated value, in English and in Dutch.

The code speaks English, files may speak either language, and dinkit writes Dutch.
"""

from __future__ import annotations

from dinkit.model.keywords import KEYS

UNKNOWN = "unknown"
"""What a source does not say; differs from a field that is absent, at which nobody looked."""

_PROVENANCE = {"stated": "vermeld", "derived": "afgeleid", "added": "aangevuld", UNKNOWN: "onbekend"}

VALUES: dict[str, dict[str, str]] = {
    "language": {"nl": "nl", "en": "en"},
    "profile": {"classic": "klassiek", "extended": "uitgebreid"},
    "weight_scale": {"labels": "tekens", "share": "aandeel", "points": "punten"},
    "provenance": _PROVENANCE,
    "substantiation": {"proven": "bewezen", "experience": "ervaring", "assumption": "aanname", UNKNOWN: "onbekend"},
    "level": {"main": "hoofddoel", "sub": "subdoel", "operational": "operationeel"},
    "role": {
        "owner": "eigenaar",
        "commissioner": "opdrachtgever",
        "political_commissioner": "bestuurlijk_opdrachtgever",
        "official_commissioner": "ambtelijk_opdrachtgever",
        "programme_manager": "programmamanager",
        "lead": "trekker",
        "executor": "uitvoerder",
        "partner": "partner",
        "financier": "financier",
        "party": "partij",
        "adviser": "adviseur",
        "decider": "beslisser",
        "target_group": "doelgroep",
        "involved": "betrokken",
        UNKNOWN: "onbekend",
    },
    "steering": {"commissioning": "opdrachtgever", "directing": "regie", "aligning": "afstemming", UNKNOWN: "onbekend"},
    "track": {"programme": "programma", "line": "lijn", "district": "wijk", "partner": "partner", UNKNOWN: "onbekend"},
    "status": {
        "idea": "idee",
        "planned": "gepland",
        "running": "lopend",
        "on_hold": "aangehouden",
        "done": "gereed",
        "stopped": "gestopt",
        "green": "groen",
        "orange": "oranje",
        "red": "rood",
        "grey": "grijs",
        UNKNOWN: "onbekend",
    },
    "type": {
        "project": "project",
        "process": "proces",
        "routine": "routine",
        "improvisation": "improvisatie",
        "pilot": "pilot",
        "experiment": "experiment",
        "event": "evenement",
        "regulation": "regeling",
        "wanted": "gewenst",
        "unwanted": "ongewenst",
        "own_organisation": "eigen_organisatie",
        "organisation": "organisatie",
        "government": "overheid",
        "partnership": "samenwerkingsverband",
        "team": "team",
        "function": "functie",
        "target_group": "doelgroep",
        "group": "groep",
        "money": "geld",
        "people": "mensen",
        "other": "overig",
        "goal": "doel",
        "effort": "inspanning",
        "covenant": "convenant",
        "contract": "overeenkomst",
        "bylaw": "verordening",
        "grant_agreement": "subsidieovereenkomst",
        "policy": "beleidskader",
        "law": "wet",
        "expense": "uitgave",
        "contribution": "bijdrage",
        "ceiling": "plafond",
        "saving": "besparing",
        "part_of": "deel_van",
        "start": "start",
        "completion": "afronding",
        "output": "prestatie",
        "outcome": "effect",
        UNKNOWN: "onbekend",
    },
    "severity": {"error": "fout", "warning": "waarschuwing", "tip": "tip", "off": "uit"},
    "direction": {"higher": "hoger", "lower": "lager", "equal": "gelijk", UNKNOWN: "onbekend"},
    "standing": {"realised": "gerealiseerd", "expected": "verwacht", "planned": "gepland", UNKNOWN: "onbekend"},
    "counting": {"in_period": "in_periode", "cumulative": "cumulatief", "at_moment": "op_moment", UNKNOWN: "onbekend"},
    "trend": {"rising": "stijgend", "equal": "gelijk", "falling": "dalend", UNKNOWN: "onbekend"},
    "phase": {"explore": "verkennen", "build_up": "opbouwen", "run": "uitvoeren", "wind_down": "afbouwen", UNKNOWN: "onbekend"},
    "qualifier": {"about": "circa", "over": "ruim", "at_least": "minstens", "at_most": "hoogstens", "more_than": "meer_dan"},
    "stream": {
        "programme": "programma",
        "regular": "regulier",
        "grant": "subsidie",
        "eu": "eu",
        "state": "rijk",
        "province": "provincie",
        "advertising_tax": "reclamebelasting",
        "partner": "partner",
        UNKNOWN: "onbekend",
    },
    "nature": {"one_off": "eenmalig", "structural": "structureel", UNKNOWN: "onbekend"},
    "per": {"year": "jaar", "total": "totaal", "inhabitant": "inwoner", UNKNOWN: "onbekend"},
    "recurrence": {"yearly": "jaarlijks", "continuous": "doorlopend", "once": "eenmalig", UNKNOWN: "onbekend"},
}

ENGLISH_KEY: dict[str, str] = {word.dutch: word.english for word in KEYS} | {word.english: word.english for word in KEYS}
"""Any spelling of a key -> its English spelling."""

DUTCH_KEY: dict[str, str] = {word.english: word.dutch for word in KEYS}

ENGLISH_VALUE: dict[str, dict[str, str]] = {
    key: {dutch: english for english, dutch in pairs.items()} | {english: english for english in pairs} for key, pairs in VALUES.items()
}
"""Key -> any spelling of an enumerated value -> its English spelling."""


def spell_key(english: str, language: str) -> str:
    """Return the key as a file in `language` ("nl" or "en") spells it.

    >>> spell_key("contributes_to", "nl")
    'draagt_bij_aan'
    """
    return DUTCH_KEY.get(english, english) if language == "nl" else english


def spell_value(key: str, english: str, language: str) -> str:
    """Return the enumerated value of `key` as `language` spells it; other text comes back as it is.

    >>> spell_value("steering", "directing", "nl")
    'regie'
    """
    if language != "nl":
        return english
    if english == UNKNOWN:
        return "onbekend"
    return VALUES.get(key, {}).get(english, english)
