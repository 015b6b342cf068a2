"""A human round in a folder: a page for each person that works from the disk and saves a file, the codebook, what to do.

Every person gets the same texts in an order of their own. A page shows no outlet, no file name and no opinion of the program; it has
no address to send anything to, and a policy that forbids it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Collection, Sequence
from importlib.resources import files
from typing import Any, Final

import msgspec

from newsgauge.labels.codebook import Codebook
from newsgauge.labels.codebook_page import markdown
from newsgauge.labels.exchange import label_studio
from newsgauge.labels.exchange.page import Page
from newsgauge.labels.rows import lines
from newsgauge.labels.texts import Text, sha256

MARK: Final = "/*DATA*/"


def packet(
    texts: Sequence[Text], book: Codebook, people: Sequence[str], exhaustive: Collection[str] = (), seed: int = 0
) -> dict[str, str]:
    """The files of a round by name.

    Parameters
    ----------
    people : sequence of str
        Names or numbers of those who will judge, one page each.
    exhaustive : collection of str
        Ids of texts in which every span is to be marked.
    seed : int
        Orders of the texts.
    """
    tasks = label_studio.dump([Page(text) for text in texts])
    found = {f"{person}.html": page(_order(texts, person, seed), book, person, exhaustive) for person in people}
    found |= {"codebook.md": markdown(book), "README.md": _readme(texts, book, people, exhaustive)}
    found |= {"texts.jsonl": "".join(f"{line}\n" for line in lines(text.row() for text in texts))}
    return found | {f"label-studio/{name}": content for name, content in tasks.items()}


def _order(texts: Sequence[Text], person: str, seed: int) -> list[Text]:
    own = list(texts)
    random.Random(f"{seed} {person}").shuffle(own)
    return own


def page(texts: Sequence[Text], book: Codebook, person: str, exhaustive: Collection[str]) -> str:
    """One person's page: everything is in it."""
    told = [
        {"id": text.id, "sha256": text.sha256, "text": text.text, "exhaustive": text.id in exhaustive} for text in texts
    ]
    identity = sha256(f"{person} {' '.join(sorted(text.sha256 for text in texts))}")[:16]
    data = {"id": identity, "annotator": person, "codebook": _plain(book), "texts": told}
    template = (files("newsgauge.labels") / "packet.html").read_text("utf-8")
    # A text may hold "</script>" and "<!--": as an escape, "<" means the same in JSON and nothing in HTML.
    return template.replace(MARK, json.dumps(data, ensure_ascii=True).replace("<", "\\u003c"))


def _plain(book: Codebook) -> Any:
    kept = msgspec.to_builtins(book, builtin_types=())
    return {name: value for name, value in kept.items() if name not in ("changes", "date")}


def _readme(texts: Sequence[Text], book: Codebook, people: Sequence[str], exhaustive: Collection[str]) -> str:
    pages = "\n".join(f"- {person}.html" for person in people)
    every = f"In {len(exhaustive)} of them every span is to be marked; the page says so.\n" if exhaustive else ""
    return f"""# Judging {len(texts)} news texts by codebook {book.version}

For whoever runs the round. Give each person one page and codebook.md, nothing else:

{pages}

A page is opened in a browser from the disk, works without a network, and sends nothing. {every}
Ask people of differing political leanings, and ask them to:

1. read codebook.md whole, then open their page and give their name or number;
2. work alone: no talk about the texts until all have finished, nothing looked up, no program's opinion;
3. press "Save the file" at the end of each sitting, and send you the last file. The page keeps answers in the browser as well, where
   the browser allows that for files; "Go on from a file" reads a saved one back, also on another machine.

Then:

```sh
newsgauge labels check ANN.jsonl BEN.jsonl CLEO.jsonl --texts texts.jsonl --complete -o judgements.jsonl
newsgauge labels agreement judgements.jsonl --confusion --disagreements adjudicate.jsonl
newsgauge labels gold judgements.jsonl --texts texts.jsonl -o gold.jsonl
```

Human judgements are reported apart from machine-assisted ones and never pooled with them. Who would rather use Label Studio: make a
project with label-studio/config.xml as its labelling interface, import label-studio/tasks.json, and read the JSON export with
`newsgauge labels import --from label-studio`. Texts belong to their publishers: don't pass the packet on.
"""
