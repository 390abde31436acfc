"""In from outside: the only place that opens foreign files."""
