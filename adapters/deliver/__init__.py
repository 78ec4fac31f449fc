"""Delivering what the outbox holds: whose turn it is, what the limits allow, and what becomes of every attempt."""
