"""The report that is kept for the app: what the doctor finds, as far as a service can know it."""
import dataclasses
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

from .config import CONFIG_FILE, CameraConfig
from .diagnose import Finding, diagnose
from .facts import Facts, Run, gather, run_tool
from .kernel_files import holders_of

# What only whoever is logged in can be asked about: their PipeWire, and Chromium, which shows the app.
_OF_THE_SESSION = frozenset({"chromium", "chromium-browser", "pw-dump", "runuser"})
# What a service would say wrongly for that, or knows of itself alone.
_UNKNOWN = frozenset({"no-chromium", "no-rights"})

# A bridge that stopped, or a new tool, does not show in what is looked at every time.
_LONGEST_SECONDS = 600


def without_session(command: list[str], run: Run = run_tool) -> str | None:
    """Asks a tool, unless it is one that a service cannot ask."""
    return None if command[0] in _OF_THE_SESSION else run(command)


def app_findings(facts: Facts, config: CameraConfig) -> list[Finding]:
    """The findings without those that a service cannot know."""
    unknown = _UNKNOWN | ({"route-closed", "not-set-up"} if config.route == "pipewire" else frozenset())
    return [finding for finding in diagnose(facts, config) if finding.code not in unknown]


def write_report(file: Path, config: CameraConfig, now: float, look: Callable[[], Facts] = lambda: gather(without_session)) -> bool:
    """Writes the report, whole or not at all; False where nothing has changed since it was written a short while ago."""
    mark = scene_mark()
    if _is_young(file, mark, now):
        return False
    findings = app_findings(look(), config)
    report = {
        "version": 1,
        "checkedAtMs": round(now * 1000),
        "mark": mark,
        "findings": [dataclasses.asdict(finding) for finding in findings],
    }
    part = file.with_name(f".{file.name}.part")
    part.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    part.chmod(0o644)
    part.replace(file)
    return True


def scene_mark(dev: Path = Path("/dev"), proc: Path = Path("/proc"), config: Path = CONFIG_FILE) -> str:
    """What changes when cameras, who holds them, or the settings do: costs little, so that tools are asked seldom."""
    nodes = sorted(str(node) for node in dev.glob("video*"))
    holders = {node: [(holder.pid, holder.name) for holder in found] for node, found in holders_of(frozenset(nodes), proc).items()}
    try:
        changed = os.stat(config).st_mtime_ns
    except OSError:
        changed = 0
    return hashlib.sha256(repr((nodes, sorted(holders.items()), changed)).encode()).hexdigest()[:16]


def _is_young(file: Path, mark: str, now: float) -> bool:
    try:
        before = json.loads(file.read_text(encoding="utf-8"))
        return before["mark"] == mark and 0 <= now - before["checkedAtMs"] / 1000 < _LONGEST_SECONDS
    except (OSError, ValueError, LookupError, TypeError):
        return False
