"""The words that programme managers use for what a key of dinkit says, as tables: which key or role they stand for, what is about money or time."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from dinkit.model.vocabulary import ENGLISH_VALUE, UNKNOWN, spell_key

_SAME: dict[str, str] = {
    "name": "titel title benaming",
    "description": "beschrijving omschr uitleg samenvatting summary doelomschrijving definitie definition",
    "note": "opmerkingen notitie notities commentaar remark remarks comment comments",
    "source": "bronnen sources bronvermelding bronverwijzing referentie verwijzing vindplaats reference",
    "tags": "tag trefwoord keyword keywords",
    "number": "nr volgnummer doelnummer",
    "also_known_as": "alias aliassen synoniemen afkorting ook_bekend_als aka",
    "subgoals": "operationele_doelen operational_goals doelstellingen subdoelstellingen deeldoelen objectives",
    "contributes_to": (
        "doel doelen hoofddoel subdoel doelstelling doelstellingen goal goals objective objectives bijdrage_aan bijdragen_aan voor_doel supports"
    ),
    "measures": "doel doelen doelstelling bij hoort_bij goal goals indicator_van indicator_voor",
    "threatens": "doel doelen doelstelling goal goals inspanning project effort bedreiging_voor risico_voor",
    "of": "bij hoort_bij betreft indicator kpi inspanning project effort",
    "sub_efforts": "projecten deelprojecten activiteiten acties taken projects activities actions tasks deelinspanningen werkpakketten",
    "stakeholders": "partners partijen betrokkenen samenwerkingspartners parties deelnemers belanghebbenden",
    "requires": "afhankelijk_van afhankelijkheid afhankelijkheden depends_on dependencies",
    "conditions": "voorwaarde randvoorwaarde randvoorwaarden",
    "target_date": "deadline doeldatum einddatum due due_date",
    "date": "meetdatum besluitdatum publicatiedatum",
    "test_date": "deadline toetsmoment",
    "steering": "aansturing",
    "level": "doelniveau",
    "baseline": "nulwaarde beginwaarde startwaarde uitgangswaarde beginstand",
    "targets": "doelwaarde doelwaarden streefcijfer streefcijfers target",
    "frequency": "frequentie meetmoment meetmomenten",
    "method": "methode meetmethode",
    "unit": "meeteenheid",
    "value": "score uitkomst aantal getal hoeveelheid meting realisatie resultaat result",
    "power": "invloed influence",
    "interest": "interesse",
    "likelihood": "waarschijnlijkheid probability",
    "response": "beheersmaatregel beheersmaatregelen beheersing tegenmaatregel mitigatie mitigation",
    "author": "schrijver opsteller",
    "file": "url link pad path website",
}
"""Key -> words that say the same; where more than one key fits a kind, the first of them is meant."""
_BELOW = frozenset(("subdoel", "sub_doel", "deeldoel", "deel_doel", "doelen", "subgoal", "sub_goal", "goals"))
"""Words for one goal below another: never what that goal contributes to, which is the other way round."""
_COLLECTIONS: dict[str, str] = {
    "goals": "doelstellingen hoofddoelen main_goals objectives",
    "efforts": "projecten activiteiten acties maatregelen projects activities actions",
    "stakeholders": "partners partijen betrokkenen belanghebbenden parties",
    "indicators": "kpis kpi",
}
"""The same for what stands at the top of a file."""
_ROLES: dict[str, str] = {
    "owner": "verantwoordelijke verantwoordelijken eindverantwoordelijke responsible accountable doeleigenaar",
    "lead": "projectleider projectmanager project_manager project_leader coordinator leider",
    "executor": "opdrachtnemer uitvoering contractor",
    "political_commissioner": "wethouder portefeuillehouder",
    "involved": "contactpersoon aanspreekpunt",
}
"""Role -> words for who has it, beside the words for the roles themselves."""
_VALUES: dict[str, dict[str, str]] = {
    "status": {
        "idea": "voorstel concept proposal",
        "planned": "voorgenomen toekomstig",
        "running": "bezig actief gestart begonnen loopt in_uitvoering active ongoing in_progress started",
        "on_hold": "gepauzeerd opgeschort uitgesteld paused suspended postponed",
        "done": "klaar afgerond voltooid afgesloten opgeleverd ready finished completed closed",
        "stopped": "gestaakt beeindigd beëindigd stopgezet vervallen geannuleerd cancelled canceled abandoned",
    },
    "recurrence": {
        "continuous": "continu continue structureel permanent blijvend doorlopende structural ongoing continuously permanently",
        "yearly": "elk_jaar ieder_jaar per_jaar elke_jaar jaarlijkse annual annually every_year per_year",
    },
}
"""Key -> value -> words that say the same; without them the word that looks most like one may say the opposite ("gestart" and "gestopt")."""
_ASPECTS: dict[str, str] = {"finance": "geld budget kosten begroting money costs", "planning": "tijd doorlooptijd time"}
"""Aspect of a progress report -> words that say the same."""
MONEY = frozenset(
    ["budget", "kosten", "begroting", "bedrag", "raming", "prijs", "dekking", "financiering", "costs", "cost", "amount", "price", "funding"]
)
"""Words for an amount."""
START = ("start", "begin", "startdatum", "begindatum", "van", "vanaf", "start_date")
"""Words for when something begins."""
END = ("end", "eind", "einde", "einddatum", "tot", "deadline", "streefdatum", "target_date", "opleverdatum", "end_date", "due", "due_date")
"""Words for when something ends."""
TIME = frozenset(
    (
        *START,
        *END,
        *[
            "looptijd",
            "periode",
            "period",
            "planning",
            "duur",
            "doorlooptijd",
            "tijdpad",
            "termijn",
            "datum",
            "date",
            "jaar",
            "year",
            "wanneer",
            "when",
        ],
    )
)
"""All words for when something is."""


def key_for(word: str, keys: Collection[str]) -> str | None:
    """Return the English key, one of those given, that says what a word says.

    >>> key_for("deadline", ("name", "target_date")), key_for("deadline", ("name", "planning"))
    ('target_date', None)
    """
    return None if is_below(word, keys) else next((key for key in _meanings().get(word, ()) if key in keys), None)


def is_below(word: str, keys: Collection[str]) -> bool:
    """Say whether a word names an element that stands below the one with these keys.

    >>> is_below("subdoel", ("name", "subgoals")), is_below("subdoel", ("name", "contributes_to"))
    (True, False)
    """
    return word in _BELOW and "subgoals" in keys


def collection_for(word: str) -> str | None:
    """Return the English key of the collection that a word at the top of a file stands for."""
    return next((key for key, words in _COLLECTIONS.items() if word in words.split()), None)


def role_for(word: str) -> str | None:
    """Return the role, in English, that a word stands for."""
    role = ENGLISH_VALUE["role"].get(word) or next((role for role, words in _ROLES.items() if word in words.split()), None)
    return role if role != UNKNOWN else None


def value_for(key: str, word: str) -> str | None:
    """Return the value of a key, in English, that a word stands for.

    >>> value_for("status", "In uitvoering"), value_for("status", "gepand")
    ('running', None)
    """
    plain = word.lower().replace(" ", "_").replace("-", "_")
    return next((value for value, words in _VALUES.get(key, {}).items() if plain in words.split()), None)


def aspect_for(word: str, aspects: Collection[str], language: str) -> str | None:
    """Return the aspect, one of those given, that a word stands for, as a file in this language spells it."""
    found = next((aspect for aspect, words in _ASPECTS.items() if aspect in aspects and word.lower() in words.split()), None)
    return spell_key(found, language) if found else None


def is_of_the_trade(word: str) -> bool:
    """Say whether a word is one for a role, for money or for time, so that it is hardly an id."""
    return word in MONEY or word in TIME or role_for(word) is not None


@cache
def _meanings() -> dict[str, list[str]]:
    """Return the keys that each word can stand for, the likeliest first."""
    found: dict[str, list[str]] = {}
    for key, words in _SAME.items():
        for word in words.split():
            found.setdefault(word, []).append(key)
    return found
