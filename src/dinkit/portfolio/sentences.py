"""What the portfolio says, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.analyses import _words as words
from dinkit.finding import Text
from dinkit.portfolio.members import Group, Member, Model
from dinkit.portfolio.shared import Party, Shared


def answer(members: Sequence[Member], groups: Sequence[Group], shared: Shared) -> Text:
    """Return the answer: which programmes there are, and what they share."""
    failed = [member.path for member in members if member.network is None]
    if not groups:
        return _none_read(members)
    models = [model for group in groups for model in group.models]
    parts = (_programmes(groups, len(models)), _parties(shared.parties, groups), _rest(groups, shared))
    return words.joined((*parts, _failed(failed) if failed else None))


def _none_read(members: Sequence[Member]) -> Text:
    if not members:
        return Text("Er zijn geen modellen.", "There are no models.")
    if len(members) == 1:
        return Text(f"'{members[0].path}' kon niet gelezen worden.", f"'{members[0].path}' could not be read.")
    return Text(f"Geen van de {len(members)} modellen kon gelezen worden.", f"None of the {len(members)} models could be read.")


def _failed(paths: Sequence[str]) -> Text:
    names, could = words.listing(paths), words.verb(len(paths), ("kon", "konden"), ("could", "could"))
    return Text(f"Niet meegeteld, want niet te lezen: {names.nl}.", f"Not counted, since {names.en} {could.en} not be read.")


def _programmes(groups: Sequence[Group], models: int) -> Text:
    many = len(groups) > 1
    told = [_with_editions(group) for group in groups]
    listed = words.both([words.joined(told[:-1], ", "), told[-1]]) if many else told[0]
    if models == 1:
        return Text(f"Er is één model, van {listed.nl}.", f"There is one model, of {listed.en}.")
    if not many:
        return Text(
            f"De {models} modellen zijn edities van één programma: '{groups[0].name}'.",
            f"The {models} models are editions of one programme: '{groups[0].name}'.",
        )
    return Text(
        f"De {models} modellen gaan over {len(groups)} programma's: {listed.nl}.",
        f"The {models} models are about {len(groups)} programmes: {listed.en}.",
    )


def _with_editions(group: Group) -> Text:
    count = len(group.models)
    of = group.organisation
    nl = ", ".join(part for part in (of, f"{count} edities" if count > 1 else "") if part)
    en = ", ".join(part for part in (of, f"{count} editions" if count > 1 else "") if part)
    return Text(f"'{group.name}'{f' ({nl})' if nl else ''}", f"'{group.name}'{f' ({en})' if en else ''}")


def _parties(found: Sequence[Party], groups: Sequence[Group]) -> Text | None:
    if len(groups) < 2:
        return None
    across = [party.name for party in sorted(found, key=lambda one: one.is_group) if party.programmes > 1]
    if not across:
        return Text("Geen stakeholder heeft in meer dan één programma een rol.", "No stakeholder has a role in more than one programme.")
    names = words.listing(across)
    have = words.verb(len(across), ("stakeholder heeft", "stakeholders hebben"), ("stakeholder has", "stakeholders have"))
    return Text(
        f"{len(across)} {have.nl} in meer dan één programma een rol: {names.nl}.",
        f"{len(across)} {have.en} a role in more than one programme: {names.en}.",
    )


def _rest(groups: Sequence[Group], shared: Shared) -> Text:
    efforts, touches, names = len(shared.efforts), len(shared.relations), len(shared.names)
    told = [
        *([_shared(efforts)] if len(groups) > 1 else []),
        Text(
            f"{touches or 'geen'} {'genoemd verband' if touches == 1 else 'genoemde verbanden'} met andere programma's",
            f"{touches or 'no'} relation{'' if touches == 1 else 's'} with other programmes named",
        ),
        Text(
            f"{names or 'geen'} {'partij' if names == 1 else 'partijen'} misschien onder twee namen",
            f"{names or 'no'} {'party' if names == 1 else 'parties'} perhaps under two names",
        ),
    ]
    return words.capital(words.joined((words.joined(told, ", "), Text(".", ".")), ""))


def _shared(efforts: int) -> Text:
    return Text(
        f"{efforts or 'geen'} gedeelde inspanning{'' if efforts == 1 else 'en'}", f"{efforts or 'no'} shared effort{'' if efforts == 1 else 's'}"
    )


def notes(models: Sequence[Model]) -> tuple[Text, ...]:
    """Return what a reader should know of how it was counted."""
    said = [
        Text(
            "Aantallen en bedragen zijn nooit opgeteld over edities van één programma: voor een programma telt de laatste.",
            "Numbers and amounts are never added up over editions of one programme: for a programme the latest counts.",
        ),
        Text(
            "Ook over programma's is niets opgeteld: zij kunnen inspanningen delen.",
            "Nor is anything added up over programmes: they may share efforts.",
        ),
    ]
    return tuple(dict.fromkeys((*said, *(note for model in models for note in words.shared_notes(model.network)))))
