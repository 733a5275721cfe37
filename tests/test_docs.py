"""The documentation is true: settings, commands, roles, kinds, jobs, ladders and states are in it, and links lead somewhere."""

import re
from pathlib import Path

import pytest

from treadle import cli
from treadle.exchange import flow
from treadle.exchange.kinds import all_kinds
from treadle.kit import clock, jobs, policy

ROOT = Path(__file__).resolve().parent.parent
RUNNING = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")


def test_every_setting_is_documented() -> None:
    source = (ROOT / "src" / "treadle" / "settings.py").read_text(encoding="utf-8")
    names = {f"TREADLE_{name}" for name in re.findall(r"env(?:_bool|_list)?\(\s*\"([A-Z_]+)\"", source)}
    assert sorted(name for name in names if f"`{name}`" not in RUNNING) == []


def test_every_command_is_documented() -> None:
    assert [name for name in cli.COMMANDS if f"`treadle {name}" not in RUNNING] == []


def test_every_job_is_documented() -> None:
    ours = [job.name for job in jobs.jobs() if ".tests." not in job.name]
    assert [name for name in ours if name not in RUNNING] == []


def test_every_role_kind_and_ladder_is_documented() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    text += (ROOT / "src" / "treadle" / "exchange" / "README.md").read_text(encoding="utf-8")
    names = (
        [role.key for role in policy.roles()] + [kind.key for kind in all_kinds()] + [each.key.split(".")[1] for each in clock.ladders()]
    )
    assert [name for name in names if not re.search(rf"\b{name}\b", text)] == []


def test_the_states_in_the_readme_are_those_of_the_code() -> None:
    text = (ROOT / "src" / "treadle" / "exchange" / "README.md").read_text(encoding="utf-8")
    tables = (flow.LISTING, flow.ENQUIRY, flow.INVITATION, flow.INTRODUCTION, flow.REFERRAL, flow.AWARD)
    assert [flow.diagram(moves) in text for moves in tables] == [True] * 6


def test_every_package_has_its_readme() -> None:
    packages = [path.parent for path in (ROOT / "src" / "treadle").glob("*/__init__.py")]
    without = [path.name for path in packages if not (path / "README.md").exists() and path.name not in {"tests"}]
    assert without == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/start-here.md", "docs/architecture.md", "docs/running.md"])
def test_links_lead_somewhere(name: str) -> None:
    path = ROOT / name
    targets = re.findall(r"\]\(([^)#]+?)\)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if "://" not in target and not (path.parent / target).exists()] == []
