"""What follows from the record and papers need: names of the day, who is guest, how topics fall into occasions.

Each row of `table.py` adds one field to a thing. It is worked out from values that the audience may already read, so it
can never carry more than they do. To add one, write its row there, or in `people.py` for a person.
"""
