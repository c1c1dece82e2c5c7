from django.urls import path

from lantai.disclosure import views

app_name = "disclosure"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("cases/<int:case_id>/draft/", views.draft, name="make"),
    path("<int:draft_id>/", views.preview, name="draft"),
    path("<int:draft_id>/mask/", views.mask, name="mask"),
    path("<int:draft_id>/lift/", views.lift, name="lift"),
    path("<int:draft_id>/check/", views.check, name="check"),
    path("<int:draft_id>/redraw/", views.redraw, name="redraw"),
    path("<int:draft_id>/withhold/", views.withhold, name="withhold"),
    path("<int:draft_id>/publish/", views.publish, name="publish"),
    path("<int:draft_id>/done/", views.done, name="done"),
    path("<int:draft_id>/ended/", views.mark_ended, name="mark_ended"),
    path("<int:draft_id>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:draft_id>/correct/", views.correct, name="correct"),
]
