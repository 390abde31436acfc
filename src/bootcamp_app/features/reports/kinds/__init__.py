"""What can be reported; one module with one ENTRY each."""
