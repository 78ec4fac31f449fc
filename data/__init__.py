"""Storage: the shipped fact base, its readers and its stores."""
