from django.urls import path

from lantai.supervision import views

app_name = "supervision"
urlpatterns = [
    path("", views.board, name="board"),
    path("lamps/", views.lamps, name="lamps"),
    path("frequency/", views.frequency, name="frequency"),
    path("attempts/", views.attempts, name="attempts"),
]
