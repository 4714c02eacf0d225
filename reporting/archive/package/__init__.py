"""What is in a package: papers, their views and templates, what they were made with, and what the package says of itself."""
