"""fontTools stays out of a build, and comes when a font needs it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

LOAD = """
import sys
from pathlib import Path
from brochure.layout.loading import load_engine
load_engine(lambda file: b"", Path("fonts"))
"""


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", LOAD + code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_engine_is_loaded_without_fonttools() -> None:
    assert run('print("fontTools" in sys.modules)') == "False\n"


def test_every_name_the_engine_takes_is_a_stand_in() -> None:
    """A new version of the engine that takes more, or less, fails here."""
    assert (
        run(
            "import ast, inspect\n"
            "from brochure.layout.deferred_fonttools import TAKEN, StandIn\n"
            "for name, names in TAKEN.items():\n"
            "    module = sys.modules[name]\n"
            "    taken = {alias.name for node in ast.walk(ast.parse(inspect.getsource(module)))\n"
            "        if isinstance(node, ast.ImportFrom)\n"
            "        and (node.module or '').startswith('fontTools')\n"
            "        for alias in node.names}\n"
            "    assert taken == set(names), (name, taken)\n"
            "    assert all(isinstance(getattr(module, item), StandIn) for item in names)\n"
            "print('ok')"
        )
        == "ok\n"
    )


def test_the_first_use_brings_the_real_ones() -> None:
    assert (
        run(
            "import weasyprint.pdf.fonts as fonts\n"
            "font = fonts.TTFont('fonts/source-sans-3/SourceSans3-Regular.ttf')\n"
            "from fontTools.ttLib import TTFont, TTLibError\n"
            "assert isinstance(font, TTFont) and fonts.TTFont is TTFont\n"
            "assert fonts.TTLibError is TTLibError\n"
            "assert fonts.subset.Options().hinting\n"
            "print(fonts.ttFont.getTableClass('loca').__name__)"
        )
        == "table__l_o_c_a\n"
    )
