from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "lantai.cases"
    label = "cases"
    verbose_name = "办案"
    default_auto_field = "django.db.models.BigAutoField"
