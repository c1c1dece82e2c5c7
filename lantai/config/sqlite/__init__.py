"""The embedded database as Django's own backend drives it, with the marks of a statement translated once."""
