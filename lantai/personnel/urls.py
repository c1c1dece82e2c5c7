from django.urls import path

from lantai.personnel.views import papers, people

app_name = "personnel"
urlpatterns = [
    path("", people.register, name="register"),
    path("new/", people.new, name="new"),
    path("<int:person_id>/", people.person, name="person"),
    path("<int:person_id>/change/", people.change, name="change"),
    path("<int:person_id>/leave/", people.leave, name="leave"),
    path("<int:person_id>/photo/", people.photo, name="photo"),
    path("<int:person_id>/photo/new/", people.photo_form, name="photo_form"),
    path("<int:person_id>/certificate/", papers.certificate, name="certificate"),
    path("<int:person_id>/appoint/", papers.appoint, name="appoint"),
    path("<int:person_id>/posts/<int:post_id>/dismiss/", papers.dismiss, name="dismiss"),
    path("<int:person_id>/account/", papers.account, name="account"),
    path("<int:person_id>/account/link/", papers.link, name="link"),
    path("<int:person_id>/account/deactivate/", papers.deactivate, name="deactivate"),
    path("<int:person_id>/account/reactivate/", papers.reactivate, name="reactivate"),
    path("certificates/<int:certificate_id>/suspend/", papers.suspend, name="suspend"),
    path("certificates/<int:certificate_id>/reinstate/", papers.reinstate, name="reinstate"),
]
