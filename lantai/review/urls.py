from django.urls import path

from lantai.review import views

app_name = "review"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("submit/<int:case_id>/", views.submit, name="submit"),
    path("<int:review_id>/", views.review, name="review"),
    path("<int:review_id>/accept/", views.accept, name="accept"),
    path("<int:review_id>/send-back/", views.send_back, name="send_back"),
    path("<int:review_id>/resubmit/", views.resubmit, name="resubmit"),
    path("<int:review_id>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:review_id>/opinion/", views.opinion, name="opinion"),
    path("<int:review_id>/disagreement/", views.disagree, name="disagree"),
]
