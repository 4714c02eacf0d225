"""Protocol: who stands before whom, in whose name a paper speaks, and what follows from both.

A new order is a file in `templates/orders/`; a new way to weigh two parties is a row of `WEIGHTS` in `order.py`.
"""
