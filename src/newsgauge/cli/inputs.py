"""Options that every command with inputs shares, and the stream of annotations they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import click

if TYPE_CHECKING:
    from newsgauge.article import Annotation, Article, Failure
    from newsgauge.config import Config
    from newsgauge.readers import ReadOptions
    from newsgauge.reliability.scorecard import Model

P = ParamSpec("P")
R = TypeVar("R")

# As newsgauge.readers.FORMATS, which would import the readers for --help; a test holds them together.
INPUT_FORMATS = ("text", "html", "json", "jsonl", "csv", "tsv", "parquet", "warc")
EXTRACTORS = ("full", "fast")
MANY = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".warc", ".gz", ".zst")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What to read and how, as given on the command line; None means "not given"."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    config: str | None
    input_format: str | None
    text_field: str | None
    title_field: str | None
    id_field: str | None
    encoding: str | None
    max_bytes: int | None
    model: str | None
    html: str | None
    progress: bool

    def count(self) -> int | None:
        """How many articles there will be, where that can be known without reading."""
        single = self.input_format in (None, "text", "html")
        known = single and all(path != "-" and not path.lower().endswith(MANY) for path in self.paths)
        return len(self.paths) if known and not any(Path(path).is_dir() for path in self.paths) else None


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH...|-"),
    click.option("--select", multiple=True, metavar="NAME", help="Only this FAMILY, KIND or RULE; repeatable."),
    click.option("--ignore", multiple=True, metavar="NAME", help="Not this FAMILY, KIND or RULE; repeatable."),
    click.option("--config", metavar="FILE", help="newsgauge.toml or pyproject.toml  [default: found upwards]"),
    click.option("--input-format", type=click.Choice(INPUT_FORMATS), help="What the inputs are  [default: by name]"),
    click.option("--text-field", metavar="NAME", help="Field of the text in JSONL and CSV  [default: text]"),
    click.option("--title-field", metavar="NAME", help="Field of the title  [default: title]"),
    click.option("--id-field", metavar="NAME", help="Field of the identifier  [default: id]"),
    click.option("--encoding", metavar="NAME", help="Encoding of the inputs  [default: detected]"),
    click.option("--max-bytes", type=click.IntRange(1), metavar="N", help="Largest input  [default: 50 MB]"),
    click.option(
        "--model", metavar="NAME", help="A model by name, NAME@VERSION or file  [default: the one that ships]"
    ),
    click.option(
        "--html", type=click.Choice(EXTRACTORS), help="Extract pages in full, or fast and less clean  [default: full]"
    ),
    click.option("--progress/--no-progress", default=True, help="A progress bar on a terminal, from six inputs on."),
)


def reads_articles(command: Callable[..., R]) -> Callable[..., R]:
    """Give a command the shared options; it receives them as one `Inputs`."""

    @wraps(command)
    def gathered(**given: Any) -> R:
        inputs = Inputs(**{field.name: given.pop(field.name) for field in fields(Inputs)})
        return command(inputs=inputs, **given)

    decorated: Callable[..., R] = gathered
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def annotated(inputs: Inputs, config: Config) -> Iterator[Annotation]:
    """Annotate what the inputs name, in order, one at a time."""
    from newsgauge.core import annotate_many

    return annotate_many(articles(inputs), config=config, model=chosen_model(inputs))


def articles(inputs: Inputs) -> Iterable[Article | Failure]:
    """Read what the inputs name."""
    from newsgauge.readers import read

    return read(inputs.paths, read_options(inputs))


def read_options(inputs: Inputs) -> ReadOptions:
    """How to read, as the readers take it."""
    from newsgauge.readers import ReadOptions

    given: dict[str, Any] = {
        "text": inputs.text_field,
        "title": inputs.title_field,
        "id": inputs.id_field,
        "format": inputs.input_format,
        "encoding": inputs.encoding,
        "max_bytes": inputs.max_bytes,
        "html": inputs.html,
    }
    return ReadOptions(**{name: value for name, value in given.items() if value is not None})


def configuration(inputs: Inputs) -> Config:
    """The configuration file, with what the command line says on top."""
    from newsgauge.config import check_names, load, load_file

    config = load_file(Path(inputs.config)) if inputs.config else load()
    known = names_known(config)
    check_names((*config.select, *config.ignore), known, str(config.path or ""))
    check_names(inputs.select, known, "--select")
    check_names(inputs.ignore, known, "--ignore")
    # What is asked for by name on the command line is on, whatever the file ignores.
    ignored = tuple(name for name in config.ignore if name not in inputs.select)
    return replace(config, select=inputs.select or config.select, ignore=(*ignored, *inputs.ignore))


def names_known(config: Config) -> frozenset[str]:
    """Families, kinds and rules, those of the house's own terms included."""
    from newsgauge import detectors

    house = {term.kind for term in config.house_terms}
    return detectors.names() | house


def chosen_model(inputs: Inputs) -> Model | None:
    """The model asked for, None for the one that ships."""
    from newsgauge.reliability import scorecard

    return scorecard.load(inputs.model) if inputs.model else None
