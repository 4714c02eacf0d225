"""Workers: processes that are forked warm, fenced in, held to limits and replaced. They know nothing of papers."""
