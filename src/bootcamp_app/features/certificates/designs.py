"""What certificates are drawn from: the layout in use, frozen when the first one is issued."""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.tables import LogoRow
from bootcamp_app.features.bootcamps.views import MOST_LOGOS
from bootcamp_app.features.certificates.design_views import StoredFile
from bootcamp_app.features.certificates.files import file_id, kept_file
from bootcamp_app.features.certificates.layouts import DEFAULT_LAYOUT, layout
from bootcamp_app.features.certificates.tables import DesignRow, FileRow, LayoutRow, SignatoryRow
from bootcamp_app.features.certificates.views import NOT_WHOLE, Design, Signatory, files_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.work import Work


def current(reading: Reading, bootcamp: Bootcamp) -> Design:
    """Give the design that the next certificate of a bootcamp will have."""
    row = reading.scalars(select(LayoutRow).where(LayoutRow.bootcamp_id == bootcamp.id)).first()
    signatories = reading.scalars(
        select(SignatoryRow)
        .where(SignatoryRow.bootcamp_id == bootcamp.id)
        .order_by(SignatoryRow.place, SignatoryRow.id)
    )
    logos = _logos(reading, bootcamp)
    content = {
        "document": row.document if row else layout(DEFAULT_LAYOUT),
        "signatories": [_frozen_signatory(one) for one in signatories],
        "logos": list(logos),
        "digits": row.digits if row else "khmer",
    }
    design = _design(reading, _id_of(content), content)
    return replace(design, files={**logos, **design.files})


def freeze(work: Work, bootcamp: Bootcamp) -> Design:
    """Keep the current design for ever, where it is not kept as yet, and give it.

    Raises a Refusal where it names a font or picture that is not here.
    """
    design = current(work, bootcamp)
    must_be_whole(design)
    if work.get(DesignRow, design.id) is None:
        for logo in design.logos:
            kept_file(work, StoredFile(logo, "logo", "", design.files[logo]))
        work.add(DesignRow(id=design.id, content=_content(design)))
    return design


def must_be_whole(design: Design) -> None:
    """Raise a Refusal where a font or picture of a design is not here: paper would lack it."""
    if not design.is_whole:
        raise Refusal(NOT_WHOLE)


def designs(reading: Reading, ids: Iterable[str]) -> dict[str, Design]:
    """Give kept designs by id."""
    rows = reading.scalars(select(DesignRow).where(DesignRow.id.in_(set(ids))))
    return {row.id: _design(reading, row.id, row.content) for row in rows}


def _content(design: Design) -> dict[str, Any]:
    return {
        "document": design.document,
        "signatories": [vars(one) for one in design.signatories],
        "logos": list(design.logos),
        "digits": design.digits,
    }


def _design(reading: Reading, design_id: str, content: dict[str, Any]) -> Design:
    signatories = tuple(Signatory(**one) for one in content["signatories"])
    named = {*content["logos"], *(one.file for one in signatories), *files_in(content["document"])}
    rows = reading.scalars(select(FileRow).where(FileRow.id.in_(named - {""})))
    return Design(
        id=design_id,
        document=content["document"],
        signatories=signatories,
        logos=tuple(content["logos"]),
        digits=content["digits"],
        files={row.id: b64decode(row.data) for row in rows},
    )


def _logos(reading: Reading, bootcamp: Bootcamp) -> dict[str, bytes]:
    """Give the logos that stand on paper, in their order, by what their id is once frozen."""
    query = select(LogoRow.png).where(LogoRow.bootcamp_id == bootcamp.id)
    rows = reading.scalars(query.order_by(LogoRow.place, LogoRow.id).limit(MOST_LOGOS))
    return {file_id("logo", png): png for png in map(b64decode, rows)}


def _frozen_signatory(row: SignatoryRow) -> dict[str, str]:
    return {
        "name_km": row.name_km,
        "name_en": row.name_en,
        "title_km": row.title_km,
        "title_en": row.title_en,
        "file": row.file_id,
    }


def _id_of(content: dict[str, Any]) -> str:
    """Give the id of a content: the same content is the same row on every laptop."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return str(uuid5(NAMESPACE_OID, text))
