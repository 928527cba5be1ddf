# The two commands of the README, each with all its own set-up: `make exports` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: exports test check format lint types docs bench stability clean

exports: $(VENV)/installed
	$(BIN)/dinkit build

test: $(VENV)/installed-for-development
	$(BIN)/python -m pytest -q -n 2

check: lint types test

lint: $(VENV)/installed-for-development
	$(BIN)/ruff format --check src tests benchmarks docs
	$(BIN)/ruff check src tests benchmarks docs

types: $(VENV)/installed-for-development
	$(BIN)/mypy

format: $(VENV)/installed-for-development
	$(BIN)/ruff check --fix src tests benchmarks docs
	$(BIN)/ruff format src tests benchmarks docs

docs: $(VENV)/installed-for-development
	$(BIN)/python docs/generate.py

bench: $(VENV)/installed-for-development
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/validate.py

# Half an hour on one processor: it draws some five thousand pictures.
stability: $(VENV)/installed-for-development
	$(BIN)/python benchmarks/stability.py

clean:
	rm -rf $(VENV)

# pip reads the exact versions from the lock file, and what is needed at all from pyproject.toml.
$(VENV)/installed: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("dinkit needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	touch $@

$(VENV)/installed-for-development: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev]'
	touch $@
