from django.urls import path

from lantai.documents.views import papers as views
from lantai.documents.views import wording

app_name = "documents"
urlpatterns = [
    path("", views.listing, name="listing"),
    path("progress/", views.progress, name="progress"),
    path("numbers/", views.numbers, name="numbers"),
    path("numbers/<int:year>/explain/", views.explain, name="explain"),
    path("wording/", wording.listing, name="wordings"),
    path("wording/<slug:code>/", wording.kind, name="wording"),
    path("wording/<slug:code>/preview/", wording.preview, name="wording_preview"),
    path("wording/<slug:code>/draft/", wording.draft, name="wording_draft"),
    path("wording/<slug:code>/release/", wording.release, name="wording_release"),
    path("of/<str:subject>/", views.of_subject, name="of_subject"),
    path("of/<str:subject>/together/", views.together, name="together"),
    path("<int:document_id>/photo/<int:number>/", views.photo, name="photo"),
    path("<int:document_id>/", views.document, name="document"),
    path("<int:document_id>/pdf/", views.pdf, name="pdf"),
    path("<int:document_id>/docx/", views.docx, name="docx"),
    path("<int:document_id>/seal/", views.seal, name="seal"),
    path("<int:document_id>/correct/", views.correct, name="correct"),
]
