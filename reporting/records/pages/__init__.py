"""Pages made from the model: JSON Schema for editors, and the reference of records for people."""
