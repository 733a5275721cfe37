"""Translations: ``compile`` makes the binary catalogues; ``check`` fails on what is missing, fuzzy, or has other places.

Uses Babel, so that a fresh machine needs no GNU gettext; where xgettext is there, ``check`` also sees whether strings of the
code are missing in the catalogues.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "src" / "treadle" / "locale"
PLACE = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%%")


def catalogues() -> list[Path]:
    """The shipped catalogues."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def compile_all() -> None:
    """Write a .mo beside each .po that is newer."""
    for path in catalogues():
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        with path.open("rb") as handle:
            catalogue = read_po(handle)
        with target.open("wb") as handle:
            write_mo(handle, catalogue)


def faults_of(path: Path) -> list[str]:
    """What is wrong in one catalogue."""
    lang, faults = path.parent.parent.name, []
    with path.open("rb") as handle:
        catalogue = read_po(handle)
    for message in catalogue:
        if not message.id:
            continue
        source = message.id if isinstance(message.id, str) else message.id[-1]
        texts = [message.string] if isinstance(message.string, str) else list(message.string)
        if message.fuzzy or not all(texts):
            faults.append(f"{lang}: not translated: {source[:70]!r}")
        elif set(PLACE.findall(source)) != set(PLACE.findall(texts[-1])):
            faults.append(f"{lang}: other places than the source: {source[:70]!r}")
    return faults


def stale() -> list[str]:
    """Strings of the code that a catalogue lacks; nothing when xgettext is not installed."""
    if not shutil.which("xgettext"):
        return []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "treadle"
        shutil.copytree(ROOT / "src" / "treadle", copy, ignore=shutil.ignore_patterns("__pycache__", "data", "content"))
        command = [
            sys.executable,
            "-m",
            "django",
            "makemessages",
            "-a",
            "--no-location",
            "--no-wrap",
            "--settings",
            "django.conf.global_settings",
        ]
        subprocess.run(command, cwd=copy, check=True, capture_output=True)
        found = []
        for path in catalogues():
            fresh = copy / path.relative_to(ROOT / "src" / "treadle")
            with fresh.open("rb") as new, path.open("rb") as old:
                ids = {message.id for message in read_po(new) if message.id} - {message.id for message in read_po(old)}
            found += [f"{path.parent.parent.name}: not in the catalogue (make messages): {id!r}" for id in ids]
        return found


def check() -> int:
    """Print what is wrong; 0 when nothing is."""
    faults = [fault for path in catalogues() for fault in faults_of(path)] + stale()
    for fault in faults[:60]:
        print(fault)
    print(f"translations: {len(catalogues())} languages, {len(faults)} faults")
    return 1 if faults or not catalogues() else 0


if __name__ == "__main__":
    sys.exit(check() if sys.argv[1:] == ["check"] else compile_all())
