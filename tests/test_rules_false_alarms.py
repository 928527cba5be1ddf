"""Sound models that once got a finding, or might: each is silent, and the model nearest to it that is wrong is not."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from rules_support import codes, found


class Near(NamedTuple):
    """A sound model and a wrong one of nearly the same words: in both, @ stands for what differs."""

    code: str
    text: str
    sound: tuple[str, ...]
    wrong: tuple[str, ...]


PAIRS = (
    Near(
        "DIN209",
        "doelen: {a: Meer werk, b: Minder schulden}\ninspanningen: {c: {naam: Fietspad Oost aanleggen}, d: {naam: @}}\n",
        ("Fietspad West aanleggen", "Fietspad Noord aanleggen", "Fietspad aanleggen", "Fietspaden Oost en West aanleggen"),
        ("Fietspad Oost aanlegen", "Fietspad-Oost aanleggen", "fietspad oost  aanleggen", "Fietspaed Oost aanleggen"),
    ),
    Near(
        "DIN209",
        "inspanningen: {c: Afspraken over stages met werkgevers in het mbo, d: @}\n",
        ("Afspraken over stages met werkgevers in het hbo", "Afspraken over stages met werknemers in het mbo", "Afspraken over stages met werkgevers in het vmbo"),
        ("Afspraken over stages met werkgevers in het  mbo", "Afspraken over stages met wergevers in het mbo", "Afsprakken over stages met werkgevers in het mbo"),
    ),
    Near("DIN209", "doelen: {a: Minder instroom bijstand, b: @}\n", ("Minder uitstroom bijstand",), ("Minder instrom bijstand",)),
    Near("DIN209", "doelen: {a: Drempels verhogen, b: @}\n", ("Drempels verlagen",), ("Drempels verhoggen",)),
    Near("DIN209", "inspanningen: {a: Uitvoering deel I, b: @}\n", ("Uitvoering deel II", "Uitvoering deel V"), ("Uitvoeringg deel I",)),
    Near(
        "DIN204",
        "inspanningen: {a: @}\n",
        ("Coachen", "Het loket openen", "Onderzoek", "Afkoppelen regenwater", "Inloopspreekuur", "Prijsvraag"),
        ("Het loket", "Ondernemersvereniging", "Afspraken over het plein"),
    ),
    Near(
        "DIN303",
        "doelen: {g: Meer rust}\nindicatoren: {i: {naam: I, richting: hoger, eenheid: x, nulmeting: 50, streefwaarden: @, meet: g}}\n",
        ("[{waarde: 48, datum: 2020}, {waarde: 60, datum: 2024}]", "[{waarde: 60, datum: 2024}, {waarde: 50, datum: 2020}]", "60"),
        ("48", "[{waarde: 60, datum: 2020}, {waarde: 48, datum: 2024}]"),
    ),
    Near(
        "DIN801",
        "inspanningen: {e: {naam: Werven, geld: {bedrag: 150000, letterlijk: '@'}}}\n",
        ("€ 150.000", "150 (x € 1.000)", "3 × € 50.000", "150K", "150 k€", "€ 0,15 miljoen", "1,5 ton", "anderhalve ton", "EUR 0.15 million", "6 keer 25 duizend"),
        ("€ 15.000", "150 (€ 1.000)", "2 × € 50.000", "15K", "€ 0,15 miljard", "15 ton", "1.500 keer"),
    ),
    Near(
        "DIN306",
        "peildatum: 2021-12-31\nindicatoren:\n  i: {naam: I, eenheid: banen, meetfrequentie: jaarlijks}\n"
        "metingen:\n  m: {van: i, waarde: 3, datum: 2019}\n  n: {van: @}\n",
        ("i, waarde: 4, datum: 2021", "i, waarde: 4 mensen, datum: 2021", "i, waarde: 4, datum: 2021-13", "ij, waarde: 4, datum: 2021", "i, waarde: 1.500, datum: 2021"),
        ("i, waarde: 4, datum: 2018", "i, waarde: onbekend, datum: 2021"),
    ),
    Near(
        "DIN406",
        "stakeholders: {raad: {naam: Gemeenteraad, andere_namen: [de raad], macht: 5}}\nbesluiten: {b: {naam: Krediet, datum: 2029, @}}\n",
        ("door: raad", "door: Gemeenteraad", "door: De raad", "dor: Gemeenteraad", "door: x, stakeholders: {raad: beslisser}"),
        ("door: College",),
    ),
    Near(
        "DIN502",
        "doelen: {g: {naam: Meer banen, streefdatum: 2025}}\ninspanningen: {e: {naam: Beurs houden, draagt_bij_aan: g, planning: {start: 2020, @}}}\n",
        ("eind: 2030, herhaling: jaarlijks", "eind: 2025", "eind: onbekend"),
        ("eind: 2030", "eind: 2026"),
    ),
    Near(
        "DIN503",
        "inspanningen: {e: {naam: Beurs houden, planning: {start: 2020, @}}, f: {naam: Werven, planning: 2021, vereist: e}}\n",
        ("eind: 2030, herhaling: jaarlijks", "eind: 2020", "eind: 2021"),
        ("eind: 2030",),
    ),
    Near(
        "DIN505",
        "inspanningen: {e: Beurs houden}\nvoortgang:\n  v: {van: e, datum: 2020, aspecten: {planning: {status: rood, @}}}\n",
        ("oorzaak: Ziekte, gevolg: Laat, maatregel: Hulp", "oorzak: Ziekte, gevolg: Laat, maatregel: Hulp", "oorzaak: [Ziekte], gevolg: Laat, maatregel: Hulp"),
        ("gevolg: Laat, maatregel: Hulp",),
    ),
    Near(
        "DIN510",
        "besluiten:\n  a: {naam: Algemene wet, datum: @, door: Rijk}\n  b: {naam: B, datum: 2019, door: R}\n  c: {naam: C, datum: 2020, door: R}\n",
        ("1965", "1854", "2000"),
        ("1922", "2120"),
    ),
    Near(
        "DIN802",
        "bronnen: {contract: Contract, verslag: Verslag}\ninspanningen:\n  a:\n    naam: A\n    bron: contract § 1\n    aangekondigd: {onderdelen: 1}\n"
        "    onderdelen: {b: {naam: B, bron: contract § 1}, c: {naam: C, bron: @}}\n",
        ("verslag § 1",),
        ("contract § 1", "[verslag § 1, contract § 2]"),
    ),
)  # fmt: skip
SOUND = [(pair.code, pair.text.replace("@", given)) for pair in PAIRS for given in pair.sound]
WRONG = [(pair.code, pair.text.replace("@", given)) for pair in PAIRS for given in pair.wrong]


@pytest.mark.parametrize(("code", "text"), SOUND)
def test_a_sound_model_gets_no_such_finding(code: str, text: str) -> None:
    assert found(code, text) == []
    assert not {"DIN004", "DIN005"} & set(codes(text))


@pytest.mark.parametrize(("code", "text"), WRONG)
def test_the_wrong_model_nearest_to_it_gets_one(code: str, text: str) -> None:
    assert len(found(code, text)) == 1
