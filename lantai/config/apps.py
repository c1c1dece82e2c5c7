from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """No tables; an app only so that its management commands (worker, glossary) are found."""

    name = "lantai.config"
    label = "config"
    verbose_name = "配置"
