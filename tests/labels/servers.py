"""Labelling tools as they are, started on loopback: JSON over HTTP, a free port, a folder that goes away."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any


class Site:
    """A server, spoken to in JSON; cookies are kept."""

    def __init__(self, address: str, headers: Mapping[str, str]) -> None:
        self.address, self.headers, self.jar = address, dict(headers), CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.jar)
        )

    def send(self, method: str, path: str, body: bytes | None, kind: str) -> bytes:
        token = next((cookie.value or "" for cookie in self.jar if cookie.name == "csrftoken"), "")
        headers = {**self.headers, "Content-Type": kind, "X-CSRFToken": token, "Referer": self.address}
        request = urllib.request.Request(f"{self.address}{path}", body, headers, method=method)
        try:
            with self._opener.open(request, timeout=120) as answer:
                content: bytes = answer.read()
                return content
        except urllib.error.HTTPError as problem:
            raise AssertionError(f"{method} {path}: {problem.code} {problem.read()[:500]!r}") from problem

    def call(self, method: str, path: str, body: Any = None) -> Any:
        sent = None if body is None else json.dumps(body).encode()
        return json.loads(self.send(method, path, sent, "application/json") or b"null")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def running(command: Sequence[str | Path], folder: Path, env: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process that ends with the block, its output in a file of the folder."""
    with (folder / f"{Path(command[1]).name}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **env}, stdout=log, stderr=log)
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait_for(site: Site, path: str, process: subprocess.Popen[bytes], seconds: float = 300) -> None:
    """Until the server answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended"
        with suppress(OSError, AssertionError):
            site.send("GET", path, None, "text/plain")
            return
        time.sleep(1)
    raise AssertionError(f"no answer in {seconds:.0f} seconds")
