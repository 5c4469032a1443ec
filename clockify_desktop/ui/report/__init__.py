"""The report's page: picture and table beside each other, and what stands around them.

Only ``chart_view`` and ``chart_canvas`` import matplotlib, and only
``ReportPage.attach_chart`` imports them.
"""
