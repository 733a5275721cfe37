"""Addresses of the directory."""

from django.urls import path

from . import bulk_pages, centre_pages, databank_pages, list_pages, member_pages, pages, unit_pages
from .claims import pages as claim_pages
from .imports import pages as import_pages
from .merging import pages as merge_pages
from .screening import pages as screening_pages

app_name = "directory"
urlpatterns = [
    path("", list_pages.index, name="index"),
    path("centres/", centre_pages.index, name="centres"),
    path("centres/new/", centre_pages.create, name="open_centre"),
    path("centres/<int:pk>/", centre_pages.show, name="centre"),
    path("centres/<int:pk>/calendar/", centre_pages.calendar, name="calendar"),
    path("centres/<int:pk>/edit/", centre_pages.edit, name="edit_centre"),
    path("databank/", databank_pages.show, name="databank"),
    path("databank/template/", databank_pages.template, name="import_template"),
    path("databank/export/", databank_pages.databank, name="databank_export"),
    path("databank/imports/<int:pk>/", import_pages.show, name="import"),
    path("databank/imports/<int:pk>/act/", import_pages.act, name="act_import"),
    path("databank/imports/<int:pk>/file/", import_pages.file, name="import_file"),
    path("databank/imports/<int:pk>/rows/<int:number>/", import_pages.row, name="import_row"),
    path("databank/duplicates/", merge_pages.duplicates, name="duplicates"),
    path("databank/merges/<int:pk>/undo/", merge_pages.undo, name="undo_merge"),
    path("databank/records/", bulk_pages.records, name="records"),
    path("letters/stop/<str:token>/", bulk_pages.stop_letters, name="stop_letters"),
    path("databank/claims/", claim_pages.desk, name="claims"),
    path("databank/claims/<int:pk>/", claim_pages.decide, name="decide_claim"),
    path("databank/claims/<int:pk>/letter/", claim_pages.letter, name="claim_letter"),
    path("databank/registers/", claim_pages.show_registers, name="registers"),
    path("databank/screening/", screening_pages.show, name="screening"),
    path("databank/screening/<int:pk>/", screening_pages.hit, name="hit"),
    path("<int:pk>/claim/", claim_pages.claim, name="claim"),
    path("<int:pk>/since/", claim_pages.since, name="since"),
    path("<int:pk>/units/", unit_pages.show, name="units"),
    path("<int:pk>/merge/<int:other>/", merge_pages.merge, name="merge"),
    path("<int:pk>/twice/", merge_pages.flag, name="flag"),
    path("compare/", list_pages.compare, name="compare"),
    path("alike/", pages.look_alike, name="alike"),
    path("new/", pages.create, name="create"),
    path("invitation/<str:token>/", member_pages.accept, name="accept"),
    path("<int:pk>/", pages.show, name="organisation"),
    path("<int:pk>/edit/", pages.edit, name="edit"),
    path("<int:pk>/confirm/", pages.confirm, name="confirm"),
    path("<int:pk>/visibility/", pages.choose_visibility, name="visibility"),
    path("<int:pk>/history/", pages.history, name="history"),
    path("<int:pk>/act/", pages.act, name="act"),
    path("<int:pk>/join/", pages.join, name="join"),
    path("<int:pk>/members/", member_pages.show, name="members"),
    path("<int:pk>/evidence/<int:item>/look/", pages.look_at_evidence, name="evidence"),
    path("<int:pk>/<slug:part>/add/", pages.edit_part, name="add_part"),
    path("<int:pk>/<slug:part>/<int:item>/", pages.edit_part, name="edit_part"),
    path("<int:pk>/<slug:part>/<int:item>/remove/", pages.remove_part, name="remove_part"),
]
