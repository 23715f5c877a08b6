package org.xincheng.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.PanelSeat;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.credit.determination.Deciding;
import org.xincheng.credit.subject.NewSubject;

/** Listings whose terms tests follow, made through the store alone. */
public final class TermCases {

    private static final List<String> PANEL = List.of("panel1", "panel2", "panel3", "panel4", "panel5");

    private final BeanFactory beans;
    private final TestClock clock;
    private final CaseFixture cases;

    private TermCases(BeanFactory beans) {
        this.beans = beans;
        this.clock = beans.getBean(TestClock.class);
        this.cases = CaseFixture.on(beans);
    }

    /** On an application context. */
    public static TermCases on(BeanFactory beans) {
        return new TermCases(beans);
    }

    /** A listing under WS-CITY that is published on this day; its term of one year runs from it. */
    public LegalCase city(NewSubject subject, LocalDate publishedOn) {
        clock.morningOf(publishedOn);
        return cases.published(subject, publishedOn.minusDays(4), "");
    }

    /**
     * A listing under WS-JINAN, whose case was opened while the regime was in force, in July 2023, and took years; its decision was served on this day, from which
     * its term of one year runs.
     */
    public LegalCase jinan(NewSubject subject, LocalDate servedOn) {
        clock.at("2023-07-10T09:00");
        var opened = cases.open(cases.record(subject, "WS-JINAN", "WS-JINAN-J-02", LocalDate.of(2023, 6, 20)));
        clock.morningOf(servedOn);
        list(opened);
        return opened;
    }

    /** A listing under MOHURD of the heavier level, four general acts not corrected, whose decision was served on this day. */
    public LegalCase mohurdHeavier(NewSubject subject, LocalDate servedOn) {
        return mohurdHeavier(subject, servedOn, true);
    }

    /**
     * The same with or without measures.
     *
     * @param measures whether every measure on offer is chosen, or none
     */
    public LegalCase mohurdHeavier(NewSubject subject, LocalDate servedOn, boolean measures) {
        clock.morningOf(servedOn);
        var records = Stream.of("MOHURD-G-01", "MOHURD-G-02", "MOHURD-G-03", "MOHURD-G-04")
                .map(item -> cases.record(subject, "MOHURD", item, servedOn.minusDays(5)))
                .toList();
        var opened = cases.open(records.get(0));
        if (measures) {
            cases.draft(opened, "");
        } else {
            cases.draftWithoutMeasures(opened);
        }
        listDrafted(opened);
        return opened;
    }

    /** Drives an open case to the listing's effect, and its publication where it may be published, all today; nobody wants to be heard. */
    public void list(LegalCase opened) {
        cases.draft(opened, "");
        listDrafted(opened);
    }

    private void listDrafted(LegalCase opened) {
        cases.review(opened);
        var twice = opened.regime().equals("WS-JINAN");
        if (twice) {
            cases.deliberate(opened);
        }
        cases.serve(opened, cases.issueNotice(opened));
        beans.getBean(BeingHeard.class)
                .receive(opened.id(), StatementKind.WAIVER, clock.today(), "放弃声明书", CaseFixture.OFFICER);
        cases.closeWindow(opened);
        if (twice) {
            deliberateAgain(opened);
        } else {
            cases.deliberate(opened);
        }
        cases.approve(opened);
        if (!opened.regime().equals("MOHURD")) {
            cases.determineBySuperior(opened);
        }
        cases.serve(opened, cases.decide(opened));
        if (cases.takeEffect(opened)) {
            cases.publish(opened);
        }
    }

    private void deliberateAgain(LegalCase opened) {
        var seats = PANEL.stream()
                .map(member -> new PanelSeat(member, false, "", true))
                .toList();
        beans.getBean(Deciding.class)
                .deliberate(
                        opened.id(),
                        2,
                        clock.today(),
                        seats,
                        DeliberationOutcome.LIST,
                        "全体委员一致同意。",
                        Set.copyOf(PANEL),
                        new Actor("panel1", "fixture"));
    }
}
