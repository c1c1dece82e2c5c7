from django.urls import path

from lantai.cases.views import calendar, changing, inspecting, listing, nesting, working

app_name = "cases"
urlpatterns = [
    path("", listing.cases, name="list"),
    path("new/", listing.choose, name="choose"),
    path("new/form/", listing.opening, name="open"),
    path("calendar/", calendar.years, name="calendar"),
    path("changes/", changing.versions, name="changes"),
    path("changes/<str:code>/<int:number>/", changing.rehearsal, name="rehearsal"),
    path("changes/<str:code>/<int:number>/table.csv", changing.table, name="rehearsal_table"),
    path("changes/<str:code>/<int:number>/move/", changing.move, name="move"),
    path("changes/<str:code>/<int:number>/move/<int:case_id>/", changing.move_one, name="move_one"),
    path("<int:case_id>/", working.case, name="case"),
    path("<int:case_id>/terms/", working.terms, name="terms"),
    path("<int:case_id>/papers/", working.papers, name="papers"),
    path("<int:case_id>/history/", working.history, name="history"),
    path("<int:case_id>/steps/<str:step_id>/", working.step, name="step"),
    path("<int:case_id>/nested/<str:step_id>/", nesting.nested, name="nested"),
    path("<int:case_id>/hand-over/", inspecting.hand_over, name="hand_over"),
    path("<int:case_id>/follow-up/", inspecting.follow_up, name="follow_up"),
    path("<int:case_id>/draft/", working.draft, name="draft"),
    path("<int:case_id>/events/<slug:kind>/", working.event, name="event"),
    path("<int:case_id>/intervals/", working.interval, name="interval"),
    path("<int:case_id>/intervals/<int:interval_id>/", working.interval_end, name="interval_end"),
    path("<int:case_id>/extension/", working.extension, name="extension"),
    path("<int:case_id>/handlers/", working.reassign, name="reassign"),
    path("<int:case_id>/recusals/", working.recusal, name="recusal"),
    path("<int:case_id>/party/", working.unmask, name="unmask"),
]
