package org.xincheng.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.xincheng.credit.cases.CommonAct.AnnouncementCompleted;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.determination.Act;
import org.xincheng.credit.determination.Act.HearingOutcome;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.determination.Act.StatementReceived;
import org.xincheng.credit.determination.Act.WindowClosed;
import org.xincheng.credit.determination.Determination;
import org.xincheng.credit.letter.LetterKind;

/** What a decision to list must have behind it (DESIGN §6: 1, 2, 4), read from the bare acts. */
public final class LawfulDecision {

    private LawfulDecision() {}

    /**
     * Fails where a determination has a decision and something is not behind it.
     *
     * @param history what has been done, for the message
     */
    public static void check(Determination d, String history) {
        d.last(LetterWasIssued.class, l -> l.kind() == LetterKind.DECISION)
                .ifPresent(decision -> check(d, decision.seq(), decision.day(), history));
    }

    /** Reads the bare acts, not the policies' own questions. */
    private static void check(Determination d, int decision, LocalDate decidedOn, String history) {
        var before = d.acts().stream().filter(a -> a.seq() < decision).toList();
        var notice = before.stream()
                .filter(a -> a.act() instanceof LetterWasIssued l && l.kind() == LetterKind.PRE_DECISION_NOTICE)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no notice; " + history));
        var letter = ((LetterWasIssued) notice.act()).letterId();
        assertThat(before)
                .as("notice served; " + history)
                .anyMatch(a -> (a.act() instanceof ServiceAttempted s
                                && s.letterId().equals(letter)
                                && s.outcome() == ServiceOutcome.SERVED)
                        || (a.act() instanceof AnnouncementCompleted c
                                && c.letterId().equals(letter)));
        var since = before.stream().filter(a -> a.seq() > notice.seq()).toList();
        assertThat(since).as("window closed; " + history).anyMatch(a -> a.act() instanceof WindowClosed);
        var waived = since.stream()
                .anyMatch(a -> a.act() instanceof StatementReceived s && s.kind() == StatementKind.WAIVER);
        var asked = since.stream()
                .anyMatch(a -> a.act() instanceof StatementReceived s
                        && s.kind() == StatementKind.HEARING_REQUEST
                        && !s.late());
        var over = since.stream()
                .anyMatch(a -> a.act() instanceof Act.HearingOpinionGiven
                        || (a.act() instanceof Act.HearingTookPlace h && h.outcome() == HearingOutcome.WAIVED));
        assertThat(asked && !waived && !over)
                .as("hearing asked for and not over; " + history)
                .isFalse();
        var answered = new HashSet<Integer>();
        before.forEach(a -> {
            if (a.act() instanceof Act.StatementsConsidered c) {
                answered.addAll(c.numbers());
            }
        });
        before.forEach(a -> {
            if (a.act() instanceof StatementReceived s && s.kind() != StatementKind.WAIVER) {
                assertThat(answered)
                        .as("statement %d answered; %s", s.number(), history)
                        .contains(s.number());
            }
        });
        var drafters = actors(d, Act.DraftSubmitted.class);
        var reviewers = actors(d, Act.DraftReviewed.class);
        var approvers = actors(d, Act.DecisionApproved.class);
        assertThat(drafters).as(history).doesNotContainAnyElementsOf(reviewers);
        assertThat(approvers).as(history).doesNotContainAnyElementsOf(drafters).doesNotContainAnyElementsOf(reviewers);
        assertThat(decidedOn).as(history).isAfterOrEqualTo(notice.day());
    }

    private static <A extends Act> Set<String> actors(Determination d, Class<A> kind) {
        return d.all(kind).map(Happened::actor).collect(Collectors.toSet());
    }
}
