"""Cleaning what people type or paste, and drawing their long texts."""

import unicodedata

import nh3
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext
from markdown_it import MarkdownIt

# Bidirectional isolates and marks are kept (Arabic with Latin inside needs them); overrides and embeddings are not.
_KEPT = {"\n", "\t", "\u200c", "\u200d", "\u200e", "\u200f", "\u2066", "\u2067", "\u2068", "\u2069"}
_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False})
_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "a"}


def clean_text(text: str) -> str:
    """Composed, with one kind of line end and without control characters; isolates are closed where left open."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(char for char in text if char in _KEPT or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co"})
    opened = sum(kept.count(char) for char in "\u2066\u2067\u2068") - kept.count("\u2069")
    return (kept + "\u2069" * max(opened, 0)).strip()


def clean_line(text: str) -> str:
    """:func:`clean_text` on one line with single spaces."""
    return " ".join(clean_text(text).split())


def drawn(text: str) -> SafeString:
    """Markdown as safe HTML: no images, no scripts, no style; links do not pass on rank."""
    html = nh3.clean(_markdown.render(text), tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"})
    return mark_safe(html)  # noqa: S308 -- cleaned on the line above


def comma() -> str:
    """What stands between items of a list in the active language."""
    return pgettext("between items of a list", ", ")
