from django.urls import path, re_path

from lantai.portal.views import calculator, decisions, inspections, laws, registers, trust

app_name = "portal"
TITLE = r"laws/(?P<title>[\u3400-\u9fff0-9〈〉《》（）()、·．]{2,80})/"
CODE = r"(?P<code>[0-9A-Z]{18})"

urlpatterns = [
    path("", decisions.home, name="home"),
    path("decisions/", decisions.decisions, name="decisions"),
    path("decisions/withdrawn/", decisions.withdrawn, name="withdrawn"),
    re_path(r"^decisions/(?P<place>\d{8}-\d{1,7})/$", decisions.decision, name="decision"),
    re_path(r"^decisions/(?P<place>\d{8}-\d{1,7})/proof\.zip$", decisions.decision_proof, name="decision_proof"),
    path("officers/", registers.officers, name="officers"),
    re_path(r"^officers/(?P<number>[0-9A-Za-z]{1,20})/$", registers.officer, name="officer"),
    re_path(r"^officers/(?P<number>[0-9A-Za-z]{1,20})/photo$", registers.photo, name="photo"),
    path("agencies/", registers.agencies, name="agencies"),
    re_path(rf"^agencies/{CODE}/$", registers.agency, name="agency"),
    re_path(r"^powers/(?P<agency_code>[0-9A-Z]{18})/(?P<code>[^/]{1,40})/$", registers.power, name="power"),
    path("procedures/<str:code>/<int:number>/", registers.procedure, name="procedure"),
    path("procedures/<str:code>/<int:number>/procedure.bpmn", registers.procedure_bpmn, name="procedure_bpmn"),
    path("inspections/", inspections.inspections, name="inspections"),
    path("inspections/results/", inspections.results, name="inspection_results"),
    path("inspections/draws/<int:number>/", inspections.draw, name="draw"),
    path("inspections/draws/<int:number>/protocol.json", inspections.protocol, name="draw_protocol"),
    path("inspections/verify_draw.py", inspections.verifier, name="draw_verifier"),
    path("reports/", registers.reports, name="reports"),
    re_path(r"^reports/(?P<year>\d{4})/(?P<agency_code>[0-9A-Z]{18})/$", registers.report, name="report"),
    re_path(r"^reports/(?P<year>\d{4})/(?P<agency_code>[0-9A-Z]{18})/tables\.csv$", registers.report_csv, name="csv"),
    path("laws/", laws.statutes, name="laws"),
    re_path(rf"^{TITLE}$", laws.statute, name="law"),
    re_path(rf"^{TITLE}(?P<key>\d{{1,3}}(?:\.\d{{1,2}})?)/$", laws.article, name="article"),
    path("ledger/", trust.ledger_page, name="ledger"),
    path("ledger/checkpoint.txt", trust.checkpoint, name="checkpoint"),
    path("ledger/checkpoints/<int:size>.txt", trust.checkpoint, name="checkpoint_of"),
    path("ledger/verify.py", trust.verifier, name="verifier"),
    path("calculator/", calculator.terms, name="calculator"),
    path("calculator/remedies/", calculator.remedy, name="calculator_remedies"),
    path("calculator/surcharge/", calculator.surcharge, name="calculator_surcharge"),
    path("check/", trust.check, name="check"),
    re_path(r"^c/(?P<code>[0-9A-Za-z]{6,12})/$", trust.check_code, name="check_code"),
    path("sitemap/", trust.sitemap, name="sitemap"),
    path("accessibility/", trust.accessibility, name="accessibility"),
    path("robots.txt", trust.robots, name="robots"),
]
