package org.xincheng.credit.listing;

import java.util.UUID;

/** Told in the transaction in which something becomes known that a listing's beginning or end depends on, so that whoever set an alarm by it can look again. */
public record ListingChanged(UUID listingId) {}
