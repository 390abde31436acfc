"""Our own maker: certificates as the workspace gives them, into one PDF."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from bootcamp_app.features.certificates.printing import print_batch


def main(folder: Path, target: Path) -> None:
    """Print what lies ready in the folder."""
    certificates, bootcamp = pickle.loads((folder / "certificates.pickle").read_bytes())
    print_batch(certificates, bootcamp, target, lambda done, of: None)  # noqa: ARG005


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
