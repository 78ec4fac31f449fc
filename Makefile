# The five things one does with Twinstar. `make help` lists them.

SHELL := /bin/sh
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup run test soak bench lock fix docs experience pictures

# Another interpreter: make setup PYTHON=python3.13. Arguments for the bot: make run ARGS="--language zh".
PYTHON ?=
ARGS ?=
# Two workers: the suites share one PostgreSQL server each, and more of them only wait for one another.
WORKERS ?= 2

# Set-up talks on stderr and reads nothing, so that `printf '/value zhipu\n' | make run` prints the answer alone.
READY = PYTHON='$(PYTHON)' sh .ci/setup </dev/null >&2

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

setup: ## make the virtual environment in .venv with the pinned dependencies
	@$(READY)

run: ## the bot in this terminal: type /help
	@$(READY)
	@.venv/bin/twinstar $(ARGS)

test: ## everything that must hold: contracts, lint, types and the tests
	@$(READY)
	@.venv/bin/python -m pytest -n $(WORKERS) $(ARGS)

soak: ## the long suites at full size, with a ledger of what they counted
	@$(READY)
	@.venv/bin/python -m pytest -m soak -n $(WORKERS) $(ARGS)

bench: ## the figures, each beside its reference measured in the same run
	@$(READY)
	@.venv/bin/python -m tests.benchmarks $(ARGS)

fix: ## mend what the linter can mend by itself
	@$(READY)
	@.venv/bin/python -m ruff check --fix $(ARGS)

docs: ## rewrite what is generated from the code: the README's lists, .env.example
	@$(READY)
	@.venv/bin/python -m adapters.documents

experience: ## learn anew from the labelled questions of the tests how people word what they ask
	@$(READY)
	@.venv/bin/python -m tests.bot.questions.learning

pictures: ## draw the README's experience pictures anew, and every kind of message into build/pictures (needs chromium)
	@$(READY)
	@.venv/bin/python -m tests.pictures.shown
	@.venv/bin/python -m tests.pictures.slack
	@.venv/bin/python -m tests.pictures.discord

lock: ## compile requirements.lock anew from pyproject.toml
	@$(READY)
	@.venv/bin/python -m uv --version >/dev/null 2>&1 || .venv/bin/python -m pip install -q uv </dev/null >&2
	@.venv/bin/python -m uv pip compile --universal --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--quiet --group dev pyproject.toml --output-file requirements.lock $(ARGS)
