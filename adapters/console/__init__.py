"""The terminal: a person at a keyboard, a pipe of lines, or another program speaking JSON."""
