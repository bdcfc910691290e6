"""What every layer leans on: time, ids, places on disk, words. Knows nothing of prisons."""
