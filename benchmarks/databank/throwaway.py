"""A database that is thrown away, for measuring: SQLite in a folder of its own, or the one that is named."""

import argparse
import os
import tempfile
from pathlib import Path


def told(doc: str, size: str, usual: int) -> argparse.Namespace:
    """What the command line says: how many, and on which database."""
    given = argparse.ArgumentParser(description=doc.split("\n")[0])
    given.add_argument(size, type=int, default=usual)
    given.add_argument("--database", default="")
    return given.parse_args()


def prepare(database: str) -> Path:
    """Set the product up on it; gives the folder that its files lie in."""
    folder = Path(tempfile.mkdtemp())
    os.environ.update(TREADLE_DEBUG="", TREADLE_SECRET_KEY="x" * 50, TREADLE_DATA=str(folder), TREADLE_DATABASE_URL=database)
    os.environ["DJANGO_SETTINGS_MODULE"] = "treadle.settings"
    import django

    django.setup()
    from treadle import run

    run.prepare_database()
    return folder
