# Two words do everything on a fresh Debian or Ubuntu: `make build` and `make test`.
.DEFAULT_GOAL := help
.PHONY: help build test lint format lock bench bench-full bench-peers clean verapdf pdfjs xjdf reports doctor system compare-tags

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes
VERAPDF := .cache/verapdf/.1.28.2
PDFJS := .cache/pdfjs/.fetched
XJDF := .cache/xjdf/.2.3.12
REPORTS := .cache/reports/.fetched

help: ## say what can be typed
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

build: $(VENV)/.build ## make every publication into the folder output
	@$(BIN)/brochure build --strict

test: $(VENV)/.test $(VERAPDF) $(PDFJS) $(XJDF) $(REPORTS) lint ## prove that all is well (installs veraPDF, pdf.js and test tools)
	@$(BIN)/python -m pytest -q -n 2

lint: $(VENV)/.test ## check style, types and the direction of imports
	@$(BIN)/ruff check . && $(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo >.cache/lint-imports.txt || { cat .cache/lint-imports.txt; exit 1; }

format: $(VENV)/.test ## bring the code into its form
	@$(BIN)/ruff check --fix-only --quiet . ; $(BIN)/ruff format .

bench: $(VENV)/.test ## measure beside the peers that are here, in ten minutes
	@$(BIN)/python -m benchmarks

bench-full: bench-peers ## measure all, beside all peers
	@$(BIN)/python -m benchmarks --full

bench-peers: $(VENV)/.test .cache/compare/.made .cache/peers/.made ## install what is measured beside

compare-tags: $(VENV)/.test $(VERAPDF) .cache/compare/.made ## tag one page by four tools and print what is found
	@$(BIN)/python -m benchmarks.tags

doctor: $(VENV)/.build ## look for what is missing on this machine
	@$(BIN)/brochure doctor

verapdf: $(VERAPDF) ## fetch veraPDF, which proves PDF/UA

pdfjs: $(PDFJS) ## fetch pdf.js, which reads PDF in Firefox

xjdf: $(XJDF) ## fetch CIP4's schema of job tickets

reports: $(REPORTS) ## fetch axe-core and the schema of SARIF, by which reports are judged

lock: $(VENV)/.test ## write the exact versions again
	@$(BIN)/python -m pip --quiet install pip-tools
	@sh setup/lock.sh $(BIN)/pip-compile

clean: ## remove what was made, keep what was written
	@rm -rf $(VENV) .cache output/*

$(VENV)/bin/python:
	@bash setup/system.sh build
	@echo "brochure: making $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "brochure needs Python 3.11 or newer; set PYTHON=…" >&2; exit 4; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.build: requirements.lock pyproject.toml $(VENV)/bin/python
	@bash setup/system.sh build
	@echo "brochure: installing Python packages"
	@$(PIP) -r requirements.lock
	@$(BIN)/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.build
	@bash setup/system.sh test
	@echo "brochure: installing test tools"
	@$(PIP) -r requirements-dev.lock
	@mkdir -p .cache && touch $@

$(VERAPDF): setup/verapdf/pom.xml
	@bash setup/system.sh test
	@echo "brochure: fetching veraPDF"
	@mvn -q -B -f setup/verapdf/pom.xml dependency:copy-dependencies \
		-DoutputDirectory=$(CURDIR)/.cache/verapdf/lib
	@touch $@

$(XJDF): setup/xjdf/pom.xml
	@bash setup/system.sh test
	@echo "brochure: fetching the schema of XJDF"
	@mvn -q -B -f setup/xjdf/pom.xml dependency:copy-dependencies \
		-DoutputDirectory=$(CURDIR)/.cache/xjdf/lib
	@touch $@

$(PDFJS): setup/pdfjs.sh
	@bash setup/system.sh test
	@echo "brochure: fetching pdf.js"
	@bash setup/pdfjs.sh $(CURDIR)/.cache/pdfjs
	@touch $@

$(REPORTS): setup/reports.sh
	@bash setup/system.sh test
	@echo "brochure: fetching axe-core and the schema of SARIF"
	@bash setup/reports.sh $(CURDIR)/.cache/reports
	@touch $@

.cache/peers/.made: benchmarks/peers/package-lock.json
	@echo "brochure: installing Vivliostyle and Paged.js"
	@mkdir -p .cache/peers && cp benchmarks/peers/package.json benchmarks/peers/package-lock.json .cache/peers
	@cd .cache/peers && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.cache/compare/.made: benchmarks/requirements.txt
	@$(PYTHON) -m venv .cache/compare
	@.cache/compare/bin/python -m pip --disable-pip-version-check --quiet install -r benchmarks/requirements.txt
	@touch $@
