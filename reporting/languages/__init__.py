"""How a language writes dates, ordinals, lists, numbers and names.

One file a subject; what differs between languages is a table in it. Babel lies underneath.
"""
