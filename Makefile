# The commands of the project. `make up` and `make test` are all that most people need.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup up test lint bench-live bench-page bench-engine bench-memory bench-recovery bench-calls bench-visit bench-direct requirements
.PHONY: screenshots clean
VENV := .venv/bin
UV := 0.13.8

help: ## lists these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

setup: ## installs everything that a town needs; quick when it is there already
	@scripts/setup.sh

up: setup ## serves the town at http://127.0.0.1:8000 (PORT= and HOST= move it)
	@$(VENV)/townlet up

test: ## sets up and runs every test (ONLY=tests/unit for some)
	@scripts/setup.sh --dev --browser
	@scripts/test.sh $(ONLY)

lint: ## checks style, types and who imports whom
	@scripts/setup.sh --dev --no-page
	@scripts/lint.sh

bench-live: ## measures the time from an input to the painted frame
	@scripts/setup.sh --dev --browser
	@$(VENV)/python -m benchmarks.live

bench-visit: ## measures how soon a visitor's own step is painted, and an answer begins
	@scripts/setup.sh --dev --browser
	@$(VENV)/python -m benchmarks.visit

bench-page: ## measures how smoothly the page draws 25, 250 and 1,000 residents, and what it is sent
	@scripts/setup.sh --dev --browser
	@$(VENV)/python -m benchmarks.page

bench-engine: ## measures how fast a town lives, alone and persisted in Postgres
	@scripts/setup.sh --no-page
	@$(VENV)/python -m benchmarks.engine

bench-memory: ## measures retrieval at 10,000 and 100,000 memories
	@scripts/setup.sh --no-page
	@$(VENV)/python -m benchmarks.memory

bench-recovery: ## measures how long a town stands still when a process is killed
	@scripts/setup.sh --dev --no-page
	@$(VENV)/python -m benchmarks.recovery

bench-calls: ## measures calls, tokens and speed of a day with a model, on the test server
	@scripts/setup.sh --dev --no-page
	@$(VENV)/python -m benchmarks.calls

bench-direct: ## measures how quickly a town with a long past is sought through, branched and compared
	@scripts/setup.sh --dev --browser
	@$(VENV)/python -m benchmarks.direct

screenshots: ## makes the pictures of the README anew
	@scripts/setup.sh --dev --browser
	@$(VENV)/python -m scripts.screenshots

requirements: ## compiles requirements*.txt from pyproject.toml
	@scripts/setup.sh --no-page
	@scripts/requirements.sh $(UV)

clean: ## removes everything that setup made; towns in .townlet/ stay
	@rm -rf .venv frontend/node_modules frontend/dist build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@rm -rf .townlet/stamps
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
