from django.urls import path

from lantai.statistics import views

app_name = "statistics"
urlpatterns = [
    path("", views.table_one, name="table_one"),
    path("<int:year>/cases/", views.behind, name="behind"),
    path("freeze/", views.freeze, name="freeze"),
]
