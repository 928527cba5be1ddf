"""Slips of the hand that a newcomer makes: each is one finding, on its token, that says what to write."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.finding import Finding
from dinkit.model.dates import parse_date, parse_period
from dinkit.model.numbers import AmbiguousNumberError, Amount, DutchNumberError, parse_amount, parse_number, unquoted
from dinkit.model.values import Quoted, read_euros, read_value
from dinkit.reading import proposals
from support import findings_of, loaded

law = settings(derandomize=True, deadline=None, database=None, max_examples=200)

ABOUT_LACKS = {"DIN107", "DIN201", "DIN401", "DIN408", "DIN409"}
"""Rules on what these small models leave out on purpose, and on the wording of their names."""
D = "doelen:\n  d: D\ninspanningen:\n"


def told(text: str, *, silent: set[str] = ABOUT_LACKS) -> list[tuple[str, str, str, str]]:
    """Every finding, of reading and of the rules, as place and code, slug, Dutch message, Dutch hint."""
    return [_one(found) for found in findings_of(text) if found.code not in silent]


def _one(found: Finding) -> tuple[str, str, str, str]:
    span = found.location.span
    return f"{span.line}:{span.column} {found.code}", found.slug, found.message.nl, found.hint.nl if found.hint else ""


def only(text: str, *, silent: set[str] = ABOUT_LACKS) -> Finding:
    """The one finding of a text."""
    (found,) = [found for found in findings_of(text) if found.code not in silent]
    return found


# name, text, place and code, slug, Dutch message (without what every fault in the syntax says), Dutch hint, English hint
SLIPS = [
    (
        "an amount in millions without its sign",
        D + "  w:\n    naam: W\n    draagt_bij_aan: d\n    geld:\n      bedrag: 1,5 miljoen\n",
        "8:15 DIN014", "euro-sign",
        "'1,5 miljoen' is Nederlandse notatie; die kan alleen tussen aanhalingstekens en met het euroteken",
        'bij dit bedrag ontbreekt het euroteken; schrijf "€ 1,5 miljoen"',
        'this amount lacks the euro sign; write "€ 1,5 miljoen"',
    ),
    (
        "the same in quotes",
        D + "  w: {naam: W, draagt_bij_aan: d, geld: '1,5 miljoen'}\n",
        "4:41 DIN014", "euro-sign",
        "'1,5 miljoen' is Nederlandse notatie; die kan alleen tussen aanhalingstekens en met het euroteken",
        'bij dit bedrag ontbreekt het euroteken; schrijf "€ 1,5 miljoen"',
        'this amount lacks the euro sign; write "€ 1,5 miljoen"',
    ),
    (
        "whole millions, which were read as units",
        D + "  w: {naam: W, draagt_bij_aan: d, geld: 2 miljoen}\n",
        "4:41 DIN014", "euro-sign",
        "'2 miljoen' is Nederlandse notatie; die kan alleen tussen aanhalingstekens en met het euroteken",
        'bij dit bedrag ontbreekt het euroteken; schrijf "€ 2 miljoen"',
        'this amount lacks the euro sign; write "€ 2 miljoen"',
    ),
    (
        "the same between braces",
        D + "  w: {naam: W, draagt_bij_aan: d, geld: {bedrag: 1,5 miljoen}}\n",
        "4:52 DIN010", "comma-value",
        "'5 miljoen' is hier een losse sleutel geworden: de komma in het getal ervoor scheidt",
        'zet de waarde tussen aanhalingstekens en met haar eenheid: "€ 1,5 miljoen"',
        'put the value in quotes and with its unit: "€ 1,5 miljoen"',
    ),
    (
        "three groups between braces, of which none is left out",
        D + "  w: {naam: W, draagt_bij_aan: d, geld: {bedrag: € 4,8 mln}}\n",
        "4:54 DIN010", "comma-value",
        "'8 mln' is hier een losse sleutel geworden: de komma in het getal ervoor scheidt",
        'zet de waarde tussen aanhalingstekens en met haar eenheid: "€ 4,8 mln"',
        'put the value in quotes and with its unit: "€ 4,8 mln"',
    ),
    (
        "thousands and cents between braces: one finding on the whole",
        D + "  w: {naam: W, draagt_bij_aan: d, geld: {bedrag: 1.000.000,50}}\n",
        "4:60 DIN010", "comma-value",
        "'50' is hier een losse sleutel geworden: de komma in het getal ervoor scheidt",
        'zet de waarde tussen aanhalingstekens en met haar eenheid: "€ 1.000.000,50"',
        'put the value in quotes and with its unit: "€ 1.000.000,50"',
    ),
    (
        "the same straight below the effort",
        D + "  w: {naam: W, draagt_bij_aan: d, geld: € 200.000,50}\n",
        "4:51 DIN010", "comma-value",
        "'50' is hier een losse sleutel geworden: de komma in het getal ervoor scheidt",
        'zet de waarde tussen aanhalingstekens en met haar eenheid: "€ 200.000,50"',
        'put the value in quotes and with its unit: "€ 200.000,50"',
    ),
    (
        "no cents between braces",
        D + "  w: {naam: W, draagt_bij_aan: d, geld: {bedrag: 200.000,-}}\n",
        "4:57 DIN010", "comma-text",
        "'-' is hier een losse sleutel geworden: deze komma scheidt",
        'hoort de komma bij de tekst, zet die dan tussen aanhalingstekens: "200.000,-"',
        'if the comma belongs to the text, put that in quotes: "200.000,-"',
    ),
    (
        "an amount that may be thousands",
        D + "  w: {naam: W, draagt_bij_aan: d, geld: '€ 200,000'}\n",
        "4:41 DIN014", "ambiguous-number",
        "'€ 200,000' kan twee dingen zijn: 200 of 200000",
        "schrijf 200 of 200000, of het getal in Nederlandse notatie (2.200 is tweeduizend) met zijn eenheid tussen aanhalingstekens",
        "write 200 or 200000, or the number in Dutch notation (2.200 is two thousand) with its unit in quotes",
    ),
    (
        "an amount with a short word that is certain",
        D + "  w: {naam: W, draagt_bij_aan: d, geld: '€ 12,5K per jaar'}\n",
        "4:41 DIN014", "wordy-number", "'€ 12,5K per jaar' is geen getal of waarde",
        'schrijf "€ 12,5 duizend per jaar"', 'write "€ 12,5 duizend per jaar"',
    ),
    (
        "an amount with a word that is not known",
        D + "  w: {naam: W, draagt_bij_aan: d, geld: '€ 2 mil'}\n",
        "4:41 DIN014", "wordy-number", "'€ 2 mil' is geen getal of waarde",
        "schrijf het bedrag voluit: achter een bedrag kent dinkit 'mil' niet (wel: duizend, mln, mrd, per jaar, structureel, excl. btw)",
        "write the amount in full: dinkit does not know 'mil' behind an amount (but: duizend, mln, mrd, per year, structural, excl. vat)",
    ),
    (
        "an amount between curly quotes",
        D + "  w: {naam: W, draagt_bij_aan: d, geld: “€ 200.000,50”}\n",
        "4:41 DIN023", "curly-quotes",
        "hier staan gekrulde aanhalingstekens (zoals Word ze maakt), die voor YAML gewone letters zijn",
        'schrijf "€ 200.000,50"; horen ze bij de tekst, zet er dan rechte omheen',
        'write "€ 200.000,50"; if they belong to the text, put straight ones around them',
    ),
    (
        "an id between curly quotes, which is read",
        D + "  w: {naam: W, draagt_bij_aan: ‘d’}\n",
        "4:32 DIN023", "curly-quotes",
        "hier staan gekrulde aanhalingstekens (zoals Word ze maakt), die voor YAML gewone letters zijn",
        'schrijf "d"; horen ze bij de tekst, zet er dan rechte omheen', 'write "d"; if they belong to the text, put straight ones around them',
    ),
    (
        "a key between curly quotes",
        D + "  w:\n    „naam”: W\n    draagt_bij_aan: d\n",
        "5:5 DIN023", "curly-quotes",
        "hier staan gekrulde aanhalingstekens (zoals Word ze maakt), die voor YAML gewone letters zijn",
        'schrijf "naam"; horen ze bij de tekst, zet er dan rechte omheen', 'write "naam"; if they belong to the text, put straight ones around them',
    ),
    (
        "a key without a colon",
        "doelen:\n  groene-binnenstad:\n    naam Groene binnenstad\n",
        "3:5 DIN026", "missing-colon",
        "'naam' is een sleutel, maar is hier deel van de naam: er ontbreekt een dubbele punt met een spatie erachter",
        "schrijf 'naam: Groene binnenstad'; hoort het bij de naam, zet die dan op één regel tussen aanhalingstekens",
        "write 'naam: Groene binnenstad'; if it belongs to the name, put that on one line in quotes",
    ),
    (
        "a key without a space",
        "doelen:\n  a:\n    naam:Groene\n",
        "3:5 DIN026", "missing-colon",
        "'naam' is een sleutel, maar is hier deel van de naam: er ontbreekt een dubbele punt met een spatie erachter",
        "schrijf 'naam: Groene'; hoort het bij de naam, zet die dan op één regel tussen aanhalingstekens",
        "write 'naam: Groene'; if it belongs to the name, put that on one line in quotes",
    ),
    (
        "a field without a colon below a short name",
        "doelen:\n  minder-leegstand: Minder leegstand\n    streefdatum 2028\n",
        "3:5 DIN026", "missing-colon",
        "'streefdatum' is een sleutel, maar is hier deel van de naam: er ontbreekt een dubbele punt met een spatie erachter",
        "schrijf 'streefdatum: 2028'; hoort het bij de naam, zet die dan op één regel tussen aanhalingstekens",
        "write 'streefdatum: 2028'; if it belongs to the name, put that on one line in quotes",
    ),
    (
        "a name that goes on with a word of every day",
        "doelen:\n  a:\n    naam: Het groen\n      van de stad\n",
        "4:7 DIN026", "long-name",
        "deze naam loopt door op de volgende regel",
        "zet de hele naam op één regel; is dit een eigen veld, dan ontbreekt er een dubbele punt",
        "put the whole name on one line; if this is a field of its own, a colon is missing",
    ),
    (
        "a field below a short name",
        "doelen:\n  minder-leegstand: Minder leegstand\n    streefdatum: 2028\n",
        "3:5 DIN004", "short-name",
        "'minder-leegstand' heeft al een korte naam; velden passen er niet meer onder",
        "zet de naam op een eigen regel: 'minder-leegstand:' en daaronder 'naam: Minder leegstand'",
        "put the name on a line of its own: 'minder-leegstand:' and below it 'naam: Minder leegstand'",
    ),
    (
        "a field indented too far",
        "doelen:\n  a:\n    naam: A\n     streefdatum: 2028\n",
        "4:6 DIN004", "indented-more",
        "'streefdatum' springt verder in dan 'naam', de regel waar het onder staat",
        "laat 'streefdatum' even ver inspringen als 'naam'",
        "indent 'streefdatum' as far as 'naam'",
    ),
    (
        "a key without a space above one with",
        "doelen:\n  a:\n    naam:Groen\n    nummer: 1\n",
        "3:5 DIN004", "no-colon",
        "hier ontbreekt een dubbele punt met een spatie erachter",
        "schrijf 'sleutel: waarde'; loopt een tekst door op de volgende regel, laat die dan verder inspringen",
        "write 'key: value'; when a text goes on in the next line, indent that line further",
    ),
    *(
        (
            f"an apostrophe in front: {name}",
            f"doelen:\n  a:\n    naam: {name}\n    nummer: 1\n",
            "3:11 DIN004", "apostrophe",
            "dit teken begint hier een tekst tussen aanhalingstekens",
            f'hoort de apostrof bij de tekst, zet de hele tekst tussen dubbele aanhalingstekens: "{name}"',
            f'if the apostrophe belongs to the text, put the whole text in double quotes: "{name}"',
        )
        for name in ("'s-Hertogenbosch groen", "'t Hof", "'n Huis", "'t Hof 's avonds")
    ),
    (
        "an apostrophe that another one seems to close",
        "doelen:\n  a:\n    naam: 't Hof\n  b:\n    naam: 't Plein\n",
        "3:11 DIN004", "apostrophe",
        "dit teken begint hier een tekst tussen aanhalingstekens",
        "hoort de apostrof bij de tekst, zet de hele tekst tussen dubbele aanhalingstekens: \"'t Hof\"",
        "if the apostrophe belongs to the text, put the whole text in double quotes: \"'t Hof\"",
    ),
    *(
        (
            f"another spelling of a link: {key}",
            D + f"  w:\n    naam: W\n    {key}: d\n",
            "6:5 DIN010", "near-key",
            f"de sleutel '{key}' bestaat hier niet",
            "bedoelt u 'draagt_bij_aan'?",
            "did you mean 'draagt_bij_aan'?",
        )
        for key in ("draagt bij aan", "Draagt_bij_aan", "draagt-bij-aan", "draag_bij_aan", "doel", "Doelen")
    ),
    (
        "goals on an effort",
        D + "  w: {naam: W, doelen: [d]}\n",
        "4:16 DIN010", "near-key", "de sleutel 'doelen' bestaat hier niet", "bedoelt u 'draagt_bij_aan'?", "did you mean 'draagt_bij_aan'?",
    ),
    (
        "a key that may be a link",
        D + "  w: {naam: W, helpt: d}\n",
        "4:16 DIN010", "unknown-key", "de sleutel 'helpt' bestaat hier niet", "", "",
    ),
    (
        "two ids as one",
        "doelen:\n  groene-binnenstad: G\n  meer-bezoekers: M\ninspanningen:\n  w: {naam: W, draagt_bij_aan: 'groene-binnenstad, meer-bezoekers'}\n",
        "5:32 DIN011", "several-ids",
        "'groene-binnenstad, meer-bezoekers' is hier één id, maar dit lijken er meer",
        "schrijf [groene-binnenstad, meer-bezoekers]",
        "write [groene-binnenstad, meer-bezoekers]",
    ),
    *(
        (
            f"two ids with '{sign}'",
            "doelen: {a: A, b: B}\ninspanningen:\n  w:\n    naam: W\n    draagt_bij_aan: a" + sign + "b\n",
            "5:21 DIN011", "several-ids",
            f"'a{sign}b' is hier één id, maar dit lijken er meer", "schrijf [a, b]", "write [a, b]",
        )
        for sign in (" en ", "; ", " & ", ", ")
    ),
    (
        "a collection by another name",
        "doelstellingen:\n  d: D\ninspanningen:\n  w: {naam: W, draagt_bij_aan: d}\n",
        "1:1 DIN010", "near-key", "de sleutel 'doelstellingen' bestaat hier niet", "bedoelt u 'doelen'?", "did you mean 'doelen'?",
    ),
    (
        "efforts by another name",
        "doelen:\n  d: D\nprojecten:\n  w: {naam: W, draagt_bij_aan: d}\n",
        "3:1 DIN010", "near-key", "de sleutel 'projecten' bestaat hier niet", "bedoelt u 'inspanningen'?", "did you mean 'inspanningen'?",
    ),
    (
        "a collection of nothing",
        "ambities:\n  d: D\ninspanningen:\n  w: {naam: W, draagt_bij_aan: d}\n",
        "1:1 DIN010", "unknown-collection", "de sleutel 'ambities' bestaat hier niet; wat eronder staat, is niet gelezen", "", "",
    ),
    (
        "bullets below a goal",
        "doelen:\n  a:\n    naam: A\n    subdoelen:\n      - Minder leegstand\n      - b\ninspanningen:\n  w: {naam: W, draagt_bij_aan: b}\n",
        "5:7 DIN011", "bullets",
        "hier staat een lijst met streepjes; elementen hebben elk een eigen id als sleutel",
        "schrijf 'minder-leegstand: Minder leegstand' in plaats van '- Minder leegstand'",
        "write 'minder-leegstand: Minder leegstand' instead of '- Minder leegstand'",
    ),
    (
        "bullets with an id",
        "doelen:\n  - a: Groen\n",
        "2:3 DIN011", "bullets",
        "hier staat een lijst met streepjes; elementen hebben elk een eigen id als sleutel",
        "schrijf 'a: Groen' zonder het streepje",
        "write 'a: Groen' without the dash",
    ),
    (
        "bullets with fields",
        "doelen:\n  - id: a\n    naam: Groen\n",
        "2:3 DIN011", "bullets",
        "hier staat een lijst met streepjes; elementen hebben elk een eigen id als sleutel",
        "schrijf 'a:' en daaronder de velden ('naam: ...'), zonder streepje",
        "write 'a:' and below it the fields ('naam: ...'), without a dash",
    ),
    (
        "a field indented too little",
        D + "  w:\n    naam: W\n    draagt_bij_aan: d\n  planning:\n    start: 2019\n    eind: 2020\n  v: {naam: V, draagt_bij_aan: d}\n",
        "7:3 DIN010", "shallow-key",
        "'planning' springt te weinig in: het hoort bij 'w', maar staat even ver naar links als de id's",
        "laat deze regel even ver inspringen als de andere velden van 'w'; is het een id, kies dan een andere",
        "indent this line as far as the other fields of 'w'; if it is an id, choose another",
    ),
    (
        "a link indented too little",
        D + "  w:\n    naam: W\n  draagt_bij_aan: d\n",
        "6:3 DIN010", "shallow-key",
        "'draagt_bij_aan' springt te weinig in: het hoort bij 'w', maar staat even ver naar links als de id's",
        "laat deze regel even ver inspringen als de andere velden van 'w'; is het een id, kies dan een andere",
        "indent this line as far as the other fields of 'w'; if it is an id, choose another",
    ),
    (
        "a name indented too little",
        "doelen:\n  a:\n  naam: Groen\n",
        "3:3 DIN010", "shallow-key",
        "'naam' springt te weinig in: het hoort bij 'a', maar staat even ver naar links als de id's",
        "laat deze regel even ver inspringen als de andere velden van 'a'; is het een id, kies dan een andere",
        "indent this line as far as the other fields of 'a'; if it is an id, choose another",
    ),
    (
        "links indented too little",
        D + "  w:\n    naam: W\n    draagt_bij_aan: d\n    stakeholders:\n    p: eigenaar\n    q: {rol: partner}\nstakeholders: {p: P, q: Q}\n",
        "8:5 DIN010", "outdented",
        "'p' springt te weinig in: het hoort onder 'stakeholders'",
        "laat deze regel verder inspringen dan 'stakeholders', en de volgende die daaronder horen ook",
        "indent this line further than 'stakeholders', and the next ones that belong there too",
    ),
    (
        "a contribution indented too little",
        D + "  w:\n    naam: W\n    draagt_bij_aan:\n    d: ++\n",
        "7:5 DIN010", "outdented",
        "'d' springt te weinig in: het hoort onder 'draagt_bij_aan'",
        "laat deze regel verder inspringen dan 'draagt_bij_aan', en de volgende die daaronder horen ook",
        "indent this line further than 'draagt_bij_aan', and the next ones that belong there too",
    ),
    (
        "a nested goal indented too little",
        "doelen:\n  h:\n    naam: H\n    subdoelen:\n      d:\n        naam: D\n    e:\n      naam: E\ninspanningen: {w: {naam: W, draagt_bij_aan: e}}\n",
        "7:5 DIN010", "outdented",
        "'e' springt te weinig in: het hoort onder 'subdoelen'",
        "laat deze regel verder inspringen dan 'subdoelen', en de volgende die daaronder horen ook",
        "indent this line further than 'subdoelen', and the next ones that belong there too",
    ),
    (
        "elements at the start of the line",
        D + "w:\n  naam: W\n  draagt_bij_aan: d\nv: {naam: V, draagt_bij_aan: d}\n",
        "4:1 DIN010", "outdented",
        "'w' springt te weinig in: het hoort onder 'inspanningen'",
        "laat deze regel verder inspringen dan 'inspanningen', en de volgende die daaronder horen ook",
        "indent this line further than 'inspanningen', and the next ones that belong there too",
    ),
    (
        "one line indented too little",
        D + "  w:\n    naam: W\n  planning: 2019\n    draagt_bij_aan: d\n",
        "6:3 DIN004", "shallow-line",
        "'planning' springt te weinig in: het staat even ver naar links als de id's",
        "laat deze regel even ver inspringen als de andere velden van het element; is het een id, kies dan een andere",
        "indent this line as far as the other fields of the element; if it is an id, choose another",
    ),
    *(
        (
            f"a near word: {field}",
            D + f"  w: {{naam: W, draagt_bij_aan: d, {field}}}\n",
            "4:35 DIN010", "near-word", f"de sleutel '{field.partition(':')[0]}' bestaat hier niet", f"schrijf '{written}'", f"write '{written}'",
        )
        for field, written in (
            ("eigenaar: gemeente", "stakeholders: {gemeente: eigenaar}"),
            ("eigenaar: Gemeente Almelo", "stakeholders: {<stakeholder-id>: eigenaar}"),
            ("trekker: bureau-x", "stakeholders: {bureau-x: trekker}"),
            ("budget: 200000", "geld: 200000"),
            ("kosten: 120.000", 'geld: "€ 120.000"'),
            ("kosten: 1.5 miljoen", 'geld: "€ 1.5 miljoen"'),
            ("start: 2027", "planning: 2027.."),
            ("looptijd: 2025-2028", "planning: 2025..2028"),
        )
    ),
    (
        "goals of an indicator",
        "doelen: {d: D}\nindicatoren:\n  i: {naam: I, eenheid: x, doel: d}\n",
        "3:28 DIN010", "near-key", "de sleutel 'doel' bestaat hier niet", "bedoelt u 'meet'?", "did you mean 'meet'?",
    ),
    (
        "operational goals",
        "doelen:\n  a:\n    naam: A\n    operationele_doelen:\n      b: B\ninspanningen:\n  w: {naam: W, draagt_bij_aan: b}\n",
        "4:5 DIN010", "near-key", "de sleutel 'operationele_doelen' bestaat hier niet", "bedoelt u 'subdoelen'?", "did you mean 'subdoelen'?",
    ),
    (
        "a description by another name",
        "doelen:\n  a: {naam: A, beschrijving: x}\n",
        "2:16 DIN010", "near-key", "de sleutel 'beschrijving' bestaat hier niet", "bedoelt u 'omschrijving'?", "did you mean 'omschrijving'?",
    ),
    (
        "partners",
        D + "  w: {naam: W, draagt_bij_aan: d, partners: p}\nstakeholders: {p: P}\n",
        "4:35 DIN010", "near-key", "de sleutel 'partners' bestaat hier niet", "bedoelt u 'stakeholders'?", "did you mean 'stakeholders'?",
    ),
    *(
        (
            f"ids in the line of their key: {written}",
            D + f"  w:\n    naam: W\n    draagt_bij_aan: d\n    stakeholders: {written}\nstakeholders: {{p: P, q: Q}}\n",
            f"7:{19 + written.index(':')} DIN004", "pairs-in-line",
            "deze dubbele punt kan hier niet staan: achter 'stakeholders' staan id's met een dubbele punt tussen accolades, of elk op een eigen regel",
            hint, english,
        )
        for written, hint, english in (
            ("p: trekker", "schrijf 'stakeholders: {p: trekker}'", "write 'stakeholders: {p: trekker}'"),
            ("p: {rol: trekker}", "schrijf 'stakeholders: {<id>: ...}'", "write 'stakeholders: {<id>: ...}'"),
            (
                "p: trekker\n      q: partner",
                "zet 'p: trekker' op een eigen regel onder 'stakeholders:'",
                "put 'p: trekker' on a line of its own below 'stakeholders:'",
            ),
        )
    ),
    (
        "a colon in braces",
        "doelen:\n  a: {naam: Vitale binnenstad: wonen}\n",
        "2:30 DIN004", "flow-colon",
        "deze dubbele punt kan hier niet staan: er staat er al een voor deze tekst",
        "hoort de dubbele punt bij de tekst, zet die dan tussen aanhalingstekens",
        "if the colon belongs to the text, put that in quotes",
    ),
    (
        "a comma in braces",
        "doelen:\n  a: {naam: Vitale binnenstad, wonen en werken}\n",
        "2:30 DIN010", "comma-text",
        "'wonen en werken' is hier een losse sleutel geworden: deze komma scheidt",
        'hoort de komma bij de tekst, zet die dan tussen aanhalingstekens: "Vitale binnenstad, wonen en werken"',
        'if the comma belongs to the text, put that in quotes: "Vitale binnenstad, wonen en werken"',
    ),
    (
        "a role without a space",
        D + "  w: {naam: W, draagt_bij_aan: d, stakeholders: {gemeente:eigenaar, o: partner}}\nstakeholders: {gemeente: G, o: O}\n",
        "4:50 DIN010", "no-space",
        "achter deze dubbele punt ontbreekt een spatie, zodat 'gemeente:eigenaar' één woord is",
        "zet een spatie achter de dubbele punt: 'gemeente: eigenaar'",
        "put a space behind the colon: 'gemeente: eigenaar'",
    ),
    (
        "a name in braces without a space",
        "doelen:\n  a: {naam:Groen, nummer: 1}\n",
        "2:7 DIN010", "no-space",
        "achter deze dubbele punt ontbreekt een spatie, zodat 'naam:Groen' één woord is",
        "zet een spatie achter de dubbele punt: 'naam: Groen'",
        "put a space behind the colon: 'naam: Groen'",
    ),
    *(
        (
            f"a fixed space {name}",
            text,
            place, "fixed-space",
            "hier staat een vaste spatie (uit Word of een webpagina)",
            "vervang die door een gewone spatie",
            "replace it by an ordinary space",
        )
        for name, text, place in (
            ("before an id", "doelen:\n\u00a0\u00a0a: A\n", "2:1 DIN004"),
            ("before a field", "doelen:\n  a:\n    naam: A\n  \u00a0 streefdatum: 2028\n", "4:3 DIN004"),
            ("behind a colon", "doelen:\n  a:\n    naam:\u00a0Groene\n", "3:10 DIN004"),
            ("behind a colon, with more below it", "doelen:\n  a:\n    naam:\u00a0Groene\n    nummer: 1\n", "3:10 DIN004"),
        )
    ),
    (
        "a question mark",
        "indicatoren:\n  i:\n    naam: I\n    eenheid: x\n    nulmeting: ?\n",
        "5:16 DIN004", "question", "een vraagteken kan hier niet alleen staan", "schrijf 'onbekend'", "write 'unknown'",
    ),
    (
        "about",
        "indicatoren:\n  i:\n    naam: I\n    eenheid: x\n    nulmeting: ca. 2000 bezoekers\n",
        "5:16 DIN014", "wordy-number",
        "'ca. 2000 bezoekers' is geen getal of waarde", 'schrijf "circa 2000 bezoekers"', 'write "circa 2000 bezoekers"',
    ),
    (
        "a line with three spaces",
        "doelen:\n  a:\n    naam: A\n   nummer: 1\n",
        "4:4 DIN004", "indent",
        "deze regel springt anders in dan zijn buren",
        "laat de regel met evenveel spaties beginnen als de regels waar hij bij hoort",
        "begin the line with as many spaces as the lines that it belongs with",
    ),
    (
        "text behind a quote",
        'doelen:\n  a:\n    naam: "Groen" is beter\n    nummer: 1\n',
        "3:19 DIN004", "after-quote",
        "hier staat tekst achter een aanhalingsteken dat de tekst al afsluit",
        "zet de hele tekst tussen andere aanhalingstekens: '\"Groen\" is beter'",
        "put the whole text between other quotes: '\"Groen\" is beter'",
    ),
    (
        "an apostrophe in front between braces",
        "doelen:\n  a: {naam: 't Hof, nummer: 1}\n",
        "2:13 DIN004", "apostrophe",
        "dit teken begint hier een tekst tussen aanhalingstekens",
        "hoort de apostrof bij de tekst, zet de hele tekst tussen dubbele aanhalingstekens: \"'t Hof\"",
        "if the apostrophe belongs to the text, put the whole text in double quotes: \"'t Hof\"",
    ),
    (
        "text behind a quote between braces",
        'doelen:\n  a: {naam: "Groen" is beter}\n',
        "2:21 DIN004", "after-quote",
        "hier staat tekst achter een aanhalingsteken dat de tekst al afsluit",
        "zet de hele tekst tussen andere aanhalingstekens: '\"Groen\" is beter'",
        "put the whole text between other quotes: '\"Groen\" is beter'",
    ),
]  # fmt: skip

REST = "; de rest van het bestand is niet gelezen"


@pytest.mark.parametrize("slip", SLIPS, ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_one_finding_that_says_what_to_write(slip):
    _, text, place, slug, message, hint, english = slip
    found = only(text, silent=ABOUT_LACKS | {"DIN301"})
    assert _one(found) == (place, slug, message + (REST if message + REST == found.message.nl else ""), hint)
    assert (found.hint.en if found.hint else "") == english


def test_what_is_indented_too_little_is_read_all_the_same():
    network = loaded(
        "doelen:\n  h:\n    naam: H\n    subdoelen:\n    d: D\n    e:\n      naam: E\ninspanningen:\n"
        "w:\n  naam: W\n  stakeholders:\n  p: trekker\n  q:\n    rol: partner\n  draagt_bij_aan:\n  e: {gewicht: ++}\nstakeholders: {p: P, q: Q}\n"
    ).network
    links = {(one.type, one.source, one.target, one.role, one.weight.text if one.weight else None) for one in network.relations}
    assert links == {
        ("part_of", "d", "h", None, None),
        ("part_of", "e", "h", None, None),
        ("involved_in", "p", "w", "lead", None),
        ("involved_in", "q", "w", "partner", None),
        ("contributes_to", "w", "e", None, "++"),
    }
    assert network.flaws == ()
    assert network.damaged == {"h", "w"}


@pytest.mark.parametrize("line", ["toelichtend: tekst", "plannin: 2019", "prioriteit: [a]"])
def test_another_word_behind_a_link_left_empty_is_no_id(line):
    found = findings_of(D + f"  w:\n    naam: W\n    draagt_bij_aan:\n    {line}\n")
    assert [one.slug for one in found if one.code == "DIN010"] in (["unknown-key"], ["near-key"])


@pytest.mark.parametrize("key", ["draagt bij aan", "Draagt_bij_aan", "doel", "helpt"])
def test_a_link_under_a_wrong_key_is_not_missing(key):
    text = D + f"  w:\n    naam: W\n    {key}: d\n"
    assert {found.code for found in findings_of(text)} & {"DIN106", "DIN107", "DIN102"} == set()


def test_a_planning_in_two_fields_is_not_missing():
    findings = [
        _one(found) for found in findings_of(D + "  w: {naam: W, draagt_bij_aan: d, start: 2027, eind: 2028}\n") if found.code in ("DIN010", "DIN409")
    ]
    assert findings == [
        ("4:35 DIN010", "near-word", "de sleutel 'start' bestaat hier niet", "schrijf 'planning: 2027..2028'"),
        ("4:48 DIN010", "near-word", "de sleutel 'eind' bestaat hier niet", "schrijf 'planning: 2027..2028'"),
    ]


def test_names_that_look_like_fields_are_no_slip():
    for text in (
        "doelen:\n  a: “Groen” in de stad\n",
        "doelen:\n  a: “Groen” en “blauw”\n",
        "doelen:\n  a: “Groen”, en dan “blauw”\n",
        "doelen:\n  a: ‘Jan’s hof’\n",
        "doelen:\n  a: '“Groen”'\n",
        "doelen:\n  a:\n    naam: A\n    omschrijving: |\n      “Groen”\n      - “blauw”\n",
        "doelen:\n  a: planning maken\n",
        "doelen:\n  a:\n    naam: doelen stellen\n",
        "doelen:\n  a:\n    Meer banen\n",
        'doelen:\n  a:\n    naam: "Groen\n      planning in de stad"\n',
        "doelen:\n  a:\n    naam: >-\n      naam van het doel\n",
        "doelen:\n  a:\n    naam: A\n    omschrijving: We maken een\n      planning voor de stad\n",
        "doelen:\n  a:\n    naam: A\n    omschrijving: Let\u00a0op:\u00a0groen\n",
    ):
        assert told(text) == []


DATES = [
    ("2027-2028", "2027..2028"), ("2027 t/m 2028", "2027..2028"), ("2027 - 2028", "2027..2028"), ("2027–2028", "2027..2028"),
    ("van 2027 tot en met 2028", "2027..2028"), ("maart t/m juni 2027", "2027-03..2027-06"), ("vanaf 2027", "2027.."), ("t/m 2028", "..2028"),
    ("2027-03-01 t/m 2027-04-01", "2027-03-01..2027-04-01"), ("Q3 2027", "2027-Q3"), ("2027 Q3", "2027-Q3"), ("najaar 2027", "2027-najaar"),
    ("1 maart 2027", "2027-03-01"), ("maart 2027", "2027-03"), ("March 2027", "2027-03"), ("eind 2028", "2028-Q4 of 2028-12"),
    ("begin 2028", "2028-Q1 of 2028-01"), ("medio 2027", "2027-Q2 of 2027-Q3"), ("2e helft 2027", "2027-H2"), ("tweede kwartaal 2027", "2027-Q2"),
    ("01-01-2026..31-12-2027", "2026-01-01..2027-12-31"), ("1-3-2027 t/m 30-6-2027", "2027-03-01..2027-06-30"), ("2026…2027", "2026..2027"),
    ("eerste helft van 2027", "2027-H1"), ("winter 2027", "2027-winter of 2028-winter"), ("2027-5", "2027-05"), ("3/2027", "2027-03"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "written"), DATES)
def test_a_dutch_date_gets_a_proposal(given, written):
    found = only(D + f"  w:\n    naam: W\n    draagt_bij_aan: d\n    planning: {given}\n")
    assert _one(found) == ("7:15 DIN015", "wordy-period", f"'{given}' is geen periode zoals dinkit die leest", f"schrijf {written}")
    for one in written.split(" of "):
        assert parse_period(one)


@pytest.mark.parametrize(
    "given",
    [
        "2028-2027",
        "31 februari 2027",
        "vroeger",
        "2027 tot 2028",
        "2027-13",
        "tweede kwartaal",
        "eind 2027 - 2028",
        "31-02-2026..31-12-2027",
        "2027...2028",
    ],
)
def test_what_is_not_certain_is_not_proposed(given):
    assert proposals.dates(given, period=True) is None


@pytest.mark.parametrize(("given", "hint"), [
    ("2025-02-30", "schrijf een dag die er is: februari 2025 heeft 28 dagen"),
    ("2024-02-30", "schrijf een dag die er is: februari 2024 heeft 29 dagen"),
    ("2025-04-31", "schrijf een dag die er is: april 2025 heeft 30 dagen"),
])  # fmt: skip
def test_a_day_that_its_month_does_not_have_is_told(given, hint):
    found = only(f"doelen:\n  a: {{naam: A, streefdatum: {given}}}\n")
    assert (found.hint.nl, found.fix) == (hint, None)


def test_a_single_date_is_never_a_period():
    assert proposals.dates("2027-2028", period=False) is None
    assert only("doelen:\n  a: {naam: A, streefdatum: eind 2028}\n").hint.nl == "schrijf 2028-Q4 of 2028-12"


IDS = [
    ("café-binnenstad", "cafe-binnenstad"), ("groene_binnenstad", "groene-binnenstad"), ("Groene binnenstad", "groene-binnenstad"), ("1-groen", "groen-1"),
]  # fmt: skip
RULE = "een id heeft alleen a tot en met z (zonder accenten), cijfers en koppeltekens, en begint met een letter"


@pytest.mark.parametrize(("given", "written"), IDS)
def test_an_id_gets_a_proposal(given, written):
    found = only(f"doelen:\n  {given}: Groen\n")
    assert _one(found) == ("2:3 DIN101", "id", f"'{given}' kan geen id zijn", f"{RULE}; bijvoorbeeld '{written}'")
    assert found.hint.en.endswith(f"; for example '{written}'")


def test_an_id_of_which_nothing_can_stand_gets_the_rule_alone():
    assert only("doelen:\n  '2027': Groen\n").hint.nl == RULE


numbers = st.builds(
    lambda about, sign, whole, rest, scale: f"{about}{sign}{whole}{rest}{scale}",
    st.sampled_from(["", "circa ", "ruim "]),
    st.sampled_from(["", "-"]),
    st.sampled_from(["1", "12", "999", "1.500", "1.500.000", "200000"]),
    st.sampled_from(["", ",5", ",25"]),
    st.sampled_from(["", " miljoen", " mln", " duizend", " miljard"]),
)


@law
@given(numbers, st.sampled_from([str, Quoted]), st.sampled_from(["", " dossiers"]))
def test_what_a_hint_says_is_the_whole_of_the_value(text, kind, unit):
    held = _read(read_value, kind(text + unit))
    if isinstance(held, DutchNumberError):
        assert _value(held.plain) == _meant(text)
        assert parse_amount(held.plain.strip('"')).qualifier == parse_amount(text + " x").qualifier
    else:
        assert_both_readings(held, text)


@law
@given(numbers, st.sampled_from([str, Quoted]))
def test_what_a_hint_for_money_says_is_the_whole_amount(text, kind):
    held = _read(read_euros, kind(text))
    if isinstance(held, DutchNumberError):
        amount = read_euros(Quoted(held.plain.strip('"')))
        assert (amount.value, amount.unit) == (_meant(text), "€")
    else:
        assert_both_readings(held, text)


def assert_both_readings(held: object, text: str) -> None:
    """What is read is what was meant; what can be two things names both."""
    if isinstance(held, AmbiguousNumberError):
        assert {_value(held.dutch), _value(held.english)} == {_meant(text), _meant(text.replace(".", ",", 1))}
    else:
        assert isinstance(held, Amount)
        assert held.value == _meant(text)


def _read(read, value: str) -> object:
    """What a reader makes of a value, or its error."""
    try:
        return read(value)
    except ValueError as error:
        return error


def _value(written: str) -> Decimal:
    """The value of what a hint says, read as the file would."""
    held = read_value(Quoted(written.strip('"'))) if written.startswith('"') else read_value(written)
    assert isinstance(held, Amount)
    return held.value


def _meant(text: str) -> Decimal:
    """The value of a number in Dutch notation, by a second way of reading it."""
    words = text.split()
    scale = {"duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9}.get(words[-1], 1)
    digits = next(word for word in words if word.strip("-")[0].isdigit())
    return Decimal(digits.replace(".", "").replace(",", ".")) * scale


@law
@given(st.text(max_size=40))
def test_every_proposal_can_be_read(text):
    for period, parse in ((False, parse_date), (True, parse_period)):
        meant = proposals.dates(text, period=period)
        assert meant is None or meant.nl.startswith("een dag die er is: ") or all(parse(one) for one in meant.nl.split(" of "))
    written = proposals.number(text)
    assert written is None or written.nl.startswith("het bedrag voluit: ") or read_value(Quoted(unquoted(written.nl))) is not None
    assert all(read_value(Quoted(unquoted(one)) if one[0] in "'\"" else one) is not None for one in proposals.numbers(text))
    assert all(read_euros(Quoted(unquoted(one)) if one[0] in "'\"" else one) is not None for one in proposals.numbers(text, euros=True))
    assert all(parse_period(one) for one in proposals.periods(text))
    made = proposals.proper_id(text)
    assert made is None or not [found for found in findings_of(f"doelen:\n  {made}: A\n") if found.code == "DIN101"]


def test_a_million_is_a_million_wherever_it_stands():
    with pytest.raises(DutchNumberError) as caught:
        read_value("2 miljoen")
    assert caught.value.plain == "2000000"
    assert parse_number("2000000") == parse_amount("2 miljoen x").value
