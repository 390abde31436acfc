"""Out to paper: the only place that knows ReportLab and QR drawing."""
