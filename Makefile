# make setup    an environment of its own in .venv, with the `ghatna` command
# make run      codes examples/ (or FILE=path-or-url) into ./ghatna-store and prints the events
# make test     everything that continuous integration runs
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STORE  ?= ghatna-store
FILE   ?= examples
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup dev run test docs constraints clean

help:
	@sed -n 's/^# make /make /p' Makefile

setup: $(VENV)/.ready

dev: $(VENV)/.ready-dev

# A stamp is younger than what it was made from, so a second call has nothing to do.
$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "ghatna needs Python 3.11 or newer: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "ghatna needs Python's venv module (often the package python3-venv)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	@touch $@
	@echo "Ready: $(BIN)/ghatna --help"

$(VENV)/.ready-dev: $(VENV)/.ready
	@$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]'
	@touch $@

run: setup
	@$(BIN)/ghatna code "$(FILE)" --store $(STORE) --format table
	@echo
	@echo "Look further:  $(BIN)/ghatna events --store $(STORE) --type ASSAULT"
	@echo "               $(BIN)/ghatna show ID --store $(STORE)"
	@echo "               $(BIN)/ghatna explain 'भारत ने नेपाल को मदद दी।'"

test: dev
	$(BIN)/ruff format --check src tests
	$(BIN)/ruff check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/ghatna check
	$(BIN)/pytest -q
	$(BIN)/cog --check docs/cli.md

docs: dev
	$(BIN)/cog -r docs/cli.md

constraints: dev
	@{ echo "# What continuous integration installs, exactly. Renew: make constraints"; \
	   $(BIN)/python -m pip freeze --all --exclude-editable --exclude pip --exclude setuptools; } > constraints.txt

clean:
	rm -rf $(VENV) $(STORE) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
