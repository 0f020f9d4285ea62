#!/bin/sh
# Write the lock files: exact versions with hashes, no address of any index.
# Usage: setup/lock.sh PIP_COMPILE
set -eu
pip_compile=$1
options="--quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
    --no-emit-trusted-host --no-emit-find-links --no-emit-options --no-annotate --no-header"
# shellcheck disable=SC2086
"$pip_compile" $options --extra build --output-file requirements.lock pyproject.toml
# shellcheck disable=SC2086
"$pip_compile" $options --extra build --extra dev --output-file requirements-dev.lock pyproject.toml
