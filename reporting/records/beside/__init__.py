"""Each record beside the others: ids, references, markings, orders and folders fit together, or it is told where not.

A fault that a record shows when it is read belongs here or, if the model can say it, in `faults/`; one that needs the
whole register is a rule in `checks/`.
"""
