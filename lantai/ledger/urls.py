from django.urls import path

from lantai.ledger import views

app_name = "ledger"
urlpatterns = [
    path("", views.integrity, name="integrity"),
    path("verify/", views.verify, name="verify"),
    path("runs/<int:run_id>/", views.result, name="result"),
    path("checkpoints/<int:size>.txt", views.checkpoint, name="checkpoint"),
]
