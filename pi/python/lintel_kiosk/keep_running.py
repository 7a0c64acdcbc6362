"""Starts a program again whenever it ends, the more patiently the sooner it ends."""
import time
from collections.abc import Callable

# A program that ran this long was well: what ended it is a new trouble.
WELL_SECONDS = 60
LONGEST_PAUSE_SECONDS = 60


def pause_seconds(failures: int) -> int:
    """How long to wait after so many short runs in a row: 1, 2, 4, … and never more than a minute."""
    return min(2 ** (failures - 1), LONGEST_PAUSE_SECONDS) if failures > 0 else 1


def keep_running(
    run_once: Callable[[], int],
    say: Callable[[str], None],
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Runs it for ever. `run_once` returns the exit code; whatever it raises ends this too."""
    failures = 0
    while True:
        started = clock()
        code = run_once()
        failures = 0 if clock() - started >= WELL_SECONDS else failures + 1
        pause = pause_seconds(failures)
        say(f"Chromium ended with {code}; it is started again in {pause} s.")
        sleep(pause)
