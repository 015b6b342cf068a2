"""What follows from judgements: ``gold``, ``join``, ``keys``, ``agreement``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgauge.cli.labels.options import ANY, FILE, FOLDER, chooses, chosen, takes_judgements, texts_of, with_texts
from newsgauge.cli.output import as_lines, to_file, write

if TYPE_CHECKING:
    from newsgauge.labels.join import Joined
    from newsgauge.labels.judgement import Judgement
    from newsgauge.labels.keys import Key
    from newsgauge.labels.texts import Texts
    from newsgauge.metrics import Estimate


@click.command(
    "gold", epilog="\b\nExamples:\n  newsgauge labels gold ann.jsonl ben.jsonl --texts texts/ -o gold.jsonl\n"
)
@takes_judgements
@with_texts
@chooses
@to_file
def gold(
    files: tuple[Path, ...], texts: tuple[Path, ...], codebooks: tuple[str, ...], by: str | None, output: str | None
) -> None:
    """Derive gold: the mean of a text's judgements, one line per text.

    With --texts the lines hold the texts, and `newsgauge train` reads them. Human and machine-assisted judgements, and
    versions of the codebook, are mixed only on demand.
    """
    from newsgauge.labels.gold import gold_rows
    from newsgauge.labels.rows import lines

    known = texts_of(texts)
    write(as_lines(lines(gold_rows(chosen(files, known, codebooks, by), known)), output), output)


@click.command(
    "join",
    epilog="\b\nExamples:\n"
    "  newsgauge labels join labels/judgements.jsonl --keys labels/texts.jsonl --corpora corpora/ --codebook v1 -o gold.jsonl\n"
    "  newsgauge labels join labels/judgements.jsonl --keys labels/texts.jsonl --corpora corpora/ --folder joined/\n",
)
@takes_judgements
@click.option(
    "--keys", multiple=True, type=FILE, required=True, metavar="TEXTS.jsonl", help="Fingerprints of the texts."
)
@click.option(
    "--corpora", multiple=True, type=ANY, metavar="DIR|FILE", help="Normalised corpora, or texts; repeatable."
)
@click.option("--original", "originals", multiple=True, metavar="NAME=PATH", help="A corpus as downloaded; repeatable.")
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), help="Write texts and judgements there.")
@click.option("--missing", type=click.Path(dir_okay=False, path_type=Path), help="Write what wasn't found, and why.")
@chooses
@to_file
def join(
    files: tuple[Path, ...],
    keys: tuple[Path, ...],
    corpora: tuple[Path, ...],
    originals: tuple[str, ...],
    folder: Path | None,
    missing: Path | None,
    codebooks: tuple[str, ...],
    by: str | None,
    output: str | None,
) -> None:
    """Find the texts of judgements by their fingerprints and write what can be trained on.

    Title and text are joined and cut as the key says, and the SHA-256 is checked. --output gives gold with texts, one
    line each; --folder gives texts.jsonl and judgements.jsonl, which `newsgauge train --labels` reads.
    """
    from newsgauge.labels.gold import gold_rows
    from newsgauge.labels.keys import read_keys
    from newsgauge.labels.rows import lines, write_rows

    if not corpora and not originals:
        raise click.UsageError("name --corpora DIR|FILE or --original NAME=PATH, where the texts are to be found")
    if folder is None and output is None and missing is None:
        raise click.UsageError("name --output FILE for gold, --folder DIR for texts and judgements, or --missing FILE")
    known = read_keys(keys)
    judged = chosen(files, None, codebooks or _all_if(folder), by)
    found = _joined([key for key in known if key.id in {one.id for one in judged}], corpora, originals)
    _say(found)
    kept = {text.id: text for text in found.texts}
    judged = [one for one in judged if one.id in kept]
    if missing is not None:
        write_rows(missing, [{**one.key.row(), "reason": one.reason} for one in found.missing])
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        write_rows(folder / "texts.jsonl", (text.row() for text in found.texts))
        write_rows(folder / "judgements.jsonl", (one.row() for one in judged))
    if output is not None:
        write(as_lines(lines(gold_rows(judged, kept)), output), output)


def _all_if(folder: Path | None) -> tuple[str, ...]:
    """A folder keeps judgements as they are; only gold would mix them."""
    from newsgauge.cli.labels.options import VERSIONS

    return VERSIONS if folder is not None else ()


def _joined(keys: Sequence[Key], corpora: Sequence[Path], originals: Sequence[str]) -> Joined:
    from itertools import chain

    from newsgauge.evaluation.originals import read_original
    from newsgauge.labels.join import Source, join, sources

    found = [(Source(*row) for row in read_original(*_named(original))) for original in originals]
    return join(keys, chain(sources(corpora), *found))


def _named(original: str) -> tuple[str, Path]:
    name, equals, place = original.partition("=")
    if not equals or not Path(place).exists():
        raise click.UsageError(f"--original {original}: expected NAME=PATH with a folder or file that is there")
    return name, Path(place)


def _say(found: Joined) -> None:
    from collections import Counter

    from newsgauge.labels.manifest import manifest

    total = len(found.texts) + len(found.missing)
    other = f", {found.elsewhere} of them under another name" if found.elsewhere else ""
    click.echo(f"{len(found.texts)} of {total} texts found{other}.", err=True)
    corpora = manifest()
    for (name, reason), count in sorted(Counter((one.key.corpus, one.reason) for one in found.missing).items()):
        where = corpora[name].where if name in corpora else "not in labels/corpora.toml"
        click.echo(f"  {count:>4} missing from {name} ({reason}): {where}", err=True)


@click.command("keys", epilog="\b\nExamples:\n  newsgauge labels keys my_texts.jsonl -o texts.jsonl\n")
@click.argument("paths", nargs=-1, required=True, type=ANY, metavar="TEXTS...")
@to_file
def keys(paths: tuple[Path, ...], output: str | None) -> None:
    """Write what may be published of texts: corpus, id, how title and text are joined, length, SHA-256; no words."""
    from newsgauge.labels.keys import key_of_text
    from newsgauge.labels.rows import lines
    from newsgauge.labels.texts import read_texts

    write(as_lines(lines(key_of_text(text).row() for text in read_texts(paths).all), output), output)


@click.command("agreement", epilog="\b\nExamples:\n  newsgauge labels agreement ann.jsonl ben.jsonl --confusion\n")
@takes_judgements
@click.option("--confusion", is_flag=True, help="Show which values are confused.")
@click.option("--disagreements", type=click.Path(dir_okay=False, path_type=Path), help="Write what to adjudicate.")
@click.option("-f", "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@to_file
def agreement(
    files: tuple[Path, ...], confusion: bool, disagreements: Path | None, form: str, output: str | None
) -> None:
    """Show how annotators agree: alpha with intervals, pairs, leanings and drift, spans, what to adjudicate.

    Humans and machine-assisted annotators, and versions of the codebook, each have a part of their own; what they make
    of the same texts is compared at the end.
    """
    from newsgauge.labels.agreement import agreements, between
    from newsgauge.labels.agreement_page import as_json, page
    from newsgauge.labels.judgement import read_judgements
    from newsgauge.labels.rows import write_rows

    judged = read_judgements(files)
    found, shifts = agreements(judged), between(judged)
    if disagreements is not None:
        rows = [
            {"by": one.by, "codebook": one.codebook, **each._asdict()} for one in found for each in one.disagreements
        ]
        write_rows(disagreements, rows)
    whole = (
        [json.dumps(as_json(found, shifts), ensure_ascii=False, indent=1)]
        if form == "json"
        else page(found, shifts, confusion)
    )
    write(as_lines(whole, output), output)


@click.command("precision", epilog="\b\nExamples:\n  newsgauge labels precision ann.jsonl ben.jsonl --texts texts/\n")
@takes_judgements
@click.option("--texts", multiple=True, required=True, type=ANY, metavar="PATH", help="The texts; repeatable.")
@chooses
@to_file
def precision(
    files: tuple[Path, ...], texts: tuple[Path, ...], codebooks: tuple[str, ...], by: str | None, output: str | None
) -> None:
    """Measure the detectors against texts that were marked exhaustively: precision by family, recall by label.

    Judgements that aren't exhaustive are left out: what they don't mark is no negative.
    """
    from newsgauge.labels.judgement import one_codebook, one_kind, read_judgements
    from newsgauge.labels.texts import read_texts

    known = read_texts(texts)
    whole = read_judgements(files, known, lambda row: row.get("exhaustive") is True)
    write(as_lines(_precision(one_kind(one_codebook(whole, codebooks), by), known), output), output)


def _precision(judged: Sequence[Judgement], texts: Texts) -> Iterator[str]:
    from newsgauge.evaluation.exhaustive import exhaustive

    found = exhaustive(judged, texts)
    yield f"{found.texts} texts marked exhaustively by {', '.join(found.annotators)}"
    yield f"{'family':<16}{'findings':>9}{'marked by any':>25}{'marked by all':>25}"
    for family in found.precision:
        yield f"{family.family:<16}{family.findings:>9}{_share(family.by_any)}{_share(family.by_all)}"
    yield f"{'label':<16}{'spans':>9}{'found':>25}"
    for label in found.recall:
        yield f"{label.label:<16}{label.spans:>9}{_share(label.found)}"


def _share(one: Estimate) -> str:
    return f"{f'{one.value:.2f} ({one.low:.2f} to {one.high:.2f})':>25}"


@click.command("corpora", epilog="\b\nExamples:\n  newsgauge labels corpora --check corpora/\n")
@click.option("--check", type=FOLDER, metavar="DIR", help="Compare the normalised files there with the manifest.")
@to_file
def corpora(check: Path | None, output: str | None) -> None:
    """List the public corpora behind labels and tables: what, where to get it, licence, split."""
    write(as_lines(_corpora(check), output), output)


def _corpora(check: Path | None) -> Iterator[str]:
    from newsgauge.labels.manifest import compared, manifest

    said = {corpus.name: words for corpus, words in compared(check)} if check is not None else {}
    for corpus in manifest().values():
        yield f"{corpus.name}: {corpus.what}"
        yield f"  from {corpus.where}; licence: {corpus.licence}; split {corpus.split}"
        yield f"  original download: {_loader(corpus.name)}"
        if check is not None:
            yield f"  {said[corpus.name]}"


def _loader(name: str) -> str:
    from newsgauge.evaluation.originals import ARTICLES, TASKS

    if name in ARTICLES:
        return f"read by labels join --original {name}=PATH"
    return f"read by evaluate from a folder {name}/ among the corpora" if name in TASKS else "no loader"


COMMANDS = (gold, join, keys, agreement, precision, corpora)
