# `make help` lists every task.
PYTHON ?= python3
VENV := .venv
WORDS := resources/translations
RUN := $(VENV)/bin/python
ARGS ?=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run test lint bench campaign screenshots installer manual shape keys words lock resolve clean

help:  ## list every task
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/ready $(VENV)/fonts-cut translations  ## prepare .venv, fonts and words, start nothing

run: setup  ## open the program; without a display, do the same job into build/demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(RUN) -m app $(ARGS); \
	else exec $(RUN) -m app.startup.demonstration build/demo; fi

test: setup $(VENV)/test-packages  ## do all the set-up and pass every test
	$(RUN) -m pytest -q -n 2 $(ARGS)

lint: setup  ## style, layers and types alone (they are among the tests, too)
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(VENV)/bin/lint-imports --no-cache
	$(RUN) -m mypy

bench: setup $(VENV)/test-packages  ## measure; print each figure beside its floor, as JSON
	@$(RUN) -m tests.bench $(ARGS)

campaign: setup $(VENV)/test-packages  ## 500 kills while it saves, on both engines; a million broken files a format
	@$(RUN) -m tests.harness.campaign --kills 500 $(ARGS)

screenshots: setup  ## make the pictures of the readme from example data
	$(RUN) -m tests.screenshots

installer: setup $(VENV)/test-packages  ## build what is installed elsewhere into dist: a folder, a Debian package, NSIS
	$(RUN) -m resources.packaging

manual: setup  ## bind the guide into a manual for browser and printer, build/manual
	@$(RUN) -m resources.packaging.manual

shape: setup  ## the longest files, functions and classes
	@$(RUN) -m tests.architecture.shape

keys: setup  ## write the guide's page of keys anew
	@QT_QPA_PLATFORM=offscreen $(RUN) -m tests.helpers.key_page

words: setup  ## bring the catalogues of all texts in resources/translations up to date
	@$(RUN) -m tests.architecture.catalogue
	@$(MAKE) --silent translations

lock:  ## renew requirements.lock from pyproject.toml
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-annotate --group dev --group docs --group delivery --output-file requirements.lock pyproject.toml

resolve: $(VENV)/ready  ## check that wheels of everything locked exist for Python 3.11-3.13
	@mkdir -p build
	@sed -n 's/ \\$$//; /^[a-z]/p' requirements.lock > build/requirements.txt
	@for version in 3.11 3.12 3.13; do \
	    $(RUN) -m pip install -qqq --dry-run --ignore-installed --no-deps --target build/none \
	        --only-binary :all: --python-version $$version --requirement build/requirements.txt \
	    && echo "Python $$version: every wheel found" || exit 1; \
	done

clean:  ## remove what was made, but not .venv
	rm -rf build dist .mypy_cache .ruff_cache .hypothesis .pytest_cache .import_linter_cache

$(VENV)/run-packages: .ci/system_packages.txt .ci/system_packages.sh
	@.ci/system_packages.sh run $(PYTHON)
	@mkdir -p $(VENV) && touch $@

$(VENV)/test-packages: .ci/system_packages.txt .ci/system_packages.sh
	@.ci/system_packages.sh test $(PYTHON)
	@mkdir -p $(VENV) && touch $@

$(VENV)/ready: requirements.lock $(VENV)/run-packages
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

# Compiled words lie beside their source: each is made anew when its source is newer, or it is gone.
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard $(WORDS)/*/LC_MESSAGES/mulighet.po))
QT_WORDS := $(patsubst %.ts,%.qm,$(wildcard $(WORDS)/qtbase_*.ts))

.PHONY: translations
translations: $(CATALOGUES) $(QT_WORDS)

%.mo: %.po
	@$(RUN) -m babel.messages.frontend --quiet compile --input-file $< --output-file $@

%.qm: %.ts
	@$(VENV)/bin/pyside6-lrelease -silent $< -qm $@

# A face that is there and fresh is not cut again.
$(VENV)/fonts-cut: $(VENV)/ready app/documents/font_cutting.py
	$(RUN) -m app.documents.font_cutting
	@touch $@
