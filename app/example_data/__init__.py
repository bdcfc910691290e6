"""A fictional prison to try things on: invented people, our own texts, no database."""
