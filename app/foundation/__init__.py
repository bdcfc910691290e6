"""What every layer may lean on: time, ids, places on disk, words, progress. Knows nothing of prisons."""
