#!/usr/bin/env bash
# Build brochure/catalog/data/icc/FOGRA39L.icc again from the measured data beside this script.
# Needs ArgyllCMS 2.3 (`apt install argyll`, `brew install argyll-cms`); takes two minutes. Data and
# sRGB.icc are those of Debian's icc-profiles-free 2.0.1; terms: brochure/catalog/data/icc/README.md.
# Usage: setup/icc/fogra39.sh [PYTHON]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
icc="$here/../../brochure/catalog/data/icc"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/FOGRA39L.ti3" "$work/f.ti3"
# -qm medium grid, -al Lab table, -nc without the data; perceptual for what comes from sRGB on a
# screen (mt) seen as a print (pp). Black begins at 15 % of darkness and grows slowly at first, so
# that skin and skies have little of it; all inks at most 300 %, black at most 95 %. With the ICC's
# sRGB2014.icc instead of this sRGB.icc the perceptual table dulls all colours (skin by ΔE 6).
colprof -qm -al -nc -S "$here/sRGB.icc" -cmt -dpp -kp 0 0.15 1 1 0.5 -l300 -L95 \
    -D "Coated FOGRA39, 300 % ink (brochure)" -A brochure -M FOGRA39 \
    -C "No copyright, use freely. Made from data of Fogra by Kai-Uwe Behrmann (zlib licence)" \
    "$work/f"
"${1:-python3}" "$here/finish.py" "$work/f.icc" "$icc/FOGRA39L.icc"
