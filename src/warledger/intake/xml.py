"""XML of any origin to a tree, without entities, without the network, and without more depth than any report has."""

from __future__ import annotations

import re
from typing import Any

from warledger.intake.decode import decode

#: Elements nested deeper are an attack; libxml2 itself ends at 256.
DEEPEST = 200
#: Tags, opening and closing; a feed of a thousand articles has fifty thousand.
_MOST_TAGS = 2_000_000
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,12})|(\d{1,12}));", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


class BadXml(Exception):
    """It cannot be read as XML; the message says why, for the user. `hostile`: it defines entities or nests without end."""

    def __init__(self, detail: str, *, hostile: bool = False) -> None:
        super().__init__(detail)
        self.hostile = hostile


def parse_xml(data: bytes, *, mend: bool = False) -> Any:
    """The root element (lxml). With `mend`, damage is passed over where that is possible.

    Raises:
        BadXml: no XML, no text, entities of its own (with which a few bytes become gigabytes), or nested too deep.
    """
    from lxml import etree  # only who reads XML pays

    text = decode(data, "", markup=True).text
    if text is None:
        raise BadXml("its encoding is unknown")
    if _ENTITY.search(text):
        raise BadXml("it defines entities of its own, as reports never do; not read", hostile=True)
    if text.count("<") > _MOST_TAGS:
        raise BadXml(f"more than {_MOST_TAGS:,} tags", hostile=True)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, recover=mend, remove_pis=True)
    try:
        root = etree.fromstring(_REFERENCE.sub(_real, _DECLARATION.sub("", text)).encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        deep = "depth" in str(error).lower()
        raise BadXml(f"no XML, or damaged ({error})", hostile=deep) from error
    if root is None:
        raise BadXml("no XML")
    return root


def _real(reference: re.Match[str]) -> str:
    """A reference to a character, or U+FFFD where there is no such character: with damage mended the parser would let it pass."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code < 9 else reference[0]


def local(element: Any) -> str:
    """The name of an element without its namespace, in lower case; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def words_in(element: Any) -> str:
    """All text in an element, blanks folded."""
    return " ".join("".join(element.itertext()).split())
