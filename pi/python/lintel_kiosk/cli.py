"""The command `lintel-kiosk`."""
import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from . import devtools
from .autostart import disable, enable, entry_file
from .command import ADDRESS, chromium_command, cursor_command
from .keep_running import keep_running
from .profile import is_open
from .watch import ASK_SECONDS, SILENT_SECONDS, end, watch


def main(arguments: list[str]) -> int:
    """Runs the command. 0: done. 1: it cannot be done here. 2: it was called wrongly."""
    options = _parser().parse_args(arguments)
    file = entry_file(os.environ)
    match options.action:
        case "enable":
            enable(file)
            print("From the next login on, Lintel fills the screen. To end that: lintel-kiosk disable")
        case "disable":
            disable(file)
            print("Lintel no longer fills the screen after the next login.")
        case "status":
            print("enabled" if file.exists() else "disabled")
        case _:
            return _run(options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lintel-kiosk", description="Lintel on the whole screen, from login on.")
    parser.add_argument("action", choices=("enable", "disable", "status", "run"))
    parser.add_argument("--wait", type=int, default=30, metavar="SECONDS", help="for Lintel's service, before the start")
    parser.add_argument("--silence", type=float, default=SILENT_SECONDS, metavar="SECONDS", help="after which Chromium is taken to hang")
    return parser


def _run(options: argparse.Namespace) -> int:
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        print("Chromium is not installed: sudo apt install chromium", file=sys.stderr)
        return 1
    if not os.environ.get("WAYLAND_DISPLAY") and not os.environ.get("DISPLAY"):
        print("There is no desktop here: log in on the screen, or run lintel-kiosk enable and restart.", file=sys.stderr)
        return 1
    # Chromium and the pointer's program end with this.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    children: list[subprocess.Popen[bytes]] = []
    try:
        _hide_cursor(children)
        _wait_for_server(options.wait)
        keep_running(lambda: _run_once(chromium_command(browser, os.environ), options.silence, children), _say)
    except KeyboardInterrupt:
        pass
    finally:
        for child in children:
            end(child)
    return 0


def _run_once(command: list[str], silent_seconds: float, children: list[subprocess.Popen[bytes]]) -> int:
    profile = Path(os.environ["HOME"]) / ".config/chromium"
    if is_open(profile):
        _say("Chromium is open already: close it, and Lintel fills the screen.")
    while is_open(profile):
        time.sleep(1)
    child, pipe = devtools.start(command)
    children.append(child)
    try:
        code = watch(child, pipe.page_answers, _say, min(ASK_SECONDS, silent_seconds / 2), silent_seconds)
    finally:
        pipe.close()
    children.remove(child)
    return code


def _hide_cursor(children: list[subprocess.Popen[bytes]]) -> None:
    command = cursor_command(os.environ)
    if command is not None and shutil.which(command[0]):
        children.append(subprocess.Popen(command))


def _wait_for_server(seconds: int) -> None:
    """The service starts while the desktop does. Without it Lintel opens from what it kept for offline use."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urlopen(ADDRESS, timeout=1).close()
            return
        except (URLError, OSError):
            time.sleep(0.5)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
