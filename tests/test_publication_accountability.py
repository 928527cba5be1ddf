"""The report on accountability: one small model to the letter, laws over any model, and the figures of the documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from account_support import shipped
from dinkit.analyses._editions_words import edition_name
from dinkit.analysis import Cell, Options, Table
from dinkit.exporters import publication_html, publication_md
from dinkit.exporters._cells import cell_text
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.numbers import Amount
from dinkit.model.records import Effort, Result
from dinkit.network import Network
from dinkit.publication import Publication, Section
from dinkit.publications.accountability import PUBLICATION
from dinkit.reading.load import load
from dinkit.report import Report
from dinkit.source import Memory
from strategies import broken
from support import loaded, network_of

EARLIER = """\
model: stad-2019
editie: contract
peildatum: 2019-12-31
programma:
  id: werk
  naam: Stad werkt
  planning: 2019..2022
  geld: {bedrag: 1000, soort: plafond, geldstroom: programma, aard: onbekend, per: totaal, bron: contract § 9}
doelen: {meer-werk: {naam: Meer werk, nummer: I}}
inspanningen:
  loket:
    naam: Loket openen
    nummer: 1
    draagt_bij_aan: {meer-werk: {herkomst: vermeld}}
    planning: 2020-04..2020-09
    geld: {bedrag: 120.50, soort: uitgave, geldstroom: programma, aard: onbekend, per: onbekend, bron: contract § 1}
  krant: {naam: Krant maken, draagt_bij_aan: {meer-werk: {herkomst: vermeld}}, planning: 2019}
resultaten:
  website-2020: {naam: Website in de lucht, van: loket, datum: 2020-05, soort: afronding, stand: verwacht, herkomst: vermeld, bron: contract § 1}
bronnen: {contract: Programmacontract}
"""

NOW = """\
model: stad-2020
editie: verslag 2020
peildatum: 2020-12-31
vorige_editie: stad-2019.yaml
standaard: {herkomst: vermeld}
programma:
  id: werk
  naam: Stad werkt
  organisatie: gemeente Stad
  planning: 2019..2022
  geld: {bedrag: 1000, soort: plafond, geldstroom: programma, aard: onbekend, per: totaal, bron: contract § 9}
doelen:
  meer-werk:
    naam: Meer werk
    nummer: I
    omschrijving: Meer mensen hebben een baan.
    bron: contract § 2
    subdoelen:
      minder-dossiers: {naam: Minder dossiers, nummer: a, bron: contract § 2}
      betere-stad: {naam: Een betere stad, nummer: b, bron: contract § 2}
indicatoren:
  dossiers:
    naam: Dossiers
    eenheid: dossiers
    richting: lager
    meet: minder-dossiers
    nulmeting: {waarde: 2800, datum: 2018}
    streefwaarden: {waarde: 2200, datum: 2022}
    bron: contract § 2
metingen:
  dossiers-2020: {van: dossiers, waarde: 2500, datum: 2020, bron: verslag § 2}
inspanningen:
  loket:
    naam: Loket voor werk
    nummer: 1
    omschrijving: Een plek voor alle vragen over werk.
    draagt_bij_aan: meer-werk
    planning: 2020-04..2020-09
    geld:
      - {bedrag: 100.25, soort: uitgave, geldstroom: programma, aard: eenmalig, periode: 2020, per: totaal, bron: verslag § 1}
      - {bedrag: 50, soort: uitgave, geldstroom: programma, aard: structureel, periode: 2020, per: jaar, omschrijving: Huur, bron: verslag § 1}
      - {bedrag: onbekend, soort: bijdrage, geldstroom: subsidie, aard: onbekend, per: onbekend, bron: verslag § 1}
      - {bedrag: 75, soort: besparing, geldstroom: regulier, aard: eenmalig, periode: 2020, per: totaal, kwalificatie: circa, bron: verslag § 1}
    voorwaarden: [{tekst: Vanaf 18 jaar., bron: verslag § 1}]
    bron: verslag § 1
    onderdelen:
      balie: {naam: Balie, nummer: a, planning: 2020, bron: verslag § 1}
      website: {naam: Website, nummer: b, planning: 2020, bron: verslag § 1}
  fietspad: {naam: Fietspad aanleggen, nummer: 2, planning: 2021, bron: verslag § 3}
resultaten:
  opening: {naam: Loket geopend, van: loket, datum: 2020-11-02, soort: afronding, stand: gerealiseerd, bron: verslag § 1}
  bezoekers:
    naam: Bezoekers aan de balie
    omschrijving: Vooral jongeren.
    van: balie
    waarde: {waarde: 250, eenheid: bezoekers, kwalificatie: circa, groep: onder 27 jaar}
    datum: 2020
    soort: prestatie
    stand: gerealiseerd
    telling: cumulatief
    sinds: 2019
    herkomst: afgeleid
    reden: De telling is onze lezing.
    bron: verslag § 1
  tweede-balie: {naam: Tweede balie open, van: balie, datum: 2021-najaar, soort: start, stand: gepland, bron: verslag § 1}
  prijs: {naam: Prijs gewonnen, van: loket, datum: onbekend, soort: effect, stand: gerealiseerd, bron: verslag § 1}
bronnen: {contract: Programmacontract, verslag: Jaarverslag 2020}
"""

GOLDEN = """\
# Verantwoording over 2020 van Stad werkt

*gemeente Stad · verslag 2020 · stand op 31 december 2020*

Het programma Stad werkt heeft 1 hoofddoel, 'Meer werk'; van de enige streefwaarde is te zeggen hoe het ermee staat (1 op koers).

Over 2020 zijn 2 resultaten als gerealiseerd gemeld, van 1 van de 2 inspanningen en 1 van de 2 onderdelen.

Voor 2020 zelf noemen de bronnen € 100,25 (eenmalig) en € 50 (structureel); van 1 van de 3 bedragen noemen zij de hoogte niet en van het programmabudget van € 1.000 is € 849,75 nog vrij.

## Wat er veranderde sinds 'contract'

Nieuwe inspanningen: 'Fietspad aanleggen'.

