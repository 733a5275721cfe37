"""Templates: every one compiles, none has inline style or script, and no text is left untranslatable."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "src" / "treadle"
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=", re.IGNORECASE)
CODE = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
TAGS = re.compile(r"<svg.*?</svg>|<[^>]*>|&\w+;", re.DOTALL)
BLOCKS = re.compile(r"{% blocktranslate.*?endblocktranslate %}|{% comment.*?endcomment %}", re.DOTALL)
# An id or a version is for machines: without |unlocalize it would get a thousands separator, and nobody would find it again.
LOCALIZED = re.compile(r"{{ (?:[a-z_]+\.)*(?:pk|version|(?!country_|auto_)[a-z]+_id) }}")
WORD = re.compile(r"[A-Za-z]{3,}")
KNOWN = {"Treadle", "CSV", "XLSX", "Atom", "doctype", "html"}
UNCHECKED = {"500.html", "mail.html", "mail.txt"}  # 500 speaks all languages at once; mail programs know inline style only


def faults_of(path: Path) -> list[str]:
    """What is wrong in one template."""
    text, name = path.read_text(encoding="utf-8"), str(path.relative_to(ROOT))
    if path.name in UNCHECKED:
        return []
    plain = CODE.sub("", BLOCKS.sub(" ", text))
    faults = [f"{name}: inline style or script: {match[0]}" for match in INLINE.finditer(plain)]
    faults += [f"{name}: {match[0]} needs |unlocalize" for match in LOCALIZED.finditer(text)]
    bare = TAGS.sub(" ", plain)
    words = set(WORD.findall(bare)) - KNOWN
    return faults + ([f"{name}: not translatable: {', '.join(sorted(words))}"] if words else [])


def compile_all(paths: list[Path]) -> list[str]:
    """Templates that Django cannot read."""
    import os

    import django
    from django.template import TemplateSyntaxError
    from django.template.loader import get_template

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "treadle.settings")
    django.setup()
    faults = []
    for path in paths:
        name = str(path).split("/templates/", 1)[1]
        try:
            get_template(name)
        except TemplateSyntaxError as error:
            faults.append(f"{name}: {error}")
    return faults


def main() -> int:
    """Print what is wrong."""
    paths = [path for path in ROOT.rglob("templates/**/*") if path.is_file()]
    faults = [fault for path in paths for fault in faults_of(path)] + compile_all(paths)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
