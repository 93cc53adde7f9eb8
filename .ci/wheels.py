"""Says whether every pin has a wheel for Linux, Windows and macOS on each Python that we promise.

Asks the index that pip is set up with, by pip itself, and installs nothing. A pin that is published as
source only is named, since whoever installs it needs a compiler.
"""

import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

PINS = Path(__file__).with_name("constraints.txt")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS = {
    "Linux": [
        "manylinux_2_28_x86_64",
        "manylinux_2_27_x86_64",
        "manylinux_2_17_x86_64",
        "manylinux2014_x86_64",
    ],
    "Windows": ["win_amd64"],
    "macOS": ["macosx_14_0_arm64"],
}


def asked(python: str, platforms: list[str], pins: list[str]) -> subprocess.CompletedProcess[str]:
    """What pip says when it is to install the pins there, wheels only."""
    with tempfile.TemporaryDirectory() as nowhere:
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--no-deps"]
        command += ["--only-binary", ":all:", "--target", nowhere, "--python-version", python]
        command += [part for platform in platforms for part in ("--platform", platform)]
        return subprocess.run([*command, *pins], capture_output=True, text=True, check=False)


def main() -> int:
    pins = PINS.read_text(encoding="utf-8").split()
    without = []
    for (system, platforms), python in product(PLATFORMS.items(), PYTHONS):
        if asked(python, platforms, pins).returncode == 0:
            continue
        for pin in pins:  # one by one, to name every pin and not the first alone
            result = asked(python, platforms, [pin])
            if result.returncode:
                reason = (result.stderr.strip().splitlines() or ["no reason given"])[-1]
                without.append(f"{pin}: no wheel for {system}, Python {python} ({reason})")
    print(
        "\n".join(without) or f"{len(pins)} pins: wheels for {', '.join(PLATFORMS)} on {', '.join(PYTHONS)}"
    )
    return bool(without)


if __name__ == "__main__":
    sys.exit(main())
