"""Find a Chromium for the browser tests, or install one: the system's, Debian's package, Playwright's own.

Prints its path and writes it to .venv/chromium; prints nothing and exits with 1 when none can be had.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

MARK = Path(__file__).resolve().parent.parent / ".venv" / "chromium"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def system() -> str:
    """A browser that is installed."""
    named = os.environ.get("TREADLE_CHROMIUM", "")
    return named or next((path for name in NAMES if (path := shutil.which(name))), "")


def debian() -> str:
    """Debian's package, when this is Debian and we may install."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return ""
    subprocess.run(["apt-get", "update", "-qq"], check=False, capture_output=True)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-core"]
    subprocess.run(command, check=False, capture_output=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    return system()


def playwright() -> str:
    """Playwright's own download."""
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True, timeout=300)
    if done.returncode:
        return ""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as browsers:
        path = browsers.chromium.executable_path
    return path if Path(path).exists() else ""


def main() -> int:
    """Try each in turn."""
    for way in (system, debian, playwright):
        try:
            path = way()
        except Exception as error:  # noqa: BLE001 -- the next way may work
            print(f"{way.__name__}: {error}", file=sys.stderr)
            continue
        if path:
            MARK.write_text(path, encoding="utf-8")
            print(path)
            return 0
    MARK.unlink(missing_ok=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
