from django.urls import path, re_path

from lantai.web import views

app_name = "web"
urlpatterns = [
    path("", views.components, name="components"),
    re_path(r"^display/(?P<size>large|normal)/$", views.display, name="display"),
]
