"""The digest of every released procedure, written down: a change nobody meant shows here before an installation meets it."""

import pytest

from lantai.law.released import RELEASED

DIGESTS = {
    ("penalty.summary", 1): "da639546717d039fd1122561e9fc174c5bf655db01126ce62fd5b6b0b8faa5be",
    ("penalty.ordinary", 1): "f36e66169939ed3d9b4d7795b63124131a207d5421303af664f36b14f7f682a4",
    ("evidence.preservation", 1): "7b5893c07347fae8852c9aede307aed4bdf875c315a4a8871da252d99609ad63",
    ("coercion.sealing_seizure", 1): "43051550d43aa8610133f98c12ac6d7e1b2c649b88be05ea655a88d9c009dc31",
    ("coercion.freezing", 1): "7d407a961825f22de767311eebb398039f2dcaf9ca2f7e1b99c63662445d310e",
    ("coercion.execution", 1): "8b0d075016f34fb13a3e022abd90a98dd132d72dbaca8751a87d33c0adfc1604",
    ("coercion.court_application", 1): "f797d38448c5c54f02e9b6c2ec81153cae0e9f490bc02ad31b7305b70b5824af",
    ("inspection.ordinary", 1): "d3f3372a12c2efd585780c3de9daf76466b6cf8d0c80be1dea444ccc7e76e17a",
    ("licence.ordinary", 1): "2e3d7a4ea1b9211e998cf5b67d2e9c6920768d9b5fce577079aa9485f88d29a9",
    ("licence.ending", 1): "85ec131e084eff62133b966e0f2dab4a1975aced38265770899cc199a92d9d70",
    ("transfer.criminal", 1): "739f7fda1b4448d7bc994b73de749aab445ab427cca5fec05f3aa2aa886522f7",
    ("levy.fee", 1): "65df62d448d7a0f902365fc7b4241d17dabcbda2d67176d5d26751f88ff10d3f",
    ("expropriation.housing", 1): "1f0587eac0ce67da2cca2549a638b38865bb7178b36d84b01c29022c6fa953cb",
    ("expropriation.land", 1): "aefefefac96c5d1f01187393229be6fb06ccd226bc84438baca7426de98f51c1",
    ("requisition.emergency", 1): "7664af50d6b0bd39164003b00ae4ad4976ebef05e33462db05d375c5c11d77ee",
}
CHANGED = """The digest of {} version {} is now {}.

A signature is bound to the digest: every installation has to sign the procedure anew before a case can be opened on it.
If that is meant, write the new digest into DIGESTS here and name the procedure in CHANGELOG.md; if not, undo the change
of its declaration."""


@pytest.mark.parametrize("procedure", RELEASED, ids=lambda p: f"{p.code}-{p.version}")
def test_a_released_procedure_has_the_digest_that_is_signed(procedure):
    key = (procedure.code, procedure.version)
    assert DIGESTS.get(key) == procedure.digest, CHANGED.format(*key, procedure.digest)


def test_no_released_version_is_taken_away():
    """A running case stays on the version it was opened on."""
    assert set(DIGESTS) == {(p.code, p.version) for p in RELEASED}
