from django.urls import path

from lantai.office import views

app_name = "office"
urlpatterns = [path("", views.desk, name="desk")]
