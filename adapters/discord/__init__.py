"""Discord: answers as message components."""
