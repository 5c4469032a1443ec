# Everything a newcomer needs: make demo, make test. CONTRIBUTING.md tells the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := packaging/requirements.lock
PACKAGE_LOCK := packaging/package.lock
PACKAGE_VENV := build/package-venv
PACKAGE_PYTHON := $(PACKAGE_VENV)/bin/python
STAMP := $(VENV)/.installed
CODE := clockify_desktop tests benchmarks
# Covered without a gap, branches too.
COVERED := clockify_desktop/domain/*,clockify_desktop/api/*,clockify_desktop/services/*

.PHONY: demo test environment check compiled format bench proofs faults fuzz pictures screenshots package package-test translations lock clean

# Bytecode is written by the install, so a later start is never slow.
environment: $(STAMP)
$(STAMP): $(LOCK) pyproject.toml packaging/bare_machine.sh
	sh packaging/bare_machine.sh python "$(PYTHON)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement $(LOCK)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q $(VENV)/lib clockify_desktop || true
	touch $(STAMP)

demo: environment
	$(BIN)/python packaging/demo.py

check: environment
	$(BIN)/ruff format --check $(CODE) packaging
	$(BIN)/ruff check $(CODE) packaging
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows \
		.github/workflows/*.yml
	$(BIN)/zizmor --quiet --offline --strict-collection --persona pedantic .github

# Beside the check, on the other core: the program and the tests are compiled once, not
# by each process that is started. What cannot be is told by the tests themselves.
compiled: environment
	$(BIN)/python -m compileall -q clockify_desktop
	env -u PYTHONDONTWRITEBYTECODE QT_QPA_PLATFORM=offscreen \
		$(BIN)/python -m pytest --collect-only --quiet >/dev/null 2>&1 || true

# The tests begin with the longest, so that no core waits for them in the end.
test: environment
	sh packaging/bare_machine.sh tests
	$(MAKE) --jobs=2 check compiled
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses 2 \
		--dist loadscope --no-loadscope-reorder --cov --cov-report=
	$(BIN)/coverage report --fail-under=100 --include='$(COVERED)'
	$(BIN)/coverage json --quiet -o .coverage.json
	$(BIN)/python packaging/untested_modules.py .coverage.json

# The long proofs in full; make test runs most in a short form. What needs a program that
# cannot be installed here is skipped, and said.
proofs: environment
	sh packaging/bare_machine.sh proofs || true
	PROOFS=full QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m proof

# A misbehaving world in full, twelve minutes; make test tries it in short.
faults: environment
	FAULTS=full QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m faults

# Ten minutes for each decoder: four hours.
fuzz: environment
	FAULTS=full FUZZ_S=600 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest \
		tests/faults/test_fuzzing.py

bench: environment
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python benchmarks/run.py

screenshots: environment
	sh packaging/bare_machine.sh window
	$(BIN)/python packaging/pictures.py --window

pictures: environment
	$(BIN)/python packaging/pictures.py

# An environment of its own, of both locks: the tool is no part of the program's.
$(PACKAGE_VENV)/.installed: $(LOCK) $(PACKAGE_LOCK)
	sh packaging/bare_machine.sh python "$(PYTHON)"
	$(PYTHON) -m venv --clear $(PACKAGE_VENV)
	$(PACKAGE_PYTHON) -m pip install --quiet --require-hashes \
		--requirement $(LOCK) --requirement $(PACKAGE_LOCK)
	touch $@

# The folder, the wheel and, on Debian, the .deb of the last commit, in dist/.
package: $(PACKAGE_VENV)/.installed
	sh packaging/bare_machine.sh package
	$(PACKAGE_PYTHON) packaging/program_folder.py
	$(PACKAGE_PYTHON) packaging/debian_package.py

# Minutes, as root on Debian: what make package built, in a bare system, and once more.
package-test: package
	sh packaging/bare_machine.sh package-test
	$(PACKAGE_PYTHON) packaging/wheel_trial.py
	$(PACKAGE_PYTHON) packaging/folder_trial.py
	$(PACKAGE_PYTHON) packaging/windows_installer.py
	$(PACKAGE_PYTHON) packaging/package_trial.py
	$(PACKAGE_PYTHON) packaging/same_twice.py

format: environment
	$(BIN)/ruff format $(CODE) packaging
	$(BIN)/ruff check --fix $(CODE) packaging

# Finds new texts, marks what is to be translated anew, and compiles what is there.
translations: environment
	$(BIN)/python packaging/translations.py

# Needs uv on the PATH. One lock for Python 3.11 to 3.13 that names no index.
lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet \
		--output-file $(LOCK)
	uv pip compile --group package --constraint $(LOCK) --universal \
		--python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--quiet --output-file $(PACKAGE_LOCK)

clean:
	rm -rf $(VENV) demo dist build .coverage .mypy_cache .ruff_cache .pytest_cache
