"""Who took part: parties and guests, their order and heads, functions on the day, and who may be quoted."""
