"""dinkit validate: all faults of one or more models in one run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import click

from dinkit import catalogue
from dinkit.checking.run import Decisions, Judged, judge
from dinkit.checking.sharing import Seen, files_of, is_whole_project, needless
from dinkit.checking.strays import strays
from dinkit.cli.forms import format_option
from dinkit.cli.gathering import gathered
from dinkit.cli.language import say
from dinkit.cli.models import EXPORTERS, Chosen, date_option, decisions_of, language_option, load_chosen, models_argument, output_option
from dinkit.cli.output import FOUND, OK, finish, show, show_data, spare, wants_colour, write_file
from dinkit.cli.places import Shown, placed, shown_for
from dinkit.cli.together import together
from dinkit.cli.wording import Command
from dinkit.exporters._findings import fails
from dinkit.finding import Finding, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.network import Network, TextFile
from dinkit.reading.load import Loaded
from dinkit.report import Report
from dinkit.source import Folder
from dinkit.tuples import NamedTuple

_TAKES = "findings_"
FORMS = tuple(
    sorted((name.removeprefix(_TAKES) for name in catalogue.names(EXPORTERS) if name.startswith(_TAKES)), key=lambda name: (name != "text", name))
)
"""What exporters of findings there are, the one for people first."""
_FOR_PEOPLE = ("text", "compact")
"""Forms that a console shows: what it has no letter for becomes a question mark."""


@click.command(
    "validate",
    cls=Command,
    help=say(
        Text(
            "Controleer modellen: alle fouten in één keer. Elke fout heeft een plaats en een hint. MODEL is een bestand, een map of - (de standaardinvoer).",
            "Validate models: all faults in one run. Each has its place and a hint. MODEL is a file, a folder or - (standard input).",
        )
    ),
    epilog=say(
        Text(
            "Afsluitcode: 0 zonder fouten, 1 met fouten, 2 bij een verkeerde aanroep of een bestand dat ontbreekt.",
            "Exit code: 0 without errors, 1 with errors, 2 for a wrong call or a missing file.",
        )
    ),
)
@models_argument
@format_option(FORMS)
@output_option
@click.option("--strict", is_flag=True, help=say(Text("Ook waarschuwingen geven afsluitcode 1.", "Warnings give exit code 1 too.")))
@click.option(
    "--root",
    type=click.Path(path_type=Path, readable=False),
    metavar=say(Text("MAP", "FOLDER")),
    help=say(Text("Bij -: de map van waaruit het model zijn delen noemt.", "With -: the folder from which the model names its parts.")),
)
@click.option(
    "--as",
    "stands_for",
    type=click.Path(path_type=Path, readable=False),
    metavar=say(Text("BESTAND", "FILE")),
    help=say(
        Text(
            "Bij -: het bestand waarvan dit de nieuwe tekst is; controleer de modellen waar het bij hoort.",
            "With -: the file of which this is the new text; validate the models that it belongs to.",
        )
    ),
)
@click.option(
    "--changed",
    is_flag=True,
    help=say(
        Text(
            "De genoemde bestanden zijn gewijzigd: controleer de modellen waar ze bij horen.",
            "The files given were changed: validate the models that they belong to.",
        )
    ),
)
@click.option(
    "--links",
    metavar="URL",
    default="",
    help=say(Text("Adres dat in markdown voor het pad van een bestand komt.", "Address that markdown puts before the path of a file.")),
)
@date_option
@language_option
def COMMAND(  # noqa: N802 - the name by which the catalogue finds a command; one argument per option
    models: tuple[Path, ...],
    form: str,
    output: Path | None,
    strict: bool,  # noqa: FBT001 - click hands flags over by name
    root: Path | None,
    stands_for: Path | None,
    changed: bool,  # noqa: FBT001
    links: str,
    at: ImpreciseDate | None,
    language: str | None,
) -> None:
    """Check the models and say what is wrong; exit 1 with errors (with --strict also with warnings)."""
    reports: list[Report] = []
    looked: dict[Path, list[_Looked]] = {}
    decisions = cache(decisions_of)
    for chosen in gathered(models, root=root, changed=changed, stands_for=stands_for):
        loaded = load_chosen(chosen, at)
        language = language or loaded.network.head.language
        if output is not None:
            spare(output, chosen.root, loaded.network)
        judged = judge(loaded, decisions(chosen.root))
        looked.setdefault(chosen.root, []).append(_Looked(chosen, loaded.network, judged.unneeded))
        reports.append(_placed(_checked(loaded, judged, decisions(chosen.root)), shown_for(chosen)))
    besides = [_of_project(some, decisions(project)) for project, some in looked.items()]
    report = together(reports, besides)._replace(language=language or "nl", links=links, strict=strict)
    _deliver(report, form, output)
    finish(exit_code(report.findings, strict=strict))


def exit_code(findings: tuple[Finding, ...], *, strict: bool) -> int:
    """Return the exit code for these findings."""
    return FOUND if any(fails(finding, strict=strict) for finding in findings) else OK


def _checked(loaded: Loaded, judged: Judged, decisions: Decisions) -> Report:
    """Return what there is to say of one model and of what was decided about it."""
    findings = (*(finding for beside in decisions if beside is not None for finding in beside.findings), *judged.findings)
    own = (decisions.settings.record.project_rules if decisions.settings else {}) | loaded.network.head.project_rules
    files = (*loaded.network.files, *_texts(findings, decisions))
    return Report(loaded.network, findings=findings, suppressed=judged.suppressed, files=files, project_rules=tuple(own.values()))


class _Looked(NamedTuple):
    """A model that was looked at, and what it has no need of."""

    chosen: Chosen
    network: Network
    unneeded: tuple[Finding, ...]


def _of_project(looked: list[_Looked], decisions: Decisions) -> Report:
    """Return what the models of a project only show together: what none of them needs, and files that none of them reads."""
    chosen, settings = looked[0].chosen, decisions.settings
    idle = needless([Seen(one.unneeded, files_of(one.network)) for one in looked], settings)
    whole = is_whole_project([one.chosen.path for one in looked], settings)
    apart = strays(Folder(chosen.root), [one.network for one in looked]) if whole else []
    findings = (*idle, *(one.finding for one in apart))
    return _placed(Report(findings=findings, files=(*_texts(idle, decisions), *(one.file for one in apart))), shown_for(chosen))


def _texts(findings: tuple[Finding, ...], decisions: Decisions) -> tuple[TextFile, ...]:
    """Return the files beside the models that findings are about."""
    about = {finding.location.file for finding in findings}
    return tuple(TextFile(beside.path, beside.text) for beside in decisions if beside is not None and beside.path in about)


def _placed(report: Report, shown: Shown | None) -> Report:
    """Return a report with its paths as they are shown."""
    if shown is None:
        return report
    return report._replace(
        findings=tuple(placed(finding, shown) for finding in report.findings),
        suppressed=tuple(one._replace(finding=placed(one.finding, shown)) for one in report.suppressed),
        files=tuple(file._replace(path=shown(file.path)) for file in report.files),
    )


def _deliver(report: Report, form: str, output: Path | None) -> None:
    """Print the report in a form, or write it to a file."""
    colour = output is None and form == "text" and wants_colour()
    text = catalogue.member(EXPORTERS, f"findings_{form}").EXPORTER.export(report._replace(colour=colour))
    if output is not None:
        write_file(output, text.encode("utf-8", "surrogatepass"))
    else:
        (show if form in _FOR_PEOPLE else show_data)(text)
