"""Many editions: what is unchanged stays, the rest is made, by one process or by warm workers."""
