"""Reports on checks, for people and for programs: values in, bytes out.

`page.py` for people, `json.py`, `sarif.py` and `junit.py` for programs, `annotated.py` for those
who work in the PDF, `statement.py` for the declaration of accessibility. It builds, checks and
measures nothing.
"""
