"""The earlier editions that a model reaches."""

from __future__ import annotations

from dinkit.network import Network


def earlier_editions(network: Network) -> dict[str, Network]:
    """Return the earlier editions by the id of their model, the nearest first; of two with one id the nearest."""
    found: dict[str, Network] = {}
    for edition in [*network.editions()][1:]:
        if edition.head.model is not None:
            found.setdefault(edition.head.model, edition)
    return found
