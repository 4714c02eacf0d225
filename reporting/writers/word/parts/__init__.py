"""Parts of a Word file that know nothing of its text: WordprocessingML as text, relations, settings, fonts."""
