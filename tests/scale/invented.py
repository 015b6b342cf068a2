"""Articles nobody wrote, as many as wanted, in every form a large run reads; nothing here starts a process."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PLACES = ("Harrowmere", "Brackwater", "Tansley", "Orchard Quay", "Nether Vale")


def article(number: int, sentences: int = 3) -> dict[str, Any]:
    """One short report; no two are alike."""
    place = PLACES[number % len(PLACES)]
    text = f"Officials in {place} said on Monday that bridge {number} would stay closed. "
    more = (
        f"“It is bridge {number + at},” said Mayor Ann Vale, who called the delay outrageous. "
        for at in range(sentences)
    )
    return {
        "id": f"a{number:05}",
        "title": f"Bridge {number} stays closed",
        "text": text + "".join(more),
        "url": f"https://www.paper{number % 3}.example/{number}",
        "date": f"2026-03-{1 + number % 28:02}",
    }


def lines(count: int, first: int = 0) -> bytes:
    return b"".join(json.dumps(article(first + at)).encode() + b"\n" for at in range(count))


def jsonl(path: Path, count: int) -> Path:
    path.write_bytes(lines(count))
    return path


def page(number: int) -> bytes:
    """An HTML page around an article."""
    one = article(number, 12)
    paragraphs = "".join(f"<p>{part}.</p>" for part in one["text"].split(". "))
    return (
        f"<html><head><title>{one['title']} | The Paper</title>"
        f'<meta property="article:published_time" content="{one["date"]}T06:00:00Z"><meta name="author" content="Tamsin Quill"></head>'
        f"<body><nav><a href='/a'>Home</a></nav><article><h1>{one['title']}</h1>{paragraphs}</article>"
        "<footer>Terms</footer></body></html>"
    ).encode()


def response(number: int, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """A WARC record of one HTTP response."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Target-URI: https://www.paper.example/{number}\r\nWARC-Date: 2026-03-04T05:06:07Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc_gz(path: Path, numbers: Sequence[int]) -> Path:
    path.write_bytes(b"".join(gzip.compress(response(number, page(number))) for number in numbers))
    return path


def parquet(path: Path, count: int, group: int) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist([article(at) for at in range(count)]), path, row_group_size=group)
    return path


def csv(path: Path, count: int) -> Path:
    import csv as tables

    sink = io.StringIO()
    writer = tables.DictWriter(sink, list(article(0)))
    writer.writeheader()
    writer.writerows({**article(at), "text": article(at)["text"] + "\nA second line."} for at in range(count))
    path.write_text(sink.getvalue(), encoding="utf-8")
    return path
