from django.apps import AppConfig


class RecordingConfig(AppConfig):
    name = "lantai.recording"
    label = "recording"
    verbose_name = "全过程记录"
    default_auto_field = "django.db.models.BigAutoField"
