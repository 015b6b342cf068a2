"""What only a real process shows: closed pipes, start-up cost, what is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

NEWSGAUGE = [sys.executable, "-m", "newsgauge"]


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    """`newsgauge schema | head -c 10` ends without a traceback, and not with an error."""
    errors = tmp_path / "stderr"
    with errors.open("wb") as stderr:
        process = subprocess.Popen([*NEWSGAUGE, "schema"], stdout=subprocess.PIPE, stderr=stderr)
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait(timeout=60) == 0
    assert errors.read_bytes() == b""


def test_version_and_help_import_no_core() -> None:
    """The group loads neither numpy nor the core, the readers, the writers or a command."""
    code = (
        "import sys\n"
        "from newsgauge.cli import program\n"
        "program.main(['--help'], standalone_mode=False)\n"
        "heavy = {'numpy', 'msgspec', 'newsgauge.core', 'newsgauge.readers', 'newsgauge.writers', 'newsgauge.report',"
        " 'newsgauge.cli.score', 'jinja2', 'importlib.metadata'}\n"
        "sys.exit(','.join(sorted(heavy & set(sys.modules))) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


def test_output_to_a_device_leaves_the_device() -> None:
    """--output to a device writes into it instead of replacing it by a file."""
    if not os.path.exists(os.devnull) or os.name != "posix":
        pytest.skip("needs a device file")
    subprocess.run([*NEWSGAUGE, "schema", "--output", os.devnull], check=True, timeout=60)
    assert not Path(os.devnull).is_file()
