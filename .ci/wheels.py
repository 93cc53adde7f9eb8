"""Every pin of a user's installation has wheels for Linux, Windows and macOS on Python 3.11 to 3.14.

Asks pip, which asks the index it is set up with; nothing is installed or kept.
"""

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement

PLATFORMS = {
    "Linux": [
        "manylinux2014_x86_64",
        "manylinux_2_17_x86_64",
        "manylinux_2_28_x86_64",
        "manylinux_2_27_x86_64",
        "manylinux1_x86_64",
    ],
    "Windows": ["win_amd64"],
    "macOS": [
        "macosx_11_0_arm64",
        "macosx_12_0_arm64",
        "macosx_13_0_arm64",
        "macosx_14_0_arm64",
        "macosx_11_0_universal2",
        "macosx_10_13_universal2",
    ],
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PINS = Path(__file__).parent / "constraints.txt"


def users() -> list[str]:
    """The pins that a user's installation takes, by what the packages themselves ask for."""
    pins = dict(
        line.lower().replace("_", "-").split("==") for line in PINS.read_text(encoding="utf-8").split()
    )
    wanted, seen = ["samverkan"], set()
    while wanted:
        name = wanted.pop().lower().replace("_", "-")
        if name in seen:
            continue
        seen.add(name)
        for text in requires(name) or []:
            needed = Requirement(text)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                wanted.append(needed.name)
    return [f"{name}=={pins[name]}" for name in sorted(seen & pins.keys())]


def missing(pins: list[str], system: str, python: str) -> str | None:
    """What pip says if any pin lacks a wheel for one system and Python; None where all have one."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "--only-binary=:all:",
            "--python-version",
            python,
            "-d",
            folder,
        ]
        command += [part for platform in PLATFORMS[system] for part in ("--platform", platform)]
        result = subprocess.run([*command, *pins], capture_output=True, text=True, check=False)
    return (
        None
        if result.returncode == 0
        else f"{system}, Python {python}: {result.stderr.strip().splitlines()[-1]}"
    )


if __name__ == "__main__":
    pins = users()
    cases = [(system, python) for system in PLATFORMS for python in PYTHONS]
    with ThreadPoolExecutor(4) as pool:
        told = [text for text in pool.map(lambda case: missing(pins, *case), cases) if text]
    print(f"{len(pins)} pins, {len(cases)} systems and Pythons, {len(told)} without a wheel")
    print("\n".join(told))
    sys.exit(bool(told))
