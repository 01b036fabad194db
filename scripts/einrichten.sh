#!/usr/bin/env bash
# Brings a bare machine to where `make site` or `make test` runs; does nothing where all is in place.
#
# In:  `site` or `test` (test includes site). PYTHON names the interpreter (default: python3).
# Out: .venv with hash-checked packages; for `test` also node_modules and the programs the tests drive.
# Exit 1 with one message and the command to type when only a person can go on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=${PYTHON:-python3}
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

melde() { printf '%s\n' "$*" >&2; }

gib_auf() {
    melde "$@"
    exit 1
}

# Where the checkout lies belongs to the fingerprint: an environment that was moved or copied is set up again.
abdruck() { { pwd && cat "$@"; } | cksum; }

ist_aktuell() { # stamp, then the files it stands for
    local stempel=$1
    shift
    [ -x .venv/bin/python ] && [ -f "$stempel" ] && [ "$(abdruck "$@")" = "$(cat "$stempel")" ]
}

apt_installiere() { # Debian packages
    local davor="" protokoll
    if ! command -v apt-get >/dev/null; then
        gib_auf "Es fehlt etwas, das hier nicht selbst installiert werden kann (Debian-Pakete: $*)." \
            "Bitte mit der Paketverwaltung dieses Systems nachholen und den Befehl wiederholen."
    fi
    if [ "$(id -u)" != 0 ]; then
        # A terminal can ask for the password, a check run cannot.
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            davor="sudo"
        else
            gib_auf "Es fehlen Programme. Bitte als Administrator installieren und den Befehl wiederholen:" \
                $'\n'"  apt-get update && apt-get install --no-install-recommends $*"
        fi
    fi
    melde "Installiere mit apt: $*"
    # apt chatters on both channels; what it said matters only when it failed.
    protokoll=$(mktemp)
    {
        $davor apt-get update -qq &&
            $davor env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y -qq --no-install-recommends -o Acquire::Retries=3 "$@"
    } </dev/null >"$protokoll" 2>&1 || gib_auf "$(cat "$protokoll")"
    rm -f "$protokoll"
}

sichere_python() {
    if ! command -v "$python" >/dev/null; then
        apt_installiere python3 python3-venv
    fi
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        gib_auf "Gebraucht wird Python 3.11 oder neuer; gefunden: $("$python" --version 2>&1)." \
            $'\n'"Ein anderes Python nimmt zum Beispiel: make site PYTHON=python3.12"
    # Debian splits the standard library: without python3-venv there is `venv`, but no pip to put in.
    "$python" -c 'import ensurepip, venv' 2>/dev/null || apt_installiere python3-venv
}

richte_site_ein() {
    rm -f .venv/.stand-site
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        sichere_python
        melde "Lege .venv an"
        "$python" -m venv --clear .venv
    fi
    melde "Installiere requirements/site.txt"
    .venv/bin/python -m pip install --quiet --require-hashes -r requirements/site.txt
    # setuptools warns of folders named like the package: here they are the package.
    PYTHONWARNINGS="ignore:Editable installation" \
        .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
    abdruck "${site_dateien[@]}" >.venv/.stand-site
}

fehlende_programme() { # Debian packages, one a line
    command -v chromium >/dev/null || echo chromium
    # Only the widest runs walk in Firefox; where it cannot be had this way, the tests say what they leave out.
    # So they do of WebKit (below).
    [ -z "${ALLES:-}" ] || command -v firefox-esr >/dev/null || command -v firefox >/dev/null || ! command -v apt-get >/dev/null || echo firefox-esr
    # Without any font Chromium lays out pages without a letter in them.
    { command -v fc-list >/dev/null && [ -n "$(fc-list 2>/dev/null | head -n 1)" ]; } || echo fonts-dejavu-core
    java -version >/dev/null 2>&1 || echo default-jre-headless
    command -v pdftotext >/dev/null || echo poppler-utils
    # The Node that Playwright brings along needs it.
    [ "$(uname)" != Linux ] || [ -n "$(find /lib /usr/lib -name libatomic.so.1 -print -quit 2>/dev/null)" ] || echo libatomic1
    command -v hunspell >/dev/null || echo hunspell
    find /usr/share/hunspell /usr/share/myspell /Library/Spelling -name 'de_DE.dic' -print -quit 2>/dev/null | grep -q . || echo hunspell-de-de
    command -v node >/dev/null || echo nodejs
    command -v npm >/dev/null || echo npm
}

fehlender_webkit() { # Debian packages, one a line; only the widest runs walk in Safari's engine
    [ -n "${ALLES:-}" ] && command -v apt-get >/dev/null || return 0
    command -v WebKitWebDriver >/dev/null || printf '%s\n' webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi hyphen-de
    command -v xvfb-run >/dev/null || printf '%s\n' xvfb xauth
    command -v WPEWebDriver >/dev/null || printf '%s\n' wpewebkit-driver cog
}

richte_webkit_ein() {
    local fehlt
    fehlt=$(fehlender_webkit)
    [ -n "$fehlt" ] || return 0
    # shellcheck disable=SC2086 # a list of words on purpose
    (apt_installiere $fehlt) || melde "Ohne WebKit: die Tests sagen, was sie deshalb auslassen."
}

richte_test_ein() {
    local fehlt
    rm -f .venv/.stand-test
    fehlt=$(fehlende_programme)
    # shellcheck disable=SC2086 # a list of words on purpose
    [ -z "$fehlt" ] || apt_installiere $fehlt
    melde "Installiere requirements/test.txt"
    .venv/bin/python -m pip install --quiet --require-hashes -r requirements/test.txt
    melde "Installiere package-lock.json"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >/dev/null
    abdruck "${test_dateien[@]}" >.venv/.stand-test
}

site_dateien=(requirements/site.txt pyproject.toml scripts/einrichten.sh)
test_dateien=("${site_dateien[@]}" requirements/test.txt package.json package-lock.json)

case "${1:-}" in
site | test) ;;
*)
    melde "Aufruf: scripts/einrichten.sh site|test"
    exit 2
    ;;
esac

ist_aktuell .venv/.stand-site "${site_dateien[@]}" || richte_site_ein
if [ "$1" = test ]; then
    { [ -d node_modules ] && ist_aktuell .venv/.stand-test "${test_dateien[@]}"; } || richte_test_ein
    richte_webkit_ein
fi
