"""All addresses."""

from django.urls import include, path

from treadle.web import language, pages

handler400 = "treadle.web.errors.bad_request"
handler403 = "treadle.web.errors.refused"
handler404 = "treadle.web.errors.not_found"
handler500 = "treadle.web.errors.broken"

urlpatterns = [
    path("", pages.home, name="home"),
    path("search/", pages.search_page, name="search"),
    path("about/", pages.about, name="about"),
    path("about/who-may-do-what/", pages.roles, name="roles"),
    path("about/privacy/", pages.privacy, name="privacy"),
    path("about/accessibility/", pages.accessibility, name="accessibility"),
    path("about/figures/", pages.figures, name="figures"),
    path("health/", pages.health, name="health"),
    path("language/", language.choose, name="language"),
    path("files/<uuid:pk>/", pages.stored_file, name="file"),
    path("account/notices/", pages.notices, name="notices"),
    path("mail/stop/<str:token>/", pages.stop_mail, name="stop_mail"),
    path("account/notices/<int:pk>/", pages.open_notice, name="open_notice"),
    path("account/data/", pages.my_data, name="my_data"),
    path("account/erase/", pages.erase_me, name="erase_me"),
    path("account/act-for/", pages.act_for, name="act_for"),
    path("account/", pages.account, name="account"),
    path("accounts/", include("allauth.urls")),
    path("codes/", include("treadle.nomenclature.urls")),
    path("organisations/", include("treadle.directory.urls")),
    path("", include("treadle.exchange.urls")),
]
