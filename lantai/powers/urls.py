from django.urls import path

from lantai.powers.views import drawing, figures, importing, inspecting, register, releases

app_name = "powers"
urlpatterns = [
    path("", register.register, name="register"),
    path("<int:power_id>/", register.power, name="power"),
    path("<int:power_id>/change/", register.change, name="change"),
    path("thresholds/", figures.thresholds, name="thresholds"),
    path("thresholds/new/", figures.new_threshold, name="new_threshold"),
    path("catalogue/", figures.catalogue, name="catalogue"),
    path("catalogue/new/", figures.new_row, name="new_row"),
    path("settings/", figures.settings, name="settings"),
    path("settings/<str:name>/", figures.new_setting, name="new_setting"),
    path("draws/", drawing.draws, name="draws"),
    path("draws/new/", drawing.new_plan, name="new_plan"),
    path("draws/<int:plan_id>/", drawing.plan, name="plan"),
    path("draws/<int:plan_id>/draw/", drawing.draw, name="draw"),
    path("inspections/", inspecting.inspections, name="inspections"),
    path("inspections/matters/new/", inspecting.new_matter, name="new_matter"),
    path("inspections/matters/<int:matter_id>/end/", inspecting.end_matter, name="end_matter"),
    path("inspections/caps/new/", inspecting.new_cap, name="new_cap"),
    path("unconfirmed/", figures.unconfirmed, name="unconfirmed"),
    path("unconfirmed/<str:name>/", figures.confirm, name="confirm_figure"),
    path("adopted/<str:kind>/<int:row_id>/end/", figures.end, name="end"),
    path("procedures/", releases.releases, name="releases"),
    path("procedures/<str:code>/<int:version>/", releases.release, name="release"),
    path("procedures/<str:code>/<int:version>/sign/", releases.sign, name="sign"),
    path("imports/", importing.home, name="imports"),
    path("imports/<int:run_id>/", importing.run, name="run"),
    path("imports/<int:run_id>/confirm/", importing.confirm, name="confirm"),
    path("imports/<int:run_id>/posts/", importing.confirm_posts, name="confirm_posts"),
    path("imports/<int:run_id>/drop/", importing.drop, name="drop"),
    path("imports/<int:run_id>/problems/", importing.problems, name="problems"),
    path("imports/<str:kind>/new/", importing.upload, name="upload"),
    path("imports/<str:kind>/template/", importing.template, name="template"),
]
