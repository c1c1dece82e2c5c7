"""A seal that is a certificate in a file: PAdES by pyHanko, with a time stamp of RFC 3161 where an authority is named.

Beside ``CODE.p12`` lie ``CODE.pass`` with its password and, if the agency has one, ``CODE.png`` with the look of its seal.
"""

from __future__ import annotations

import base64
from datetime import date
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.utils.timezone import localtime
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import HTTPTimeStamper

from lantai.documents.sealing import Imprint
from lantai.law.periods import written
from lantai.law.refusals import Malformed

FIELD = "AgencySeal"
PATIENCE = 8  # seconds for the time stamp


class CertificateSeal:
    """The seal of one agency, from its file."""

    def __init__(self, file: Path) -> None:
        if not file.is_file():
            raise Malformed("seal", "本机关没有登记电子印章，请打印后加盖实物印章")
        password = file.with_suffix(".pass")
        read = signers.SimpleSigner.load_pkcs12(
            str(file), passphrase=password.read_bytes().strip() if password.is_file() else None
        )
        if read is None or read.signing_cert is None:
            raise Malformed("seal", "印章证书文件无法读取，请系统管理员检查证书和口令")
        self._signer = read
        self._certificate = read.signing_cert
        self._picture = file.with_suffix(".png")

    @property
    def holder(self) -> str:
        said = self._certificate.subject.native
        return str(said.get("common_name") or self._certificate.subject.human_friendly)

    @property
    def serial(self) -> str:
        return f"{self._certificate.serial_number:X}"

    @property
    def picture(self) -> str:
        if not self._picture.is_file():
            return ""
        held = base64.b64encode(self._picture.read_bytes()).decode()
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" width="420" height="420">'
            f'<image href="data:image/png;base64,{held}" width="420" height="420"/></svg>'
        )

    def refusal(self, day: date) -> str:
        first = localtime(self._certificate.not_valid_before).date()
        last = localtime(self._certificate.not_valid_after).date()
        if day < first:
            return f"印章证书自{written(first)}起才有效"
        return f"印章证书已于{written(last)}到期，请换发后再用印" if day > last else ""

    def put(self, pdf: bytes, *, reason: str, place: str) -> Imprint:
        meant = signers.PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            reason=reason,
            location=place,
            name=self.holder,
        )
        stamper = HTTPTimeStamper(settings.LANTAI_TIMESTAMP, timeout=PATIENCE) if settings.LANTAI_TIMESTAMP else None
        made = BytesIO()
        try:
            signers.PdfSigner(meant, self._signer, timestamper=stamper).sign_pdf(
                IncrementalPdfFileWriter(BytesIO(pdf)), output=made
            )
        except OSError as why:  # pyHanko's errors of a time stamp are of this kind
            raise Malformed("seal", f"时间戳服务没有正常应答，印章没有加盖，请稍后再试（{why}）") from why
        return _read(made.getvalue())


def _read(pdf: bytes) -> Imprint:
    signer = PdfFileReader(BytesIO(pdf)).embedded_signatures[0].signer_info
    for attribute in signer["unsigned_attrs"]:
        if attribute["type"].native == "signature_time_stamp_token":
            said = attribute["values"][0]["content"]["encap_content_info"]["content"].parsed
            named = said["tsa"].native or {}
            return Imprint(pdf, localtime(said["gen_time"].native), str(named.get("common_name", "")))
    return Imprint(pdf, None, "")
