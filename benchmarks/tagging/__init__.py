"""One small page, tagged by several tools, and what is found in their files."""
