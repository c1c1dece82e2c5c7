"""The workbook of the register of officers (执法人员名录): persons, certificates, accounts and posts in one row."""

from __future__ import annotations

from lantai.agencies.models import Field
from lantai.law.people import Role
from lantai.personnel.models import POSTS
from lantai.web.workbook.sheets import Column, Sheet

ROLE_WORDS = {str(label): str(value) for value, label in POSTS} | {
    "执法员": Role.OFFICER.value,
    "机构负责人": Role.UNIT_HEAD.value,
    "法制审核员": Role.REVIEWER.value,
    "分管负责人": Role.AGENCY_HEAD.value,
    "档案员": Role.ARCHIVIST.value,
    "监督员": Role.SUPERVISOR.value,
    "统计员": Role.STATISTICIAN.value,
}
FIELD_WORDS = {str(f.label): str(f.value) for f in Field}

OFFICERS = Sheet(
    "officers",
    "执法人员",
    (
        Column(
            "agency",
            "单位统一社会信用代码",
            ("统一社会信用代码", "单位代码", "所在单位统一社会信用代码", "执法主体代码", "单位信用代码"),
            kind="id",
            required=True,
            pattern=r"[0-9A-Z]{18}",
            form="统一社会信用代码应为18位数字或者大写字母",
            longest=18,
            example="114304000061011362",
        ),
        Column("name", "姓名", ("人员姓名", "执法人员姓名"), required=True, longest=80, example="张某某"),
        Column("sex", "性别", kind="choice", choices={"男": "男", "女": "女"}, example="男"),
        Column(
            "resident_id",
            "公民身份号码",
            ("身份证号", "身份证号码", "身份号码"),
            kind="id",
            longest=18,
            example="（只用于核对，不登记；可以不填）",
        ),
        Column("unit", "内设机构", ("所在部门", "科室", "所属机构"), longest=80, example="执法一大队"),
        Column("post_title", "职务", ("行政职务",), longest=80, example="一级主任科员"),
        Column(
            "number",
            "执法证号",
            ("行政执法证号", "执法证编号", "证件编号", "证号"),
            kind="id",
            longest=14,
            example="18043000123",
        ),
        Column("valid_from", "有效期起", ("发证日期", "证件有效期起"), kind="date", example="2022-11-01"),
        Column("valid_to", "有效期止", ("有效期至", "证件有效期止"), kind="date", example="2027-10-31"),
        Column(
            "fields", "证件执法领域", ("执法领域", "执法类别"), kind="words", choices=FIELD_WORDS, example="市场监管"
        ),
        Column(
            "posts",
            "岗位",
            ("平台岗位", "岗位角色"),
            kind="words",
            choices=ROLE_WORDS,
            example="执法人员、承办机构负责人",
        ),
        Column(
            "username",
            "登录名",
            ("账号", "用户名"),
            kind="id",
            pattern=r"[a-z0-9][a-z0-9._-]{2,59}",
            form="登录名由3至60个小写字母、数字、点、横线组成，以字母或数字开头",
            longest=60,
            example="zhang.mm",
        ),
        Column("legal_qualification", "法律职业资格证书号", ("法律职业资格证号",), kind="id", longest=40),
        Column("first_review_on", "首次从事法制审核日期", ("首次从事法制审核之日",), kind="date"),
    ),
)
NOTE = (
    "一行一人。执法证号和登录名至少填一项，据此认定是谁。单元格留空表示不改动已登记的内容。"
    "岗位由安全管理员另行确认后生效；导入只增加岗位，不免去岗位。"
)
PERSON_FIELDS = ("name", "sex", "unit", "post_title", "legal_qualification", "first_review_on")