Niet meer genoemd: 'Krant maken'.

Anders genoemd: 'Loket openen' heet nu 'Loket voor werk'.

Onderdelen: 2 nieuw, 0 niet meer genoemd, 0 gebleven.

Doelen: 2 nieuw, 0 niet meer genoemd, 1 gebleven.

## Wat willen we bereiken?

Van 2 van de 3 doelen is niets gemeten; wel van 'Minder dossiers'.

### Hoofddoel I: Meer werk

Meer mensen hebben een baan.

**Doelen en hoe ver ze zijn**

| doel | indicator | nulmeting | streefwaarde | laatste meting | voortgang | bron |
| --- | --- | --- | --- | --- | --- | --- |
| Subdoel a: Minder dossiers | Dossiers | 2800 dossiers (2018) | 2200 dossiers (2022) | 2500 dossiers (2020) | 50% van de weg; op koers | contract § 2 (vermeld) |
| Subdoel b: Een betere stad | geen indicator |  |  |  |  | contract § 2 (vermeld) |

- **doel**: subdoel of operationeel doel, met het gedrukte nummer
- **indicator**: waaraan men het afmeet
- **nulmeting**: de waarde bij het begin
- **streefwaarde**: de waarde die er moet komen, en wanneer
- **laatste meting**: tot en met de peildatum
- **voortgang**: het deel van de weg van nulmeting naar streefwaarde
- **bron**: waar het staat, en of het daar zo staat (vermeld) of onze lezing is (afgeleid)

## Wat hebben we gedaan?

**In het kort**

| voor | inspanningen | onderdelen | resultaten | gepland, niets gemeld | eerder dan gepland | later dan gepland |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| Hoofddoel I: Meer werk | 1 | 2 | 2 | 0 | 0 | 1 |
| Zonder doel | 1 | 0 | 0 | 0 | 0 | 0 |

- **voor**: het doel of thema
- **inspanningen**: hoeveel inspanningen
- **onderdelen**: hoeveel onderdelen die inspanningen hebben
- **resultaten**: gerealiseerde resultaten
- **gepland, niets gemeld**: inspanningen en onderdelen die zeker gepland waren en waarvan niets gerealiseerds gemeld is
- **eerder dan gepland**: eerder klaar dan gepland
- **later dan gepland**: later klaar dan gepland

### 1 inspanning voor hoofddoel I: Meer werk

#### 1\\. Loket voor werk

Een plek voor alle vragen over werk.

Gepland: april 2020 tot en met september 2020.

Later dan gepland: 'Loket voor werk'. Gepland: april 2020 tot en met september 2020. Gemeld: 'Loket geopend' (2 november 2020).

**Gedaan in 2020**

| onderdeel | gepland | wat er gedaan is | hoeveel | wanneer | stand en telling | bron |
| --- | --- | --- | --- | --- | --- | --- |
| de inspanning zelf | april 2020 tot en met september 2020 | Loket geopend |  | 2 november 2020 | gerealiseerd | verslag § 1 (vermeld) |
| a. Balie | 2020 | Bezoekers aan de balie. Vooral jongeren. | circa 250 bezoekers (onder 27 jaar) | 2020 | gerealiseerd, opgeteld sinds 2019 | verslag § 1 (afgeleid) |
| b. Website | 2020 | niets apart gemeld, wel bij de inspanning zelf |  |  |  |  |

- **onderdeel**: waar het over gaat, met de planning ernaast
- **gepland**: wanneer het loopt, zo precies als de bron
- **wat er gedaan is**: het resultaat in gewone woorden
- **hoeveel**: de waarde met haar eenheid, en van wie
- **wanneer**: moment of periode, zo precies als de bron
- **stand en telling**: gerealiseerd of niet vermeld; opgeteld telt ook eerdere jaren, in die periode niet

**Verwacht en gepland, en wat het werd**

| onderdeel | verwacht of gepland | voor | gezegd in | wat werd het | bron |
| --- | --- | --- | --- | --- | --- |
| de inspanning zelf | Website in de lucht | mei 2020 | contract | ? misschien, kijk zelf: 'Loket geopend' (2 november 2020) | contract § 1 (vermeld) |
| Balie | Tweede balie open | najaar 2021 | verslag 2020 | nog te verwachten | verslag § 1 (vermeld) |

- **verwacht of gepland**: wat er zou komen
- **voor**: wanneer dat zou zijn
- **gezegd in**: de editie die het verwacht
- **wat werd het**: wat er daarna over gemeld is, tot en met de peildatum

### Zonder doel: 1 inspanning

#### Niets gemeld

Van de enige inspanning is over 2020 niets gemeld. Dat zegt niet dat er niets gebeurd is.

**Waarover niets gemeld is**

| inspanning | gepland | gemeld |
| --- | --- | --- |
| Fietspad aanleggen | 2021 | niet gepland voor 2020 |

- **inspanning**: de inspanning
- **gemeld**: waarom er niets staat

### Ook gemeld, maar niet over 2020

**Wat er gemeld is**

| van | wat er gedaan is | hoeveel | wanneer | stand en telling | bron |
| --- | --- | --- | --- | --- | --- |
| Loket voor werk | Prijs gewonnen |  | jaar niet genoemd | gerealiseerd | verslag § 1 (vermeld) |

- **van**: waar het over gaat

### Eerder genoemd, nu niet meer

Eerder gepland, nooit iets over gemeld en nu niet meer genoemd: 'Krant maken'.

### Regels en grenzen

**Regels, geen resultaten**

| van | regel of grens | bron |
| --- | --- | --- |
| Loket voor werk | Vanaf 18 jaar. | verslag § 1 (vermeld) |

- **van**: de inspanning of afspraak
- **regel of grens**: wat er geldt

## Wat mag het kosten?

Dit zijn bedragen die de bronnen noemen; wat er werkelijk is uitgegeven, staat er alleen waar een bron dat zegt.

### Genoemd voor 2020

Bedragen die de bronnen alleen voor 2020 noemen.

**De bedragen**

