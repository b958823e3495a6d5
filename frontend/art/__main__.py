"""`python -m frontend.art --out DIR`: draws all scenarios to look at; `townlet draw` does it for the page."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from frontend.art.build import build, is_current
from frontend.art.preview import write_preview
from frontend.art.townmap import UnreadableMap


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m frontend.art", description=__doc__)
    parser.add_argument(
        "--scenarios", type=Path, default=Path("scenarios"), help="folder of scenario folders"
    )
    parser.add_argument("--out", type=Path, required=True, help="where the art goes")
    parser.add_argument("--force", action="store_true", help="draw even if nothing has changed")
    parser.add_argument("--preview", type=Path, help="also write each town, put together, into this folder")
    wanted = parser.parse_args()
    started = time.perf_counter()
    if not wanted.force and not wanted.preview and is_current(wanted.scenarios, wanted.out):
        print(f"art: unchanged, kept {wanted.out}")
        return 0
    try:
        names = build(wanted.scenarios, wanted.out)
    except UnreadableMap as fault:
        print(f"art: {fault}", file=sys.stderr)
        return 1
    if wanted.preview:
        for name in names:
            write_preview(wanted.out / name, wanted.preview / f"{name}.png")
    drawn = ", ".join(names) or "nothing, there are no scenarios"
    print(f"art: drew {drawn} in {time.perf_counter() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
