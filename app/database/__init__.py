"""Two engines, one code path: SQLCipher for a workstation, PostgreSQL for a prison."""
