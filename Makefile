# Wervel. `make run` and `make test` set up all they need; `make help` lists the rest.
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.DEFAULT_GOAL := help
.PHONY: help run dev test check i18n i18n-check screenshots icons clean

help: ## list the commands
	@grep -E '^[a-z0-9-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

.venv/run: requirements.txt
	@test -n "$(PYTHON)" || { echo "Wervel needs Python 3.11 or newer"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) install -r requirements.txt
	@touch $@

.venv/dev: requirements.txt requirements-dev.txt
	@test -n "$(PYTHON)" || { echo "Wervel needs Python 3.11 or newer"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) install -r requirements-dev.txt
	@touch $@ .venv/run

.venv/chromium: .venv/dev tools/chromium.sh
	@tools/chromium.sh > $@.new && mv $@.new $@

run: .venv/run ## serve the app on http://127.0.0.1:8501 (PORT and HOST override)
	$(BIN)/python app.py

dev: .venv/dev ## the same, reloading when a file changes
	STREAMLIT_SERVER_FILE_WATCHER_TYPE=auto STREAMLIT_SERVER_RUN_ON_SAVE=true $(BIN)/python app.py

check: .venv/dev ## lint, types, layers, catalogues and their gates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m wervel.i18n check
	$(BIN)/python -m wervel.i18n gates

test: check .venv/chromium ## everything: check, then all tests, a real browser too
	CHROMIUM="$$(cat .venv/chromium)" $(BIN)/python -m pytest

i18n: .venv/dev ## extract messages and update every catalogue
	$(BIN)/python -m wervel.i18n update
	$(BIN)/python -m wervel.i18n stats

i18n-check: .venv/dev ## say what is missing or wrong in the catalogues, and how plain and safe each language is
	$(BIN)/python -m wervel.i18n check
	$(BIN)/python -m wervel.i18n gates

screenshots: .venv/chromium ## make the pictures of the README and of the manifest anew
	CHROMIUM="$$(cat .venv/chromium)" $(BIN)/python tools/screenshots.py

icons: .venv/chromium ## make the app's icons anew from our mark
	CHROMIUM="$$(cat .venv/chromium)" $(BIN)/python tools/icons.py

clean: ## remove what was set up
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
