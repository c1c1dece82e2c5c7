from django.urls import path

from lantai.recording import views

app_name = "recording"
urlpatterns = [
    path("", views.recordings, name="recordings"),
    path("<int:dossier_id>/", views.dossier, name="dossier"),
    path("<int:dossier_id>/add/", views.add, name="add"),
    path("<int:dossier_id>/waive/", views.waive, name="waive"),
    path("<int:dossier_id>/hold/", views.hold, name="hold"),
    path("holds/<int:hold_id>/lift/", views.lift, name="lift"),
    path("evidence/<int:evidence_id>/", views.detail, name="detail"),
    path("evidence/<int:evidence_id>/open/", views.open_piece, name="open"),
    path("evidence/<int:evidence_id>/correct/", views.correct, name="correct"),
    path("evidence/<int:evidence_id>/file/", views.file, name="file"),
    path("evidence/<int:evidence_id>/preview/", views.preview, name="preview"),
]
