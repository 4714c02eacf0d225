"""The round: its number, days, place and agenda, and what is due around it."""