| inspanning | waarvoor | geldstroom en betaler | eenmalig (€) | structureel (€) | aard onbekend (€) | bron |
| --- | --- | --- | ---: | ---: | --- | --- |
| Loket voor werk | de inspanning zelf | programma; betaler niet genoemd | 100,25 |  |  | verslag § 1 (vermeld) |
| Loket voor werk | Huur | programma; betaler niet genoemd |  | 50 |  | verslag § 1 (vermeld) |

- **inspanning**: de inspanning waar het geld voor is
- **waarvoor**: het onderdeel, en wat het bedrag is
- **geldstroom en betaler**: uit welk budget het komt en of de eigen organisatie betaalt
- **eenmalig (€)**: wat één keer wordt uitgegeven
- **structureel (€)**: wat blijvend is
- **aard onbekend (€)**: de bron zegt niet of het eenmalig is

**Totaal per geldstroom**

| geldstroom en betaler | eenmalig (€) | structureel (€) | aard onbekend (€) | bedragen |
| --- | ---: | ---: | --- | ---: |
| programma; betaler niet genoemd | 100,25 | 50 |  | 2 |

- **bedragen**: hoeveel bedragen in deze regel

### Bedrag niet genoemd

Van 1 uitgave of bijdrage noemen de bronnen het bedrag niet; die is in geen totaal begrepen.

**Waarvoor**

| geldstroom en betaler | hoeveel | waarvoor |
| --- | ---: | --- |
| subsidie; betaler niet genoemd | 1 | 'Loket voor werk' |

- **hoeveel**: hoeveel bedragen de bronnen niet noemen
- **waarvoor**: de inspanningen en onderdelen

### Plafonds, besparingen en wat verder niet optelt

Deze bedragen staan in geen totaal.

**Apart genoemd**

| inspanning | waarvoor | wat het is | bedrag (€) | jaar | bron |
| --- | --- | --- | ---: | --- | --- |
| Loket voor werk | de inspanning zelf (circa: niet exact) | besparing | 75 | 2020 | verslag § 1 (vermeld) |

- **wat het is**: waarom het niet optelt
- **bedrag (€)**: onbekend: de bron noemt het bedrag niet
- **jaar**: het jaar of de jaren; leeg: niet genoemd

### Programmabudget

Van het programmabudget van € 1.000 (2019-2022) is € 849,75 nog vrij, als alleen telt wat programmageld heet.

**Ruimte per lezing**

| meegeteld | bestemd | ruimte | onbekend | berekening |
| --- | ---: | ---: | ---: | --- |
| genoemd als programmageld | 150,25 | 849,75 | 0 | € 1.000 - (€ 100,25 + € 50) |

- **meegeteld**: alleen programmageld, of ook bedragen zonder geldstroom; geld van anderen nooit
- **bestemd**: wat van het budget afgaat
- **ruimte**: wat er overblijft; onder nul is een tekort
- **onbekend**: hoeveel bedragen onbekend zijn; zoveel kleiner kan de ruimte nog worden
- **berekening**: elk bedrag zo vaak als het in deze lezing telt

### Geld door de tijd

'Loket voor werk': eerst € 120,50 (contract), nu € 100,25 (verslag 2020); niet zeker dezelfde maat.

**Bedragen door de edities heen**

| waarvoor | eerst | later | te vergelijken? | bron |
| --- | --- | --- | --- | --- |
| Loket voor werk | € 120,50 (contract) | € 100,25 (verslag 2020) | niet zeker dezelfde maat | contract § 1; verslag § 1 |
| Loket voor werk | niet genoemd | € 50 (verslag 2020) | eerder niet genoemd | verslag § 1 |
| Loket voor werk | niet genoemd | € 75 (verslag 2020) | eerder niet genoemd | verslag § 1 |

- **waarvoor**: de inspanning of het onderdeel
- **eerst**: het bedrag in de eerdere editie
- **later**: het bedrag in de latere editie
- **te vergelijken?**: of het hetzelfde soort bedrag is
- **bron**: waar de bedragen staan

---

