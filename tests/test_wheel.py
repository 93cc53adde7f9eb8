"""The wheel: the package and its data, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    files = {relative(p) for p in (ROOT / "graph").rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    assert packed == files
    assert {Path(name).suffix for name in packed} >= {".py", ".ttl", ".rq", ".toml", ".typed"}
