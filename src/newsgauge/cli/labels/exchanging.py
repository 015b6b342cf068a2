"""To and from labelling tools: ``export``, ``import``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgauge.cli.labels.options import ANY, FILE, KINDS
from newsgauge.cli.output import as_lines, to_file, write
from newsgauge.cli.program import INPUT_FAILED

if TYPE_CHECKING:
    from newsgauge.article import Reader
    from newsgauge.labels.exchange import Page

TOOLS = ("label-studio", "doccano", "brat", "conll", "w3c")  # as newsgauge.labels.exchange.FORMATS; a test compares
CONTEST = "contest"  # objections: judgements of single findings, not of texts


@click.command(
    "export",
    epilog="\b\nExamples:\n  newsgauge labels export texts/ --to label-studio --pre-annotate --out studio/\n"
    "  newsgauge labels export texts/ --judgements ann.jsonl --to w3c --out ann.json\n",
)
@click.argument("paths", nargs=-1, required=True, type=ANY, metavar="TEXTS...")
@click.option("--to", "tool", type=click.Choice(TOOLS), required=True, help="The tool.")
@click.option("--judgements", multiple=True, type=FILE, metavar="FILE", help="What was judged; repeatable.")
@click.option("--pre-annotate", is_flag=True, help="Add what the detectors would mark, for people to correct.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A folder, or a file for conll and w3c.")
def export(paths: tuple[Path, ...], tool: str, judgements: tuple[Path, ...], pre_annotate: bool, out: Path) -> None:
    """Write texts, judgements and suggested spans for a labelling tool.

    Without --pre-annotate an annotator sees nothing of the program's opinion, which is what agreement needs. A folder
    that is there must be empty.
    """
    from newsgauge.labels.exchange import FORMATS
    from newsgauge.labels.rows import write_whole

    pages = _pages(paths, judgements, pre_annotate)
    files = FORMATS[tool].dump(pages)
    if FORMATS[tool].folder:
        _fill(out, files)
    else:
        write_whole(out, files.values())
    click.echo(
        f"{len(pages)} texts, {sum(len(page.judgements) for page in pages)} judgements for {tool} in {out}", err=True
    )


def _pages(paths: Sequence[Path], judgements: Sequence[Path], pre_annotate: bool) -> list[Page]:
    from newsgauge.labels.codebook import codebook
    from newsgauge.labels.exchange import Page
    from newsgauge.labels.judgement import one_codebook, read_judgements
    from newsgauge.labels.texts import read_texts

    texts = read_texts(paths)
    judged = one_codebook(read_judgements(judgements, texts))
    book = codebook(judged[0].codebook) if judged else codebook()
    pages = [Page(text, tuple(one for one in judged if one.id == text.id)) for text in texts.all]
    if not pre_annotate:
        return pages
    from newsgauge.labels.preannotation import suggested

    return [page._replace(suggested=suggested(page.text, book)) for page in pages]


@click.command(
    "import",
    epilog="\b\nExamples:\n  newsgauge labels import export.json --from label-studio --texts texts/ -o ann.jsonl\n"
    "  newsgauge labels import newsgauge-objections.jsonl --from contest --texts texts/ -o objections.jsonl\n",
)
@click.argument("place", type=ANY, metavar="FILE|FOLDER")
@click.option(
    "--from",
    "tool",
    type=click.Choice((*TOOLS, CONTEST)),
    required=True,
    help=f"The tool; {CONTEST} for objections.",
)
@click.option("--texts", multiple=True, type=ANY, metavar="PATH", help="The texts as they were given out.")
@click.option("--by", type=click.Choice(KINDS), help="Who judged, where the tool can't say  [default: human]")
@click.option("--annotator", metavar="NAME", help="Name of the one annotator in the file.")
@to_file
def import_(
    place: Path, tool: str, texts: tuple[Path, ...], by: Reader | None, annotator: str | None, output: str | None
) -> None:
    """Read judgements back from a labelling tool, check them, and write them without text.

    Offsets that a tool counts in UTF-16 or with \\r\\n as one are repaired by the words that stand there; where that
    can't be done, the judgement is refused. Nothing is written while there is a problem.

    Objections (--from contest) are added to those in --output, and later decisions overrule earlier ones; contest check
    reads that file, and fails where a finding is still made against an upheld one.
    """
    from newsgauge.errors import LabelsError
    from newsgauge.labels.exchange import judgements, load
    from newsgauge.labels.judgement import Judgement
    from newsgauge.labels.rows import lines
    from newsgauge.labels.texts import read_texts

    if tool == CONTEST:
        _objections(place, texts, annotator or "", by, output)
        return
    told = {name: value for name, value in (("by", by), ("annotator", annotator)) if value is not None}
    loaded = [one._replace(row={**one.row, **told}) for one in load(tool, place)]
    found = list(judgements(loaded, read_texts(texts) if texts else None))
    _refuse("judgements", [one for one in found if isinstance(one, LabelsError)], len(found))
    sound = [one for one in found if isinstance(one, Judgement)]
    write(as_lines(lines(one.row() for one in sound), output), output)
    click.echo(f"{len(sound)} judgements of {len({one.id for one in sound})} texts.", err=True)


def _refuse(what: str, problems: Sequence[Exception], total: int) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        click.echo(f"{len(problems)} of {total} {what} have a problem; nothing was written.", err=True)
        raise click.exceptions.Exit(INPUT_FAILED)


def _objections(place: Path, texts: Sequence[Path], annotator: str, reader: Reader | None, output: str | None) -> None:
    from newsgauge.article import Objection
    from newsgauge.errors import LabelsError
    from newsgauge.labels.objected import collect, objections_of
    from newsgauge.labels.texts import read_texts
    from newsgauge.objections import encode

    found = list(objections_of(place, read_texts(texts) if texts else None, annotator, reader))
    _refuse("objections", [one for one in found if isinstance(one, LabelsError)], len(found))
    sound = [one for one in found if isinstance(one, Objection)]
    if output is None or output == "-":
        write((encode(one) for one in sound), None)
        click.echo(f"{len(sound)} objections to findings in {len({one.text_sha256 for one in sound})} texts.", err=True)
        return
    standing, upheld = collect(Path(output), sound)
    click.echo(f"{len(sound)} objections; {standing} stand in {output}, {upheld} of them upheld.", err=True)


@click.command(
    "packet",
    epilog="\b\nExamples:\n  newsgauge labels packet texts/ --person ann --person ben --person cleo --out round/\n",
)
@click.argument("paths", nargs=-1, required=True, type=ANY, metavar="TEXTS...")
@click.option(
    "--person", "people", multiple=True, required=True, metavar="NAME", help="Who judges; repeatable, three or more."
)
@click.option("--exhaustive", type=FILE, help="File of names or ids of texts to mark exhaustively, one a line.")
@click.option("--seed", default=0, show_default=True, metavar="N", help="Seed of the orders.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="A new or empty folder.")
def packet(paths: tuple[Path, ...], people: tuple[str, ...], exhaustive: Path | None, seed: int, out: Path) -> None:
    """Make a packet for people: a page each that works from the disk and saves a file, the codebook, what to do.

    A page shows the texts in an order of its own, with no outlet, no file name and no opinion of the program.
    """
    from newsgauge.labels.codebook import codebook
    from newsgauge.labels.packet import packet as made
    from newsgauge.labels.texts import read_texts

    wrong = [person for person in people if not person.replace("-", "").replace("_", "").isalnum()]
    if wrong or len(set(people)) < len(people):
        raise click.UsageError(
            f"--person: expected different names of letters, digits, - and _, found {', '.join(people)}"
        )
    texts = read_texts(paths)
    wanted = _listed(exhaustive) if exhaustive else []
    ids = {texts.find(name, f"{exhaustive}:{number}").id for number, name in wanted}
    _fill(out, made(texts.all, codebook(), people, ids, seed))
    click.echo(f"{len(texts.all)} texts for {', '.join(people)} in {out}; start with {out / 'README.md'}", err=True)


def _listed(place: Path) -> list[tuple[int, str]]:
    found = enumerate(place.read_text("utf-8").splitlines(), 1)
    return [(number, line.strip()) for number, line in found if line.strip()]


def _fill(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files of a new folder; it appears whole or not at all."""
    import shutil

    from newsgauge.labels.rows import write_whole

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"--out {folder}: expected a new or empty folder")
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        for name, content in files.items():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(part / name, [content])
        if folder.exists():
            folder.rmdir()
        part.replace(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


COMMANDS = (export, import_, packet)
