"""The seal on the PDF: by certificate, with a time stamp, once; whoever changes a byte breaks it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from django.core.management import CommandError, call_command
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from lantai.documents import queries, sealing
from lantai.documents.models import SealImprint
from lantai.documents.sealing import trial
from lantai.documents.tasks import rendered, sealed
from lantai.documents.tests.conftest import NOW
from lantai.documents.tests.test_pages import content, signed_in
from lantai.law.people import Role
from lantai.law.refusals import Malformed, Refused
from lantai.ledger import store
from lantai.portal.models import DocumentMark


def certificate(file: Path) -> tuple[keys.PrivateKeyInfo, x509.Certificate]:
    key, made, _ = pkcs12.load_key_and_certificates(file.read_bytes(), file.with_suffix(".pass").read_bytes())
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return keys.PrivateKeyInfo.load(plain), x509.Certificate.load(made.public_bytes(Encoding.DER))


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Path:
    """A folder with the seal of the bureau; keys are made once, they cost most."""
    folder = tmp_path_factory.mktemp("seals")
    trial.make(folder, "11430400MB0000001A", "衡阳市市场监督管理局", NOW - timedelta(days=30))
    return folder


@pytest.fixture
def seals(kept, settings) -> Path:
    settings.LANTAI_SEALS = str(kept)
    return kept


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """A time-stamp authority of RFC 3161 on this machine."""
    key, own = certificate(trial.make(tmp_path_factory.mktemp("authority"), "tsa", "时间戳", NOW - timedelta(days=30)))
    stamper = DummyTimeStamper(own, key, fixed_dt=NOW)
    asked: list[int] = []

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(1)
            request = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            body = stamper.request_tsa_response(request).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *said: object) -> None:
            """Silence."""

    server = HTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()


def status_of(pdf: bytes, folder: Path):
    _, own = certificate(folder / "11430400MB0000001A.p12")
    context = ValidationContext(trust_roots=[own], moment=NOW, best_signature_time=NOW, allow_fetching=False)
    return validate_pdf_signature(PdfFileReader(io.BytesIO(pdf)).embedded_signatures[0], context)


def words_of(pdf: bytes) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


def test_a_sealed_decision_verifies_with_its_certificate_and_covers_the_whole_file(issue, bureau, seals) -> None:
    document = issue("penalty_decision")
    made = sealed(bureau.head, document)
    pdf = store.read(made.pdf_id)
    status = status_of(pdf, seals)
    assert status.intact and status.valid and status.coverage.name == "ENTIRE_FILE"
    signature = PdfFileReader(io.BytesIO(pdf)).embedded_signatures[0]
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert made.holder == "衡阳市市场监督管理局（测试印章）" and made.stamped_at is None
    assert document.number in signature.sig_object["/Reason"]
    metadata = PdfReader(io.BytesIO(pdf)).xmp_metadata.stream.get_data().decode()
    assert 'pdfaid:part="3"' in metadata and 'pdfaid:conformance="B"' in metadata
    assert store.read(rendered(document).pdf_id) != pdf and queries.paper_of(document).sha256 == made.pdf_id


def test_a_byte_changed_in_a_sealed_document_breaks_the_seal(issue, bureau, seals) -> None:
    pdf = bytearray(store.read(sealed(bureau.head, issue("penalty_decision")).pdf_id))
    assert status_of(bytes(pdf), seals).intact
    pdf[pdf.index(b"endobj") - 12] ^= 1
    assert not status_of(bytes(pdf), seals).intact


def test_a_sealed_document_says_so_and_no_longer_that_it_awaits_its_seal(issue, bureau, seals) -> None:
    said = words_of(store.read(sealed(bureau.head, issue("penalty_decision")).pdf_id))
    assert "已加盖电子印章" in said and "测试印章" in said and "加盖印章后有效" not in said


def test_the_time_stamp_is_that_of_the_authority(issue, bureau, seals, authority, settings) -> None:
    settings.LANTAI_TIMESTAMP, asked = authority
    made = sealed(bureau.head, issue("penalty_decision"))
    assert made.stamped_at == NOW and "时间戳" in made.authority and asked
    assert status_of(store.read(made.pdf_id), seals).timestamp_validity.intact


def test_no_seal_is_put_where_the_authority_does_not_answer(issue, bureau, seals, settings) -> None:
    settings.LANTAI_TIMESTAMP = "http://127.0.0.1:9/"
    with pytest.raises(Malformed, match="时间戳服务"):
        sealed(bureau.head, issue("penalty_decision"))
    assert not SealImprint.objects.exists()


def test_a_document_is_sealed_once_by_a_head_of_its_agency(issue, bureau, seals) -> None:
    document = issue("penalty_decision")
    for stranger in (bureau.officer, bureau.stranger, bureau.supervisor):
        with pytest.raises(Refused):
            sealed(stranger, document)
    first = sealed(bureau.head, document)
    assert sealed(bureau.head, document) == first and SealImprint.objects.count() == 1


def test_what_bears_no_seal_and_who_has_none_gets_none(issue, bureau, seals, settings, tmp_path) -> None:
    with pytest.raises(Malformed, match="不加盖机关印章"):
        sealed(bureau.head, issue("investigation_report"))
    settings.LANTAI_SEALS = str(tmp_path)
    with pytest.raises(Malformed, match="没有登记电子印章"):
        sealed(bureau.head, issue("penalty_decision"))


def test_an_expired_certificate_seals_nothing(issue, bureau, settings, tmp_path) -> None:
    settings.LANTAI_SEALS = str(tmp_path)
    trial.make(tmp_path, bureau.agency.code, bureau.agency.name, NOW - timedelta(days=400))
    with pytest.raises(Malformed, match="到期"):
        sealed(bureau.head, issue("penalty_decision"))


def test_the_seal_has_the_look_that_lies_beside_its_certificate(issue, bureau, kept, settings, tmp_path) -> None:
    for name in ("11430400MB0000001A.p12", "11430400MB0000001A.pass"):
        (tmp_path / name).write_bytes((kept / name).read_bytes())
    call_command("specimens", str(tmp_path / "out"), "--kind", "goods_list")
    (tmp_path / "11430400MB0000001A.png").write_bytes((tmp_path / "out" / "sheet-01.png").read_bytes())
    settings.LANTAI_SEALS = str(tmp_path)
    pages = PdfReader(io.BytesIO(store.read(sealed(bureau.head, issue("correction_order")).pdf_id))).pages
    assert any(len(page.images) for page in pages)


def test_the_page_offers_the_seal_to_the_head_and_hands_out_the_sealed_file(issue, bureau, seals) -> None:
    document = issue("penalty_decision")
    officer = signed_in(bureau, "officer", bureau.agency, Role.OFFICER)
    head = signed_in(bureau, "head", bureau.agency, Role.AGENCY_HEAD)
    address = f"/desk/documents/{document.pk}/"
    assert "加盖电子印章" not in officer.get(address).content.decode()
    assert officer.post(f"{address}seal/").status_code == 409
    assert "加盖电子印章" in head.get(address).content.decode()
    assert head.post(f"{address}seal/").status_code == 302
    page = officer.get(address).content.decode()
    made = SealImprint.objects.get()
    assert made.holder in page and made.pdf_id in page and "None" not in page
    assert content(officer.get(f"{address}pdf/")) == store.read(made.pdf_id)
    assert DocumentMark.objects.get(code=document.check_code).file_digest == made.pdf_id


def test_a_trial_seal_is_made_for_demonstrations_only(bureau, settings, tmp_path, capsys) -> None:
    settings.LANTAI_SEALS, settings.LANTAI_DEMO = str(tmp_path), False
    with pytest.raises(CommandError, match="不是演示环境"):
        call_command("trial_seal", bureau.agency.code)
    settings.LANTAI_DEMO = True
    call_command("trial_seal", bureau.agency.code)
    assert sealing.is_kept(bureau.agency.code) and "测试印章" in capsys.readouterr().out
    assert (tmp_path / f"{bureau.agency.code}.pass").stat().st_mode & 0o077 == 0
    with pytest.raises(CommandError, match="已经有"):
        call_command("trial_seal", bureau.agency.code)


def test_starting_the_pages_does_not_load_the_library_of_seals() -> None:
    said = "import django, sys; django.setup(); import lantai.config.urls; print('pyhanko' in sys.modules)"
    made = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "False"
