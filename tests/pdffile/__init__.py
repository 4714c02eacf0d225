"""What stands in the bytes of a PDF, input and answer side by side."""
