"""Our own maker: certificates as the workspace gives them, into one PDF."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from bootcamp_app.features.certificates.printing import print_batch


def main(folder: Path, target: Path) -> None:
    """Print what lies ready in the folder."""
    ready = pickle.loads((folder / "certificates.pickle").read_bytes())
    certificates, bootcamp, designs = ready
    print_batch(certificates, bootcamp, target, lambda done, of: None, designs)  # noqa: ARG005


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
