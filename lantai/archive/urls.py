from django.urls import path

from lantai.archive import views

app_name = "archive"
urlpatterns = [
    path("", views.queue, name="intake"),
    path("hand-in/<int:case_id>/", views.hand_in, name="hand_in"),
    path("intake/<int:hand_in_id>/", views.intake, name="check"),
    path("intake/<int:hand_in_id>/accept/", views.accept, name="accept"),
    path("intake/<int:hand_in_id>/send-back/", views.send_back, name="send_back"),
    path("volumes/", views.volumes, name="volumes"),
    path("volumes/<int:volume_id>/", views.volume, name="volume"),
    path("volumes/<int:volume_id>/measure/", views.measure, name="measure"),
]
