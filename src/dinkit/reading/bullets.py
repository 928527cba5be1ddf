"""How the first of a list with dashes is written as an element."""

from __future__ import annotations

from dinkit.finding import Text
from dinkit.model.node import Mapping, Sequence
from dinkit.model.vocabulary import spell_key
from dinkit.reading.problem import shown
from dinkit.reading.proposals import as_key


def bullet_hint(items: Sequence, language: str) -> Text:
    """Return what to write instead of a list, by its first item: a name, an id with a name, or fields."""
    first = items[0] if items else None
    if isinstance(first, Mapping):
        return _fields(first, language)
    made = as_key(first) if isinstance(first, str) else None
    if made is None:
        return Text(
            "schrijf per regel een id, een dubbele punt en de naam, zonder streepje", "write an id, a colon and the name in each line, without a dash"
        )
    if made == first:
        return Text(f"schrijf '{made}: <naam>' in plaats van '- {made}'", f"write '{made}: <name>' instead of '- {made}'")
    name = shown(str(first))
    return Text(f"schrijf '{made}: {name}' in plaats van '- {name}'", f"write '{made}: {name}' instead of '- {name}'")


def _fields(first: Mapping, language: str) -> Text:
    if len(first) == 1 and isinstance(next(iter(first.values())), str) and "name" not in first and "id" not in first:
        pair = shown(": ".join((next(iter(first)), next(iter(first.values())))))
        return Text(f"schrijf '{pair}' zonder het streepje", f"write '{pair}' without the dash")
    given = first.get("id") if isinstance(first.get("id"), str) else as_key(str(first.get("name") or ""))
    key = shown(str(given or "mijn-id"))
    name = spell_key("name", language)
    return Text(
        f"schrijf '{key}:' en daaronder de velden ('{name}: ...'), zonder streepje",
        f"write '{key}:' and below it the fields ('{name}: ...'), without a dash",
    )
