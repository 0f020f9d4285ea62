#!/usr/bin/env bash
# Fetch what reports are held to, for the tests: `setup/reports.sh FOLDER`.
# axe-core (MPL 2.0) looks for what keeps people out of a page; the schema of SARIF 2.1.0 by OASIS comes with a
# package of Microsoft's (MIT). What was fetched must be exactly what it was when it was chosen.
set -euo pipefail

axe=4.14.1
axe_sum=1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5
sarif=1.0.0-beta.0
sarif_sum=0357ce84f77a21ce620e4e05f583f0d6a341e1717eefe22f891ef197caf617a433424c7972963d2ec1a4dab1318852047016e3a559d29b058606e9004a4890f4

folder=$1
fetched=$(mktemp -d)
trap 'rm -rf "$fetched"' EXIT
npm pack --silent --pack-destination "$fetched" "axe-core@$axe" "@microsoft/jest-sarif@$sarif" >/dev/null
echo "$axe_sum  $fetched/axe-core-$axe.tgz" | sha512sum --check --quiet
echo "$sarif_sum  $fetched/microsoft-jest-sarif-$sarif.tgz" | sha512sum --check --quiet
rm -rf "$folder" && mkdir -p "$folder"
tar -C "$folder" --strip-components=1 -xzf "$fetched/axe-core-$axe.tgz" package/axe.min.js package/LICENSE
tar -C "$folder" --strip-components=3 -xzf "$fetched/microsoft-jest-sarif-$sarif.tgz" \
    package/lib/schemas/sarif-2.1.0-rtm.5.json
