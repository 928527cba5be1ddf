"""On which scale the weights of a model stand."""

from __future__ import annotations

from collections import Counter

from dinkit.model.values import Weight
from dinkit.network import Network, Relation

_WEIGHED = ("contributes_to", "hinders")


def weighed(network: Network) -> list[Relation]:
    """Return the relations that carry a weight."""
    return [relation for relation in network.relations if relation.weight is not None and relation.type in _WEIGHED]


def scale_of(network: Network) -> str | None:
    """Return the scale of the model ("labels", "share" or "points"), or None when nothing carries a weight.

    As declared; else the one that most weights can only stand on. Bare numbers are shares when all lie between 0 and 1
    and one of them is no whole number, else points.
    """
    if network.head.weight_scale is not None:
        return network.head.weight_scale
    weights = [relation.weight for relation in weighed(network) if relation.weight is not None]
    if not weights:
        return None
    numbers = [weight for weight in weights if weight.scale != "labels" and "%" not in weight.text]
    shares = all(weight.value <= 1 for weight in numbers) and any(weight.value % 1 for weight in numbers)
    count = Counter("labels" if weight.scale == "labels" else "share" if shares or "%" in weight.text else "points" for weight in weights)
    return min(count, key=lambda scale: (-count[scale], ("labels", "share", "points").index(scale)))


def fits(weight: Weight, scale: str) -> bool:
    """Say whether a weight can stand on a scale: signs only on labels, a percentage only on shares."""
    if weight.scale == "labels" or scale == "labels":
        return weight.scale == scale
    return scale == "share" or "%" not in weight.text
