# make setup    an environment of its own in .venv, with the `ghatna` command
# make run      codes examples/ (or FILE=path-or-url) into ./ghatna-store and prints the events
# make test     everything that continuous integration runs
# make docs     the pages that show real output, anew
# make renew    after a change of rules: known faults, snapshots, floors and pages
#
# The first of these that is new enough; or make setup PYTHON=…
PYTHON ?= $(or $(shell for p in python3 python3.13 python3.12 python3.11; do \
  "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done),python3)
VENV   := .venv
BIN    := $(VENV)/bin
STORE  ?= ghatna-store
FILE   ?= examples
EVALUATION := $(wildcard ../shared/gold/*.jsonl ../shared/treebanks/*.conll*)
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup dev run test docs renew constraints clean

help:
	@sed -n 's/^# make /make /p' Makefile

setup: $(VENV)/.ready

dev: $(VENV)/.ready-dev

# A stamp is younger than what it was made from, so a second call has nothing to do.
$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "ghatna needs Python 3.11 or newer: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -q && \
	    apt-get install -qy --no-install-recommends python3-venv; } || \
	  { echo "ghatna needs Python's venv module (often the package python3-venv)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq -c constraints.txt -e .
	@$(BIN)/python -m compileall -q src/ghatna  # pip leaves that to the first run, which may not be allowed to write
	@touch $@
	@echo "Ready: $(BIN)/ghatna --help"

$(VENV)/.ready-dev: $(VENV)/.ready
	@$(BIN)/python -m pip install -qq -c constraints.txt -e '.[dev]'
	@touch $@

run: setup
	@$(BIN)/ghatna code "$(FILE)" --store $(STORE) --format table
	@echo
	@echo "Look further:  $(BIN)/ghatna events --store $(STORE) --type ASSAULT"
	@echo "               $(BIN)/ghatna show ID --store $(STORE)"
	@echo "               $(BIN)/ghatna explain 'भारत ने नेपाल को मदद दी।'"

test: dev
	$(BIN)/ruff format --check src tests scripts
	$(BIN)/ruff check src tests scripts
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/ghatna check --known tests/known_faults.txt
	$(BIN)/pytest -q
	$(BIN)/python scripts/moved.py
	$(BIN)/cog --check README.md docs/cli.md docs/stories.md

# Accuracy is measured where the evaluation data is; elsewhere its page stays as it is.
docs: dev
	$(BIN)/cog -r README.md docs/cli.md docs/stories.md
	$(BIN)/python scripts/run_notebook.py docs/relations.ipynb
	@if test -d ../shared/gold; then $(BIN)/cog -r docs/accuracy.md; fi

# Floors rise and the list of known faults shrinks; to let either go the other way, say so: make renew ALLOW=1
renew: dev
	$(BIN)/python scripts/known_faults.py $(if $(ALLOW),--allow-new)
	$(BIN)/pytest -q tests/test_stages.py --snapshot-update
	@for gold in tests/gold tests/aside tests/stories tests/gold/reference/*.jsonl $(EVALUATION); do test ! -e $$gold || \
	  $(BIN)/ghatna score $$gold --gate tests/gold/floor.json --update $(if $(ALLOW),--allow-regression) || exit 1; done
	@$(MAKE) --no-print-directory docs

constraints: dev
	@{ echo "# What continuous integration installs, exactly. Renew: make constraints"; \
	   $(BIN)/python -m pip freeze --all --exclude-editable --exclude pip --exclude setuptools; } > constraints.txt

clean:
	rm -rf $(VENV) $(STORE) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
