"""What the command `treadle` understands."""

import argparse


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
    rates = sub.add_parser("rates", help="load rates of exchange from CSV: the day and a column for each currency, or date,currency,rate")
    rates.add_argument("file")
    rates.add_argument("--base", default="EUR", metavar="CUR", help="of which one unit is meant; default EUR")
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
