"""Small and deep: no function over 60 lines, no file over 450; no unfinished work."""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FUNCTION, LONGEST_FILE = 60, 450
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")


def faults_of(path: Path) -> list[str]:
    """What is too long in one file, or not finished."""
    text, name = path.read_text(encoding="utf-8"), path.relative_to(ROOT)
    lines = text.split("\n")
    data = "content" in path.parts
    found = [f"{name}: {len(lines)} lines"] if len(lines) > LONGEST_FILE and not data and "tests" not in path.parts else []
    found += [
        f"{name}:{number} {line.strip()[:80]}"
        for number, line in enumerate(lines, 1)
        if UNFINISHED.search(line) and path.name != "sizes.py"
    ]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                found.append(f"{name}:{node.lineno} {node.name}: {length} lines")
    return found


def main() -> int:
    """Print what is too large."""
    paths = [path for folder in ("src", "tests", "e2e", "tools", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    faults = [fault for path in paths if "migrations" not in path.parts for fault in faults_of(path)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
