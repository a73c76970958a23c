# `make help` lists the targets: the line of two hashes above each. Most do what scripts/build.py does.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
TOOL := PYTHONPATH=scripts:. $(RUN) -m
PORT ?= 8000
READERS := tests/readers

# text, or github: faults as notes at their lines in a pull request
FORMAT ?= text

.PHONY: site serve offline check new test test-all lint chromium java tex documents bench mutate codings engines edition deploy theme-script lock schema contributing newest clean help

## check everything and build the site into site/
site: $(VENV)/.installed
	@$(RUN) scripts/build.py site --format $(FORMAT)

## serve the site at http://127.0.0.1:8000/, rebuilt at every edit (PORT=…)
serve: $(VENV)/.installed
	@$(RUN) scripts/build.py serve --port $(PORT)

## pack a copy that opens from a file, without a network: dist/….zip
offline: $(VENV)/.installed
	@$(RUN) scripts/build.py offline

## write the site as one PDF, EPUB and DOCX, and its summary as PDF and DOCX: dist/documents
documents: $(VENV)/.installed-documents
	@$(RUN) scripts/build.py documents

## check data, bibliography and pages, in under two seconds
check: $(VENV)/.installed
	@$(RUN) scripts/build.py check --format $(FORMAT)

## begin a record from a commented template: make new KIND=event ARGS='--title "A flood"'
new: $(VENV)/.installed
	@$(RUN) scripts/build.py new $(KIND) $(ARGS)

TESTED := $(VENV)/.installed-dev $(VENV)/.installed-documents $(READERS)/node_modules/.package-lock.json chromium java
PYTEST := $(RUN) -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder

## lint, and run the tests but for the long ones, in two processes
test: $(TESTED) lint
	@$(PYTEST) tests

## lint, and run all tests: full fuzz, all mutations, growth, other engines, TeX, builds killed by the clock
test-all: $(TESTED) lint engines tex
	@$(PYTEST) -m "" tests

## see that code is formatted and has no fault that ruff or pyright (strict, where npm is) knows
lint: $(VENV)/.installed-dev $(READERS)/node_modules/.package-lock.json
	@$(RUN) -m ruff format --quiet --check . || { echo "not formatted: $(RUN) -m ruff format ."; exit 1; }
	@$(RUN) -m ruff check --quiet .
	@if test -d $(READERS)/node_modules/pyright; then npx --prefix $(READERS) pyright -p .; else echo "npm is not installed: types are not checked"; fi

LIGHTHOUSE := tools/benchmark/lighthouse_npm
## measure build and pages against a plain Material site
bench: $(VENV)/.installed-dev chromium
	@command -v npm >/dev/null && { test -d $(LIGHTHOUSE)/node_modules || npm ci --silent --ignore-scripts --prefix $(LIGHTHOUSE); } || echo "npm is not installed: no Lighthouse"
	@$(TOOL) tools.benchmark

THEME_SCRIPT := tools/theme_script
## bundle overrides/assets/theme.js again, after an update of the theme: its script without what no page has
theme-script: $(VENV)/.installed
	@test -d $(THEME_SCRIPT)/node_modules || npm ci --silent --ignore-scripts --prefix $(THEME_SCRIPT)
	@node $(THEME_SCRIPT)/bundle.mjs "$$($(RUN) -c 'import material; print(material.__path__[0])')/templates/assets/javascripts" overrides/assets/theme.js

## count how many mistakes of each kind the rules catch: data/mutations.json
mutate: $(VENV)/.installed
	@$(TOOL) tools.mutation

## compare those who coded relations, or judged forecasts, alone: data/*-figures.json
codings: $(VENV)/.installed-dev
	@$(TOOL) tools.codings

## tag this commit as an edition: make edition NAME=2026.12
edition: $(VENV)/.installed
	@$(RUN) scripts/build.py edition "$(NAME)"

## build what is published: the site, its offline copy, its documents, and every edition, from its tag
deploy: $(VENV)/.installed-documents
	@$(RUN) scripts/build.py site --editions --offline --documents

## write data/schemas/, which editors use while one types
schema: $(VENV)/.installed
	@$(RUN) scripts/build.py schema

