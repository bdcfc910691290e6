"""The cell-block overview: board, table, chips and the panel beside them."""
