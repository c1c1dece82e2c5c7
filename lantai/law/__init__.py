"""法: the rules of administrative law enforcement as pure values and functions.

No framework, no database, no network. Whoever wants to know what the law says here reads, in this order,
``statutes`` (who counts how), ``procedure`` (the words), ``procedures/`` (one act a file), ``gates``.
"""
