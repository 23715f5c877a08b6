package org.xincheng.portal;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xincheng.credit.listing.PublicListings;
import org.xincheng.credit.subject.Uscc;
import org.xincheng.identity.OpenToEverybody;
import org.xincheng.law.LegalTime;

/** What is public now, as JSON. Open to everybody; the answer holds for its second and must not be stored. */
@RestController
@OpenToEverybody
class PublicListingsApi {

    private final PublicListings listings;
    private final RemovalNote removal;

    PublicListingsApi(PublicListings listings, RemovalNote removal) {
        this.listings = listings;
        this.removal = removal;
    }

    /**
     * One page of the answer.
     *
     * @param asOf the second it holds for, Asia/Shanghai
     * @param total how many listings there are on all pages
     * @param page 1 for the first
     * @param size most listings of a page
     * @param pages how many pages there are, at least 1
     * @param listings latest publication first
     */
    record Answer(OffsetDateTime asOf, int total, int page, int size, int pages, List<PublicListing> listings) {}

    /**
     * The public listings of a unit, or all where no code is given. A code that is none is answered with status 400; a code without public
     * listings with an empty page.
     *
     * @param uscc unified social credit code; absent: all
     * @param page 1 for the first
     * @param size 1 to 100
     */
    @GetMapping("/api/public/listings")
    ResponseEntity<Answer> listings(
            @RequestParam(required = false) String uscc,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        var found = uscc == null ? listings.search("", page, size) : listings.of(Uscc.parse(uscc, "uscc"), page, size);
        var note = removal.text();
        var answer = new Answer(
                found.asOf().atZone(LegalTime.ZONE).toOffsetDateTime(),
                found.total(),
                found.number(),
                found.size(),
                found.pages(),
                found.entries().stream()
                        .map(entry -> PublicListing.of(entry, note))
                        .toList());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }
}
