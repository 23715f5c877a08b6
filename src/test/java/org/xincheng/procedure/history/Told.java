package org.xincheng.procedure.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.xincheng.credit.listing.Checks;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.PublicListings;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.credit.subject.Uscc;

/** What the public and other departments are told about a listing (DESIGN §6: 7, 9, 11, 12, 14, 16): always when it is something new, and now and then besides. */
final class Told {

    private final History history;
    private final World world;
    private int questions;

    Told(History history) {
        this.history = history;
        this.world = history.world();
    }

    void check(Listed listed, Listing listing, ListingStatus status) {
        if (!listed.isNews(status) && history.random().nextInt(8) > 0) {
            return;
        }
        var subject = history.subjects().get(listed.subject());
        var shown =
                world.bean(PublicListings.class).search(listed.number(), 1, 10).entries();
        assertThat(shown).as("9, 11, 12 %s", listed.number()).hasSize(status.published() ? 1 : 0);
        assertThat(shown).as("7 %s", listed.number()).allMatch(entry -> entry.disputed() == status.disputed());
        if (subject.kind() == SubjectKind.PERSON) {
            assertThat(listing.publicationBasis()).as("16 %s", listed.number()).isNotBlank();
            assertThat(shown).as("16 %s", listed.number()).allSatisfy(entry -> {
                assertThat(entry.subjectName()).isNotEqualTo(subject.name()).startsWith("样");
                assertThat(entry.identifier()).isNotEqualTo(subject.identifier());
            });
            return;
        }
        var answer = world.bean(Checks.class).ask(Uscc.parse(subject.identifier()), "样例查询", "data1", "history");
        questions++;
        var mine = answer.listings().stream()
                .filter(one -> one.listing().id().equals(listed.id()))
                .toList();
        assertThat(mine).as("9, 11, 12 %s", listed.number()).hasSize(status.inForce() ? 1 : 0);
        assertThat(mine)
                .as("7 %s", listed.number())
                .allMatch(one -> status.measuresInForce() || one.measures().isEmpty());
        assertThat(answer.listings().stream()
                        .filter(one -> one.listing().regime().equals(listed.regime())))
                .as("6 %s", listed.number())
                .hasSizeLessThanOrEqualTo(1);
    }

    /** How many questions were asked. */
    int questions() {
        return questions;
    }
}
