"""A browser for the journeys. Without one they are skipped by name; in CI that is a failure."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from world import PASSWORD

MARK = Path(__file__).resolve().parent.parent / ".venv" / "chromium"
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as tools/browser.py found it."""
    path = MARK.read_text(encoding="utf-8") if MARK.exists() else ""
    if not path or not Path(path).exists():
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium: run tools/browser.py")
        pytest.skip("no Chromium: run tools/browser.py")
    with sync_playwright() as engine:
        flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
        opened = engine.chromium.launch(executable_path=path, args=flags)
        yield opened
        opened.close()


Open = Callable[..., Page]


@pytest.fixture
def open_as(browser: Browser, live_server: Any) -> Iterator[Open]:
    """``open_as("dara", language="fr", script=False, width=360)`` gives a page, signed in unless the name is empty."""
    contexts: list[BrowserContext] = []

    def opened(who: str = "", *, language: str = "en", script: bool = True, width: int = 1280) -> Page:
        context = browser.new_context(
            base_url=live_server.url, locale=language, java_script_enabled=script, viewport={"width": width, "height": 800}
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        if who:
            page.goto(f"/accounts/login/?lang={language}")
            page.fill("[name=login]", f"{who}@example.org")
            page.fill("[name=password]", PASSWORD)
            page.locator("main form button[type=submit]").first.click()
            page.wait_for_url(lambda url: "login" not in url)
        return page

    yield opened
    for context in contexts:
        context.close()
