"""From the fields of a JSON object or a table row to an article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from newsgauge.article import Article, Failure
from newsgauge.errors import ArticleError
from newsgauge.readers.options import ReadOptions

BYLINE = ("byline", "author", "authors", "creator")
PUBLISHED = ("date", "published", "date_published", "published_at", "publish_date", "pub_date", "datetime")
URL = ("url", "link", "canonical_url", "uri")
_USUAL_TEXTS = ("text", "body", "content", "article", "maintext", "article_text", "full_text")

_SURROGATE = re.compile("[\ud800-\udfff]")


def failure(error: ArticleError, record_id: str = "") -> Failure:
    """The record that stands in the output for an input that gave no article."""
    reason = f"{error.problem}; {error.remedy}" if error.remedy else error.problem
    return Failure(record_id, error.place, reason)


def article_from(
    record: Mapping[str, object], place: str, options: ReadOptions, notes: tuple[str, ...] = ()
) -> Article | Failure:
    """Read one record.

    Parameters
    ----------
    record : mapping of str to object
        Fields by name, with the types JSON gives them; a blank title, byline, date or address counts as absent.
    place : str
        ``file:line``.
    options : ReadOptions
    notes : tuple of str
        What reading the line took.

    Returns
    -------
    Article or Failure
        Failure where the text or an explicitly named field is missing, or a field isn't what it should be.
    """
    record_id = ""
    try:
        record_id = _id(record, place, options)
        require_fields(record, place, options)
        body, title = _text(record, place, options), _title(record, place, options)
        cut, cut_note = _cut(record, options)
        clean, replaced = _without_surrogates((body, title or "", record_id))
        body, shown, record_id = clean
        return Article.of(
            body,
            None if title is None else shown,
            id=record_id,
            place=place,
            byline=_first(record, BYLINE),
            published=_first(record, PUBLISHED),
            url=_first(record, URL),
            notes=notes + replaced + cut_note,
            cut=cut,
        )
    except ArticleError as error:
        return failure(error, _SURROGATE.sub("\ufffd", record_id))


def require_fields(record: Mapping[str, object], place: str, options: ReadOptions) -> None:
    """Check that the text and every field named otherwise than by default are there.

    Raises
    ------
    ArticleError
        Naming the fields found, the likeliest of them, and the option that chooses it.
    """
    if options.text not in record:
        raise ArticleError(place, *_missing(record, options.text, "--text-field", _likely_text(record, options.text)))
    for name, default in ((options.title, "title"), (options.id, "id")):
        if name != default and name not in record:
            near = get_close_matches(name, list(record), 1)
            raise ArticleError(place, *_missing(record, name, f"--{default}-field", near[0] if near else None))


def _text(record: Mapping[str, object], place: str, options: ReadOptions) -> str:
    value = record[options.text]
    if not isinstance(value, str):
        raise ArticleError(place, f"field {options.text!r}: expected a string, found {_kind(value)}")
    return value


def _title(record: Mapping[str, object], place: str, options: ReadOptions) -> str | None:
    value = record.get(options.title)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        raise ArticleError(place, f"field {options.title!r}: expected a string, found {_kind(value)}")
    return value


def _id(record: Mapping[str, object], place: str, options: ReadOptions) -> str:
    value = record.get(options.id)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ArticleError(place, f"field {options.id!r}: expected a string or a whole number, found {_kind(value)}")
    return str(value)


def _cut(record: Mapping[str, object], options: ReadOptions) -> tuple[bool, tuple[str, ...]]:
    value = record.get("cut")
    if isinstance(value, str) and value.strip().lower() in ("true", "false"):  # a table has no booleans
        value = value.strip().lower() == "true"
    if isinstance(value, bool):
        return value, ()
    ignored = value is not None and value != ""
    return options.cut, (f"field 'cut': expected true or false, found {_kind(value)}; not used",) if ignored else ()


def _first(record: Mapping[str, object], names: Sequence[str]) -> str | None:
    """First of the usual names that holds words; metadata in another shape is no reason to fail."""
    for name in names:
        value = record.get(name)
        parts = value if isinstance(value, list) else [value]
        words = "; ".join(part.strip() for part in parts if isinstance(part, str) and part.strip())
        if words:
            return _SURROGATE.sub("\ufffd", words)
    return None


def _without_surrogates(texts: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Half pairs can't be written in any encoding; one character takes the place of one, so offsets stay."""
    pairs = [_SURROGATE.subn("\ufffd", text) for text in texts]
    count = sum(number for _, number in pairs)
    note = (f"{count} lone surrogate(s) were replaced by U+FFFD",) if count else ()
    return [text for text, _ in pairs], note


def _likely_text(record: Mapping[str, object], name: str) -> str | None:
    texts = [key for key, value in record.items() if isinstance(value, str)]
    near = get_close_matches(name, texts, 1)
    usual = [key for key in texts if key.lower() in _USUAL_TEXTS]
    return (near + usual + [None])[0]


def _missing(record: Mapping[str, object], name: str, option: str, near: str | None) -> tuple[str, str]:
    found = ", ".join(repr(key) for key in list(record)[:12]) or "none"
    more = f" and {len(record) - 12} more" if len(record) > 12 else ""
    problem = f"no field {name!r}; found {found}{more}"
    if near is None:
        return problem, f"name the right one with {option}"
    return problem, f"did you mean {near!r}? Name it with {option} {near}"


def _kind(value: object) -> str:
    """What JSON calls a value."""
    for kind, name in ((bool, "a boolean"), (int | float, "a number"), (str, "a string"), (list, "a list")):
        if isinstance(value, kind):
            return name
    return "null" if value is None else "an object"
