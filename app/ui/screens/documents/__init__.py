"""Print a paper: the choices left, the real pages right."""
