"""Makes ``newsgauge/examples/collection.jsonl``: 72 invented news texts of twelve invented outlets, put together from parts.

    python tests/examples/collection.py > src/newsgauge/examples/collection.jsonl

Each text is made of sentences of our own, and its labels follow from what was put in: how many loaded, sourced, vague and
damaged sentences, how many leftovers, which kind of headline. So the labels are true by construction and teach how to train
and read a model; they say nothing about how good a model is on real news. The same seed gives the same bytes.
"""

from __future__ import annotations

import json
import random
import sys
from typing import Any, Final, NamedTuple

SEED: Final = 8


class Topic(NamedTuple):
    """What a story is about."""

    place: str
    body: str
    thing: str
    work: str
    first: str
    first_role: str
    second: str
    second_role: str
    paper: str


TOPICS: Final = (
    Topic(
        "Harrowmere",
        "the town council",
        "the weir",
        "the repair of the weir",
        "Tamsin Holt",
        "the council's engineer",
        "Idris Vane",
        "who keeps a boatyard below it",
        "a survey of 44 pages",
    ),
    Topic(
        "Brackwater",
        "the harbour board",
        "the quay",
        "the new quay wall",
        "Ilse Tarn",
        "who chairs the board",
        "Jonas Pell",
        "a pilot of 20 years",
        "the board's accounts",
    ),
    Topic(
        "Orsa",
        "the water board",
        "the old mill",
        "the reopening of the mill",
        "Ann Tolley",
        "the mill's keeper",
        "Per Lund",
        "who farms beside it",
        "a report by the water board",
    ),
    Topic(
        "Norland",
        "the school committee",
        "the school roof",
        "the work on the roof",
        "Ruth Abara",
        "the head teacher",
        "Callum Reyes",
        "whose two children go there",
        "an inspection report",
    ),
    Topic(
        "Eastmarch",
        "the hospital trust",
        "the night clinic",
        "the move of the clinic",
        "Dr. Mina Sorel",
        "the trust's medical director",
        "Tove Brandt",
        "a nurse on the ward",
        "figures of the trust",
    ),
    Topic(
        "Coldfell",
        "the county council",
        "the mountain road",
        "the closure of the road",
        "Edwin Pask",
        "who leads the council",
        "Greta Moll",
        "who drives the school bus",
        "a count of traffic",
    ),
    Topic(
        "Saltby",
        "the fishery office",
        "the herring quota",
        "the cut of the quota",
        "Nadia Orrell",
        "who heads the office",
        "Bram Keel",
        "the skipper of a trawler",
        "the office's catch statistics",
    ),
    Topic(
        "Wexmoor",
        "the city parks office",
        "the plane trees",
        "the felling of the trees",
        "Joss Wetherby",
        "the city's arborist",
        "Lena Quist",
        "who has lived on the square since 1988",
        "a study of the roots",
    ),
    Topic(
        "Tarnhythe",
        "the housing company",
        "the tower on Mill Street",
        "the clearing of the tower",
        "Omar Castell",
        "the company's manager",
        "Pia Lindqvist",
        "a tenant on the ninth floor",
        "a fire report",
    ),
    Topic(
        "Lowmoor",
        "the library committee",
        "the travelling library",
        "the end of its round",
        "Hester Crane",
        "the county librarian",
        "Amos Byrd",
        "a reader in Nether Lowmoor",
        "lending figures",
    ),
    Topic(
        "Greywater",
        "the rail company",
        "the branch line",
        "the new timetable",
        "Silas Roke",
        "a spokesman of the company",
        "Anja Feld",
        "who commutes on the line",
        "the company's timetable study",
    ),
    Topic(
        "Penhallow",
        "the tax office",
        "the market hall",
        "the rent of the hall",
        "Vera Lys",
        "the town's treasurer",
        "Dewi Hart",
        "who sells cheese there",
        "minutes of the meeting",
    ),
)
OUTLETS: Final = (
    ("Courier", (0, 0, 0, 1, 1, 2)), ("Herald", (0, 0, 1, 1, 2, 3)), ("Gazette", (0, 1, 1, 2, 2, 3)),
    ("Observer", (0, 0, 0, 0, 1, 2)), ("Post", (0, 1, 2, 2, 3, 4)), ("Now", (2, 2, 3, 4, 4, 5)),
    ("Truth", (3, 4, 4, 5, 5, 5)), ("Buzz", (2, 3, 4, 4, 5, 5)), ("Times", (0, 0, 1, 1, 1, 3)),
    ("Wire", (1, 2, 2, 3, 3, 4)), ("Star", (1, 2, 3, 3, 4, 5)), ("Record", (0, 0, 1, 2, 3, 4)),
)  # fmt: skip
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

