"""`twinstar doctor`: what keeps the bot from running well, and what to do about each."""
