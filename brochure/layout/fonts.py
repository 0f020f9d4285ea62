"""Only the project's fonts exist for a build.

A font that is taken from the machine looks right here and wrong elsewhere, silently (Kozea/
WeasyPrint #2310). Fontconfig reads its settings once, when the engine is loaded.
"""

import os
import sys
from pathlib import Path

from brochure.diagnostics import Diagnostic, Problems, Span


def use_only(folder: Path) -> None:
    """Make fontconfig see only the fonts of a folder; call it before the engine is imported.

    Raises `Problems` when the folder has no settings or no fonts: fontconfig itself would go on
    without a word.
    """
    settings = folder / "fonts.conf"
    if not settings.is_file() or not any(folder.glob("**/*.ttf")):
        raise Problems([Diagnostic.of("layout/no-fonts", Span(folder.name))])
    if os.environ.get("FONTCONFIG_FILE") == str(settings):
        return
    if "weasyprint" in sys.modules:
        raise RuntimeError("fonts must be chosen before the layout engine is loaded")
    os.environ["FONTCONFIG_FILE"] = str(settings)
