"""Records: YAML files become a checked register of dialogues, rounds, people and countries.

To add a noun, add a file to `model/`; to add a field, give it a level and a sentence. The reader never
builds an object that the model did not ask for.
"""
