"""What the formats of findings share: words, counts, places, and what makes a finding the same one tomorrow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dinkit.exporters._cells import say
from dinkit.exporters._plain import plain
from dinkit.finding import Finding, Location, Severity, Suppressed, Text, sort_key
from dinkit.report import Report
from dinkit.tuples import NamedTuple

WORDS = {
    Severity.ERROR: (Text("fout", "error"), Text("fouten", "errors")),
    Severity.WARNING: (Text("waarschuwing", "warning"), Text("waarschuwingen", "warnings")),
    Severity.TIP: (Text("tip", "tip"), Text("tips", "tips")),
}
"""The word for a severity, and its plural."""

FIX = Text("kan vanzelf: dinkit fix", "can be done for you: dinkit fix")
HINT = Text("hint", "hint")


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


def marked(report: Report) -> list[Marked]:
    """Return all findings, the accepted ones too, in the order of their places, each with a mark of its own.

    The mark is made of the file, the code and the element, never of a line. Equal ones are numbered in their order; accepted
    ones count along, so that accepting a finding changes no mark.
    """
    everything: list[tuple[Finding, Suppressed | None]] = [(finding, None) for finding in report.findings]
    everything += [(one.finding, one) for one in report.suppressed]
    times: Counter[tuple[str, ...]] = Counter()
    found = []
    for finding, suppressed in sorted(everything, key=lambda pair: sort_key(pair[0])):
        key = (finding.location.file, finding.code, finding.slug, finding.element or "")
        times[key] += 1
        found.append(Marked(finding, _digest(*key, str(times[key])), suppressed))
    return found


def _digest(*words: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - only formats for machines ask for it

    return sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()
