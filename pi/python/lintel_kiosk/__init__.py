"""Lintel on the whole screen, from login on, started again whenever it ends."""
