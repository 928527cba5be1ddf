"""The first page of an exports folder: what there is, each table with its answer in a sentence, so that nobody has to open them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dinkit import catalogue
from dinkit.analysis import Fact
from dinkit.exporters._cells import say
from dinkit.exporters.markdown import escaped
from dinkit.finding import Text
from dinkit.model.records import Goal
from dinkit.network import Network, programme_of
from dinkit.publication import Publication

CONTENTS = "README.md"
TIMELINE = "tijdlijn"
"""The names of the page itself and of the picture of the efforts in time, without its end."""

_MADE = Text(
    "Gemaakt door dinkit uit het model; verander hier niets met de hand.",
    "Made by dinkit from the model; change nothing here by hand.",
)


def contents(network: Network, facts: tuple[Fact, ...], publications: Mapping[str, Publication], language: str) -> str:
    """Return the page as Markdown.

    Args:
        network: the model.
        facts: the answers of all analyses.
        publications: the reports, by the name of their file without its end.
        language: "nl" or "en".
    """
    programme = programme_of(network)
    name = programme.name if programme else network.head.model or ""
    title = " · ".join(part for part in (name, network.head.edition) if part)
    blocks = [f"# {escaped(title)}" if title else "# DIN", say(_MADE, language), *_pictures(network, language)]
    if publications:
        reports = [f"- {escaped(say(one.title, language))}: [HTML]({name}.html), [Markdown]({name}.md)" for name, one in publications.items()]
        blocks += [f"## {say(Text('Rapporten', 'Reports'), language)}", "\n".join(reports)]
    blocks += [f"## {say(Text('Antwoorden', 'Answers'), language)}", "\n".join(_answers(facts, language))]
    return "\n\n".join(blocks) + "\n"


def _pictures(network: Network, language: str) -> Iterator[str]:
    yield f"## {say(Text('Beelden', 'Pictures'), language)}"
    whole = [("din", Text("Het netwerk in een beeld", "The network in one picture"), ("svg", "pdf", "png"))]
    goals = [(f"doel-{goal.id}", Text(goal.name, goal.name), ("svg", "pdf")) for goal in network.of(Goal) if network.level(goal.id) == "main"]
    time = [(TIMELINE, Text("De inspanningen in de tijd", "The efforts in time"), ("svg", "pdf"))]
    yield "\n".join(
        f"- {escaped(say(title, language))}: {', '.join(f'[{form.upper()}]({name}.{form})' for form in forms)}"
        for name, title, forms in whole + goals + time
    )


def _answers(facts: tuple[Fact, ...], language: str) -> Iterator[str]:
    for fact in facts:
        title = fact.title or catalogue.member("dinkit.analyses", fact.analysis).ANALYSIS.title
        yield f"- **[{escaped(say(title, language))}]({fact.analysis}.md)**: {escaped(say(fact.answer, language))}"