PLAIN: Final = (
    "{The_body} of {place} decided on {day} about {work}.",
    "The vote was {a} to {b}, after a debate of {c} hours.",
    "Work is to begin on {date} and to last about {n} weeks.",
    "The cost was put at £{m},000, of which a third is paid by the county.",
    "{The_thing} was last closed for repairs in {year}.",
    "About {p} people in {place} use it on a working day.",
    "The next meeting is on {day2}, and it is open to the public.",
    "Letters with the dates were sent to {q} households.",
    "The plans hang in the town hall until the end of the month.",
    "A second stage may follow next year, if money is found for it.",
)
SOURCED: Final = (
    '"We looked at every other way, and none would have been cheaper," said {first}, {first_role}.',
    "{second}, {second_role}, said the delay had cost a summer's income.",
    "According to {paper}, {n} of {p} visitors asked were in favour.",
    '"Nobody told us before the letter came," {second_last} said on {day}.',
    "{first_last} said that the figures would be published with the minutes.",
    "{second_last} told the {outlet} that an appeal had been filed with the county court.",
    "{The_body} said in a statement that it would answer all letters by {day2}.",
    "The finding rests on {paper}, which the {outlet} has read.",
)
CARE: Final = (
    "It was not immediately clear who would pay for the second stage.",
    "The contractor did not respond to a request for comment.",
    "This article was updated on {day2} to correct the number of households.",
)
VAGUE: Final = (
    "Experts say the plan could have serious consequences.",
    "It is widely believed that more is to come.",
    "Sources close to the matter claim the decision was made long ago.",
    "Many people feel that something is being hidden.",
    "Critics have reportedly raised concerns.",
    "Observers have noted that questions remain.",
)
LOADED: Final = (
    "The disgraceful decision is a slap in the face of every honest family.",
    "Once again the clueless bosses of {place} have shown their shameless greed.",
    "This outrageous farce will destroy {thing} forever!",
    "The corrupt cronies behind it are laughing at you.",
    "What a pathetic, cowardly betrayal by the so-called leaders.",
    "Nobody can deny that this catastrophic scandal is the worst in history.",
    "The arrogant elites slammed ordinary people who dared to ask.",
)
DAMAGED: Final = (
    "The peoples of {place} was making big interest for {thing} in the yesterday.",
    "It has been take the decision by {body} with a wide of measure.",
    "In the frame of {work} were informed The inhabitants about of it.",
    "The meeting passed in the day of {day}The next will to be soon.",
    "He have said that this represent a strong step in front.",
)
LEFTOVERS: Final = (
    "Share this story", "Photo: {second}/{outlet}", "See also: Ten walks around {place} for the spring",
    "Sign up for our newsletter", "#{place} #news #breaking", "Read more: What the vote means for you", "Advertisement",
)  # fmt: skip
TITLES: Final = (
    ("{Body_short} of {place} votes on {work}", "{place} decides on {work}"),
    ("What {work} could mean for you", "Trouble over {work}?"),
    ("You won't BELIEVE what they did to {thing}!", "SHOCKING: The truth about {thing} they don't want you to know"),
)


class Recipe(NamedTuple):
    """How many sentences of each kind, leftovers, which title, and the labels that follow."""

    plain: int
    sourced: int
    care: int
    vague: int
    loaded: int
    damaged: int
    leftovers: int
    title: int
    genre: str
    labels: tuple[int, int, int, int, int, int]  # the five items, and reliability


