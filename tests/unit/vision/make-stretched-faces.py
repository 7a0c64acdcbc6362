"""Prints what the predecessor's network is given of a made-up picture, as JSON: {"opencv", "faces": [{"box", "samples"}]}.

The face is cut out, resized by OpenCV and scaled as the predecessor does it. A sample is [channel, row, column, value]:
red is channel 0, and values run from -1 to 1. `stretched-faces.json` holds the output.
"""
import json

import cv2
import numpy as np

SIDE = 112
WIDTH, HEIGHT = 320, 240

# Left, top, width, height: smaller than the network's input, of its size, larger, and at the picture's edge.
BOXES = [(31, 17, 61, 61), (120, 60, 112, 112), (97, 12, 187, 187), (129, 49, 191, 191)]


def wave(at):
    """Up from 0 to 255 and down again, once in 512; the same in integers everywhere."""
    return np.minimum(at % 512, 511 - at % 512)


def picture():
    """The picture that `MADE_UP` in legacy-face.test.ts is, as OpenCV keeps it: blue first."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    red = wave(5 * x + 3 * y)
    green = wave(x * x // 16 + 2 * y)
    blue = wave(x * y // 32)
    return np.dstack([blue, green, red]).astype(np.uint8)


def tensor(image, box):
    x, y, width, height = box
    face = cv2.resize(image[y : y + height, x : x + width], (SIDE, SIDE))
    face = cv2.cvtColor(face, cv2.COLOR_BGR2RGB).astype(np.float32) / 255.0
    return np.transpose((face - 0.5) / 0.5, (2, 0, 1))


def samples(values):
    places = [(channel, row, column) for channel in range(3) for row in (0, 23, 56, 111) for column in (0, 40, 89, 111)]
    return [[*place, round(float(values[place]), 5)] for place in places]


image = picture()
faces = [{"box": box, "samples": samples(tensor(image, box))} for box in BOXES]
print(json.dumps({"opencv": cv2.__version__, "faces": faces}))
