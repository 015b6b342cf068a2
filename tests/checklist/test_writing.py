"""The checklist as CSV, Markdown and a page: whole, inert, with boxes."""

from __future__ import annotations

import csv
import io
import re

import newsgauge
from newsgauge.article import LIMIT
from newsgauge.checklist import checklist, checklist_csv, checklist_html, checklist_markdown
from newsgauge.examples import example_path

EVIL = "Mayor Ann Vale said <script>alert(1)</script> [x](http://x.invalid) =1+1 cost 3 `pounds`."


def example() -> newsgauge.Annotation:
    with open(example_path(), encoding="utf-8", newline="") as file:
        return newsgauge.annotate(file.read())


def test_every_item_stands_in_every_form() -> None:
    """As many rows, boxes and boxes as items, in the same order."""
    a = example()
    items = [" ".join(one.text.split()) for one in checklist(a)]
    rows = list(csv.DictReader(io.StringIO(b"".join(checklist_csv([a])).decode())))
    assert [row["text"] for row in rows] == items
    assert all(row["checked"] == "" for row in rows)
    boxes = [line for line in checklist_markdown([a]) if line.startswith("- [ ] ")]
    assert [re.findall(r"\*\*(.+?)\*\*", line)[0].replace("\\", "") for line in boxes] == items
    page = checklist_html([a])
    assert page.count('<input type="checkbox" autocomplete="off">') == len(items)
    assert LIMIT in page
    assert LIMIT in "\n".join(checklist_markdown([a]))


def test_sentences_are_whole() -> None:
    """Each row holds the sentence around its item."""
    row = next(
        r for r in csv.DictReader(io.StringIO(b"".join(checklist_csv([example()])).decode())) if r["text"] == "900"
    )
    assert row["sentence"].startswith("About 900 people cross the bridge")
    assert (row["source"], row["distance"]) == ("a count", "1")


def test_hostile_words_stay_words() -> None:
    """No tag, link or formula gets through."""
    a = newsgauge.annotate(newsgauge.Article(EVIL, guess_title=False))
    page = checklist_html([a])
    assert "<script>alert" not in page
    assert page.count("<script>") == 1
    markdown = "\n".join(checklist_markdown([a]))
    assert not re.search(r"(?<!\\)(?:\]\(|<)", markdown)
    assert b"\r\n=1" not in b"".join(checklist_csv([a]))


def test_nothing_to_check_is_said() -> None:
    """An empty list is a sentence, not an empty file."""
    assert "Nothing to check" in "\n".join(checklist_markdown([newsgauge.annotate("")]))
