"""The platform when people press at once, when the disk is full, when processes die and when the input is hostile."""
