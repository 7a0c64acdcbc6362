"""The command `lintel-camera`."""
import argparse
import dataclasses
import json
import os
import sys
import time
from pathlib import Path

from .bridge import BridgeError, run_bridge
from .config import CONFIG_FILE, ROUTES, CameraConfig, ConfigError, load_config
from .diagnose import Finding, diagnose, exit_code
from .facts import Facts, gather
from .report import write_report
from .routes import open_routes
from .setup import SetupError, carry_out, plan

_MARKS = {"ok": "✓", "warning": "!", "problem": "✗"}


def main(arguments: list[str]) -> int:
    """Runs the command. 0: good. 1: something is to be put right. 2: it was called wrongly. 3: there is no camera."""
    options = _parser().parse_args(arguments)
    try:
        config = load_config()
        match options.action:
            case "setup":
                return _set_up(options.route, options.dry_run)
            case "bridge":
                return run_bridge(config)
            case "report":
                write_report(options.file, config, time.time())
                return 0
            case _:
                return _report(gather(), config, options.json)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    except (BridgeError, SetupError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lintel-camera",
        description="Finds the camera, and sets up a way for Chromium to see it.",
    )
    actions = parser.add_subparsers(dest="action")
    doctor = actions.add_parser("doctor", help="say what was found and what to do (the usual)")
    for place in (parser, doctor):
        place.add_argument("--json", action="store_true", help="for scripts")
    setup = actions.add_parser("setup", help="choose the first route that works and set it up (needs sudo)")
    setup.add_argument("--route", choices=ROUTES, default="auto")
    setup.add_argument("--dry-run", action="store_true", help="only say what would be done")
    actions.add_parser("bridge", help="run the bridge (its service does)")
    kept = actions.add_parser("report", help="keep the findings in a file for the app (its service does)")
    kept.add_argument("file", type=Path)
    return parser


def report(facts: Facts, config: CameraConfig) -> dict[str, object]:
    """The findings as --json gives them."""
    findings = diagnose(facts, config)
    return {
        "version": 1,
        "usable": exit_code(findings) == 0,
        "route": config.route,
        "openRoutes": list(open_routes(facts)),
        "findings": [dataclasses.asdict(finding) for finding in findings],
    }


def as_text(findings: list[Finding]) -> str:
    """The findings for a person."""
    return "\n".join(
        f"{_MARKS[finding.level]} {finding.sentence}" + (f"\n  → {finding.fix}" if finding.fix else "")
        for finding in findings
    )


def _report(facts: Facts, config: CameraConfig, as_json: bool) -> int:
    findings = diagnose(facts, config)
    print(json.dumps(report(facts, config), indent=2, ensure_ascii=False) if as_json else as_text(findings))
    return exit_code(findings)


def _set_up(wanted: str, dry_run: bool) -> int:
    if os.geteuid() != 0 and not dry_run:
        raise SetupError("Setting up a route changes the system: run sudo lintel-camera setup.")
    facts = gather()
    route = chosen_route(wanted, facts)
    if route is None:
        findings = diagnose(facts, CameraConfig())
        print(as_text(findings))
        print(f"No camera can come by the route {wanted} here; nothing was changed.", file=sys.stderr)
        return exit_code(findings) or 1
    steps = plan(route, CONFIG_FILE.read_text(encoding="utf-8") if CONFIG_FILE.exists() else "")
    if dry_run:
        print("\n".join(f"would {step.describe()}" for step in steps))
        return 0
    carry_out(steps)
    print(f"The camera now comes by the route {route}. Close every Chromium window, then open Lintel.")
    return 0


def chosen_route(wanted: str, facts: Facts) -> str | None:
    """The route that was asked for, or the best one; None where it is not open."""
    routes = list(open_routes(facts))
    if wanted == "auto":
        return next(iter(routes), None)
    return wanted if wanted in routes else None
