"""Word vectors counted on the reference articles: what the learnt tables know of words their own corpus never shows.

Neighbours within five words, weighted by 1/distance; positive pointwise mutual information with the context's counts to
the power .75 (Levy, Goldberg & Dagan 2015); the first 100 singular vectors, scaled by the root of their values, each of
length one. Nothing of them ships: a table adds its weights for them to its words' weights.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge import learnt
from newsgauge import vocabulary as v
from newsgauge.blindness import NAME
from newsgauge.document import Document, buckets
from newsgauge.evaluation import threads
from newsgauge.evaluation.corpora import rows

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

DIMENSIONS: Final = 100
DIGITS: Final = 5  # of a vector: less than what the order of additions leaves open
WORDS: Final = 30_000
LEAST: Final = 8  # times a word must occur
WINDOW: Final = 5
READ: Final = 6_000  # characters of each article
_ARTICLES: Final = "articles"
NAME_SHARE: Final = 0.6
LEAST_NAME: Final = 3  # times it must stand in mid-sentence
_CAPITAL: Final = 2
SIDES: Final = tuple(
    "left right left-wing right-wing far-left far-right hard-left hard-right centrist centrists leftist leftists rightist "
    "rightists liberal liberals liberalism conservative conservatives conservatism progressive progressives libertarian "
    "libertarians socialist socialists socialism communist communists communism capitalist capitalists capitalism "
    "fascist fascists fascism anti-fascist antifa nationalist nationalists nationalism populist populists populism "
    "marxist marxists marxism anarchist anarchists democrat democrats democratic republican republicans gop maga tory "
    "tories labour muslim muslims islam islamic christian christians christianity jewish jew jews hindu hindus "
    "evangelical evangelicals catholic catholics atheist atheists pro-life pro-choice anti-abortion abortion-rights "
    "illegal illegals undocumented feminist feminists feminism alt-right radical-left radical-right black blacks white "
    "whites gay gays transgender trans lesbian lesbians homosexual "
    "homosexuals homosexuality lgbt immigrant immigrants migrant migrants refugee refugees alien aliens clergy clerical "
    "priest priests bishop bishops pope papal church churches mosque mosques synagogue synagogues imam imams rabbi rabbis "
    "jihad jihadi jihadis jihadist jihadists islamist islamists sharia zionist zionists zionism anti-israel pro-israel "
    "anti-jewish anti-muslim anti-christian anti-american anti-trump pro-trump never-trump neo-liberal neo-liberalism "
    "neoliberal neoliberalism neocon neocons neoconservative secular seminarian seminarians nun nuns gun-control women men "
    "woman man female male".split()
)
Vectors = NDArray[np.float32]


@lru_cache(maxsize=2)
@threads.one
def vectors(corpora: Path) -> Vectors:
    """Vector of each bucket's most frequent word, shape (2 ** learnt.BITS, DIMENSIONS); zero where no word is known.

    All zero where the corpora hold no articles.
    """
    made = np.zeros((1 << learnt.BITS, DIMENSIONS), np.float32)
    texts = [hashes for hashes, _ in _texts(corpora)]
    if not texts:
        return made
    words, counts = np.unique(np.concatenate(texts), return_counts=True)
    order = np.argsort(-counts, kind="stable")[:WORDS]
    order = order[counts[order] >= LEAST]
    if len(order) <= DIMENSIONS:
        return made
    by_hash = np.sort(order)
    found = _factors(_information(_neighbours(texts, words[by_hash])))
    rare_first = np.argsort(counts[by_hash], kind="stable")
    made[buckets(words[by_hash][rare_first], learnt.BITS)] = found[rare_first]
    return made


@lru_cache(maxsize=2)
def names(corpora: Path) -> NDArray[np.bool_]:
    """Buckets whose most frequent word is a name or says which side somebody is on, shape (2 ** learnt.BITS,).

    A name is written with a capital in mid-sentence at least six times of ten in the reference articles. Whose name it
    is must weigh nothing, so tables that judge wording give all of these one weight.
    """
    made = np.zeros(1 << learnt.BITS, np.bool_)
    read = _texts(corpora)
    if read:
        inner = [(hashes[shape > 0], shape[shape > 0] == _CAPITAL) for hashes, shape in read]
        words, place = np.unique(np.concatenate([hashes for hashes, _ in inner]), return_inverse=True)
        counts = np.bincount(place)
        capitals = np.bincount(place, np.concatenate([capital for _, capital in inner]))
        order = np.argsort(counts, kind="stable")
        order = order[counts[order] >= LEAST_NAME]
        made[buckets(words[order], learnt.BITS)] = capitals[order] >= NAME_SHARE * counts[order]
    made[Document(" ".join(SIDES)).buckets(learnt.BITS)[0]] = True
    made[buckets(np.array([NAME], np.uint32), learnt.BITS)] = True  # what the vocabulary lists as names
    return made


def has_articles(corpora: Path) -> bool:
    """Whether the reference articles are there."""
    return any((corpora / f"{_ARTICLES}{end}").is_file() for end in (".jsonl.gz", ".jsonl"))


@lru_cache(maxsize=1)
def _texts(corpora: Path) -> list[tuple[NDArray[np.uint32], NDArray[np.uint8]]]:
    """Hashes of each article's tokens, and which are words in mid-sentence: 1 in small letters, 2 with a capital."""
    if not has_articles(corpora):
        return []
    return [_shaped(Document(row["text"][:READ])) for row in rows(corpora, _ARTICLES)]


