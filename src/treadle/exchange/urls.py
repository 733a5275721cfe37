"""Addresses of the exchange."""

from django.urls import path

from . import desk_pages, direction_pages, enquiry_pages, listing_pages, match_pages, partner_pages, search_pages, weight_pages

app_name = "exchange"
urlpatterns = [
    path("needs/", listing_pages.needs, name="needs"),
    path("offers/", listing_pages.offers, name="offers"),
    path("listings/<int:pk>/", listing_pages.show, name="listing"),
    path("listings/<int:pk>/edit/", listing_pages.edit, name="edit_listing"),
    path("listings/<int:pk>/act/", listing_pages.act, name="act_listing"),
    path("listings/<int:pk>/ask/", enquiry_pages.from_listing, name="ask"),
    path("listings/new/<slug:side>/", listing_pages.draft, name="draft_listing"),
    path("enquiries/", enquiry_pages.index, name="enquiries"),
    path("enquiries/new/", enquiry_pages.start, name="start"),
    path("enquiries/call/", desk_pages.enter_call, name="call"),
    path("enquiries/<slug:number>/", enquiry_pages.show, name="enquiry"),
    path("enquiries/<slug:number>/act/", enquiry_pages.act, name="act"),
    path("enquiries/<slug:number>/check/", enquiry_pages.check, name="check"),
    path("enquiries/<slug:number>/history/", enquiry_pages.history, name="history"),
    path("enquiries/<slug:number>/matches/", match_pages.match_page, name="matches"),
    path("enquiries/<slug:number>/matches/by-hand/", match_pages.by_hand, name="by_hand"),
    path("enquiries/<slug:number>/preview/", desk_pages.preview, name="preview"),
    path("enquiries/<slug:number>/invitations/", desk_pages.invitations, name="invitations"),
    path("enquiries/<slug:number>/responses/", desk_pages.responses, name="responses"),
    path("enquiries/<slug:number>/introduce/<int:pk>/", partner_pages.introduce, name="introduce"),
    path("enquiries/<slug:number>/step/<slug:step>/", enquiry_pages.step, name="step"),
    path("invitations/<int:pk>/", partner_pages.invitation, name="invitation"),
    path("invitations/<int:pk>/decline/", partner_pages.decline, name="decline"),
    path("introductions/<int:pk>/", partner_pages.introduction, name="introduction"),
    path("introductions/<int:pk>/report/<slug:party>/", partner_pages.report, name="report"),
    path("desk/", desk_pages.desk, name="desk"),
    path("desk/requests/", direction_pages.requests, name="requests"),
    path("desk/weights/", weight_pages.weights, name="weights"),
    path("for-you/", direction_pages.for_you, name="for_you"),
    path("searches/", search_pages.searches, name="searches"),
    path("searches/new/", search_pages.save, name="save_search"),
    path("searches/<int:pk>/", search_pages.search, name="search"),
    path("never/", direction_pages.never, name="never"),
]
