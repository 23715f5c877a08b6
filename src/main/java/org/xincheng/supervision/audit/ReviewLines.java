package org.xincheng.supervision.audit;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xincheng.identity.UserDirectory;
import org.xincheng.platform.web.ChineseDates;

/** Reviews and their rows as the pages show them. */
@Component
class ReviewLines {

    private final UserDirectory users;

    ReviewLines(UserDirectory users) {
        this.users = users;
    }

    /**
     * A review with names and dates for screens.
     *
     * @param actorName whose readings, empty for everybody's
     */
    record ReviewLine(
            Review review, String drawnAt, String drawnByName, String firstDay, String lastDay, String actorName) {}

    /**
     * A row that was drawn.
     *
     * @param mayJudge whether this auditor may give the verdict that is still to come
     */
    record ItemLine(
            ReviewStore.Item item, String at, String actorName, String givenAt, String givenByName, boolean mayJudge) {}

    List<ReviewLine> reviews(List<Review> reviews) {
        return reviews.stream().map(this::review).toList();
    }

    ReviewLine review(Review review) {
        return new ReviewLine(
                review,
                LogLine.moment(review.drawnAt()),
                users.displayName(review.drawnBy()),
                ChineseDates.day(review.firstDay()),
                ChineseDates.day(review.lastDay()),
                review.actor() == null ? "" : LogLine.name(review.actor(), users));
    }

    List<ItemLine> items(List<ReviewStore.Item> items, String auditor) {
        return items.stream()
                .map(item -> new ItemLine(
                        item,
                        LogLine.moment(item.at()),
                        LogLine.name(item.actor(), users),
                        item.givenAt() == null ? "" : LogLine.moment(item.givenAt()),
                        item.givenBy() == null ? "" : users.displayName(item.givenBy()),
                        item.verdict() == null && !item.actor().equals(auditor)))
                .toList();
    }
}