- Bij elke bron staat: vermeld (zo staat het er), afgeleid (onze lezing, met de reden in het model) of aangevuld (door ons).
- Gedaan is alleen wat gerealiseerd heet. ○ niets gemeld zegt niet dat er niets gebeurd is.
- Een resultaat van meer inspanningen staat één keer, bij de eerste; een onderdeel zonder eigen planning heeft die van zijn inspanning.
- Gepland en gemeld zijn alleen vergeleken waar hun datums zeker van elkaar verschillen.
- Alleen bedragen van dezelfde geldstroom, betaler, aard en 'per' zijn opgeteld; niets is verdeeld of geschat.
- De bronnen: contract = Programmacontract; verslag = Jaarverslag 2020.
"""

NATURES = ("one_off", "structural", "unknown")
TELLING = ("done", "elsewhere", "expected")
"""The tables in which a result can stand."""


def stad() -> Network:
    result = load("stad-2020.yaml", Memory({"stad-2020.yaml": NOW, "stad-2019.yaml": EARLIER}))
    assert result.findings == ()
    return result.network


def published(network: Network, year: int | None = None) -> Publication:
    return PUBLICATION.run(network, Options(year=year))


def sections(found: Publication | Section) -> Iterator[Section]:
    for section in found.sections:
        yield section
        yield from sections(section)


def section(found: Publication, title: str) -> Section:
    return next(one for one in sections(found) if one.title.nl == title)


def tables(found: Publication | Section, key: str) -> list[Table]:
    own = list(found.tables) if isinstance(found, Section) else []
    return [table for table in (*own, *(table for one in sections(found) for table in one.tables)) if table.key == key]


def rows(table: Table) -> list[dict[str, str]]:
    """Return rows as a Dutch reader sees them, by the key of the column."""
    keys = [column.key for column in table.columns]
    assert len(set(keys)) == len(keys)
    return [{key: cell_text(cell, column, "nl") for key, cell, column in zip(keys, row, table.columns, strict=True)} for row in table.rows]


def all_rows(found: Publication | Section, key: str) -> list[dict[str, str]]:
    return [row for table in tables(found, key) for row in rows(table)]


def paragraphs(found: Publication) -> list[str]:
    return [text.nl for one in sections(found) for text in one.paragraphs]


def markdown(network: Network, year: int | None = None, language: str = "nl") -> str:
    return publication_md.EXPORTER.export(Report(publication=published(network, year), language=language))


def test_a_small_model_to_the_letter() -> None:
    assert markdown(stad(), 2020) == GOLDEN


def test_without_a_year_it_is_that_of_the_reference_date_and_says_so() -> None:
    asked, chosen = published(stad(), 2020), published(stad())
    assert chosen[:-1] == asked[:-1]
    assert chosen.notes == (Text("Het jaar is dat van de peildatum: 2020.", "The year is that of the reference date: 2020."), *asked.notes)


def test_without_a_reference_date_all_years_are_told_and_it_says_so() -> None:
    found = published(
        network_of(
            "inspanningen: {a: A}\nresultaten: {r: {naam: R, van: a, datum: 2019, stand: gerealiseerd}, q: {naam: Q, van: a, stand: gerealiseerd}}"
        )
    )
    assert found.title.nl == "Verantwoording"
    assert found.subtitle.nl == "din.yaml · alle jaren, zonder peildatum"
    assert found.notes[0].nl == "Er is geen jaar gekozen en het model heeft geen peildatum; daarom staan alle jaren erin."
    assert [(row["what"], row["when"]) for row in all_rows(found, "done")] == [("R", "2019"), ("Q", "jaar niet genoemd")]


def test_a_model_without_results_has_nothing_to_account_for_but_can_be_asked() -> None:
    network = network_of("peildatum: 2019-12-31\ninspanningen: {a: {naam: A, planning: 2019}}")
    assert not PUBLICATION.applies(network)
    assert PUBLICATION.applies(stad())
    found = published(network)
    assert found.summary[1].nl == "Over 2019 zijn geen resultaten als gerealiseerd gemeld; van 1 inspanning die gepland was, is niets gemeld."
    assert "Over 2019 melden de bronnen geen enkel resultaat." in paragraphs(found)


def test_an_empty_model_says_so() -> None:
    found = published(network_of("model: leeg"))
    assert [text.nl for text in found.summary] == [
        "Dit programma noemt geen doelen.",
        "In totaal is niets gemeld, want er zijn geen inspanningen.",
        "De bronnen noemen geen uitgaven of bijdragen van het programma.",
    ]
    assert [one.title.nl for one in found.sections] == ["Wat willen we bereiken?", "Wat hebben we gedaan?", "Wat mag het kosten?"]


def test_a_year_that_is_not_over_is_told_as_such() -> None:
    text = "peildatum: 2020-06-30\ninspanningen: {a: A}\nresultaten: {r: {naam: R, van: a, datum: 2020-05, stand: gerealiseerd}}"
    assert published(network_of(text)).summary[1].nl == (
        "Over 2020, dat op de peildatum (30 juni 2020) nog niet om was, is 1 resultaat als gerealiseerd gemeld, van de enige inspanning."
    )


def test_a_year_before_the_reference_date_is_seen_from_its_own_end() -> None:
    text = NOW.replace("vorige_editie: stad-2019.yaml\n", "").replace("peildatum: 2020-12-31", "peildatum: 2023-12-31")
    found = published(network_of(text), 2020)
    assert found.subtitle.nl.endswith("stand op 31 december 2020")
    assert all_rows(found, "expected")[0]["became"] == "nog te verwachten"
    assert published(network_of(text)).subtitle.nl.endswith("stand op 31 december 2023")


def test_a_year_of_an_earlier_edition_points_there() -> None:
    note = published(stad(), 2019).notes[0].nl
    assert note == "Over 2019 gaat de editie 'contract': maak de verantwoording van dat jaar uit stad-2019.yaml."


GROUPED = """\
doelen: {werk: {naam: Werk, nummer: I}, stad: {naam: Stad, nummer: II}, leeg: {naam: Leeg, nummer: III}}
inspanningen:
  vermeld: {naam: Vermeld, draagt_bij_aan: {werk: {herkomst: vermeld}, stad: {herkomst: afgeleid, reden: gelezen}}}
  beide: {naam: Beide, draagt_bij_aan: {stad: {herkomst: vermeld}, werk: {herkomst: vermeld}}}
  deel: {naam: Deel, onderdelen: {onder: {naam: Onder, draagt_bij_aan: {stad: {herkomst: vermeld}}}}}
  gelezen: {naam: Gelezen, draagt_bij_aan: {stad: {herkomst: afgeleid, reden: gelezen}}}
  los: {naam: Los}
resultaten:
  r1: {naam: R1, van: [vermeld, beide], datum: 2019, stand: gerealiseerd}
  r2: {naam: R2, van: beide, datum: 2019, stand: gerealiseerd}
  r3: {naam: R3, van: onder, datum: 2019, stand: gerealiseerd}
  r4: {naam: R4, van: gelezen, datum: 2019, stand: gerealiseerd}
  r5: {naam: R5, van: los, datum: 2019, stand: gerealiseerd}
  r6: {naam: R6, van: werk, datum: 2019, stand: gerealiseerd}
