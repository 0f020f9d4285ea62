#!/usr/bin/env bash
# Install what pip can't: `setup/system.sh build` or `setup/system.sh test`.
# Does nothing where everything is there; installs by apt where that is allowed; else says what to type.
set -euo pipefail

has_library() { ldconfig -p 2>/dev/null | grep -q "$1"; }
has_program() { command -v "$1" >/dev/null 2>&1; }
packages=()
need_library() { has_library "$1" || packages+=("$2"); }
need_program() { has_program "$1" || packages+=("$2"); }

need_library libpango-1.0.so.0 libpango-1.0-0
need_library libpangoft2-1.0.so.0 libpangoft2-1.0-0
need_library libharfbuzz-subset.so.0 libharfbuzz-subset0
need_program python3 python3
python3 -c 'import venv, ensurepip' 2>/dev/null || packages+=(python3-venv)
if [ "${1:-build}" = test ]; then
    need_program java default-jre-headless
    need_program mvn maven
    need_program pdftotext poppler-utils
    need_program npm npm
    need_program gs ghostscript
    need_program mutool mupdf-tools
    need_program chromium chromium
fi
[ "${#packages[@]}" -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if sudo -n true 2>/dev/null; then as_root=(sudo -n); else as_root=(false); fi
fi
line="apt-get install -y ${packages[*]}"
if has_program apt-get && [ "${as_root[*]:-}" != false ]; then
    echo "brochure: installing system packages: ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" apt-get install -y -qq "${packages[@]}" >/dev/null
else
    echo "brochure needs system packages that it may not install itself. Please type:" >&2
    echo "    sudo $line" >&2
    echo "On macOS: brew install pango python maven poppler ghostscript mupdf-tools node chromium. On Windows: use WSL with Debian or Ubuntu." >&2
    exit 4
fi
