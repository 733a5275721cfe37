"""Private files: checked by their content, limited in size, served only to whom the owner's rule allows."""

import hashlib
import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from .events import type_of
from .models import StoredFile
from .texts import clean_line

PDF, PNG, JPEG, WEBP = "application/pdf", "image/png", "image/jpeg", "image/webp"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXTENSIONS = {
    ".pdf": PDF, ".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".webp": WEBP, ".xlsx": XLSX, ".docx": DOCX, ".csv": "text/csv",
}  # fmt: skip
DXF, STEP, DWG = "image/vnd.dxf", "model/step", "image/vnd.dwg"
EXTENSIONS |= {".dxf": DXF, ".step": STEP, ".stp": STEP, ".dwg": DWG}
DRAWINGS = frozenset({PDF, PNG, JPEG, WEBP, DXF, STEP, DWG})
DOCUMENTS = frozenset({PDF, PNG, JPEG, WEBP, DOCX})

_readers: dict[str, Callable[[Any, str], bool]] = {}


def readable_by(kind: str, rule: Callable[[Any, str], bool]) -> None:
    """Say who may read files that belong to a kind of thing: ``rule(person, id)``."""
    _readers[kind] = rule


def may_read(person: Any, stored: StoredFile) -> bool:
    """Whether the rule of the thing it belongs to lets this person read the file; no rule, nobody."""
    rule = _readers.get(stored.belongs_to)
    return rule is not None and rule(person, stored.belongs_id)


def sniff(head: bytes, whole: io.BufferedIOBase | Any) -> str:
    """The kind that the content itself shows; "" when none that is accepted."""
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(b"PK\x03\x04"):
        return _office(whole)
    if head.startswith(b"AC10"):
        return DWG
    if head.lstrip().startswith(b"ISO-10303-21;"):
        return STEP
    if re.match(rb"(?:\s*999\s[^\n]*\n)*\s*0\s+SECTION\b", head) or head.startswith(b"AutoCAD Binary DXF"):
        return DXF
    return "text/csv" if _is_text(head) else ""


def _office(whole: Any) -> str:
    try:
        whole.seek(0)
        names = set(zipfile.ZipFile(whole).namelist())
    except zipfile.BadZipFile:
        return ""
    if "xl/workbook.xml" in names:
        return XLSX
    return DOCX if "word/document.xml" in names else ""


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8", errors="strict") if not head.startswith((b"\xff\xfe", b"\xfe\xff")) else head.decode("utf-16")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 4:
            return b"\x00" not in head
        text = head[: error.start].decode("utf-8")
    return "\x00" not in text


def check(upload: "UploadedFile[Any]", accepted: frozenset[str] = DOCUMENTS) -> str:
    """The upload's kind; raises ValidationError saying what is wrong and what would be right."""
    size = upload.size or 0
    limit = settings.FILE_LIMIT_BYTES
    if size == 0:
        raise ValidationError(_("The file is empty. Choose a file with content."), code="empty")
    if size > limit:
        raise ValidationError(
            _("The file has %(size)s MB; at most %(limit)s MB are accepted. Scan it at a lower resolution or split it."),
            code="too-large",
            params={"size": f"{size / 1048576:.1f}", "limit": limit // 1048576},
        )
    upload.seek(0)
    found = sniff(upload.read(4096), upload)
    upload.seek(0)
    claimed = EXTENSIONS.get(PurePath(upload.name or "").suffix.lower(), "")
    names = ", ".join(sorted({end[1:].upper() for end, kind in EXTENSIONS.items() if kind in accepted}))
    if found not in accepted:
        raise ValidationError(_("This kind of file is not accepted. Accepted are: %(names)s."), code="kind", params={"names": names})
    if claimed != found:
        raise ValidationError(
            _("The file's name ends in “%(end)s”, but its content is something else. Save it again as one of: %(names)s."),
            code="mismatch",
            params={"end": PurePath(upload.name or "").suffix or "–", "names": names},
        )
    return found


def keep(upload: "UploadedFile[Any]", *, belongs_to: models.Model, by: Any, accepted: frozenset[str] = DOCUMENTS) -> StoredFile:
    """Check and store an upload for the thing it belongs to."""
    return store(upload, belongs_to=belongs_to, by=by, kind=check(upload, accepted))


def store(upload: "File[Any]", *, belongs_to: models.Model, by: Any, kind: str) -> StoredFile:
    """Store a file that has been checked elsewhere for the thing it belongs to."""
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    stored = StoredFile(
        name=clean_line(PurePath(upload.name or "file").name)[:200],
        kind=kind,
        size=upload.size or 0,
        sha256=digest.hexdigest(),
        belongs_to=type_of(belongs_to),
        belongs_id=str(belongs_to.pk),
        uploaded_by=by,
    )
    stored.content.save(f"{stored.id}{PurePath(upload.name or '').suffix.lower()}", upload, save=False)
    stored.save()
    return stored


def remove(stored: StoredFile) -> None:
    """Take a file away: its row in this transaction, its content once that holds."""
    name, storage = str(stored.content.name), stored.content.storage
    stored.delete()
    transaction.on_commit(lambda: storage.delete(name))


@contextmanager
def on_disk(upload: "UploadedFile[Any]") -> Iterator[Path]:
    """An upload as a file with a path, for readers that need one; it is gone afterwards."""
    with tempfile.NamedTemporaryFile(suffix=PurePath(upload.name or "").suffix[:8]) as made:
        for chunk in upload.chunks():
            made.write(chunk)
        made.flush()
        yield Path(made.name)


def of(thing: models.Model) -> models.QuerySet[StoredFile]:
    """Files that belong to a thing."""
    return StoredFile.objects.filter(belongs_to=type_of(thing), belongs_id=str(thing.pk))


def of_many(things: Iterable[models.Model]) -> dict[int, list[StoredFile]]:
    """Files of things of one sort by the thing's id, in one query; every thing has an entry."""
    rows = list(things)
    found: dict[int, list[StoredFile]] = {thing.pk: [] for thing in rows}
    if rows:
        kept = StoredFile.objects.filter(belongs_to=type_of(rows[0]), belongs_id__in=[str(thing.pk) for thing in rows])
        for stored in kept.order_by("created_at"):
            found[int(stored.belongs_id)].append(stored)
    return found
