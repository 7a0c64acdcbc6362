"""The predecessor's loop as its README describes it, on one thread: the cascade over the whole picture, then the network.

Arguments: frames (I420, one after the other), width, height, cascade, recognition network (ONNX).
Says what it runs on in one line of JSON; then answers each line of JSON, a list of frames, with one line of samples.
"""
import json
import sys
import time

import cv2
import numpy as np

frames_path, width, height, cascade_path, network_path = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5]
cv2.setNumThreads(1)
film = np.fromfile(frames_path, dtype=np.uint8).reshape(-1, height * 3 // 2, width)
cascade = cv2.CascadeClassifier(cascade_path)


def network():
    """The network as a function, and what runs it; None where nothing here can."""
    try:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(network_path, options, providers=["CPUExecutionProvider"])
        name = session.get_inputs()[0].name
        return lambda tensor: session.run(None, {name: tensor}), "onnxruntime " + onnxruntime.__version__
    except ImportError:
        pass
    try:
        net = cv2.dnn.readNetFromONNX(network_path)

        def run(tensor):
            net.setInput(tensor)
            return net.forward()

        return run, "cv2.dnn " + cv2.__version__
    except cv2.error:
        return None, None


def sample(index):
    """One turn of the loop; embedMs is None where there is no network or no face."""
    picture = cv2.cvtColor(film[index], cv2.COLOR_YUV2BGR_I420)
    start = time.perf_counter()
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    faces = cascade.detectMultiScale(grey, scaleFactor=1.1, minNeighbors=5, minSize=(30, 30))
    detected = time.perf_counter()
    if len(faces) == 0:
        return {"detectMs": (detected - start) * 1000, "prepareMs": None, "embedMs": None}
    x, y, w, h = max(faces, key=lambda face: face[2] * face[3])
    face = cv2.resize(cv2.cvtColor(picture[y : y + h, x : x + w], cv2.COLOR_BGR2RGB), (112, 112))
    tensor = ((face.astype(np.float32) / 255 - 0.5) / 0.5).transpose(2, 0, 1)[None]
    prepared = time.perf_counter()
    if run is not None:
        run(tensor)
    embedded = time.perf_counter()
    return {
        "detectMs": (detected - start) * 1000,
        "prepareMs": (prepared - detected) * 1000,
        "embedMs": None if run is None else (embedded - prepared) * 1000,
    }


run, runtime = network()
sample(0)
print(json.dumps({"opencv": cv2.__version__, "network": runtime}), flush=True)
for line in sys.stdin:
    print(json.dumps([sample(index) for index in json.loads(line)]), flush=True)
