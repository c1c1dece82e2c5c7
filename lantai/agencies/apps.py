from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "lantai.agencies"
    label = "agencies"
    verbose_name = "执法主体"
    default_auto_field = "django.db.models.BigAutoField"
