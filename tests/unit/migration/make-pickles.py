"""Prints pickles of made-up vectors for the numpy that runs it, as JSON lines: {"what", "numpy", "protocol", "base64"}.

Run it once with numpy 1.x and once with numpy 2.x; `pickles.json` holds the lines of both as one array.
"""
import base64
import io
import json
import math
import pickle

import numpy as np

NAMES = ["Ada", "José", "王小明 😀 \\u0041"]


def vector(seed, size=128, dtype=np.float32):
    """The vector that `vectorOf` in pickles.ts makes."""
    raw = np.array([math.sin(seed + i * i) for i in range(size)], dtype=dtype)
    return raw / np.linalg.norm(raw)


def show(what, protocol, pickled):
    encoded = base64.b64encode(pickled).decode()
    print(json.dumps({"what": what, "numpy": np.__version__, "protocol": protocol, "base64": encoded}))


def python_pickle(value, protocol):
    out = io.BytesIO()
    pickle._Pickler(out, protocol).dump(value)
    return out.getvalue()


people = {name: vector(seed) for seed, name in enumerate(NAMES)}
for protocol in range(6):
    show("people", protocol, pickle.dumps(people, protocol))

if np.__version__.startswith("1."):
    show("pickled in pure Python", 4, python_pickle(people, 4))
    for protocol in (2, 5):
        again = pickle.loads(pickle.dumps(people, protocol))
        show("loaded and saved again", protocol, pickle.dumps(again, protocol))
    frozen = {name: array.copy() for name, array in people.items()}
    for array in frozen.values():
        array.flags.writeable = False
    show("arrays that are read only", 5, pickle.dumps(frozen, 5))
    strided = {name: np.repeat(array, 2)[::2] for name, array in people.items()}
    show("arrays with gaps", 5, pickle.dumps(strided, 5))
    show("one row each", 4, pickle.dumps({name: array.reshape(1, 128) for name, array in people.items()}, 4))
    show("big-endian", 4, pickle.dumps({name: array.astype(">f4") for name, array in people.items()}, 4))
    wide = {name: vector(seed, dtype=np.float64) for seed, name in enumerate(NAMES)}
    for protocol in (0, 2, 4):
        show("64 bits", protocol, pickle.dumps(wide, protocol))
