"""Writes docs/interventions.md: `python -m backend.api.interventions_manual --out docs/interventions.md`."""

from __future__ import annotations

import argparse
from pathlib import Path

from backend.domain.interventions.manual import manual


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes the manual of all interventions.")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    out: Path = parser.parse_args().out
    out.write_text(manual(), encoding="utf-8")


if __name__ == "__main__":
    main()
