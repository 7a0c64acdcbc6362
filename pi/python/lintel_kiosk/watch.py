"""Ends a browser that hangs, so that it is started again: whoever stands before the screen cannot."""
import os
import signal
import subprocess
import time
from collections.abc import Callable

# How often it is asked, and how long it may be silent. A Pi that loads its models is silent for some seconds.
ASK_SECONDS = 10.0
SILENT_SECONDS = 60.0
# How long it may take to end when it is asked to.
_END_SECONDS = 5.0


def watch(
    child: subprocess.Popen[bytes],
    answers: Callable[[float], bool],
    say: Callable[[str], None],
    ask_seconds: float = ASK_SECONDS,
    silent_seconds: float = SILENT_SECONDS,
) -> int:
    """Waits until the browser ends, and returns its exit code.

    One that has answered and then is silent for too long is killed. One that never answered is left alone: some builds
    of Chromium refuse to be asked.
    """
    answered_at: float | None = None
    while True:
        try:
            return child.wait(ask_seconds)
        except subprocess.TimeoutExpired:
            pass
        if answers(ask_seconds):
            answered_at = time.monotonic()
        elif answered_at is not None and time.monotonic() - answered_at >= silent_seconds:
            say(f"Chromium has not answered for {time.monotonic() - answered_at:.0f} s, so it is ended.")
            return end(child)


def end(child: subprocess.Popen[bytes]) -> int:
    """Ends it, gently at first: a stopped or hanging process hears nothing of that."""
    child.terminate()
    try:
        return child.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        # With what it started: a stopped process does not notice that its parent is gone.
        if os.getpgid(child.pid) == child.pid:
            os.killpg(child.pid, signal.SIGKILL)
        child.kill()
        return child.wait()
