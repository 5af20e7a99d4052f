"""What a reader of a format is given: one file, or one member of a container, and how to say what became of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import IO, Any

from warledger.intake.budget import Budget
from warledger.intake.fields import ArticleFields
from warledger.intake.limits import Limits
from warledger.intake.names import printable
from warledger.records.document import Metadata, RawDocument
from warledger.records.reason import Problem, Reason, Severity

#: What readers give, one by one.
Results = Iterator[RawDocument | Problem]
_NOTHING = Metadata()


@dataclass(frozen=True)
class Source:
    """`name` is what its document will be called, `shown` where a person finds it, `location` the folder of the file it is or is in.

    `file` is the name that tells its format; `said` gives what manifests say of it (`None`) or of a member of it; `given` is what its
    container says of it. `open` opens it, from its beginning each time. `form` is its format and `charset` its encoding where the
    container says so.
    """

    name: str
    file: str
    shown: str
    location: str
    open: Callable[[], IO[bytes]]
    said: Callable[[str | None], Metadata]
    budget: Budget
    fields: ArticleFields = field(default_factory=ArticleFields)
    given: Metadata = field(default_factory=Metadata)
    depth: int = 0
    form: str = ""
    charset: str = ""

    @property
    def limits(self) -> Limits:
        """The limits that hold."""
        return self.budget.limits

    def called(self, member: str | None) -> str:
        """The name of a member, or its own."""
        return self.name if member is None else f"{self.name}#{printable(member)}"

    def document(
        self, data: bytes, form: str, text: str, *, member: str | None = None, given: Metadata = _NOTHING, **more: Any
    ) -> RawDocument:
        """The document of `data`, with what is known of it: a manifest's word first, then its own (`given`), then its container's."""
        known = self.said(member).over(given).over(self.given)
        file = self.file if member is None else ""
        return RawDocument(self.called(member), data, form, self.location, known, text, file=file, **more)

    def failed(self, reason: Reason, detail: str, member: str | None = None) -> Problem:
        """Why it, or a member of it, was not read."""
        return Problem(self.called(member), reason, Severity.FAILED, printable(detail))

    def passed_over(self, reason: Reason, detail: str, member: str | None = None) -> Problem:
        """Why it, or a member of it, was passed over on purpose."""
        return Problem(self.called(member), reason, Severity.SKIPPED, printable(detail))

    def whole(self, limit: int) -> bytes | Problem:
        """All its bytes, unless there are none, or more than `limit`."""
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            return self.failed(Reason.TOO_LARGE, f"{self.shown}: larger than {limit:,} bytes; split it, or raise the limit")
        return data if data.strip() else self.failed(Reason.EMPTY, f"{self.shown}: holds nothing")

    def member(
        self, member: str, file: str, open: Callable[[], IO[bytes]], *, said: Metadata = _NOTHING, given: Metadata = _NOTHING
    ) -> Source:
        """A member of it as a source of its own. `said` is what a manifest inside the container says of it.

        Raises:
            Spent: there are too many members.
        """
        self.budget.member()
        return replace(
            self,
            name=self.called(member),
            file=printable(file),
            shown=f"{self.shown}#{printable(member)}",
            open=open,
            said=lambda inner: self.said(member if inner is None else f"{member}#{inner}").over(said),
            given=given.over(self.given),
            depth=self.depth + 1,
            form="",
            charset="",
        )


#: What a reader hands members to: the reader of whatever they are.
Inner = Callable[[Source], Results]
#: A reader: the documents of a source, and every reason why something of it was not read. Never raises for what the source holds,
#: beside `Spent` and `Broken`.
Reader = Callable[[Source, Inner], Results]


def of_bytes(data: bytes) -> Callable[[], IO[bytes]]:
    """An opener of bytes held in memory."""
    return lambda: io.BytesIO(data)
