from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "lantai.portal"
    label = "portal"
    verbose_name = "公示门户"
    default_auto_field = "django.db.models.BigAutoField"
