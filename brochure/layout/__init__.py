"""One unit's HTML, CSS and fonts → a fragment. The room that knows WeasyPrint.

Import `brochure.layout.engine` only when something is laid out: it loads WeasyPrint.
"""
