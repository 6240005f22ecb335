# Bare `make` lists what there is. Paths are relative, so a checkout may lie anywhere.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

PYTHON ?= python3
JOBS ?= 2
# Browsers and servers wait more than they work.
WAITING_JOBS ?= $(shell expr $(JOBS) + 1)
ARGS ?=

python := .venv/bin/python
served := import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))
# The locks name everything, so there is nothing to resolve; nothing is compiled either.
pip_install = $(python) -m pip install --quiet --no-deps --no-compile --require-hashes \
  --only-binary :all: -r $(1) || { \
  echo "CSI Dispatch runs on Linux with glibc 2.28 or newer (x86-64, arm64); not on macOS or Windows." >&2; \
  echo "What pip says above tells whether this machine is another, or the network failed." >&2; exit 1; }
pip_check = said=$$($(python) -m pip check) || { echo "$$said" >&2; exit 1; }
core := kernel network assessment checklist fleet capacity identity routing transfer registry
empty :=
comma := ,
# Tests that cover core and desk on their own; counting lines in the others would take minutes.
counted := $(addprefix tests/,core/ desk/ spec/ contract/ generative/)
others := $(filter-out $(counted) tests/__pycache__/,$(wildcard tests/*/))
core_files := $(subst $(empty) $(empty),$(comma),$(foreach room,$(core),dispatch/$(room)/*))

export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A moved checkout has a broken environment: scripts in it name the old path.
ifneq ($(shell cat .venv/.place 2>/dev/null),$(CURDIR))
.PHONY: .venv/.place
endif

.PHONY: help run test wheel check fix gen lock clean console install bench-routing

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

run: install ## Start the headquarters with a day of demonstration (ARGS="--help" says more)
	@CSI_CONSOLE=$${CSI_CONSOLE:-auto} $(python) hatch_build.py
	@exec .venv/bin/csi demo $(ARGS)

test: .venv/.bench console ## Run every test; core and desk must be covered completely
	@# Compiled once, or the first tests would spend their time limits on it.
	@$(python) -c 'from dispatch.routing import warm_up; from dispatch.routing.problem import limits; warm_up.warm_up(limits.SolveLimits(wall_s=300))'
	@echo "Running the console's tests…"
	@$(python) hatch_build.py tests
	@echo "Running the tests (a few minutes)…"
	@$(python) -m pytest -n $(JOBS) --dist loadfile --cov=dispatch --cov-branch --cov-report= $(counted)
	@$(python) -m coverage report --fail-under=100 --skip-covered --show-missing --include='$(core_files)'
	@$(python) -m coverage report --fail-under=100 --skip-covered --show-missing --include='dispatch/desk/*'
	@$(python) -m pytest -n $(WAITING_JOBS) --dist loadfile $(others)

wheel: .venv/.dev ## Build the wheel and try it in an empty environment, as somebody without a home
	@$(python) -m tools.try_wheel

check: .venv/.dev ## Look for faults without changing a file
	@echo "Checking style…"
	@$(python) -m ruff check --quiet .
	@$(python) -m ruff format --quiet --check .
	@echo "Checking types…"
	@$(python) -m mypy --no-error-summary
	@echo "Checking imports between rooms…"
	@.venv/bin/lint-imports --no-logo
	@echo "Checking that generated files are up to date…"
	@$(python) -m tools.gen --check
	@echo "Checking the files of data/…"
	@$(python) -m tools.check_data
	@echo "Checking the console's types…"
	@$(python) hatch_build.py types

fix: .venv/.dev ## Repair style and order of imports
	@$(python) -m ruff check --quiet --fix .
	@$(python) -m ruff format --quiet .

gen: .venv/.dev ## Renew the generated files
	@$(python) -m tools.gen

.PHONY: bench-month
bench-month: install ## Simulate months of demand under four policies (hours; ARGS="--help" says more)
	@$(python) -m bench.month $(ARGS)

console: install ## Build the dispatcher's console, if it is older than its sources
	@CSI_CONSOLE=require $(python) hatch_build.py

bench-routing: .venv/.bench ## Compare the assignment with six others (45 min; ARGS=--quick: 4 min)
	@$(python) -m bench $(ARGS)

lock: install ## Choose and lock the newest packages that pyproject.toml allows
	@bash tools/lock.sh

clean: ## Remove everything that was built or installed here, but no data
	@rm -rf .venv build dist htmlcov .coverage .coverage.* console/node_modules console/dist dispatch/web/static/console
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

install: .venv/.installed ## Make .venv with exactly the packages of requirements.lock
	@:

.venv/.place:
	@$(PYTHON) -c '$(served)' 2>/dev/null || { \
	  echo "CSI Dispatch needs Python 3.11 to 3.14; '$(PYTHON)' is $$($(PYTHON) -V 2>&1 || true)." >&2; \
	  echo "With one of these elsewhere: make $(or $(MAKECMDGOALS),run) PYTHON=/path/to/python3" >&2; exit 1; }
	@# An environment somebody made here is kept, one that was moved here is made anew.
	@[ ! -e $@ ] && $(python) -c '$(served)' 2>/dev/null || { \
	  echo "Making the Python environment in .venv…" && $(PYTHON) -m venv --clear .venv; } || { \
	  echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@printf '%s' '$(subst ','\'',$(CURDIR))' > .venv/.place

.venv/.locked: requirements.lock .venv/.place
	@echo "Installing the packages (about a minute the first time)…"
	@$(call pip_install,$<)
	@touch $@

.venv/.installed: pyproject.toml hatch_build.py .venv/.locked
	@echo "Installing CSI Dispatch itself…"
	@CSI_CONSOLE=skip $(python) -m pip install --quiet --no-deps --no-build-isolation -e .
	@$(call pip_check)
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.installed
	@echo "Installing the packages of development…"
	@$(call pip_install,$<)
	@$(call pip_check)
	@touch $@

.venv/.bench: bench/requirements.lock .venv/.dev
	@echo "Installing the packages of the benchmark…"
	@$(call pip_install,$<)
	@$(call pip_check)
	@touch $@
