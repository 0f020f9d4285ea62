"""Items that reach one another, by Tarjan's algorithm: each reference is looked at once.

A structure tree is one such component, for its elements lead up and down. Where a link leads to an
element (ISO 32000-2, 12.3.2.3), its page uses all of them.
"""

from collections.abc import Iterable, Sequence
from sys import maxsize

DONE = maxsize
"""Met, and its component is found."""


def components(
    starts: Iterable[int], targets: Sequence[Sequence[int]], closed: Iterable[int]
) -> list[list[int]]:
    """All that `starts` reach without what is closed; each component before those that lead to it.

    Not recursive: bookmarks are a chain, and may be many.
    """
    found: list[list[int]] = []
    waiting: list[int] = []
    met, lowest, last = [0] * len(targets), [0] * len(targets), 0
    for place in closed:
        met[place] = DONE
    for start in starts:
        path, ways = [start], [iter((start,))]
        while ways:
            place = path[-1]
            for kid in ways[-1]:
                if not met[kid]:
                    last += 1
                    met[kid] = lowest[kid] = last
                    waiting.append(kid)
                    path.append(kid)
                    ways.append(iter(targets[kid]))
                    break
                if met[kid] < lowest[place]:
                    lowest[place] = met[kid]
            else:
                path.pop()
                ways.pop()
                if path and lowest[place] < lowest[path[-1]]:
                    lowest[path[-1]] = lowest[place]
                if lowest[place] == met[place]:
                    found.append(_cut_off(waiting, place, met))
    return found


def _cut_off(waiting: list[int], place: int, met: list[int]) -> list[int]:
    """Take a component from the end of those that wait for theirs."""
    component: list[int] = []
    while not component or component[-1] != place:
        component.append(waiting.pop())
        met[component[-1]] = DONE
    return component
