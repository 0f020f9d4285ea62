#!/usr/bin/env bash
# Build brochure/catalog/data/icc/FOGRA39L.icc again from the measured data beside this script.
# Needs ArgyllCMS 2.3 (`apt install argyll`, `brew install argyll-cms`); takes one to two minutes.
# Usage: setup/icc/fogra39.sh [PYTHON]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
icc="$here/../../brochure/catalog/data/icc"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/FOGRA39L.ti3" "$work/f.ti3"
# -qm medium grid, -al Lab table, -nc without the data; perceptual for what comes from sRGB on a
# screen (mt) seen as a print (pp); black as a ramp, all inks at most 300 %, black at most 95 %.
colprof -qm -al -nc -S "$icc/sRGB2014.icc" -cmt -dpp -kr -l300 -L95 \
    -D "Coated FOGRA39, 300 % ink (brochure)" -A brochure -M FOGRA39 \
    -C "No copyright, use freely. Made from data of Fogra by Kai-Uwe Behrmann (zlib licence)" \
    "$work/f"
"${1:-python3}" "$here/finish.py" "$work/f.icc" "$icc/FOGRA39L.icc"
