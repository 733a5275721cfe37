"""Treadle: an open platform for industrial partnership."""
