"""The ``treadle`` command. Each subcommand parses its words and calls a function of the domain that does the work."""

import argparse
import json
import os
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import arguments

if TYPE_CHECKING:
    from treadle.matching import Report
    from treadle.matching.index import State


def main(argv: Sequence[str] | None = None) -> int:
    """Entry point; returns the exit status."""
    given = arguments.parser().parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "treadle.settings")
    try:
        _defaults(given)
        import django

        django.setup()
        return COMMANDS[given.command](given) or 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("TREADLE_DEBUG"):
            raise
        print(f"treadle: {error}", file=sys.stderr)
        return 1


def data_folder() -> Path:
    """Where the database, files and mail lie."""
    return Path(os.environ.get("TREADLE_DATA", "var")).resolve()


def _defaults(given: argparse.Namespace) -> None:
    """Make the folder; for a demonstration and for commands at a desk, keep a secret key in it."""
    folder = data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".writable").touch()
    except OSError as error:
        raise SystemExit(f"treadle: cannot write to {folder}: {error.strerror}. Set TREADLE_DATA to a folder you may write to.") from None
    key = folder / "secret-key"
    own = any(os.environ.get(name) for name in ("TREADLE_SECRET_KEY", "TREADLE_SECRET_KEY_FILE", "TREADLE_DEBUG"))
    demo = getattr(given, "demo", False) or given.command in {"demo", "match", "classify", "import", "duplicates"}
    if not own and (demo or key.exists()):
        if not key.exists():
            key.touch(mode=0o600)
            key.write_text(secrets.token_urlsafe(50), encoding="utf-8")
        os.environ["TREADLE_SECRET_KEY_FILE"] = str(key)


def _run(given: argparse.Namespace) -> int:
    from treadle.run import run

    return run(demo=given.demo)


def _worker(given: argparse.Namespace) -> int:
    from treadle.kit import jobs
    from treadle.kit.worker import Worker

    if given.once:
        jobs.recover()
        jobs.enqueue_due()
        print(f"{jobs.run_all()} jobs run")
        return 0
    Worker(given.parent).run()
    return 0


def _demo(given: argparse.Namespace) -> int:
    from treadle import run
    from treadle.demo import build

    run.prepare_database()
    build.build(print)
    run.print_logins()
    return 0


def _nomenclature(given: argparse.Namespace) -> int:
    from treadle import run
    from treadle.nomenclature import loading, publishers
    from treadle.nomenclature.publishers import tables
    from treadle.nomenclature.systems import resolve

    run.prepare_database()
    known = resolve(given.system, given.revision)
    print(f"Reading {given.source}")
    rows = publishers.rows(given.system, tables.read(given.source))
    report = loading.load(known, rows)
    print(report)
    for problem in report.problems[:20]:
        print(f"  {problem}")
    return 0


def _classify_run(given: argparse.Namespace) -> int:
    from treadle import run
    from treadle.matching import classify_file
    from treadle.nomenclature.suggest import codes_on_record, engine_name, reader, suggest, unsettled
    from treadle.nomenclature.systems import BY_KEY, resolve

    run.prepare_database()
    try:
        known = resolve(given.system)
    except KeyError:
        raise SystemExit(f"treadle: no classification is called {given.system}; known: {', '.join(BY_KEY)}") from None
    if not codes_on_record(given.system):
        raise SystemExit(f"treadle: no codes of {known.name} are on record; see treadle nomenclature load")
    if given.input:
        if not given.out:
            raise SystemExit("treadle: --input needs --out, the file to write")
        system = engine_name(known.key)
        report = classify_file(given.input, given.out, reader(given.system), system=system, lang=given.lang, top=given.top)
        return _report(report, given.out)
    if not given.text:
        raise SystemExit("treadle: give a text, or --input FILE --out OUT")
    found = suggest(given.text, given.system, lang=given.lang, top=given.top)
    if given.json:
        print(
            json.dumps([{"code": each.code.code, "score": round(each.score, 4), "lang": each.lang} for each in found], ensure_ascii=False)
        )
    else:
        for each in found:
            print(f"{each.code.code}\t{each.score:.3f}\t{', '.join(each.words)}")
        if between := unsettled(given.text, given.system):
            print("The text does not say which of these is meant:", file=sys.stderr)
            for code in between:
                print(f"  {code.code}\t{code.labels}", file=sys.stderr)
    return 0


def _match_run(given: argparse.Namespace) -> int:
    from treadle import run
    from treadle.matching import match_files
    from treadle.nomenclature.suggest import labels

    run.prepare_database()
    bridge = [label for family in ("cpv", "isic") for label in labels(family)]
    report = match_files(given.needs, given.databank, given.out, top=given.top, explain=given.explain, labels=bridge, progress=_progress)
    return _report(report, given.out)


def _import_run(given: argparse.Namespace) -> int:
    from treadle import run
    from treadle.directory.imports.command import import_file

    run.prepare_database()
    return import_file(
        Path(given.file), given.centre, map_file=given.map, dry_run=given.dry_run, email=given.person, out=given.out, progress=_progress
    )  # fmt: skip


def _duplicates_run(given: argparse.Namespace) -> int:
    if given.what == "find":
        return _find_duplicates(given)
    from treadle.matching.sameness import score_pairs

    written, faults = score_pairs(given.pairs, given.out, _progress)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{written} pairs written to {given.out}")
    return 0 if written else 2


