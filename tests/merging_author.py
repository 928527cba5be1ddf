"""Somebody who writes model files: goals with sub-goals, efforts with parts, stakeholders and indicators, all from a seed."""

from __future__ import annotations

import random

from merging_tree import Entry, Layout, List, Map, Text, below

WORDS = (
    "werk",
    "wonen",
    "zorg",
    "school",
    "buurt",
    "markt",
    "baan",
    "steun",
    "plan",
    "start",
    "groei",
    "kans",
    "stad",
    "jeugd",
    "sport",
    "groen",
    "energie",
    "inkomen",
    "taal",
    "loket",
)


class Author:
    """Makes files and changes from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.made = 0

    def name(self) -> str:
        self.made += 1
        return f"{self.random.choice(WORDS)} {self.random.choice(WORDS)} {self.made}".capitalize()

    def text(self) -> Text:
        said = self.name()
        kind = self.random.randrange(6)
        return Text(f"{said}: ja, {said} #1") if kind == 0 else Text(f"{said}, en meer") if kind == 1 else Text(said, quoted=kind == 2)

    def comment(self) -> list[str]:
        return [f"over {self.name()}" for _ in range(self.random.choice((0, 0, 0, 1, 1, 2)))]

    def entry(self, key: str, node: Text | Map | List) -> Entry:
        trail = f"let op {self.name()}" if self.random.random() < 0.1 and isinstance(node, Text) else ""
        return Entry(key, node, self.comment() if self.random.random() < 0.3 else [], trail)

    def element(self, kind: str, goals: list[str], parties: list[str]) -> Map:
        """Return the fields of an element."""
        entries = [self.entry("naam", self.text())]
        optional = {
            "omschrijving": self.text,
            "nummer": lambda: Text(str(self.random.randrange(1, 9))),
            "bron": self.sources,
            "opmerking": self.notes,
        }
        for key, make in optional.items():
            if self.random.random() < 0.4:
                entries.append(self.entry(key, make()))
        if kind == "doelen" and self.random.random() < 0.5:
            entries.append(self.entry("streefdatum", Text(str(self.random.randrange(2020, 2030)))))
        if kind == "inspanningen":
            entries.append(self.entry("sturing", Text(self.random.choice(("regie", "afstemming", "opdrachtgever")))))
            entries.append(self.entry("planning", self.planning()))
            entries.append(self.entry("draagt_bij_aan", self.links(goals, "gewicht", ("+", "++", "+++"))))
            entries.append(self.entry("stakeholders", self.links(parties, "rol", ("uitvoerder", "partner", "adviseur"))))
            if self.random.random() < 0.4:
                entries.append(self.entry("geld", List([Entry("", self.amount()) for _ in range(self.random.randrange(1, 4))], flow=False)))
        if kind == "indicatoren":
            entries.append(self.entry("meet", Text(self.random.choice(goals))))
            entries.append(self.entry("streefwaarden", List([Entry("", self.target(year)) for year in (2021, 2023)], flow=False)))
        return Map(entries, flow=False)

    def sources(self) -> Text | List:
        if self.random.random() < 0.4:
            return Text("verslag blz 1")
        pages = self.random.sample(range(2, 60), self.random.randrange(1, 4))
        return List([Entry("", Text(f"verslag blz {page}")) for page in pages], flow=self.random.random() < 0.6)

    def notes(self) -> List:
        return List([Entry("", Text(f"Opmerking over {self.name()} en over {self.name()}")) for _ in range(self.random.randrange(1, 4))], flow=False)

    def planning(self) -> Text | Map:
        if self.random.random() < 0.4:
            return Text("2019")
        pair = [Entry("start", Text("2019")), Entry("eind", Text("2022")), Entry("reden", self.text())]
        return Map(pair, flow=self.random.random() < 0.5)

    def target(self, year: int) -> Map:
        pairs = {"waarde": str(self.random.randrange(10, 900)), "eenheid": "dossiers", "datum": str(year)}
        return Map([Entry(key, Text(said)) for key, said in pairs.items()], flow=self.random.random() < 0.6)

    def amount(self) -> Map:
        pairs = {"bedrag": str(self.random.randrange(1000, 90000)), "soort": "uitgave", "geldstroom": "regulier", "omschrijving": self.name()}
        return Map([Entry(key, Text(said)) for key, said in pairs.items()], flow=self.random.random() < 0.6)

    def links(self, targets: list[str], detail: str, values: tuple[str, ...]) -> Text | Map | List:
        chosen = self.random.sample(targets, min(len(targets), self.random.randrange(1, 4)))
        form = self.random.randrange(4)
        if form == 0 and len(chosen) == 1:
            return Text(chosen[0])
        if form == 1:
            return List([Entry("", Text(one)) for one in chosen], flow=self.random.random() < 0.7)
        if form == 2:
            return Map([Entry(one, Text(self.random.choice(values))) for one in chosen], flow=self.random.random() < 0.5)
        return Map([Entry(one, Map([Entry(detail, Text(self.random.choice(values))), Entry("reden", self.text())], flow=True)) for one in chosen])

    def file(self) -> Map:
        """Return a whole file."""
        goals = [f"doel-{at}" for at in range(self.random.randrange(4, 8))]
        parties = [f"partij-{at}" for at in range(self.random.randrange(3, 6))]
        trees = {one: self.element("doelen", goals, parties) for one in goals}
        top = []
        for at, one in enumerate(goals):
            parent = trees[goals[self.random.randrange(at)]] if at and self.random.random() < 0.5 else None
            if parent is None:
                top.append(self.entry(one, trees[one]))
            else:
                below(parent, "subdoelen").entries.append(self.entry(one, trees[one]))
        efforts = [self.entry(f"werk-{at}", self.element("inspanningen", goals, parties)) for at in range(self.random.randrange(3, 7))]
        for at in range(self.random.randrange(3)):
            parent = self.random.choice(efforts).node
            assert isinstance(parent, Map)
            below(parent, "onderdelen").entries.append(self.entry(f"deel-{at}", Map([Entry("naam", self.text())])))
        indicators = [self.entry(f"maat-{at}", self.element("indicatoren", goals, parties)) for at in range(self.random.randrange(1, 4))]
        short = [self.entry(one, self.text() if self.random.random() < 0.6 else self.element("stakeholders", goals, parties)) for one in parties]
        head = [Entry("model", Text("m"), ["Een model", *self.comment()]), Entry("taal", Text("nl")), Entry("peildatum", Text("2020"))]
        body = [
            Entry("doelen", Map(top)),
            Entry("inspanningen", Map(efforts)),
            Entry("stakeholders", Map(short)),
            Entry("indicatoren", Map(indicators)),
        ]
        return Map([*head, *body, Entry("bronnen", Map([Entry("verslag", Text("Verslag"))]))])

    def layout(self) -> Layout:
        return Layout(self.random.choice((2, 2, 4)), self.random.choice((0, 2)), self.random.random() < 0.5, self.random.random() < 0.15)
