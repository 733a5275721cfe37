"""Addresses of the nomenclature."""

from django.urls import path

from . import pages

app_name = "nomenclature"
urlpatterns = [
    path("", pages.index, name="index"),
    path("find/", pages.find, name="find"),
    path("suggest/", pages.suggest, name="suggest"),
    path("<slug:key>/", pages.system, name="system"),
    path("<slug:system>/<str:code>/", pages.code, name="code"),
]
