# Each target is a line or two; tools/ holds the rest. TREADLE_PORT and TREADLE_DATA are honoured everywhere.
.DEFAULT_GOAL := help
.PHONY: help setup run test test-spark check e2e benchmark lock messages

help: ## say what there is
	@grep -E '^[a-z0-9]+:.*##' Makefile | sed -E 's/^([a-z0-9]+):.*## /  make \1\t/' | expand -t 20

setup: ## make .venv with everything locked; the command is then .venv/bin/treadle
	@sh tools/setup.sh

run: ## start the platform with its demonstration network
	@sh tools/setup.sh base && exec .venv/bin/treadle run --demo

test: ## all tests: SQLite, then PostgreSQL where TREADLE_TEST_POSTGRES names one
	@sh tools/setup.sh && sh tools/test.sh

check: ## formatting, lint, types, import contracts, templates, translations, migrations
	@sh tools/setup.sh && sh tools/check.sh

e2e: ## only the journeys in the browser
	@sh tools/setup.sh && .venv/bin/python tools/browser.py && .venv/bin/pytest e2e

test-spark: ## that the linkage of databanks gives the same on Spark as on DuckDB (installs the extra; needs Java 17)
	@sh tools/setup.sh && .venv/bin/uv pip install --quiet --python .venv/bin/python -r requirements/spark.txt && .venv/bin/pytest -m spark -n 0

benchmark: ## measure matching against plain BM25: make benchmark SET=folder
	@sh tools/setup.sh && .venv/bin/python benchmarks/matching/retrieval.py $(SET)

lock: ## write the locks anew from pyproject.toml
	@sh tools/setup.sh && sh tools/lock.sh

messages: ## gather the strings to be translated (needs GNU gettext)
	@sh tools/setup.sh && cd src/treadle && TREADLE_DEBUG=1 ../../.venv/bin/django-admin makemessages --settings treadle.settings -a --no-location --no-wrap
