from django.urls import path

from lantai.agencies import views

app_name = "agencies"
urlpatterns = [
    path("", views.register, name="register"),
    path("agencies/new/", views.new, name="new"),
    path("agencies/<int:agency_id>/", views.agency, name="agency"),
    path("agencies/<int:agency_id>/change/", views.change, name="change"),
    path("agencies/<int:agency_id>/close/", views.close, name="close"),
]
