"""The ``treadle`` command. Each subcommand parses its words and calls a function of the domain that does the work."""

import argparse
import json
import os
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treadle.matching import Report
    from treadle.matching.index import State


def parser() -> argparse.ArgumentParser:
    """All subcommands."""
    top = argparse.ArgumentParser(prog="treadle", description="An open platform for industrial partnership.")
    sub = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = sub.add_parser("run", help="start everything: database, nomenclature, web server and worker")
    run.add_argument("--demo", action="store_true", help="fill an empty database with the demonstration network")
    worker = sub.add_parser("worker", help="run jobs")
    worker.add_argument("--once", action="store_true", help="run what is ready, then leave")
    worker.add_argument("--parent", type=int, help=argparse.SUPPRESS)
    sub.add_parser("demo", help="fill an empty database with the demonstration network")
    nomenclature = sub.add_parser("nomenclature", help="classifications on record")
    load = nomenclature.add_subparsers(dest="what", required=True).add_parser("load", help="read a publisher's own table")
    load.add_argument("system", choices=("cpv", "hs", "cpc", "ics", "isic", "icnptso", "ukcat"))
    load.add_argument("--from", dest="source", required=True, metavar="FILE_OR_URL")
    load.add_argument("--revision", default="", help="such as 2017 for HS or 5 for ISIC; default: the one in force")
    _classify(sub.add_parser("classify", help="codes for free text"))
    _match(sub.add_parser("match", help="match two spreadsheets: needs and a databank"))
    _import(sub.add_parser("import", help="bring a spreadsheet of organisations into the databank of a centre"))
    _duplicates(sub.add_parser("duplicates", help="records that may be of one body"))
    index = sub.add_parser("index", help="the index of organisations")
    index.add_argument("what", choices=("status", "rebuild"))
    learn = sub.add_parser("matching", help="learn weights from past cases, for the head of the network to decide on")
    learn.add_argument("what", choices=("learn",))
    learn.add_argument("--least", type=int, default=10, help="cases of a kind, from which it can teach; default 10")
    rates = sub.add_parser("rates", help="load rates of exchange, by which quotations in several currencies are compared")
    rates.add_argument("file", help="CSV: the day and a column for each currency, or date,currency,rate")
    rates.add_argument("--base", default="EUR", metavar="XXX", help="the currency of which one unit is meant; default EUR")
    sub.add_parser("check", help="check settings, database and data")
    admin = sub.add_parser("create-admin", help="make a login that keeps the installation")
    admin.add_argument("email")
    admin.add_argument("--name", default="Administrator")
    centre = sub.add_parser("create-centre", help="enter a centre and who works there")
    centre.add_argument("name")
    centre.add_argument("--sort", default="spx", choices=("spx", "itpo", "bin", "ncpc", "head"))
    centre.add_argument("--country", required=True, metavar="XX", help="ISO 3166-1, such as MA")
    centre.add_argument("--territory", default="", help="countries it serves, with commas; default: its own")
    centre.add_argument("--staff", action="append", default=[], metavar="EMAIL=POST", help="such as a@example.org=officer")
    manage = sub.add_parser("manage", help="Django's own commands, such as migrate")
    manage.add_argument("words", nargs=argparse.REMAINDER)
    return top


def _classify(command: argparse.ArgumentParser) -> None:
    command.add_argument("text", nargs="?", help="the text; or give --input")
    command.add_argument("--system", default="isic", help="isic, cpv, hs, or any classification that was loaded; default isic")
    command.add_argument("--lang", default="auto")
    command.add_argument("--top", type=int, default=10)
    command.add_argument("--json", action="store_true")
    command.add_argument("--input", metavar="FILE", help="CSV or XLSX with id, text and, if known, lang")
    command.add_argument("--out", metavar="FILE", help="CSV with id, rank, code, score")


def _match(command: argparse.ArgumentParser) -> None:
    command.add_argument("--needs", required=True, metavar="FILE", help="id, text and, if known, lang, country, codes and limits")
    command.add_argument("--databank", required=True, metavar="FILE", help="id, name, text and, if known, the same")
    command.add_argument("--top", type=int, default=20)
    command.add_argument("--out", required=True, metavar="FILE")
    command.add_argument("--explain", action="store_true", help="add the reasons, criterion by criterion")


def _import(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="CSV or XLSX")
    command.add_argument("--centre", required=True, help="its number, name or town, such as ACCRA")
    command.add_argument("--map", metavar="FILE", help="YAML with columns (header: column) and defaults (column: value)")
    command.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")
    command.add_argument("--as", dest="person", metavar="EMAIL", help="whose import it is; default: nobody's")
    command.add_argument("--out", metavar="FILE", help="CSV of all rows with what is wrong in them")


def _duplicates(command: argparse.ArgumentParser) -> None:
    what = command.add_subparsers(dest="what", required=True, metavar="WHAT")
    score = what.add_parser("score", help="say of pairs how likely both are of one body")
    score.add_argument("--pairs", required=True, metavar="FILE", help="name_a, name_b and, if known, lang_, address_ and country_iso2")
    score.add_argument("--out", required=True, metavar="FILE", help="the same with a column probability")
    find = what.add_parser("find", help="look through the whole databank by a model trained on it; likely pairs wait on the desk")
    find.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb")
    find.add_argument("--weights", action="store_true", help="print the weights of evidence that the model came to, in bits")


def main(argv: Sequence[str] | None = None) -> int:
    """Entry point; returns the exit status."""
    given = parser().parse_args(argv)
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
    print(f"{loaded.count} rates kept, of days from {loaded.first} to {loaded.last}")
    for fault in loaded.faults:
        print(f"  {fault}")
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
    "duplicates": _duplicates_run, "import": _import_run, "index": _index, "matching": _matching, "rates": _rates,
    "check": _check, "create-admin": _create_admin,
    "create-centre": _create_centre, "manage": _manage,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
