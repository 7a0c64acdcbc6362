"""Sets up a route: which files are written and which commands run, and then doing so."""
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .bridge import LOOPBACK_LABEL, LOOPBACK_NUMBER
from .config import CONFIG_FILE, with_route

MODULE_OPTIONS = Path("/etc/modprobe.d/lintel-camera.conf")
MODULE_LOADING = Path("/etc/modules-load.d/lintel-camera.conf")
BRIDGE_UNIT = "lintel-camera-bridge.service"


class SetupError(Exception):
    """Why nothing could be set up, or where it stopped: one sentence with the cure."""


@dataclass(frozen=True)
class Step:
    """Something to be done: a file's new text (None: it goes), or a command."""

    file: Path | None = None
    text: str | None = None
    command: tuple[str, ...] = ()

    def describe(self) -> str:
        if self.file is None:
            return f"run {' '.join(self.command)}"
        return f"{'delete' if self.text is None else 'write'} {self.file}"


def plan(route: str, config_text: str) -> list[Step]:
    """What a route needs, the setting last: whatever fails before leaves the route as it was."""
    chosen = Step(file=CONFIG_FILE, text=with_route(config_text, route))
    if route != "bridge":
        return [
            Step(command=("systemctl", "disable", "--now", BRIDGE_UNIT)),
            Step(file=MODULE_OPTIONS),
            Step(file=MODULE_LOADING),
            chosen,
        ]
    # exclusive_caps: Chromium lists only what is not also an output.
    options = f'options v4l2loopback exclusive_caps=1 video_nr={LOOPBACK_NUMBER} card_label="{LOOPBACK_LABEL}"\n'
    return [
        Step(file=MODULE_OPTIONS, text=options),
        Step(file=MODULE_LOADING, text="v4l2loopback\n"),
        Step(command=("modprobe", "v4l2loopback")),
        Step(command=("systemctl", "enable", BRIDGE_UNIT)),
        Step(command=("systemctl", "restart", BRIDGE_UNIT)),
        chosen,
    ]


def carry_out(steps: list[Step], root: Path = Path("/")) -> None:
    """Does one step after the other. Raises SetupError at the first that fails."""
    for step in steps:
        if step.file is None:
            _run(step)
            continue
        file = root / step.file.relative_to("/")
        try:
            if step.text is None:
                file.unlink(missing_ok=True)
            else:
                _write_whole(file, step.text)
        except PermissionError:
            raise SetupError(f"{step.file} cannot be changed: run this with sudo.") from None


def _write_whole(file: Path, text: str) -> None:
    """Whole or not at all, even if the power goes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    with open(part, "w", encoding="utf-8") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())
    part.chmod(0o644)
    part.replace(file)


def _run(step: Step) -> None:
    try:
        ended = subprocess.run(step.command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise SetupError(f'"{step.command[0]}" cannot be run ({error.strerror}).') from None
    if ended.returncode != 0:
        said = (ended.stderr or ended.stdout).strip().splitlines()
        raise SetupError(f'"{" ".join(step.command)}" failed: {said[-1] if said else "it said nothing"}')
