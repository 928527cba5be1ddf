"""How each goal is covered: the definitions of the `coverage` analysis, computed; what it says of them stands there."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.analyses import _flow as flow
from dinkit.analyses._order import in_tree_order
from dinkit.analyses._works import Links, steering, units, works_of
from dinkit.analysis import Options, checked
from dinkit.model.records import Benefit, Capability, Element, Goal
from dinkit.network import Network


class Cover(NamedTuple):
    """How one goal, benefit or capability is covered."""

    element: Element
    level: str
    state: str
    """"full", "partial", "none" or "deliberate"."""
    carriers: frozenset[str]
    direct: frozenset[str]
    leaves: int
    leaves_direct: int
    evidence: tuple[int, ...]
    """Number of carriers per provenance, in the order of PROVENANCES."""
    steered: tuple[int, ...]
    """Number of carriers that are steered, aligned, unknown."""


def covers(network: Network, options: Options) -> tuple[Cover, ...]:
    """Return the cover of every goal, benefit and capability, in the order of the printed tree.

    Raises:
        ValueError: an option has a value that does not exist.
    """
    works = works_of(network)
    counted = units(works, checked(options).level)
    links = flow.served(network, options.evidence)
    begin = flow.starts(works, counted, links)
    elements = [element for kind in (Goal, Benefit, Capability) for element in in_tree_order(network, kind)]
    kinds = {element.id: element.kind for element in elements}
    found = _Found(
        flow.carriers(begin, links),
        flow.direct_carriers(begin, links, kinds),
        [flow.carriers(flow.starts(works, counted, weaker), weaker) for weaker in _weaker(network, options)],
        {name: leaves for kind in ("goal", "benefit", "capability") for name, leaves in flow.leaves_below(network, links, kind).items()},
        {unit: _STEERED.get(steering(network, works, unit), 2) for unit in counted},
    )
    return tuple(_cover(network, element, found) for element in elements)


_STEERED = {"commissioning": 0, "directing": 0, "aligning": 1}


class _Found(NamedTuple):
    """What was computed for the whole network at once."""

    carriers: flow.Carriers
    direct: flow.Carriers
    by_evidence: list[flow.Carriers]
    leaves: Links
    steered: dict[str, int]


def _weaker(network: Network, options: Options) -> list[Links]:
    """Return the links of at least each provenance, the strongest first, as far as the options allow."""
    allowed = flow.PROVENANCES[: flow.PROVENANCES.index(options.evidence or "unknown") + 1]
    return [flow.served(network, None if one == "unknown" else one) for one in allowed]


def _cover(network: Network, element: Element, found: _Found) -> Cover:
    carriers = frozenset(found.carriers.get(element.id, ()))
    leaves = found.leaves[element.id]
    with_direct = sum(bool(found.direct.get(leaf)) for leaf in leaves)
    sizes = [len(one.get(element.id, ())) for one in found.by_evidence]
    sizes += [sizes[-1]] * (len(flow.PROVENANCES) - len(sizes))
    kinds_of_steering = [found.steered[unit] for unit in carriers]
    return Cover(
        element,
        network.level(element.id) if isinstance(element, Goal) else element.kind,
        _state(element, carriers=carriers, complete=with_direct == len(leaves)),
        carriers,
        frozenset(found.direct.get(element.id, ())),
        len(leaves),
        with_direct,
        tuple(size - smaller for size, smaller in zip(sizes, [0, *sizes], strict=False)),
        tuple(kinds_of_steering.count(one) for one in range(3)),
    )


def _state(element: Element, *, carriers: frozenset[str], complete: bool) -> str:
    if carriers:
        return "full" if complete else "partial"
    return "deliberate" if isinstance(element, Goal) and element.deliberately_no_effort else "none"
