"""A model without a fault gets no finding at all, and one wrong token in it brings errors only: no warning or tip about what is lost by it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from dinkit.finding import Finding, Severity
from support import findings_of

SOUND = """\
model: stad
taal: nl
profiel: uitgebreid
peildatum: 2030-07-01
weegschaal: aandeel
programma:
  id: werkt
  naam: De stad werkt
  stakeholders: {manager: programmamanager}
bronnen:
  plan: Programmaplan
doelen:
  werk:
    naam: Meer mensen aan het werk
    streefdatum: 2031
    subdoelen:
      banen: {naam: Prettige banen, streefdatum: 2031}
  groen: {naam: Meer groen, beeindigd: 2028}
baten:
  starters: {naam: Meer starters, draagt_bij_aan: {banen: 1}, stakeholders: {hoofd: eigenaar}}
  herrie: {naam: Meer vrachtverkeer, soort: ongewenst, remt: werk, stakeholders: {buurt: doelgroep}}
vermogens:
  vergunnen: {naam: Snel vergunnen, draagt_bij_aan: {starters: 1}, stakeholders: {hoofd: eigenaar}}
inspanningen:
  loket:
    naam: Loket openen
    status: lopend
    planning: 2029..2031
    geld: 20000
    draagt_bij_aan: {vergunnen: 0.6}
    stakeholders: {hoofd: eigenaar, buurt: adviseur}
    onderdelen:
      pand: {naam: Pand huren, planning: 2029, stakeholders: [hoofd]}
  fonds:
    naam: Stadsfonds
    omschrijving: Betaalt plannen.
    planning: {start: 2029, eind: 2030}
    geld: {bedrag: onbekend, geldstroom: regulier}
    draagt_bij_aan: {vergunnen: 0.4}
    stakeholders: {hoofd: eigenaar, wethouder: opdrachtgever}
  beurs: {naam: Beurs houden, soort: evenement, planning: 2030, geld: 10, draagt_bij_aan: {vergunnen: 0}, stakeholders: {hoofd: eigenaar}}
stakeholders:
  manager: Programmamanager
  hoofd: Hoofd Economie
  buurt: Buurtbewoners
  wethouder: {naam: Wethouder, macht: 5}
indicatoren:
  aantal-banen:
    naam: Aantal banen
    eenheid: banen
    richting: hoger
    nulmeting: 40000
    streefwaarden: 44000
    meet: [banen]
    meetverantwoordelijke: hoofd
    meetwijze: telling
    meetfrequentie: jaarlijks
  aantal-starters:
    naam: Aantal starters
    eenheid: starters
    nulmeting: 400
    streefwaarden: 440
    meet: [starters]
    meetverantwoordelijke: hoofd
    meetwijze: telling
    meetfrequentie: jaarlijks
metingen:
  banen-2029: {van: aantal-banen, waarde: 41000, datum: 2029, bron: plan blz. 3}
  starters-2029: {van: aantal-starters, waarde: 410, datum: 2029, bron: plan blz. 3}
resultaten:
  open: {van: loket, soort: start, datum: 2029-10, stand: gerealiseerd}
besluiten:
  krediet: {naam: Krediet, datum: 2029, door: Gemeenteraad}
"""
CLASSIC = """\
model: stad
taal: nl
peildatum: 2030-07-01
programma:
  id: werkt
  naam: De stad werkt
  aangekondigd: {hoofddoelen: 1, inspanningen: 4}
  stakeholders: {manager: programmamanager}
bronnen:
  plan: {naam: Programmaplan, datum: 2028-11}
doelen:
  werk:
    naam: Meer mensen aan het werk
    bron: plan blz. 2
    streefdatum: 2031
    aangekondigd: {subdoelen: 1, inspanningen: 3}
    subdoelen:
      banen: {naam: Prettige banen, streefdatum: 2031}
inspanningen:
  loket:
    naam: Loket openen
    status: lopend
    planning: 2029..2031
    steunt_op: convenant
    draagt_bij_aan: {werk: {herkomst: afgeleid, reden: zo staat het}}
    stakeholders: {hoofd: eigenaar, buurt: adviseur}
    onderdelen:
      pand: {naam: Pand huren, planning: 2029, stakeholders: [hoofd]}
      zaal: {naam: Zaal huren, planning: 2030, raakt: [centrum]}
  fonds:
    naam: Stadsfonds
    omschrijving: Betaalt plannen.
    planning: {letterlijk: 2029 en 2030, start: 2029, eind: 2030}
    draagt_bij_aan: [werk, banen]
    gebruikt: pot
    stakeholders: {hoofd: eigenaar, wethouder: opdrachtgever}
  beurs: {naam: Beurs houden, soort: evenement, planning: 2030, geld: 10, draagt_bij_aan: [werk], vereist: [start-loket], stakeholders: {hoofd: eigenaar}}
  markt: {naam: Markt houden, planning: 2030, draagt_bij_aan: [banen], stakeholders: {hoofd: trekker}}
