"""The windows: everything that imports Qt."""
