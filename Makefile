# Two commands for everybody: `make build` makes every paper, `make test` tries the code. The rest is for those who work on it.
PYTHON := .venv/bin/python
UV_VERSION := 0.13.9
JOBS ?= 2
ARGS ?=
PROOF ?= long

.PHONY: build test check lint types floors judges bench wheel licences audit proof mutation fresh lock clean

build: .venv/.run
	.venv/bin/reporting build $(ARGS)

test: .venv/.dev
	$(PYTHON) -m pytest -n $(JOBS) --ignore=tests/judges --ignore=tests/proof $(ARGS)

# `make -k check` goes on after the first that finds something.
check: lint types floors

lint: .venv/.dev
	.venv/bin/ruff check --output-format concise
	.venv/bin/ruff format --check

types: .venv/.dev
	.venv/bin/mypy

floors: .venv/.dev
	.venv/bin/lint-imports --no-logo

# The judges of others: veraPDF, pandoc, LibreOffice and their like. Installs them where it may.
judges: .venv/.judges
	REPORTING_JUDGES=require $(PYTHON) -m pytest tests/judges $(ARGS)

bench: .venv/.dev
	for bench in tests/bench/bench_*.py; do $(PYTHON) -m tests.bench.$$(basename $$bench .py) $(ARGS) || exit; done

wheel: .venv/.run
	rm -rf dist
	.venv/bin/hatchling build -t wheel -d dist
	$(PYTHON) .ci/supply.py sbom dist/sbom.cdx.json

# Which packages papers are made with, and under which licences; .ci/run checks that the page is current.
licences: .venv/.run
	$(PYTHON) .ci/supply.py licences

# Whether anything is known of their faults. Ends with 3 where the advisory service is out of reach.
audit: .venv/.run
	.ci/audit

# What the tests try some hundred times, tried ten thousand times. Takes hours; a few minutes with PROOF=short.
proof: .venv/.dev
	PROOF=$(PROOF) $(PYTHON) -m pytest tests/proof -n $(JOBS) --dist worksteal $(ARGS)

# Changes the code, one small thing at a time, and counts which changes the tests notice. Takes an hour.
mutation: .venv/.dev
	$(PYTHON) -m tests.mutation $(ARGS)

# As root: a bare Debian in a folder of its own, a fresh clone, and the two commands above.
fresh:
	.ci/fresh $(ARGS)

# The largest set first, so that the smaller ones take the same versions.
lock: .venv/.run
	$(PYTHON) -m pip install --quiet --only-binary :all: uv==$(UV_VERSION)
	.ci/lock

clean:
	rm -rf .venv dist

.venv/.%: .ci/install pyproject.toml requirements/%.txt
	.ci/install $*
