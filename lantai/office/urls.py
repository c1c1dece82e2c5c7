from django.urls import path

from lantai.office import views

app_name = "office"
urlpatterns = [path("", views.desk, name="desk"), path("waiting/<slug:which>/", views.waiting, name="waiting")]