"""


def test_an_effort_stands_under_the_main_goal_that_a_source_names() -> None:
    work = published(network_of(GROUPED), 2019).sections[1]
    assert [(one.title.nl, [below.title.nl for below in one.sections]) for one in work.sections] == [
        ("2 inspanningen voor hoofddoel I: Werk", ["Beide", "Vermeld"]),
        ("1 inspanning voor hoofddoel II: Stad", ["Deel"]),
        ("Geen inspanningen voor hoofddoel III: Leeg", []),
        ("1 inspanning waarvan geen bron het doel noemt", ["Gelezen"]),
        ("Zonder doel: 1 inspanning", ["Los"]),
        ("Niet bij een inspanning", []),
    ]
    assert [text.nl for text in work.sections[1].paragraphs] == ["Hier hoort ook bij, maar elders beschreven: 'Beide'."]
    assert next(text.nl for text in work.sections[3].sections[0].paragraphs) == "Draagt volgens onze lezing bij aan 'Stad' (afgeleid)."
    both, stated = work.sections[0].sections
    assert [row["what"] for row in all_rows(both, "done")] == ["R1. Ook van: 'Vermeld'.", "R2"]
    assert [text.nl for text in stated.paragraphs] == ["Gepland: geen planning.", "Over 2019: gemeld bij 'Beide'.", "Zie ook bij 'Beide': 'R1'."]
    assert [row["work"] for row in all_rows(work, "elsewhere")] == ["Werk"]


def test_where_no_contribution_is_stated_all_count() -> None:
    network = network_of(
        "doelen: {d: D}\ninspanningen: {a: {naam: A, draagt_bij_aan: d}}\nresultaten: {r: {naam: R, van: a, datum: 2019, stand: gerealiseerd}}"
    )
    work = published(network, 2019).sections[1]
    assert work.sections[0].title.nl == "1 inspanning voor hoofddoel: D"
    assert work.paragraphs[-1].nl == "Van geen enkele bijdrage aan een doel staat er dat een bron haar vermeldt; alle bijdragen tellen daarom mee."


def test_a_model_without_goals_is_told_by_its_themes() -> None:
    text = """
doelen: {geen: De begroting kent geen doelen, bron: nota § 1}
themas: {zorg: {naam: Zorg, omschrijving: Alles over zorg.}, werk: Werk, stil: Stil}
inspanningen: {a: {naam: A, raakt: [werk, zorg]}, b: {naam: B, raakt: zorg}, c: C}
resultaten: {r: {naam: R, van: b, datum: 2019, stand: gerealiseerd}}
bronnen: {nota: Nota}
"""
    found = published(network_of(text), 2019)
    assert found.summary[0].nl == "Dit programma noemt geen doelen: De begroting kent geen doelen."
    assert [text.nl for text in found.sections[0].paragraphs] == ["De begroting kent geen doelen (nota § 1)."]
    assert [one.title.nl for one in found.sections[1].sections] == ["Werk: 1 inspanning", "Zorg: 1 inspanning", "Zonder thema: 1 inspanning"]
    assert [text.nl for text in section(found, "Zorg: 1 inspanning").paragraphs] == [
        "Alles over zorg.",
        "Hier hoort ook bij, maar elders beschreven: 'A'.",
    ]


def test_numbers_that_tell_nothing_apart_are_left_out_and_the_source_gives_the_order() -> None:
    text = """
inspanningen:
  a: {naam: Laatste, nummer: 1, bron: nota § II/10}
  b: {naam: Eerste, nummer: 1, bron: nota § II/2}
  c: {naam: Tweede, nummer: 2, bron: nota § II/1}
resultaten: {r: {naam: R, van: [a], datum: 2019}, q: {naam: Q, van: [b], datum: 2019}, p: {naam: P, van: [c], datum: 2019}}
bronnen: {nota: Nota}
"""
    found = published(network_of(text), 2019).sections[1].sections[0]
    assert [one.title.nl for one in found.sections] == ["Eerste", "Laatste", "2. Tweede"]


def test_what_is_silent_says_why() -> None:
    text = """
peildatum: 2019-12-31
inspanningen:
  groot:
    naam: Groot
    planning: 2019
    onderdelen:
      aan: {naam: Aan, nummer: 1}
      uit: {naam: Uit, nummer: 2, planning: 2020}
      altijd: {naam: Door, nummer: 3, planning: {herhaling: doorlopend}}
      weg: {naam: Weg, nummer: 4, status: gestopt}
      oud: {naam: Oud, nummer: 5, beeindigd: 2018}
      vaag: {naam: Vaag, nummer: 6, planning: {start: onbekend, eind: onbekend}}
      ooit: {naam: Ooit, nummer: 7, planning: {start: 2018}}
      vorig: {naam: Vorig, nummer: 8}
      dubbel: {naam: Dubbel, nummer: 9, zelfde_als: ander}
      klaar: {naam: Klaar, nummer: 90}
  ander: {naam: Ander, planning: 2019}
resultaten:
  r: {naam: R, van: klaar, datum: 2019, stand: gerealiseerd}
  q: {naam: Q, van: vorig, datum: 2018, stand: gerealiseerd}
"""
    found = published(network_of(text))
    assert {row["work"]: row["what"] for row in all_rows(found, "done")} == {
        "1. Aan": "○ gepland, maar niets gemeld",
        "2. Uit": "niet gepland voor 2019",
        "3. Door": "○ loopt door, niets gemeld",
        "4. Weg": "gestopt",
        "5. Oud": "eerder beëindigd",
        "6. Vaag": "○ geen planning, niets gemeld",
        "7. Ooit": "○ misschien gepland, niets gemeld",
        "8. Vorig": "○ niets van dit jaar, wel eerder of zonder jaar",
        "9. Dubbel": "zelfde werk als 'Ander'; het staat daar",
        "90. Klaar": "R",
    }
    assert all_rows(found, "unreported") == [{"effort": "Ander", "plan": "2019", "why": "○ gepland, maar niets gemeld"}]


def test_what_was_to_begin_or_to_end_and_was_never_reported_stands_out() -> None:
    text = """
peildatum: 2020-12-31
inspanningen:
  loket: {naam: Begin, planning: {start: 2019-05}}
  krant: {naam: Eind, planning: 2019}
  half: {naam: Half, planning: 2019}
