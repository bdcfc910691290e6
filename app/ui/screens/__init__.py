"""One folder for each feature; they do not know each other."""
