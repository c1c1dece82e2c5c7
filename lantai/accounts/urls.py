from django.urls import path

from lantai.accounts import views

app_name = "accounts"
urlpatterns = [
    path("login/", views.sign_in, name="login"),
    path("logout/", views.sign_out, name="logout"),
    path("setup/<str:token>/", views.setup, name="setup"),
    path("account/password/", views.password, name="password"),
]
