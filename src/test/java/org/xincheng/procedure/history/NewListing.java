package org.xincheng.procedure.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.xincheng.credit.determination.Determinations;
import org.xincheng.support.LawfulDecision;

/** What must hold of a listing when it takes effect (DESIGN §6: 1, 2, 4, 5, 6). */
final class NewListing {

    private static final String MEASURES_OF_OTHER_LISTS = """
            select count(*) from credit.listing_measure m join credit.listing l on l.id = m.listing_id
              left join credit.measure e on e.version = m.measure_version and e.code = m.measure_code
             where l.id = ? and (e.code is null or e.reference_only or m.measure_version <> (
               select max(v.version) from credit.catalogue_version v where v.catalogue = 'measures' and v.effective_from <= l.effective_on))
            """;

    private static final String SPENT_TWICE = """
            select count(*) from credit.listing_record mine
              join credit.listing_record other on other.record_id = mine.record_id and other.listing_id <> mine.listing_id
              join credit.listing l on l.id = mine.listing_id join credit.listing o on o.id = other.listing_id and o.level = l.level
             where mine.listing_id = ? and not exists (select 1 from credit.listing_revocation v where v.listing_id = o.id)
            """;

    private final History history;
    private final Listed listed;

    NewListing(History history, Listed listed) {
        this.history = history;
        this.listed = listed;
    }

    void check() {
        var facts = history.world().facts();
        assertThat(facts.count(MEASURES_OF_OTHER_LISTS, listed.id()))
                .as("5 %s", listed.number())
                .isZero();
        assertThat(facts.count(SPENT_TWICE, listed.id()))
                .as("6 %s", listed.number())
                .isZero();
        var acts = history.acts(listed.number());
        var effect = acts.stream()
                .filter(did -> did.is("ListingTookEffect"))
                .findFirst()
                .orElseThrow();
        var decision = acts.stream()
                .filter(did -> did.isLetter("DECISION"))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(acts)
                .as("1: the decision was served; %s", listed.number())
                .anyMatch(did -> did.seq() < effect.seq()
                        && did.is("ServiceAttempted", "AnnouncementCompleted")
                        && did.text("letterId").equals(decision.text("letterId")));
        LawfulDecision.check(history.world().bean(Determinations.class).load(effect.caseId()), listed.number());
    }
}
