PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: demo test check art serve bench clean

demo: art  ## draw the nine seed prompts into demo/
	@$(RUN) -m gouache.demo

test: art  ## set up, lint, type-check, run every test
	@$(VENV)/bin/ruff check src tests benchmarks
	@$(VENV)/bin/ruff format --check src tests benchmarks
	@$(VENV)/bin/mypy
	@$(VENV)/bin/pytest

art: $(VENV)/ready  ## build the art pack once
	@$(RUN) -m gouache.engines.composer.art.build

serve: art  ## a local server that accepts any key
	@$(VENV)/bin/gouache serve --open

bench: art
	@$(RUN) benchmarks/compose.py

$(VENV)/ready: pyproject.toml constraints.txt
	@echo "setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) demo src/gouache/engines/composer/art/pack
