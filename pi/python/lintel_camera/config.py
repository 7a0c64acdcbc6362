"""The settings in /etc/lintel/camera.conf."""
import re
from dataclasses import dataclass, fields, replace
from pathlib import Path

CONFIG_FILE = Path("/etc/lintel/camera.conf")

ROUTES = ("auto", "direct", "libcamerify", "pipewire", "bridge")


class ConfigError(Exception):
    """A line that cannot be obeyed: one sentence with the cure."""


@dataclass(frozen=True)
class CameraConfig:
    """How the camera reaches Chromium, and how it looks."""

    route: str = "auto"
    # auto, or a Camera Module's number.
    camera: str = "auto"
    width: int = 640
    height: int = 480
    # Frames per second.
    framerate: int = 15
    # Degrees.
    rotation: int = 0
    hflip: bool = False
    vflip: bool = False
    # auto, or microseconds.
    exposure: str = "auto"


def parse_config(text: str, place: str = str(CONFIG_FILE)) -> CameraConfig:
    """Reads `name = value` lines; # begins a comment. Raises ConfigError that names the line."""
    config = CameraConfig()
    for number, line in enumerate(text.splitlines(), start=1):
        content = line.split("#", 1)[0].strip()
        if not content:
            continue
        name, equals, value = (part.strip() for part in content.partition("="))
        try:
            if not equals:
                raise ConfigError(f'write "name = value" instead of "{content}"')
            config = replace(config, **{name: _value_of(name, value)})
        except ConfigError as error:
            raise ConfigError(f"{place}, line {number}: {error}.") from None
    return config


def load_config(path: Path = CONFIG_FILE) -> CameraConfig:
    """The settings; the usual ones where there is no file."""
    try:
        text = path.read_text()
    except FileNotFoundError:
        return CameraConfig()
    except OSError as error:
        raise ConfigError(f"{path} cannot be read ({error.strerror}): run this with sudo.") from None
    return parse_config(text, str(path))


def with_route(text: str, route: str) -> str:
    """The file's text with another route, everything else as its owner left it."""
    line = f"route = {route}"
    if re.search(r"^[ \t]*route[ \t]*=.*$", text, re.MULTILINE):
        return re.sub(r"^[ \t]*route[ \t]*=.*$", line, text, flags=re.MULTILINE)
    return f"{text.rstrip()}\n{line}\n" if text.strip() else f"{line}\n"


def _value_of(name: str, value: str) -> str | int | bool:
    match name:
        case "route":
            return _one_of(name, value, ROUTES)
        case "camera":
            return value if value == "auto" else str(_number(name, value, 0, 9))
        case "width":
            # Rows are padded to this by the Pi's image processor, and Chromium is given them as they are.
            return _number(name, value, 64, 4608, multiple_of=64)
        case "height":
            return _number(name, value, 64, 2592, multiple_of=2)
        case "framerate":
            return _number(name, value, 1, 120)
        case "rotation":
            return int(_one_of(name, value, ("0", "180")))
        case "hflip" | "vflip":
            return _one_of(name, value, ("yes", "no")) == "yes"
        case "exposure":
            return value if value == "auto" else str(_number(name, value, 1, 1_000_000))
    known = ", ".join(field.name for field in fields(CameraConfig))
    raise ConfigError(f'there is no setting "{name}": choose {known}')


def _one_of(name: str, value: str, choices: tuple[str, ...]) -> str:
    if value in choices:
        return value
    raise ConfigError(f'{name} is "{value}": choose {", ".join(choices)}')


def _number(name: str, value: str, least: int, most: int, multiple_of: int = 1) -> int:
    if value.isascii() and value.isdigit() and least <= int(value) <= most and int(value) % multiple_of == 0:
        return int(value)
    steps = f" in steps of {multiple_of}" if multiple_of > 1 else ""
    raise ConfigError(f'{name} is "{value}": give a number from {least} to {most}{steps}')
