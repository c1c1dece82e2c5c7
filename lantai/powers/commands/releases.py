"""The signing of procedures: what the justice bureau has found lawful is what runs and what is published."""

from __future__ import annotations

from lantai.law import released
from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.law.statutes_in_force import SEED
from lantai.ledger import clock
from lantai.ledger.act import command, publish_digest, put
from lantai.powers import queries
from lantai.powers.models import ProcedureRelease


@command("powers.sign_release", "签发执法程序", allowed=(Role.REVIEWER,))
def sign_release(*, actor: Actor, code: str, version: int, digest: str) -> ProcedureRelease:
    """Sign the content of a procedure after its legality review; ``digest`` is the one the signer was shown."""
    if not queries.may_sign(actor):
        remedy = "请由司法局法制审核人员签发"
        raise Refused([Refusal("", (SEED.whole,), "执法程序由司法行政部门进行合法性审核后签发", remedy)])
    try:
        procedure = released.version_of(code, version)
    except KeyError:
        raise Malformed("code", "没有这一程序或者版本") from None
    if procedure.digest != digest:
        raise Conflict("页面显示之后程序内容有了变化，没有签发；请重新核对后再签发")
    if queries.is_signed(code, digest):
        raise Conflict("这一版本此前已经签发")
    publish_digest(digest)
    return put(
        ProcedureRelease(
            code=code, version=str(version), digest=digest, signed_by_id=actor.person_id, signed_at=clock.now()
        )
    )