RECIPES: Final = (
    Recipe(8, 6, 2, 0, 0, 0, 0, 0, "report", (0, 3, 0, 0, 0, 5)),
    Recipe(9, 4, 1, 1, 0, 0, 1, 0, "report", (0, 2, 0, 1, 0, 4)),
    Recipe(9, 2, 0, 3, 1, 0, 2, 1, "report", (1, 1, 0, 2, 1, 3)),
    Recipe(9, 2, 0, 3, 1, 4, 3, 1, "aggregation", (1, 1, 2, 2, 1, 2)),
    Recipe(7, 1, 0, 5, 4, 0, 2, 2, "opinion", (2, 0, 0, 2, 2, 2)),
    Recipe(5, 0, 0, 5, 6, 2, 4, 2, "opinion", (3, 0, 1, 3, 3, 1)),
)


def texts(seed: int = SEED) -> list[dict[str, Any]]:
    """The rows of the collection."""
    chance = random.Random(seed)
    rows = []
    for number, topic in enumerate(TOPICS):
        name, mix = OUTLETS[number]
        for turn, quality in enumerate(mix):
            about = TOPICS[(number + turn) % len(TOPICS)]
            rows.append(
                _row(f"{topic.place} {name}", about, RECIPES[quality], f"{number + 1:02}{'abcdef'[turn]}", chance)
            )
    return rows


def _row(outlet: str, topic: Topic, recipe: Recipe, identity: str, chance: random.Random) -> dict[str, Any]:
    words = _words(outlet, topic, chance)
    title = chance.choice(TITLES[recipe.title]).format(**words)
    lead, *rest = (
        chance.sample(PLAIN, recipe.plain)
        if recipe.title == 2
        else [PLAIN[0], *chance.sample(PLAIN[1:], recipe.plain - 1)]
    )
    more = [
        *rest,
        *chance.sample(SOURCED, recipe.sourced),
        *chance.sample(CARE, recipe.care),
        *chance.sample(VAGUE, recipe.vague),
        *chance.sample(LOADED, recipe.loaded),
        *chance.sample(DAMAGED, recipe.damaged),
    ]
    chance.shuffle(more)
    sentences = [sentence.format(**words) for sentence in (lead, *more)]
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    if recipe.labels[-1] >= 4:
        paragraphs.insert(0, f"By {chance.choice(('Tamsin Quill', 'Ada Roe', 'Jon Marsh', 'Wren Okoro'))}, {outlet}")
    for leftover in chance.sample(LEFTOVERS, recipe.leftovers):
        paragraphs.insert(chance.randint(1, len(paragraphs)), leftover.format(**words))
    items = dict(
        zip(("wording", "sourcing", "language", "residue", "headline", "reliability"), recipe.labels, strict=True)
    )
    return {
        "id": identity, "outlet": outlet, "genre": recipe.genre, "annotator": "by construction", "has_title": True, **items,
        "text": "\n\n".join((title, *paragraphs)),
    }  # fmt: skip


def _words(outlet: str, topic: Topic, chance: random.Random) -> dict[str, object]:
    days = chance.sample(DAYS, 2)
    return {
        **topic._asdict(),
        "outlet": outlet.rpartition(" ")[2],
        "The_body": topic.body[0].upper() + topic.body[1:],
        "Body_short": topic.body.removeprefix("the ").capitalize(),
        "The_thing": topic.thing[0].upper() + topic.thing[1:],
        "first_last": topic.first.rpartition(" ")[2],
        "second_last": topic.second.rpartition(" ")[2],
        "day": days[0],
        "day2": days[1],
        "date": f"{chance.randint(2, 28)} {chance.choice(('March', 'April', 'June', 'October'))}",
        "year": chance.randint(1962, 2019),
        "a": chance.randint(7, 11),
        "b": chance.randint(2, 6),
        "c": chance.randint(2, 4),
        "n": chance.randint(12, 40),
        "m": chance.randint(120, 890),
        "p": chance.randint(41, 900),
        "q": chance.randint(120, 2400),
    }


def lines(seed: int = SEED) -> str:
    """The file's content."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in texts(seed))


if __name__ == "__main__":
    sys.stdout.write(lines())
