"""What the formats of findings share: words, counts, places, and what makes a finding the same one tomorrow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dinkit.exporters._cells import say
from dinkit.exporters._plain import plain
from dinkit.finding import Finding, Location, Severity, Suppressed, Text, sort_key
from dinkit.report import Report, Whose
from dinkit.tuples import NamedTuple

WORDS = {
    Severity.ERROR: (Text("fout", "error"), Text("fouten", "errors")),
    Severity.WARNING: (Text("waarschuwing", "warning"), Text("waarschuwingen", "warnings")),
    Severity.TIP: (Text("tip", "tip"), Text("tips", "tips")),
}
"""The word for a severity, and its plural."""

FIX = Text("kan vanzelf: dinkit fix", "can be done for you: dinkit fix")
HINT = Text("hint", "hint")
_NOBODYS = Whose(("",))


class Marked(NamedTuple):
    """A finding with a mark that stays the same while lines move, and who accepted it if anybody did."""

    finding: Finding
    mark: str
    accepted: Suppressed | None


def counted(count: int, severity: Severity, language: str) -> str:
    """Return a count with its word.

    >>> counted(2, Severity.ERROR, "nl")
    '2 fouten'
    """
    return f"{count} {say(WORDS[severity][count != 1], language)}"


def counts(findings: Iterable[Finding], language: str) -> str:
    """Return how many findings there are of each severity that occurs; empty when there are none."""
    found = Counter(finding.severity for finding in findings)
    return ", ".join(counted(found[severity], severity, language) for severity in WORDS if found[severity])


def summary(report: Report) -> str:
    """Return the counts, the number of files, and how many findings were accepted, in a line."""
    files = len({file.path for file in report.files})
    where = Text(f"in {files} {'bestand' if files == 1 else 'bestanden'}", f"in {files} {'file' if files == 1 else 'files'}")
    nothing = Text("geen fouten, waarschuwingen of tips", "no errors, warnings or tips")
    told = f"{counts(report.findings, report.language) or say(nothing, report.language)} {say(where, report.language)}"
    return f"{told}; {accepted(report)}" if report.suppressed else told


def accepted(report: Report) -> str:
    """Return how many findings somebody accepted, in words."""
    number = len(report.suppressed)
    findings = Text("bevinding" if number == 1 else "bevindingen", "finding" if number == 1 else "findings")
    return say(Text(f"{number} {findings.nl} aanvaard en niet geteld", f"{number} {findings.en} accepted and not counted"), report.language)


def fails(finding: Finding, *, strict: bool) -> bool:
    """Say whether a finding fails the run."""
    return finding.severity is Severity.ERROR or (strict and finding.severity is Severity.WARNING)


def place(location: Location) -> str:
    """Return file:line:column, as editors and terminals know it."""
    return f"{plain(location.file)}:{location.span.line}:{location.span.column}"


def address(path: str) -> str:
    """Return the path of a file as a relative URI.

    >>> address("map/é #1.yaml")
    'map/%C3%A9%20%231.yaml'
    """
    from urllib.parse import quote  # noqa: PLC0415 - only formats with links ask for it

    try:
        return quote(path, safe="/", errors="surrogateescape")
    except UnicodeEncodeError:  # a name that only Windows allows
        return quote(path, safe="/", errors="surrogatepass")


def of_models(one: Finding | Suppressed, report: Report) -> str:
    """Return the models that a finding is of, to stand behind its message; nothing where every model that reads its file has it."""
    models = apart(one, report)
    return f" ({plain(', '.join(models))})" if models else ""


def apart(one: Finding | Suppressed, report: Report) -> tuple[str, ...]:
    """Return the models that a finding is of, where others read its file and do not have it; else none."""
    whose = report.whose.get(one)
    return whose.models if whose is not None and whose.apart else ()


def marked(report: Report) -> list[Marked]:
    """Return all findings, the accepted ones too, in the order of their places, each with a mark of its own.

    The mark is made of the file, the code and the element, never of a line, and where it is about a model as a whole also of that model.
    Equal ones are numbered in their order; accepted ones count along, so that accepting a finding changes no mark. Every model is numbered
    by itself, so that a mark does not change with the models beside it; only a second finding with the same mark gets its model in it too.
    """
    everything: list[Finding | Suppressed] = [*report.findings, *report.suppressed]
    everything.sort(key=lambda one: sort_key(finding_of(one)))
    marks = _marks(everything, report)
    return [Marked(finding_of(one), _digest(*marks[at]), one if isinstance(one, Suppressed) else None) for at, one in enumerate(everything)]


def _marks(everything: Sequence[Finding | Suppressed], report: Report) -> dict[int, tuple[str, ...]]:
    """Return of what the mark of each is made, by its number in the row."""
    whose = [report.whose.get(one, _NOBODYS) for one in everything]
    models = {model: at for at, model in enumerate(dict.fromkeys(one.models[0] for one in report.whose.values()))}
    marks: dict[int, tuple[str, ...]] = {}
    taken: set[tuple[str, ...]] = set()
    times: Counter[tuple[str, ...]] = Counter()
    for at in sorted(range(len(everything)), key=lambda at: models.get(whose[at].models[0], -1)):
        finding, model = finding_of(everything[at]), whose[at].models[0]
        key = (finding.location.file, finding.code, finding.slug, finding.element or "")
        times.update((*key, name) for name in whose[at].models)
        mark = (*key, str(times[*key, model]), *((model,) if whose[at].whole else ()))
        while mark in taken:
            mark = (*mark, model)
        taken.add(mark)
        marks[at] = mark
    return marks


def finding_of(one: Finding | Suppressed) -> Finding:
    """Return what was found, accepted or not."""
    return one.finding if isinstance(one, Suppressed) else one


def _digest(*words: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - only formats for machines ask for it

    return sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()
