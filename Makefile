PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: demo test test-diffusion check art serve bench docs clean

demo: art  ## draw the nine seed prompts into demo/
	@$(RUN) -m gouache.demo

test: art $(VENV)-gateways/ready  ## set up, lint, type-check, run every test
	@$(VENV)/bin/ruff check src tests benchmarks
	@$(VENV)/bin/ruff format --check src tests benchmarks
	@$(VENV)/bin/mypy
	@$(VENV)/bin/pytest --numprocesses 2 --dist loadfile

test-diffusion: $(VENV)-diffusion/ready  ## the GPU engine on a CPU, with tiny models: an environment of its own, 1.5 GB
	@$(VENV)-diffusion/bin/pytest tests/diffusion

art: $(VENV)/ready  ## build the art pack and fetch the model weights once
	@$(RUN) -m gouache.engines.composer.art.build
	@$(RUN) -m gouache.engines.imaging.weights

serve: art  ## a local server that accepts any key
	@$(VENV)/bin/gouache serve --open

docs: $(VENV)/ready  ## the documentation as a site of its own, into site/
	@NO_MKDOCS_2_WARNING=1 $(VENV)/bin/mkdocs build --strict --quiet

bench: art
	@$(RUN) benchmarks/compose.py

$(VENV)/ready: pyproject.toml constraints.txt
	@echo "setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

# LiteLLM holds openai below the version that the suite drives, so it and its kind live apart
$(VENV)-gateways/ready: constraints-gateways.txt
	@echo "setting up $(VENV)-gateways ..."
	@$(PYTHON) -m venv $(VENV)-gateways
	@$(VENV)-gateways/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
		--constraint constraints-gateways.txt litellm langchain-community
	@touch $@

# torch is pinned: pip takes a CPU build of that version where one is on its way, else the build with CUDA
$(VENV)-diffusion/ready: pyproject.toml constraints.txt constraints-diffusion.txt
	@echo "setting up $(VENV)-diffusion ..."
	@$(PYTHON) -m venv $(VENV)-diffusion
	@$(VENV)-diffusion/bin/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --constraint constraints-diffusion.txt --editable '.[diffusion]' pytest pytest-timeout
	@touch $@

clean:
	rm -rf $(VENV) $(VENV)-diffusion $(VENV)-gateways demo site src/gouache/engines/composer/art/pack src/gouache/engines/imaging/pack
