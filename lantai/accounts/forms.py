"""Sign-in and password forms. They look at passwords; only ``Secret`` hashes leave them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from lantai.accounts import queries
from lantai.accounts.commands import Secret
from lantai.accounts.models import Account
from lantai.web.forms import Form


def _password(label: str, autocomplete: str, help_text: str = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, widget=widget, strip=False, max_length=200, help_text=help_text)


class SignInForm(Form):
    username = forms.CharField(
        label="登录名",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = _password("密码", "current-password")


class NewPasswordForm(Form):
    """A new password, twice. ``secret`` is its hash once the form is valid."""

    password = _password("新密码", "new-password", "至少 10 个字符，不能全是数字，也不能是常见密码")
    again = _password("再输一次新密码", "new-password")
    secret: Secret

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        self.account = account
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password, self.account)
        return password

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("password") and given.get("again") and given["password"] != given["again"]:
            self.add_error("again", "两次输入的密码不一致")
        if not self.errors:
            self.secret = Secret.of(given["password"])
        return given


class SetupForm(NewPasswordForm):
    """First use of an account by its one-time link; the founder of an installation also chooses the sign-in name."""

    field_order = ("username", "password", "again")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.account.is_founder:
            self.fields["username"] = forms.RegexField(
                r"^[a-z0-9][a-z0-9._-]{2,59}$",
                label="登录名",
                initial=self.account.username,
                error_messages={"invalid": "登录名由 3 至 60 个小写字母、数字、点、横线组成，以字母或数字开头"},
            )
            self.order_fields(self.field_order)


class ChangePasswordForm(NewPasswordForm):
    old = _password("原密码", "current-password")
    field_order = ("old", "password", "again")

    def clean_old(self) -> str:
        if not queries.password_matches(self.account, self.cleaned_data["old"]):
            raise ValidationError("原密码不对")
        return ""