def _find_duplicates(given: argparse.Namespace) -> int:
    from treadle import run
    from treadle.directory.merging import linkage

    run.prepare_database()
    try:
        done = linkage.look_through(by=None, engine=given.engine)
    except ImportError as error:
        raise SystemExit(f"treadle: {error.name} is not installed; pip install 'treadle[spark]' brings it.") from None
    clusters = len(done.found.clusters)
    print(f"{done.records} records: {done.pairs} likely pairs, {clusters} clusters, {done.new} pairs new to the desk")
    if given.weights:
        for field, (agrees, differs) in done.found.weights.fields.items():
            print(f"  {field:12} {agrees:+7.2f} where it agrees {differs:+7.2f} where it differs")
        for field, steps in done.found.levels.items():
            for step, bits in steps.items():
                print(f"  {field:12} {bits:+7.2f}  {step}")
    return 0


def _matching(given: argparse.Namespace) -> int:
    from treadle import run
    from treadle.exchange import actions, learning

    run.prepare_database()
    for kind, cases, lesson in learning.lessons(given.least):
        if lesson is None:
            print(f"{kind:14} {cases} cases: too few to learn from")
            continue
        judged = f"{100 * lesson.right_before:.0f} % of {lesson.pairs} pairs right before, {100 * lesson.right_after:.0f} % after"
        if lesson.helps:
            actions.propose_weights(by=None, kind=kind, lesson=lesson)
        print(f"{kind:14} {cases} cases: {judged}, on cases kept back; {'proposed' if lesson.helps else 'no better: nothing proposed'}")
    return 0


def _rates(given: argparse.Namespace) -> int:
    from treadle import run
    from treadle.exchange import actions

    run.prepare_database()
    with open(given.file, encoding="utf-8-sig") as handle:
        loaded = actions.load_rates(by=None, lines=handle, base=given.base.upper())
    print("\n  ".join([f"{loaded.count} rates kept, of days from {loaded.first} to {loaded.last}", *loaded.faults]))
    return 0


def _index(given: argparse.Namespace) -> int:
    from treadle import run
    from treadle.directory import indexing
    from treadle.matching.index import IndexFault

    run.prepare_database()
    if given.what == "rebuild":
        try:
            print(_index_line(indexing.rebuild(_progress)))
        except (IndexFault, OSError) as fault:
            raise SystemExit(f"treadle: {fault} What was there is still in use.") from fault
        return 0
    found = indexing.status()
    print(f"{found.records} organisations, change {found.newest} of the database")
    if found.index is not None:
        print(_index_line(found.index) + f"; {found.newest - found.index.sequence} changes behind")
    elif found.fault:
        print(f"{found.fault} Run: treadle index rebuild")
    elif not found.wanted:
        print("Kept in memory; an index is made from TREADLE_INDEX_FROM organisations on.")
    else:
        print("No index yet; a worker makes it" + ("." if found.installed else ", inside the database: tantivy is not installed."))
    return 0


def _index_line(state: "State") -> str:
    where = f"{state.bytes / 1e6:.1f} MB on disk" if state.bytes else "inside the database"
    return f"Index of {state.entries} organisations, {where}, version {state.version}, up to change {state.sequence}"


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() or done == total:
        print(f"\r{done} of {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _report(report: "Report", out: str) -> int:
    """Say what was written and which rows need another look; 2 when nothing could be used."""
    for fault in report.faults[:50]:
        print(fault, file=sys.stderr)
    if len(report.faults) > 50:
        print(f"… and {len(report.faults) - 50} more", file=sys.stderr)
    print(f"{report.written} lines written to {out}; {len(report.faults)} faults")
    return 0 if report.written else 2


def _check(given: argparse.Namespace) -> int:
    from treadle.check import check

    return check()


def _create_admin(given: argparse.Namespace) -> int:
    import getpass

    from allauth.account.models import EmailAddress

    from treadle import run
    from treadle.directory.models import Person

    run.prepare_database()
    password = os.environ.get("TREADLE_ADMIN_PASSWORD") or getpass.getpass("Password (at least 10 characters): ")
    if len(password) < 10:
        raise SystemExit("treadle: the password needs at least 10 characters")
    if Person.objects.filter(email=given.email.lower()).exists():
        raise SystemExit(f"treadle: {given.email} has a login already")
    person = Person.objects.create_superuser(given.email, password, name=given.name)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    print(f"{person.email} can sign in now")
    return 0


def _create_centre(given: argparse.Namespace) -> int:
    from treadle import run
    from treadle.directory import centres
    from treadle.directory.models import Person, Staff

    run.prepare_database()
    wanted = [pair.rpartition("=") for pair in given.staff]
    for email, _sign, post in wanted:
        if post not in Staff.Role.values or not Person.objects.filter(email=email.lower()).exists():
            posts = ", ".join(Staff.Role.values)
            raise SystemExit(f"treadle: --staff {email}={post}: the person must have a login, and the post be one of {posts}")
    territory = [code.strip().upper() for code in given.territory.split(",") if code.strip()]
    centre = centres.open_centre(by=None, name=given.name, sort=given.sort, country=given.country.upper(), territory=territory)
    for email, _sign, post in wanted:
        centres.appoint(by=None, person=Person.objects.get(email=email.lower()), centre=centre, role=post)
    print(f"{centre} serves {', '.join(centre.territory.values_list('iso2', flat=True))}; staff: {centre.staff.count()}")
    return 0


def _manage(given: argparse.Namespace) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["treadle manage", *given.words])
    return 0


COMMANDS = {
    "run": _run, "worker": _worker, "demo": _demo, "nomenclature": _nomenclature, "classify": _classify_run, "match": _match_run,
    "duplicates": _duplicates_run, "import": _import_run, "index": _index, "matching": _matching, "rates": _rates, "check": _check,
    "create-admin": _create_admin, "create-centre": _create_centre, "manage": _manage,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
