#!/usr/bin/env bash
# Fetch pdf.js, which reads PDF in Firefox, for the tests: `setup/pdfjs.sh FOLDER`. Apache-2.0.
# Only what reads is kept; what was fetched must be exactly what it was when it was chosen.
set -euo pipefail

version=6.5.438
sum=be0f0fc35c7e0052b2e00303be1b9697970e615f1debdf14a0400da0516173bf61a970e7650aa7397a31c371c6f74ed61ce8352583af2e13fbe7a6e875d171a4

folder=$1
fetched=$(mktemp -d)
trap 'rm -rf "$fetched"' EXIT
npm pack --silent --pack-destination "$fetched" "pdfjs-dist@$version" >/dev/null
echo "$sum  $fetched/pdfjs-dist-$version.tgz" | sha512sum --check --quiet
rm -rf "$folder" && mkdir -p "$folder"
tar -C "$folder" --strip-components=1 -xzf "$fetched/pdfjs-dist-$version.tgz" \
    package/LICENSE package/legacy/build/pdf.min.mjs package/legacy/build/pdf.worker.min.mjs
