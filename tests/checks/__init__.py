"""Rules over the register."""