def _shaped(document: Document) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    marks = document.marks
    opens = np.ones(len(marks), np.bool_)
    opens[1:] = (marks[:-1] & np.uint64(v.STOP | v.DOUBLE | v.SINGLE | v.COLON | v.DASH)) != 0
    inner = ~opens & ((marks & np.uint64(v.NEWLINE)) == 0) & ((marks & np.uint64(v.WORD)) != 0)
    capital = (marks & np.uint64(v.CAPITAL)) != 0
    return document.hashes.copy(), np.where(inner, np.where(capital, _CAPITAL, 1), 0).astype(np.uint8)


def _neighbours(texts: list[NDArray[np.uint32]], known: NDArray[np.uint32]) -> csr_matrix:
    """How often words stand near each other, shape (len(known), len(known))."""
    from scipy.sparse import coo_matrix, csr_matrix

    gap = np.full(WINDOW, -1)
    places = [part for text in texts for part in (_numbers(text, known), gap)]
    ids = np.concatenate(places)
    total = csr_matrix((len(known), len(known)), dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        left, right = ids[:-distance], ids[distance:]
        both = (left >= 0) & (right >= 0)
        weight = np.full(int(both.sum()), 1 / distance, np.float32)
        near = coo_matrix((weight, (left[both], right[both])), shape=total.shape).tocsr()
        total = total + near + near.T
    return csr_matrix(total)


def _numbers(hashes: NDArray[np.uint32], known: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Place of each hash among the sorted known ones, -1 for another."""
    at = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    return np.where(known[at] == hashes, at, -1)


def _information(counts: csr_matrix) -> csr_matrix:
    """Positive pointwise mutual information."""
    from scipy.sparse import csr_matrix

    sums = np.maximum(np.asarray(counts.sum(axis=1)).ravel(), 1e-9)
    context = sums**0.75
    context /= context.sum()
    cells = counts.tocoo()
    values = np.log(cells.data / (sums[cells.row] * context[cells.col]))
    keep = values > 0
    return csr_matrix((values[keep].astype(np.float32), (cells.row[keep], cells.col[keep])), shape=counts.shape)


def _factors(information: csr_matrix) -> Vectors:
    from sklearn.utils.extmath import randomized_svd

    left, values, _ = randomized_svd(information.astype(np.float64), n_components=DIMENSIONS, n_iter=3, random_state=0)
    scaled = left * np.sqrt(values)
    return np.asarray(scaled / (np.linalg.norm(scaled, axis=1, keepdims=True) + 1e-9), np.float32).round(DIGITS)
