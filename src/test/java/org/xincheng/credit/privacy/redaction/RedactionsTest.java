package org.xincheng.credit.privacy.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xincheng.credit.privacy.redaction.Redactions.Proposal;
import org.xincheng.support.ActFamilies;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.XinchengTest;

/** When a person may be redacted, and by whom. */
@XinchengTest
class RedactionsTest extends PublishedPerson {

    /** Texts of acts that are structure: they stay. */
    private static final Set<String> STRUCTURE = Set.of(
            "DraftSubmitted.measures",
            "LevelDetermined.level",
            "HearingScheduled.chair",
            "DeliberationHeld.member",
            "SuperiorDetermined.authority",
            "SuperiorDetermined.documentNumber",
            "ListingPublished.channels",
            "LatenessFlagged.step",
            "RemovalReopened.records",
            "ListingReplaced.caseNumber",
            "NotAccepted.policy",
            "VerificationConcluded.itemCode",
            "VerificationConcluded.documentNumber",
            "RecordsCorrected.levelBefore",
            "RecordsCorrected.levelAfter",
            "DepartmentsTold.departments",
            "SupervisionOrdered.step",
            "RestorationPublished.channels",
            "ExpertsDrawn.seed",
            "ExpertsDrawn.register",
            "ExpertsDrawn.drawn",
            "ExpertRecused.expert",
            "ExpertRecused.replacement",
            "ExpertsConfirmed.experts",
            "MeetingHeld.experts",
            "RepairNotAccepted.policy",
            "RepairNotAccepted.basis",
            "RepairReviewed.authority",
            "RepairReviewed.documentNumber",
            "DepartmentAnswered.department",
            "PublicationWithdrawn.channels",
            "RecordProposed.recordNumber",
            "CorrectionNotAccepted.policy",
            "CorrectionVerified.itemCode",
            "CorrectionVerified.documentNumber",
            "DataCorrected.levelBefore",
            "DataCorrected.levelAfter",
            "AttachedTermRecorded.measureCode",
            "AttachedTermRecorded.document",
            "AttachedTermRecorded.article",
            "UpgradeConsidered.caseNumber");

    @Test
    void dataIsDueTheDayAfterItsRetentionAndNotBefore() {
        assertThat(retention.of(published.subjectId()).listingInForce()).isEqualTo(published.number());
        endTerm();
        var kept = retention.of(published.subjectId());
        assertThat(kept.listingInForce()).isEmpty();
        assertThat(kept.openCase()).isEmpty();
        assertThat(kept.reference()).isEqualTo(published.number());
        assertThat(kept.lastEnd()).isEqualTo("2027-03-02");
        assertThat(kept.until().due()).isEqualTo("2032-03-02");
        assertThat(kept.until().rule().document()).contains("征信业管理条例");

        clock.at("2032-03-02T23:59");
        assertThat(dueSubjects()).doesNotContain(published.subjectId());
        refused(() -> propose(Ground.RETENTION_OVER), "dataIsKeptUntilRetentionIsOver", "2032-03-02");

        clock.at("2032-03-03T00:00");
        assertThat(dueSubjects()).contains(published.subjectId());
        assertThat(propose(Ground.RETENTION_OVER).basis()).contains("征信业管理条例", "第十六条");
    }

    @Test
    void aFurtherRecordOrAnOpenCaseKeepsThePerson() {
        endTerm();
        clock.at("2031-06-02T09:00");
        var later = cases.record(person, "WS-CITY", "WS-CITY-J-05", LocalDate.of(2031, 5, 20));
        clock.at("2032-03-03T09:00");
        assertThat(dueSubjects()).doesNotContain(published.subjectId());
        assertThat(retention.of(published.subjectId()).until().due()).isEqualTo("2036-05-20");
        var open = cases.open(later);
        clock.at("2040-03-03T09:00");
        assertThat(dueSubjects()).doesNotContain(published.subjectId());
        for (var ground : Ground.values()) {
            refused(() -> propose(ground), "openCasesKeepTheirData", open.number());
        }
    }

