"""The edge to people's files: CSV, JSON, text tables and pictures.

Every module here turns a value into bytes; ``files`` puts them on the disk.
"""
