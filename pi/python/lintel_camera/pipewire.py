"""Cameras that PipeWire offers: the output of `pw-dump`."""
import json


def parse_dump(text: str) -> list[str]:
    """Names of the video sources; none where the output is not what pw-dump writes."""
    try:
        objects = json.loads(text)
    except json.JSONDecodeError:
        return []
    if not isinstance(objects, list):
        return []
    names = []
    for item in objects:
        info = item.get("info") if isinstance(item, dict) else None
        props = info.get("props") if isinstance(info, dict) else None
        if isinstance(props, dict) and props.get("media.class") == "Video/Source":
            names.append(str(props.get("node.description") or props.get("node.name") or "camera"))
    return names
