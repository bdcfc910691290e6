"""overviews layer."""
