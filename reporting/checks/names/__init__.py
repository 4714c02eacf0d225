"""Names of states and bodies: the forms that the registers give them, articles, footnotes, and one form in one context."""
