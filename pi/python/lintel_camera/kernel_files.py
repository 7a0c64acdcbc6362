"""What the kernel says in files: who holds a device, and how fast its cable is."""
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Holder:
    """A process that has a video device open."""

    pid: int
    name: str


def holders_of(nodes: frozenset[str], proc: Path = Path("/proc")) -> dict[str, list[Holder]]:
    """Who has these nodes open, as far as this user may see: root sees all."""
    holders: dict[str, list[Holder]] = {}
    for process in sorted((entry for entry in proc.iterdir() if entry.name.isdigit()), key=lambda entry: int(entry.name)):
        for node in _open_nodes(process) & nodes:
            holders.setdefault(node, []).append(Holder(int(process.name), _name_of(process)))
    return holders


def usb_megabits(node: str, sys: Path = Path("/sys")) -> float | None:
    """Speed of the USB port that a node's camera is on, in Mbit/s; None where it is on none."""
    interface = sys / "class/video4linux" / Path(node).name / "device"
    try:
        return float((interface.resolve().parent / "speed").read_text())
    except (OSError, ValueError):
        return None


def _open_nodes(process: Path) -> frozenset[str]:
    try:
        files = list((process / "fd").iterdir())
    except OSError:
        # It has ended, or is another user's.
        return frozenset()
    return frozenset(filter(None, map(_target_of, files)))


def _target_of(file: Path) -> str | None:
    try:
        return os.readlink(file)
    except OSError:
        return None


def _name_of(process: Path) -> str:
    try:
        return (process / "comm").read_text().strip()
    except OSError:
        return "a process that has ended"
