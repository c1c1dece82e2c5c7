from django.apps import AppConfig


class PersonnelConfig(AppConfig):
    name = "lantai.personnel"
    label = "personnel"
    verbose_name = "人员"
    default_auto_field = "django.db.models.BigAutoField"
