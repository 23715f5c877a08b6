package org.xincheng.procedure.history;

import java.util.UUID;
import org.xincheng.credit.listing.ListingStatus;

/** A listing of a history, with the book about it. */
final class Listed {

    private final UUID id;
    private final String number;
    private final UUID subject;
    private final String regime;
    private final Book book;
    private ListingStatus told;

    /** @param number number of the determination it came from */
    Listed(UUID id, String number, UUID subject, String regime, Book book) {
        this.id = id;
        this.number = number;
        this.subject = subject;
        this.regime = regime;
        this.book = book;
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    UUID subject() {
        return subject;
    }

    String regime() {
        return regime;
    }

    Book book() {
        return book;
    }

    /** Keeps where it stands; says whether that is something new. */
    boolean isNews(ListingStatus status) {
        var news = !status.equals(told);
        told = status;
        return news;
    }
}
