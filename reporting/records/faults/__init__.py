"""Faults of records: what the model, the references, the ids and the folders say is wrong, told with its place.

To add a fault that a record by itself shows, add it here; one that needs the whole register is a rule in `checks/`.
"""
