"""What stands in one text: what was left over in it, what it says twice, acronyms, and days that are not what it says."""
