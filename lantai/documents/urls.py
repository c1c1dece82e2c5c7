from django.urls import path

from lantai.documents import views

app_name = "documents"
urlpatterns = [
    path("", views.listing, name="listing"),
    path("progress/", views.progress, name="progress"),
    path("numbers/", views.numbers, name="numbers"),
    path("numbers/<int:year>/explain/", views.explain, name="explain"),
    path("of/<str:subject>/", views.of_subject, name="of_subject"),
    path("of/<str:subject>/together/", views.together, name="together"),
    path("<int:document_id>/photo/<int:number>/", views.photo, name="photo"),
    path("<int:document_id>/", views.document, name="document"),
    path("<int:document_id>/pdf/", views.pdf, name="pdf"),
    path("<int:document_id>/docx/", views.docx, name="docx"),
    path("<int:document_id>/seal/", views.seal, name="seal"),
    path("<int:document_id>/correct/", views.correct, name="correct"),
]