stakeholders:
  manager: Programmamanager
  hoofd: Hoofd Economie
  buurt: Buurtbewoners
  wethouder: {naam: Wethouder, macht: 5}
  raad: {naam: Gemeenteraad, macht: 5}
  rijk: {naam: Het Rijk, andere_namen: [Rijksoverheid], macht: 4}
indicatoren:
  aantal-banen:
    naam: Aantal banen
    eenheid: banen
    richting: hoger
    nulmeting: {waarde: 40000, datum: 2028}
    streefwaarden: 44000
    meet: [werk, banen]
    meetverantwoordelijke: hoofd
    meetwijze: telling
    meetfrequentie: jaarlijks
  tevreden:
    naam: Oordeel van bewoners
    schaal: [slecht, matig, goed]
    nulmeting: slecht
    streefwaarden: goed
    meet: [banen]
    meetfrequentie: jaarlijks
metingen:
  banen-2029: {van: aantal-banen, waarde: 41000, datum: 2029, bron: plan blz. 3}
  oordeel-2029: {van: tevreden, waarde: matig, datum: 2029, bron: plan blz. 3}
resultaten:
  opening: {van: loket, soort: start, datum: 2029-10, stand: gerealiseerd}
middelen:
  pot: {naam: Stadspot, soort: geld, geld: {bedrag: 500, betaler: rijk}, financiert: [loket]}
risicos:
  geen-pand: {naam: Geen pand, bedreigt: loket, oorzaak: Schaarste, maatregel: Zoeken}
mijlpalen:
  start-loket: {naam: Loket open, datum: 2029-12}
themas: {werk-thema: Werk}
wijken: {centrum: Centrum}
afspraken:
  convenant: {naam: Stadsconvenant, soort: convenant, planning: 2029..2031, stakeholders: [rijk]}
besluiten:
  krediet: {naam: Krediet, datum: 2029, door: Gemeenteraad}
voortgang:
  nu:
    van: loket
    datum: 2030-06
    aspecten:
      planning: {status: oranje, oorzaak: Ziekte, gevolg: Later open, maatregel: Invallers}
      financien: {status: groen}
"""
"""Another sound model, of the kinds that the first one has not."""
TOKEN = re.compile(r"[a-z0-9][a-z0-9_.-]{2,}")
READ_OTHERWISE = {"4400q"}
"""What is still a value: 4.400 of a unit "q"."""


def counted(text: str) -> Counter[tuple[str, str | None, Severity]]:
    return Counter((one.code, one.element, one.severity) for one in findings_of(text))


def mistyped(text: str) -> list[tuple[int, int, str]]:
    """Every token of a model with a wrong last letter, and with letters before it."""
    found = [(one.start(), one.end(), one[0]) for one in TOKEN.finditer(text)]
    return [(start, end, wrong) for start, end, word in found for wrong in (f"{word[:-1]}q", f"zz{word}") if wrong not in READ_OTHERWISE]


@pytest.mark.parametrize("text", [SOUND, CLASSIC])
def test_a_sound_model_gets_no_finding(text: str) -> None:
    found: tuple[Finding, ...] = findings_of(text)
    assert [one.message.nl for one in found] == []


@pytest.mark.parametrize("text", [SOUND, CLASSIC], ids=["extended", "classic"])
@pytest.mark.parametrize("wanted", range(4))
def test_one_wrong_token_brings_errors_only(wanted: int, text: str) -> None:
    """Where there is an error, nothing is concluded from what is missing by it; in four parts, so that they can run side by side."""
    errors = 0
    for start, end, wrong in mistyped(text)[wanted::4]:
        found = counted(f"{text[:start]}{wrong}{text[end:]}")
        kinds = {severity for _, _, severity in found}
        errors += Severity.ERROR in kinds
        assert Severity.ERROR not in kinds or kinds == {Severity.ERROR}, (wrong, found)
    assert errors > 40
