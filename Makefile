# Every target sets itself up first; when all is in place, that costs a few milliseconds.
.DEFAULT_GOAL := hilfe

DATEN ?= data
ZIEL ?= site
FORMAT ?= text
NEU ?=
ALLES ?=
RAUM ?=

PY := .venv/bin/python
KONZEPT := .venv/bin/konzept
export PYTHONUTF8 := 1

.PHONY: hilfe site test serve check bench mutanten anforderungen schwaechen vorab _site _test

hilfe: ## zeigt diese Liste
	@echo 'make <ziel> [DATEN=ordner] [ZIEL=ordner]'
	@sed -n 's/^\([a-z]*\):.* ## /  make \1|/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

_site:
	@scripts/einrichten.sh site

_test:
	@ALLES="$(ALLES)" scripts/einrichten.sh test

site: _site ## baut die Website aus DATEN nach ZIEL
	@$(KONZEPT) bauen --daten "$(DATEN)" --ziel "$(ZIEL)"

serve: _site ## zeigt die Website im Browser und baut bei jeder Änderung neu
	@$(KONZEPT) vorschau --daten "$(DATEN)"

check: _site ## prüft die Daten und nennt alle Befunde (FORMAT=text, github oder markdown)
	@$(KONZEPT) pruefen --daten "$(DATEN)" --format "$(FORMAT)"

# All four always run, so that one look shows everything that is wrong.
test: _test ## prüft den Code: Stil, Typen und alle Tests (ALLES=1 nimmt auch die weitesten Reihen ganz)
	@fehler=0; \
	$(PY) -m ruff check || fehler=1; \
	$(PY) -m ruff format --check || fehler=1; \
	$(PY) -m mypy || fehler=1; \
	ALLES="$(ALLES)" $(PY) -m pytest -n auto --maxprocesses 4 || fehler=1; \
	exit $$fehler

bench: _test ## misst Bau, Vorschau, Prüfung, Seiten, Filter, Suche, langsames Telefon und PDF neben dem üblichen Weg: eine Tabelle (einzeln: scripts/messen_*.py)
	@$(PY) -m scripts.messen

mutanten: _test ## baut kleine Fehler in den Code ein und nennt die, die kein Test bemerkt (RAUM=regeln nimmt einen Raum)
	@$(PY) -m scripts.mutanten $(if $(RAUM),--raum "$(RAUM)") --nach build/mutanten.txt

anforderungen: _test ## schreibt requirements/*.txt neu (NEU=--upgrade nimmt neue Versionen)
	@cd requirements && for satz in site cjk test; do \
	  echo "requirements/$$satz.txt"; \
	  ../$(PY) -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host $(NEU) \
	    --output-file $$satz.txt $$satz.in || exit 1; \
	done
	@echo package-lock.json
	@npm install --package-lock-only --ignore-scripts --no-audit --no-fund --loglevel=error

# Both always run, so that one look shows everything.
schwaechen: _test ## nennt bekannte Sicherheitslücken der angehefteten Pakete
	@fehler=0; \
	$(PY) -m pip_audit --requirement requirements/test.txt --require-hashes --disable-pip --progress-spinner off || fehler=1; \
	npm audit --package-lock-only --audit-level=high || fehler=1; \
	exit $$fehler

vorab: _test ## prüft ab jetzt vor jedem Commit, was sich geändert hat
	@$(PY) -m pre_commit install
