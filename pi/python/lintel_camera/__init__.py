"""Finds the cameras of this device, says what keeps Chromium from seeing them, and sets up a way."""