    @Test
    void aLawfulRequestNeedsItsBasisAndTheEndOfTheListing() {
        refused(() -> propose(Ground.LAWFUL_REQUEST), "listingsInForceKeepTheirData", published.number());
        refused(() -> propose(Ground.COURT_ORDER), "listingsInForceKeepTheirData", published.number());
        endTerm();
        faulty(
                () -> redactions.propose(
                        new Proposal(published.number(), Ground.LAWFUL_REQUEST, "法律", "来件"), "officer1"),
                "basis");
        faulty(
                () -> redactions.propose(new Proposal("RD-1999-1", null, "", person.name()), "officer1"),
                "reference",
                "ground");
        faulty(
                () -> redactions.propose(
                        new Proposal(published.number(), Ground.RETENTION_OVER, "", person.name() + "来件"), "officer1"),
                "reason");
        var order = propose(Ground.LAWFUL_REQUEST);
        assertThat(redactions.approve(order.number(), "", "principal1").protocol())
                .isNotNull();
    }

    @Test
    void itTakesTwoPersonsOneOpenOrderAndOneDecision() {
        endTerm();
        clock.at("2032-03-03T09:00");
        assertThat(dueSubjects()).contains(published.subjectId());
        var order = propose(Ground.RETENTION_OVER);
        assertThat(dueSubjects()).as("it waits for the principal").doesNotContain(published.subjectId());
        refused(() -> propose(Ground.RETENTION_OVER), "onePersonHasOneOpenOrder", order.number());
        refused(() -> redactions.approve(order.number(), "", "officer1"), "redactionTakesTwoPersons", "不同人员");
        refused(() -> redactions.refuse(order.number(), "不宜", "officer1"), "redactionTakesTwoPersons", "不同人员");
        faulty(() -> redactions.refuse(order.number(), " ", "principal1"), "reason");
        faulty(() -> redactions.approve("TM-1999-000001", "", "principal1"), "number");
        assertThat(subjects.get(published.subjectId()).isRedacted()).isFalse();

        var refusedOrder = redactions.refuse(order.number(), "仍有用途", "principal1");

        assertThat(refusedOrder.review().approved()).isFalse();
        assertThat(refusedOrder.protocol()).isNull();
        assertThat(dueSubjects()).as("refused, it is due again").contains(published.subjectId());
        refused(() -> redactions.approve(order.number(), "", "principal1"), "ordersAreDecidedOnce", order.number());
        assertThat(subjects.get(published.subjectId()).profile().name()).isEqualTo(person.name());
        redactions.approve(propose(Ground.RETENTION_OVER).number(), "", "principal1");
    }

    @Test
    void aCaseOpenedAfterTheProposalStopsTheApproval() {
        clock.at("2026-03-02T10:00");
        var spare = cases.record(person, "WS-CITY", "WS-CITY-J-05", DOCUMENT);
        endTerm();
        clock.at("2032-03-03T09:00");
        var order = propose(Ground.RETENTION_OVER);
        var open = cases.open(spare);
        refused(() -> redactions.approve(order.number(), "", "principal1"), "openCasesKeepTheirData", open.number());
        assertThat(orders.byNumber(order.number()).orElseThrow().open()).isTrue();
    }

    @Test
    void aUnitIsNotRedacted() {
        var unit = cases.published(CaseFixture.unit("样例待处公司"), DOCUMENT, "");
        clock.at("2032-03-03T09:00");
        assertThat(dueSubjects()).doesNotContain(unit.subjectId());
        refused(
                () -> redactions.propose(new Proposal(unit.number(), Ground.RETENTION_OVER, "", "期满"), "officer1"),
                "onlyPersonsAreRedacted",
                "自然人");
    }

    /** A new act with a text has to say whether it tells of a person: in {@code credit.free_text}, or above. */
    @Test
    void everyTextOfAnActIsEitherFreeOrStructure() {
        var known = new HashSet<>(jdbc.sql("select effect || '.' || field from credit.free_text")
                .query(String.class)
                .list());
        known.addAll(STRUCTURE);
        var texts = new HashSet<String>();
        for (var family : ActFamilies.ALL) {
            for (var act : family.getPermittedSubclasses()) {
                collect(act.getSimpleName(), act, texts);
            }
        }
        assertThat(texts).isEqualTo(known);
    }

    private static void collect(String effect, Class<?> type, Set<String> texts) {
        for (RecordComponent part : type.getRecordComponents()) {
            var inner = part.getType();
            if (part.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> element) {
                inner = element;
            }
            if (inner == String.class) {
                texts.add(effect + "." + part.getName());
            } else if (inner.isRecord() && inner.getPackageName().startsWith("org.xincheng.credit.")) {
                collect(effect, inner, texts);
            }
        }
    }
}
