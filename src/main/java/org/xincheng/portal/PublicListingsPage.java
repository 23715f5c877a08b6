package org.xincheng.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xincheng.credit.listing.PublicListings;
import org.xincheng.identity.OpenToEverybody;
import org.xincheng.law.LegalTime;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.platform.web.SearchAddresses;

/** The public lists as a page. What was asked for and the page stand in the address. */
@Controller
@OpenToEverybody
class PublicListingsPage {

    private static final int PAGE_SIZE = 20;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final PublicListings listings;
    private final RemovalNote removal;

    PublicListingsPage(PublicListings listings, RemovalNote removal) {
        this.listings = listings;
        this.removal = removal;
    }

    /** A listing with its dates in Chinese. */
    record Line(PublicListing listing, String effectiveOn, String publishedOn, String publicUntil) {

        static Line of(PublicListing listing) {
            return new Line(
                    listing,
                    ChineseDates.day(listing.effectiveOn()),
                    ChineseDates.day(listing.publishedOn()),
                    ChineseDates.day(listing.publicUntil()));
        }
    }

    /** Searches what is public now. A page that cannot be read is the first, one past the end is shown as such. */
    @GetMapping("/public/listings")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            HttpServletResponse response) {
        int number = page.matches("[1-9]\\d{0,8}") ? Integer.parseInt(page) : 1;
        boolean refused = SearchAddresses.mustNotHold(q);
        if (refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        String asked = refused ? "" : q.strip();
        var found = listings.search(asked, number, PAGE_SIZE);
        var note = removal.text();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("nav", "listings");
        model.addAttribute("q", asked);
        model.addAttribute("identityInAddress", refused);
        model.addAttribute("found", found);
        model.addAttribute("removal", note);
        model.addAttribute("asOf", MOMENT.format(found.asOf().atZone(LegalTime.ZONE)));
        model.addAttribute(
                "lines",
                found.entries().stream()
                        .map(entry -> Line.of(PublicListing.of(entry, note)))
                        .toList());
        return "public-listings";
    }
}
