"""Parts of windows that know no feature."""
