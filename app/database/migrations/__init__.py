"""How the database came to its present shape. Migrations never import the records."""