resultaten: {r: {naam: R, van: half, datum: 2018, soort: start, stand: gerealiseerd}}
"""
    assert [text for text in paragraphs(published(network_of(text))) if "voorbij" in text or "is om" in text] == [
        "De geplande tijd is om: 'Half'. Gepland: 2019. Dat het af is, is niet gemeld.",
        "De geplande tijd is om: 'Eind'. Gepland: 2019. Er is nooit iets over gemeld.",
        "Het geplande begin is voorbij: 'Begin'. Gepland: vanaf mei 2019. Er is nooit iets over gemeld.",
    ]


AMOUNTS = st.one_of(st.integers(0, 10**9).map(lambda cents: f"{cents // 100}.{cents % 100:02d}"), st.just("onbekend"))


@st.composite
def money(draw: st.DrawFn) -> str:
    """One amount, anything about it said or not."""
    fields = {"bedrag": draw(AMOUNTS), "soort": draw(st.sampled_from(["uitgave", "bijdrage", "plafond", "besparing", "deel_van", "onbekend"]))}
    choices = {
        "geldstroom": ["programma", "regulier", "subsidie", "onbekend"],
        "aard": ["eenmalig", "structureel", "onbekend"],
        "per": ["jaar", "totaal", "inwoner", "onbekend"],
        "periode": ["2018", "2019", "2018..2020", "2019..", "..2018", "2020..2022", "onbekend"],
        "betaler": ["gemeente", "rijk", "onbekend"],
        "kwalificatie": ["circa", "ruim"],
    }
    for key, values in choices.items():
        if draw(st.booleans()):
            fields[key] = draw(st.sampled_from(values))
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}"


@st.composite
def accounts(draw: st.DrawFn) -> str:
    """Models with money and results at efforts, their parts, a goal, or nothing; some of the work is listed twice or stopped."""
    names = [f"e{number}" for number in range(draw(st.integers(1, 6)))]
    lines = ["peildatum: 2019-12-31", "doelen: {doel: Doel}", "stakeholders:"]
    lines += ["  gemeente: {naam: Gemeente, soort: eigen_organisatie}", "  rijk: {naam: Rijk, soort: overheid}", "inspanningen:"]
    for number, name in enumerate(names):
        above = draw(st.sampled_from([None, *names[:number]]))
        same = draw(st.sampled_from([None, None, None, *names[:number]]))
        links = f", onderdeel_van: {above}" if above else ""
        links += f", zelfde_als: {same}" if same and not above else ""
        links += draw(st.sampled_from(["", ", draagt_bij_aan: doel", ", draagt_bij_aan: {doel: {herkomst: vermeld}}", ", status: gestopt"]))
        links += draw(st.sampled_from(["", ", planning: 2019", ", planning: 2020", ", planning: 2018..2019"]))
        amounts = ", ".join(draw(st.lists(money(), max_size=4)))
        lines.append(f"  {name}: {{naam: Werk {name}{links}, geld: [{amounts}]}}")
    lines.append("resultaten:")
    for number in range(draw(st.integers(1, 6))):
        of = draw(st.lists(st.sampled_from([*names, "doel"]), unique=True, max_size=3))
        when = draw(st.sampled_from(["2019", "2019-05", "2018", "2021", "onbekend"]))
        standing = draw(st.sampled_from(["", ", stand: gerealiseerd", ", stand: verwacht", ", stand: gepland", ", stand: onbekend"]))
        lines.append(f"  r{number}: {{naam: Uitkomst {number}, van: [{', '.join(of)}], datum: {when}{standing}}}")
    return "\n".join(lines)


def known_money(network: Network, year: int) -> dict[str, list[Any]]:
    """A second opinion: what may concern the year, straight from the efforts, that is counted once; by who pays."""
    found: dict[str, list[Any]] = {"own": [], "other": []}
    for effort in network.of(Effort):
        for one in effort.money:
            period = one.period if not isinstance(one.period, str) else None
            begun = period is None or period.start is None or period.start.first <= date(year, 12, 31)
            lasting = period is None or period.end is None or period.end.last >= date(year, 1, 1)
            if one.type in ("expense", "contribution") and one.per != "inhabitant" and begun and lasting:
                found["other" if one.payer == "rijk" else "own"].append(one)
    return found


def summed(values: Iterator[Cell]) -> Decimal:
    return sum((value for value in values if isinstance(value, Decimal)), Decimal(0))


@settings(max_examples=60, deadline=None)
@given(accounts())
def test_totals_are_the_sums_of_their_rows_to_the_cent(text: str) -> None:
    found = published(loaded(text).network, 2019)
    for one in sections(found):
        if [table.key for table in one.tables] == ["amounts", "totals"]:
            amounts, totals = one.tables
            names = [column.key for column in totals.columns]
            key = names[: names.index("one_off")]
            places = [[column.key for column in table.columns] for table in (amounts, totals)]
            sums: dict[tuple[Cell, ...], Counter[str]] = {}
            counts: Counter[tuple[Cell, ...]] = Counter()
            for row in amounts.rows:
                cells = dict(zip(places[0], row, strict=True))
                group = tuple(cells[name] for name in key)
                counts[group] += 1
                given_amounts = [nature for nature in NATURES if cells[nature] != ""]
                assert len(given_amounts) == 1
                for nature in given_amounts:
                    here = sums.setdefault(group, Counter())
                    here[nature] = here.get(nature, Decimal(0)) + cells[nature]  # type: ignore[assignment,operator]
            assert len(totals.rows) == len(sums)
            for row in totals.rows:
                cells = dict(zip(places[1], row, strict=True))
                group = tuple(cells[name] for name in key)
                assert cells["count"] == counts[group]
                assert {nature: cells[nature] for nature in NATURES if cells[nature] != ""} == dict(sums[group])


@settings(max_examples=60, deadline=None)
@given(accounts())
def test_every_euro_of_the_year_stands_in_one_row(text: str) -> None:
    if "zelfde_als" in text:
        text = re.sub(", zelfde_als: e[0-9]", "", text)
    network = loaded(text).network
    expected, found = known_money(network, 2019), published(network, 2019)
    for nature in NATURES:
        columns = [(table, [column.key for column in table.columns].index(nature)) for table in tables(found, "amounts")]
        here = summed(row[at] for table, at in columns for row in table.rows)
        assert here == sum((one.amount.value for one in expected["own"] if isinstance(one.amount, Amount) and one.nature == nature), Decimal(0))
    unnamed = sum(int(row["count"]) for row in all_rows(found, "unnamed"))
    assert unnamed == sum(not isinstance(one.amount, Amount) for one in expected["own"])
    others = [table for one in sections(found) if one.title.nl == "Geld van anderen" for table in one.tables]
    amounts = [row[[column.key for column in table.columns].index("amount")] for table in others for row in table.rows]
    assert len(amounts) == len(expected["other"])
    assert summed(iter(amounts)) == sum((one.amount.value for one in expected["other"] if isinstance(one.amount, Amount)), Decimal(0))


def is_about(row: dict[str, str], result: Result) -> bool:
    return re.match(re.escape(result.name.strip().rstrip(".")) + r"(?:$|[.!?:;]| \()", row["what"]) is not None


def check_every_result_once(network: Network, year: int) -> None:
    """What an earlier edition expected, under the same name too, is no result of this one."""
    found, own = published(network, year), edition_name(network)
    told = [row for key in TELLING for row in all_rows(found, key) if row.get("said", own) == own]
    due = of_year(network, year)
    for result in due:
        places = [row for row in told if is_about(row, result)]
        same = [other for other in due if other.name == result.name]
        assert len(places) == len(same), (result.id, places)


def of_year(network: Network, year: int) -> list[Result]:
    return [one for one in network.of(Result) if isinstance(one.date, ImpreciseDate) and one.date.text[:4] == str(year)]


@settings(max_examples=80, deadline=None)
@given(accounts(), st.none() | accounts(), st.sampled_from([2018, 2019, 2021]))
def test_every_result_of_a_year_stands_in_it_once(text: str, earlier: str | None, year: int) -> None:
    files = {"nu.yaml": f"model: nu\neditie: nu\n{text}"}
    if earlier is not None:
        files |= {"nu.yaml": f"vorige_editie: toen.yaml\n{files['nu.yaml']}", "toen.yaml": f"model: toen\neditie: toen\n{earlier}"}
    check_every_result_once(load("nu.yaml", Memory(files)).network, year)


@pytest.mark.parametrize(
    ("model", "year", "count"), [("almelo-2019", 2019, 69), ("almelo-2022", 2022, 76), ("hengelo-2018", 2018, 1), ("din", 2018, 3)]
)
def test_every_result_of_the_documents_stands_in_it_once(model: str, year: int, count: int) -> None:
    network = shipped(model)
    assert len(of_year(network, year)) == count
    check_every_result_once(network, year)
    done = [row for row in all_rows(published(network, year), "done") if row["state"]]
    standings = Counter(result.standing for result in of_year(network, year))
    assert len(done) == count - standings["expected"] - standings["planned"]


@settings(max_examples=60, deadline=None)
@given(st.one_of(accounts(), broken()), st.sampled_from([None, 1000, 2019, 2020, 9999]))
def test_no_model_is_too_strange(text: str, year: int | None) -> None:
    made = published(loaded(text).network, year)
    for language in ("nl", "en"):
        for exporter in (publication_html, publication_md):
            assert exporter.EXPORTER.export(Report(publication=made, language=language))


def figure(model: str, year: int, name: str) -> dict[str, str]:
    """Return the row of one result, as it is printed."""
    (row,) = [row for row in all_rows(published(shipped(model), year), "done") if re.match(re.escape(name) + r"(?:$|\.)", row["what"])]
    return row


@pytest.mark.parametrize(
    ("model", "name", "value", "when", "state", "source"),
    [
        ("almelo-2019", "Volledig uitgestroomd na werkfittraject", "47% (gestarte deelnemers)", "2019", "gerealiseerd, opgeteld", "§ I/1"),
        ("almelo-2019", "Deelnemers aan de startersbijeenkomsten", "circa 250 deelnemers", "najaar 2019", "gerealiseerd, in die periode", "§ I/1"),
        ("almelo-2019", "Startschot voor het Schuldenlab Almelo", "", "19 juni 2019", "gerealiseerd", "§ I/2"),
        ("almelo-2019", "Gezinnen met een maatwerkplan", "375 gezinnen", "2019", "stand niet vermeld, telling niet vermeld", "§ I/2"),
        ("almelo-2019", "Inwoners onderzocht op de taaleis", "616 inwoners", "2019", "gerealiseerd, opgeteld", "§ I/4"),
        ("almelo-2019", "Lopende taaleistrajecten", "103 trajecten", "december 2019", "gerealiseerd, op dat moment", "§ I/4"),
        ("almelo-2019", "Ondernemersloket gelanceerd", "", "15 november 2019", "gerealiseerd", "§ II/2"),
        ("almelo-2019", "Bezoekers Historisch festival", "35.000 bezoekers", "2019", "gerealiseerd, in die periode", "§ II/4"),
        ("almelo-2022", "Scholingscheques uit het Twents Fonds", "337 scholingscheques (Almeloërs)", "2022", "gerealiseerd, opgeteld", "§ I/1"),
        ("almelo-2022", "Bezoekers van de open dag", "ruim 5000 bezoekers", "mei 2022", "gerealiseerd, in die periode", "§ I/4"),
    ],
)
def test_figures_of_the_documents(model: str, name: str, value: str, when: str, state: str, source: str) -> None:
    row = figure(model, int(model[-4:]), name)
    assert (row["value"], row["when"], row["state"]) == (value, when, state)
    assert row["source"] in (f"jaarverslag-{model[-4:]} {source} (vermeld)", f"jaarverslag-{model[-4:]} {source} (afgeleid)")


def test_what_a_council_member_reads_aloud() -> None:
    assert [text.nl for text in published(shipped("almelo-2019"), 2019).summary] == [
        (
            "Het programma Economie en Participatie heeft 2 hoofddoelen, 'Almelo, hier wordt gewerkt' en 'Krachtige, groeiende economie in stad en "
            "subregio'; van geen van de 11 streefwaarden is te zeggen hoe het ermee staat."
        ),
        (
            "Over 2019 zijn 68 resultaten als gerealiseerd gemeld, van alle 15 inspanningen en 45 van de 55 onderdelen; van 4 onderdelen die gepland "
            "waren, is niets gemeld."
        ),
        (
            "Voor 2019 zelf noemen de bronnen € 200.000 (eenmalig) en € 35.000 (structureel); van 14 van de 22 bedragen noemen zij de hoogte niet en "
            "van het programmabudget van € 1.500.000 is € 100.000 tot € 1.150.000 nog vrij, al naar gelang de lezing."
        ),
    ]


def test_early_late_and_moved_in_the_documents() -> None:
    first, later = paragraphs(published(shipped("almelo-2019"), 2019)), paragraphs(published(shipped("almelo-2022"), 2022))
    assert (
        "Eerder dan gepland: 'Ondernemersloket inrichten'. Gepland: april 2019 tot en met april 2020. "
        "Gemeld: 'Ondernemersloket gelanceerd' (15 november 2019)."
    ) in first
    assert not any(text.startswith("Eerder dan gepland: 'Ondernemersloket") for text in later), "that was news in the report before"
    assert any(text.startswith("Later dan gepland: 'Tegenprestatie naar vermogen'. Gepland: vanaf tweede helft 2019.") for text in later)
    assert "Anders gepland dan eerder: 'Grip op bewindvoering'. In 'jaarverslag 2019': 2019. Nu: tot en met 2023 (afgeleid)." in later


def test_what_became_of_the_expectations_of_2019() -> None:
    found = {(row["what"], row["said"]): row["became"] for row in all_rows(published(shipped("almelo-2022"), 2022), "expected")}
    silent = "○ datum voorbij, niets gemeld"
    assert found["Convenant over bewindvoering", "jaarverslag 2019"] == silent
    assert found["Proef Talking Traffic draait", "jaarverslag 2019"] == silent
    assert (
        found["Verordening tegenprestatie van kracht. Als de raad ermee heeft ingestemd.", "jaarverslag 2019"]
        == "✓ gebeurd: 'Verordening tegenprestatie vastgesteld' (september 2020)"
    )
    moved = next(became for (what, _), became in found.items() if what.startswith("Werk aan de kade Buitenhaven begint"))
    assert moved == "→ verschoven: 'Bouw aan kade Buitenhaven begint' (week 9 van 2023)"
    gone = section(published(shipped("almelo-2022"), 2022), "Eerder genoemd, nu niet meer")
    assert gone.paragraphs[0].nl == (
        "Eerder gepland, nooit iets over gemeld en nu niet meer genoemd: 'Nieuwe re-integratiemethodieken ontwikkelen' en 'Kwalitatieve match "
        "bedrijventerreinen'."
    )


def test_money_of_the_documents() -> None:
    first, later = published(shipped("almelo-2019"), 2019), published(shipped("almelo-2022"), 2022)
    assert [
        (row["stream"], row["one_off"], row["structural"], row["unknown"]) for row in all_rows(section(first, "Genoemd voor 2019"), "totals")
    ] == [
        ("geldstroom en betaler niet genoemd", "200.000", "", ""),
        ("subsidie; eigen geld", "", "35.000", ""),
    ]
    without_year = all_rows(section(first, "Genoemd zonder jaar"), "totals")
    assert ("programma; eigen geld", "350.000", "2") in [(row["stream"], row["unknown"], row["count"]) for row in without_year]
    assert [row["amount"] for row in all_rows(section(first, "Geld van anderen"), "apart")] == ["70.000.000", "30.000.000"]
    apart = all_rows(section(first, "Plafonds, besparingen en wat verder niet optelt"), "apart")
    assert {("plafond", "4.800.000"), ("besparing", "580.000")} <= {(row["why"], row["amount"]) for row in apart}
    time = section(later, "Geld door de tijd")
    assert time.paragraphs[0].nl == (
        "'Almelo Promotie, evenementen en stadspromotie': eerst € 675.000 (programmacontract, tevens 1e faseplan), nu € 600.000 (jaarverslag "
        "2022); niet zeker dezelfde maat."
    )


def test_goals_without_a_measurement_are_named_plainly() -> None:
    found = published(shipped("almelo-2022"), 2022)
    assert [text.nl for text in section(found, "Wat willen we bereiken?").paragraphs] == [
        "Van 13 van de 14 doelen is niets gemeten; wel van 'Meer banen'.",
        "Van 10 streefwaarden is de streefdatum voorbij; of zij gehaald zijn, is niet te zeggen.",
    ]
    row = next(row for row in all_rows(found, "aims") if row["indicator"] == "Aantal bijstandsdossiers")
    assert row == {
        "goal": "Operationeel doel b: Minder mensen in de bijstand",
        "indicator": "Aantal bijstandsdossiers",
        "start": "onbekend",
        "target": "2200 dossiers (2022)",
        "now": "niets gemeten",
        "progress": "niet te berekenen omdat de bron geen nulmeting noemt",
        "source": "contract § 3, § 3.1.2; perspectiefnota § Hoofddoel I/1, § Visie (vermeld)",
    }


def test_no_id_of_an_element_stands_in_it_but_the_short_names_of_sources() -> None:
    for model in ("almelo-2019", "almelo-2022", "hengelo-2018"):
        network = shipped(model)
        ids = {name for name, element in network.elements.items() if element.kind != "source" and name.count("-") > 1}
        words = set(re.findall("[a-z0-9]+(?:-[a-z0-9]+)+", markdown(network).replace("\\", "")))
        assert not ids & words


def test_english_has_no_dutch_words_of_ours() -> None:
    text = markdown(stad(), 2020, "en")
    assert text.startswith("# Accountability for 2020 of Stad werkt\n")
    for word in ("gerealiseerd", "inspanning", "gemeld", "geen", "vermeld", "jaar ", "niet"):
        assert not re.search(rf"\b{word}", text.split("---\n\n- With")[0]), word


def test_the_page_is_read_without_scripts_or_requests() -> None:
    page = publication_html.EXPORTER.export(Report(publication=published(shipped("almelo-2019"), 2019)))
    assert "<script" not in page
    assert not re.search(r" src=|url\(|@import|https?:", page)
    assert set(re.findall('href="([^"]*)"', page)) == {"#s1", "#s2", "#s3", "#s4"}
