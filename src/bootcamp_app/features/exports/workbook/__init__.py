"""How a report becomes an Excel workbook: cover, drawings, a worksheet for each sheet."""
