#!/usr/bin/env bash
# Renews requirements.lock, and bench/requirements.lock with what only the benchmark needs: each
# one file for every platform and Python >= 3.11, with hashes.
# Looks only at the public index: local configuration of pip or uv must not leak into it.
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
"$python" -m uv --version >/dev/null 2>&1 || "$python" -m pip install --quiet uv
compile() {
  UV_NO_CONFIG=1 "$python" -m uv pip compile "$@" \
    --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
    --no-emit-index-url --no-emit-find-links --no-annotate --no-header
}
compile pyproject.toml --group dev --output-file requirements.lock
compile --group bench --constraint requirements.lock --output-file bench/requirements.lock
echo "Both requirements.lock are renewed. Read the difference, then: make test"
