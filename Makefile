# One list of commands, the same at the desk and in CI. Every target does its own set-up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SYSTEM := tesseract-ocr tesseract-ocr-rus libreoffice-writer fonts-liberation fonts-dejavu-core

.PHONY: help system registry test check compare lint bench clean

help: ## This list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/'

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "reestr needs Python 3.11 or newer: set PYTHON=…"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq python3-venv; \
		else echo "Python's venv module is missing: install the package python3-venv"; exit 1; fi; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $(READY)

system: ## System packages that scans and office formats need, installed where that is allowed
	@missing=; for package in $(SYSTEM); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
	if [ -z "$$missing" ]; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null \
		|| echo "apt could not install$$missing: scans, RTF, ODT and DOC stay unread till they are there"; \
	else echo "Scans need Tesseract with Russian data, RTF, ODT and DOC need LibreOffice Writer: install$$missing"; fi

registry: system $(READY) ## A registry of each order in corpus/, into registry/
	$(BIN)/reestr build corpus -o registry --only '*.txt'

test: system $(READY) ## Formatting, types and all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

check: system $(READY) ## Registries against golden files
	$(BIN)/reestr check

REV ?= HEAD
compare: system $(READY) ## What the rules at hand gain and lose against those of REV
	$(BIN)/reestr compare $(REV) --corpus corpus --corpus tests/orders

bench: $(READY) ## Speed and memory as ratios against peers
	$(BIN)/python -m compileall -q normalizers parsers extractor  # as pip compiled the peers
	$(BIN)/python benchmarks/run.py

clean: ## Remove what the targets made
	rm -rf $(VENV) registry build *.egg-info
