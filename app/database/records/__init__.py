"""The rows of the database, one module for each thing they describe."""
