# Every verb starts from a clean clone: it needs Python 3.11 or newer and a package index, and makes .venv itself.
PYTHON ?= python3
BIN := .venv/bin
LIMIT ?=
REPORTS ?=

.DEFAULT_GOAL := help
.PHONY: help demo test check eval eval-full bench bench-scale bench-page bench-families docs web test-web screenshots snapshot lock clean

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Warledger needs Python 3.11 or newer: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

# The pinned versions first, then the package itself without looking for others.
.venv/plain: .venv/made requirements/lock.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/lock.txt
	$(BIN)/python -m pip install --quiet --no-deps -e .
	@touch $@

.venv/dev: .venv/made requirements/dev.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps -e .
	@touch $@

demo: .venv/plain ## read the example monitor into ./demo, print the situation, publish it into ./demo-site
	@if command -v node >/dev/null; then $(MAKE) --no-print-directory web || echo "The page could not be built (see above); everything else works without it." >&2; \
	else echo "Node is not here, so the page is not built; everything else works without it." >&2; fi
	rm -rf demo
	$(BIN)/warledger demo demo
	@echo; $(BIN)/warledger publish demo demo-site
	@echo; echo "To look at what was published:  $(BIN)/warledger serve demo-site --open   (or put the folder on any file host)"
	@echo "To look at it live:             $(BIN)/warledger serve demo --open"
	@echo "The command is $(BIN)/warledger; after  source $(BIN)/activate  it is  warledger."

test: .venv/dev ## the tests
	$(BIN)/python -m pytest

check: .venv/dev ## style, types, layers, house rules
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m tools.rules
	@if [ -f web/node_modules/made ]; then cd web && npm run --silent check; else echo "the page: skipped, its packages are not installed (make web)"; fi

eval: .venv/dev ## quality against the hand-made records, with its floors (5 minutes at most)
	$(BIN)/python -m eval

eval-full: .venv/dev ## the same and the large sets
	$(BIN)/python -m eval --full

bench: .venv/dev ## reading speed beside plain spaCy (LIMIT=50: only so many articles)
	$(BIN)/python -m eval.bench $(if $(LIMIT),--limit $(LIMIT))

bench-scale: .venv/dev ## how long a monitor of 10,000 made-up reports takes to answer (REPORTS=1000: so many)
	$(BIN)/python -m eval.scale $(if $(REPORTS),--reports $(REPORTS))

bench-families: .venv/dev ## copies planted in a pile of 16,000 documents, found beside datasketch and rensa (three minutes)
	$(BIN)/python -m pip install --quiet "datasketch>=2.0" "rensa>=0.5" || echo "The rivals could not be installed; they are left out." >&2
	$(BIN)/python -m eval.families

bench-page: .venv/plain web ## how soon the page answers on a monitor of many reports, in a real Chromium (MONITOR=folder)
	@test -n "$(MONITOR)" || { echo "make bench-page MONITOR=folder (python -m eval.scale --folder FOLDER makes one of 10,000 reports)" >&2; exit 1; }
	cd web && WARLEDGER_DIR="$(abspath $(MONITOR))" npm run pace

# The page, where Node is: built into the package, so that `warledger serve` and `publish` find it.
web/node_modules/made: web/package.json web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	@touch $@

web: web/node_modules/made ## build the page into the package (needs Node 20.19 or newer)
	cd web && npm run build

test-web: .venv/plain web ## the page's own tests, and the page in a real Chromium (CHROMIUM=path, default /usr/bin/chromium)
	cd web && npm run check && npm test && npm run e2e

screenshots: .venv/plain web ## the pictures of docs/images, taken of the example in a real Chromium
	cd web && npm run screenshots

docs: .venv/dev ## write the generated pages: docs/reference and the codebook
	$(BIN)/python -m tools.reference
	$(BIN)/python -m tools.codebook

snapshot: .venv/dev ## write anew what the example gives (examples/*/expected), when a change is meant
	$(BIN)/python -m tools.snapshot

lock: .venv/made ## work out requirements/*.txt anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --custom-compile-command "make lock" --upgrade -o requirements/lock.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --custom-compile-command "make lock" --upgrade --extra dev -c requirements/lock.txt -o requirements/dev.txt pyproject.toml

clean: ## remove what the other verbs made
	rm -rf .venv demo demo-site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache eval/results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
