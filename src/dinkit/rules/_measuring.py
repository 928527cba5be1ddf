"""Which goals and benefits are measured, and of which that may be asked."""

from __future__ import annotations

from dinkit.model.records import Benefit, Element, Goal, Indicator
from dinkit.network import Network
from dinkit.rules._extent import is_sketch
from dinkit.rules._gaps import doubtful, ids_are_sound
from dinkit.rules._nearest import unknown_links

_AIMS = ("goal", "benefit")


def measured(network: Network) -> set[str]:
    """Return the goals and benefits that an indicator measures, or that have one beneath them that is measured."""
    begun = {one.target for one in network.related("measures") if network.elements[one.target].kind in _AIMS}
    return begun.union(network.reach(sorted(begun), network.served_by))


def loses_links(network: Network) -> bool:
    """Say whether it may be unknown what an indicator measures, and not only misspelled."""
    if not network.flaws and not network.damaged:
        return False
    guessed = [flaw for flaw, names in unknown_links(network) if flaw.key == "measures" and names]
    if sum(flaw.key == "measures" for flaw in network.flaws) > len(guessed):
        return True
    unsure = doubtful(network, "measures") - {flaw.element for flaw in guessed}
    return any(network.elements[one].kind == "indicator" for one in unsure if one in network.elements)


def unmeasured(network: Network) -> list[str]:
    """Return the goals and wanted benefits that nothing measures, in the order of the files; none where that may not be asked.

    It may not where files or links are lost, where the source says that there are no indicators, and in a sketch without any.
    """
    if not ids_are_sound(network) or "indicator" in network.without:
        return []
    if next(network.of(Indicator), None) is None and is_sketch(network):
        return []
    if loses_links(network):
        return []
    meant = {one for flaw, names in unknown_links(network) if flaw.key == "measures" for one in names} if network.flaws else set()
    known = {*measured(network), *meant, *network.reach(sorted(meant), network.served_by), *network.damaged}
    return [one.id for one in (*network.of(Goal), *network.of(Benefit)) if one.id not in known and not _is_left_alone(one)]


def _is_left_alone(aim: Element) -> bool:
    """Say whether nobody needs to measure this: what has ended, and what is not wanted."""
    return aim.ended is not None or (isinstance(aim, Benefit) and aim.type == "unwanted")