## write CONTRIBUTING.md and its like from the pages under docs/about/
contributing: $(VENV)/.installed
	@$(RUN) scripts/build.py contributing

# pymdown-extensions 13.1 asks for Python 3.11.5; Debian 12 has 3.11.2, on which all of it works, as
# the tests show, so pip is told not to mind there.
INSTALL = -m pip install --quiet --disable-pip-version-check --require-hashes \
	$$($(RUN) -c 'import sys; print("--ignore-requires-python" if sys.version_info < (3, 11, 5) else "")')
PIP = $(RUN) $(INSTALL)

## install the other engines that can build the site: ProperDocs, Zensical (see HACKING.md)
engines: .venv-properdocs/.installed .venv-zensical/.installed

.venv-%/.installed: requirements-%.txt $(VENV)/.installed
	@test -x .venv-$*/bin/python || $(PYTHON) -m venv .venv-$*
	@.venv-$*/bin/python $(INSTALL) -r requirements-$*.txt
	@touch $@

$(VENV)/.installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; try: make PYTHON=python3.12 site"; exit 1; }
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python's venv is needed; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/.installed-documents: $(VENV)/.installed requirements-documents.txt
	@$(PIP) -r requirements-documents.txt
	@touch $@

# Tests that need node, Chromium or Java are skipped, and say so, where these can't be had; in CI they fail.
$(READERS)/node_modules/.package-lock.json: $(READERS)/package-lock.json
	@if command -v npm >/dev/null; then npm ci --silent --ignore-scripts --prefix $(READERS) && touch $@ || echo "npm ci failed: tests that need its packages are skipped"; \
	else echo "npm is not installed: tests that need it are skipped"; fi

# A browser on the machine, else Playwright's, else Debian's package.
DEBIAN = test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -qq -y --no-install-recommends
chromium: $(VENV)/.installed-dev
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit; done; \
	$(RUN) -m playwright install $$(test "$$(id -u)" = 0 && echo --with-deps) chromium >/dev/null 2>&1 || { $(DEBIAN) chromium >/dev/null; } \
	|| echo "Chromium can't be installed here: tests that need it are skipped"

java:
	@command -v java >/dev/null || { $(DEBIAN) default-jre-headless >/dev/null; } \
	|| echo "Java can't be installed here: tests that need it are skipped"

# TeX's styles and biber read the BibTeX files in test-all.
TEX := biber texlive-latex-base texlive-latex-recommended texlive-latex-extra texlive-bibtex-extra texlive-luatex texlive-plain-generic
tex:
	@command -v biber >/dev/null && command -v lualatex >/dev/null || { $(DEBIAN) $(TEX) >/dev/null; } \
	|| echo "TeX can't be installed here: tests that need it are skipped"

LOCK := pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --allow-unsafe --strip-extras
## pin again what requirements*.in name; needs pip-tools: pip install pip-tools
lock:
	$(LOCK) -o requirements.txt requirements.in
	$(LOCK) -o requirements-dev.txt requirements-dev.in
	$(LOCK) -o requirements-documents.txt requirements-documents.in
	$(LOCK) -o requirements-properdocs.txt requirements-properdocs.in
	$(LOCK) -o requirements-zensical.txt requirements-zensical.in

## build and test with the newest versions that requirements*.in allow without their pins
newest:
	@$(PYTHON) -m venv $(VENV)
	@sed 's/==/>=/; /^-c /d' requirements.in requirements-dev.in requirements-documents.in > $(VENV)/newest.in
	@$(RUN) -m pip install --quiet --disable-pip-version-check -r $(VENV)/newest.in
	@$(RUN) -m pip list --format freeze --disable-pip-version-check
	@touch $(VENV)/.installed $(VENV)/.installed-dev $(VENV)/.installed-documents
	@$(MAKE) --no-print-directory site test

## remove everything that was installed or built
clean:
	rm -rf $(VENV) .venv-properdocs .venv-zensical $(READERS)/node_modules $(LIGHTHOUSE)/node_modules $(THEME_SCRIPT)/node_modules site

## list these targets
help:
	@awk '/^## /{told = substr($$0, 4)} /^[a-z-]+:/{if (told) printf "make %-13s %s\n", substr($$1, 1, index($$1, ":") - 1), told; told = ""}' Makefile
