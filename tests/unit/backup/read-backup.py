"""Reads a Lintel backup as docs/format.md describes it, and prints what is in it as JSON.

Usage: read-backup.py FILE < PASSPHRASE
Needs cryptography, and Argon2id from argon2-cffi (Debian: python3-cryptography, python3-argon2).
"""
import json
import struct
import sys
import unicodedata

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

HEADER, FRAME, TAG = 32, 65536, 16


def open_file(data, passphrase):
    magic, version = struct.unpack("<12sI", data[:16])
    if magic != b"LintelBackup" or version not in (1, 2):
        raise SystemExit("not a backup of version 1 or 2")
    header, frames = data[:HEADER], data[HEADER:]
    secret = unicodedata.normalize("NFKC", passphrase).encode()
    key = hash_secret_raw(secret, header[16:], time_cost=3, memory_cost=65536, parallelism=1, hash_len=32, type=Type.ID)
    sealed = [frames[at:at + FRAME + TAG] for at in range(0, len(frames), FRAME + TAG)]
    cipher = AESGCM(key)
    return b"".join(
        cipher.decrypt(struct.pack("<I7xB", number, number == len(sealed) - 1), frame, header)
        for number, frame in enumerate(sealed)
    )


def entries(content):
    at = 0
    while at < len(content):
        (length,) = struct.unpack_from("<I", content, at)
        entry = content[at + 4:at + 4 + length]
        (text,) = struct.unpack_from("<I", entry)
        floats = entry[4 + text:]
        yield json.loads(entry[4:4 + text]), list(struct.unpack(f"<{len(floats) // 4}f", floats))
        at += 4 + length


def with_embeddings(entry, numbers):
    for template in entry.get("templates", []):
        count = template["dimensions"]
        template["embedding"], numbers = numbers[:count], numbers[count:]
    assert not numbers
    return entry


passphrase = sys.stdin.buffer.read().decode()
with open(sys.argv[1], "rb") as file:
    content = open_file(file.read(), passphrase)
read = [with_embeddings(*entry) for entry in entries(content)]
kinds = [entry["kind"] for entry in read]
people, log = kinds.count("person"), kinds.count("log")
assert kinds == ["backup", "settings", *["person"] * people, *["log-names"] * ("log-names" in kinds), *["log"] * log, "end"]
assert read[-1]["people"] == people
json.dump(read, sys.stdout)
