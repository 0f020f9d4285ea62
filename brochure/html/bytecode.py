"""Templates compiled once: Jinja's bytecode is kept, 0.05 s of a build (measured, `make bench`)."""

from jinja2 import BytecodeCache, __version__
from jinja2.bccache import Bucket

from brochure import cache

KIND = "templates"


class Compiled(BytecodeCache):
    """Jinja's interface to the cache; it sees to Python's version and the template's text itself.

    `options` are those of the environment, which shape the code as well.
    """

    def __init__(self, options: object) -> None:
        self._options = options

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if this template was compiled before."""
        if (data := cache.recall(KIND, self._key(bucket))) is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        cache.keep(KIND, self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return cache.key_of(bucket.key, bucket.checksum, self._options, __version__)
