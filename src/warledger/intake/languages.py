"""Which language a text is in, as a plain function so that the stages need no model of their own."""

from __future__ import annotations

from collections.abc import Callable


def identifier() -> Callable[[str], str]:
    """A function from text to its ISO 639-1 code (py3langid's model of 97 languages, loaded with the first text).

    It always answers, also for texts too short to tell; the caller decides how much to believe.
    """
    from py3langid import classify  # loading the model takes a fifth of a second: only who reads pays

    def identify(text: str) -> str:
        return str(classify(text)[0])

    return identify
