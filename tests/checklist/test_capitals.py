"""The table of capitals: learnt from a few invented sentences, and what ships."""

from __future__ import annotations

import numpy as np

from newsgauge.checklist.capitals import Capitals, learn, load, save
from newsgauge.document import Document

SENTENCES = (
    "The board of Norland met the mayor in the Town Hall on the quay. "
    "The keepers of Norland saw the mayor by the Town Hall and the town wept. "
    "They told Norland that NIMBY and the hall fell, and NIMBY rose. "
)


def learnt() -> Capitals:
    return learn([Document(SENTENCES * 4), Document("")])


def test_shares_are_counted_where_a_capital_says_something() -> None:
    """Norland always, hall never by itself, and a sentence's first word not at all."""
    table = learnt()
    assert table.share("norland") == 1.0
    assert table.is_name("norland")
    assert table.share("hall") == table.share("mayor") == table.share("they") == 0.0
    assert not table.is_name("unheard")


def test_pairs_and_abbreviations() -> None:
    """Town Hall is a name though neither word is one; NIMBY is shouted, the mayor isn't."""
    table = learnt()
    assert table.is_pair("town", "hall")
    assert not table.is_pair("the", "mayor")
    assert table.is_shouted("nimby")
    assert not table.is_shouted("mayor")


def test_the_same_texts_give_the_same_bytes() -> None:
    """And no word can be read from them: hashes, sorted, and shares alone."""
    assert save(learnt()) == save(learnt())
    assert b"orland" not in save(learnt())
    shipped = load()
    assert shipped.words.dtype == np.uint32
    assert bool(np.all(np.diff(shipped.words.astype(np.int64)) > 0))
    assert len(shipped.words) == len(shipped.shares) > 1_000
    assert shipped.is_pair("white", "house")
    assert not shipped.is_name("white")
