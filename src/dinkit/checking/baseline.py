"""The findings that were there already: matched on model, rule and element, never on the line, so that moving text changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from dinkit import catalogue
from dinkit.checking.meant import RULES
from dinkit.checking.notices import noticed
from dinkit.checking.sharing import is_member
from dinkit.finding import Finding, Severity, Suppressed, Text
from dinkit.network import Network
from dinkit.reading.settings import Baseline, BaselineEntry, Beside, Settings, place_of
from dinkit.tuples import NamedTuple


class Key(NamedTuple):
    """What makes two findings the same one: the model, the rule, and the element (or the file, where there is no element)."""

    model: str
    rule: str
    element: str | None
    file: str | None


_ACCEPTED = Text("nu in het model zelf aanvaard", "now accepted in the model itself")
_TOP = """\
# Geschreven door 'dinkit baseline write': bevindingen die er al waren. Verander hier niets met de hand.
formaat: 1
bevindingen:
"""


def key_of(finding: Finding, model: str) -> Key:
    """Return what a finding of a model is known by."""
    return Key(model, finding.code, finding.element, None if finding.element else finding.location.file)


def errors_of(findings: Iterable[Finding]) -> list[Finding]:
    """Return those that no baseline takes for granted: the errors of dinkit's own rules that are errors here too.

    A finding is known by its rule and element, so that an entry would hide a new error on that element, such as another wrong id. What a project
    itself made an error says no more of an element than that it has it, and may have been there already.
    """
    findings = [finding for finding in findings if finding.severity is Severity.ERROR]
    errors = {module.RULE.code for module in catalogue.members(RULES) if module.RULE.severity is Severity.ERROR} if findings else set()
    return [finding for finding in findings if finding.code in errors]


def is_read_whole(network: Network) -> bool:
    """Say whether what is not found is not there: rules are silent about what could not be read."""
    return network.complete and not network.damaged


def known(
    findings: list[Finding],
    model: str,
    baseline: Beside[Baseline] | None,
    unused: frozenset[str] = frozenset(),
    *,
    accepted: Iterable[Finding] = (),
    whole: bool = True,
) -> tuple[list[Finding], list[Suppressed]]:
    """Part the findings of a model into new ones and those of the baseline.

    Args:
        findings: what the rules find in the model.
        model: what the baseline knows the model by.
        baseline: what was there already.
        unused: the codes of rules that could not be used.
        accepted: what elements accept by themselves: that is found as well, and needs no entry.
        whole: whether the model was read whole; else nothing is said of what catches nothing.

    Returns:
        What is new, with what in the baseline of this model catches nothing any more, and what was there already.
    """
    if baseline is None or not baseline.record.findings:
        return findings, []
    left = counts_of(baseline.record)
    new = errors_of(findings)
    old: list[Finding] = []
    errors = frozenset(new)
    for finding in (one for one in findings if one not in errors):
        key = key_of(finding, model)
        (old if left[key] > 0 else new).append(finding)
        left[key] -= 1
    standing = {key_of(error, model) for error in errors}
    left = Counter({key: count for key, count in left.items() if key.rule not in unused and key not in standing})
    gone = list(_unused(left, model, baseline, {key_of(finding, model) for finding in accepted})) if whole else []
    return new + gone, [Suppressed(finding, "baseline", "") for finding in old]


def counts_of(baseline: Baseline) -> Counter[Key]:
    """Return how often each finding stands in a baseline."""
    counts: Counter[Key] = Counter()
    for entry in baseline.findings:
        counts[_key(entry)] += entry.times if isinstance(entry.times, int) else 1
    return counts


def baseline_text(counts: Counter[Key]) -> str:
    """Return the baseline as a file, one line per entry, sorted, so that it merges and reads well."""
    lines = [_line(key, count) for key, count in sorted(counts.items(), key=lambda item: tuple(part or "" for part in item[0])) if count > 0]
    return _TOP + "\n".join(lines) + "\n" if lines else _TOP.replace("bevindingen:", "bevindingen: []")


def kept(baseline: Baseline, found: Counter[Key], models: Iterable[str]) -> Counter[Key]:
    """Return the baseline without what is not found any more in these models; entries of other models stay."""
    known_models = frozenset(models)
    counts = counts_of(baseline)
    return Counter({key: min(count, found[key]) if key.model in known_models else count for key, count in counts.items()})


def strange(network: Network, model: str, baseline: Beside[Baseline] | None, settings: Beside[Settings] | None) -> Iterator[Finding]:
    """Yield a finding per model that a baseline names and that is not this one: what every model of the project says is so (see `sharing.needless`).

    Args:
        network: the model; it may be what the baseline names, when it is none of the project's, was not read whole, or its own id has a fault.
        model: what the baseline knows the model by.
        baseline: what was there already.
        settings: those of the project; without the names of its models nobody knows which it has.
    """
    if baseline is None or not is_member(network, settings) or not is_read_whole(network) or not is_named(network):
        return
    counts: Counter[str] = Counter()
    for key, count in counts_of(baseline.record).items():
        counts[key.model] += count
    places = {entry.model: index for index, entry in reversed(list(enumerate(baseline.record.findings))) if entry.model != model}
    for other, index in sorted(places.items()):
        yield noticed("strange-baseline", place_of(baseline, "findings", index, "model"), (other, _times(counts[other])))


def is_named(network: Network) -> bool:
    """Say whether it is certain what a baseline knows a model by: its id has no fault."""
    return bool(network.head.model) or not network.head_gives("model")


def _line(key: Key, count: int) -> str:
    about = f"element: {key.element}" if key.element else f"bestand: {key.file}"
    return f"  - {{model: {key.model}, regel: {key.rule}, {about}{f', keer: {count}' if count > 1 else ''}}}"


def _key(entry: BaselineEntry) -> Key:
    return Key(entry.model, entry.rule, entry.element, None if entry.element else entry.file)


def _unused(left: Counter[Key], model: str, baseline: Beside[Baseline], accepted: Collection[Key]) -> Iterator[Finding]:
    counts = counts_of(baseline.record)
    told: set[Key] = set()
    for index, entry in enumerate(baseline.record.findings):
        key = _key(entry)
        if key.model == model and left[key] > 0 and key not in told:
            told.add(key)
            about = Text(f"'{key.element or key.file}'", f"'{key.element or key.file}'")
            still = _ACCEPTED if key in accepted else _still(counts[key] - left[key])
            words = (key.rule, about, _times(counts[key]), still)
            yield noticed("unused-baseline", place_of(baseline, "findings", index, "rule"), words)


def _times(count: int) -> Text:
    return Text(f"{count} keer", "once" if count == 1 else f"{count} times")


def _still(count: int) -> Text:
    """Return how often a finding is found yet."""
    times = _times(count)
    return Text(f"nog {times.nl} gevonden", f"still found {times.en}") if count else Text("niet meer gevonden", "not found any more")
