package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Act;
import org.xincheng.credit.determination.Act.CaseOutcome;
import org.xincheng.credit.determination.Act.Consideration;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.HearingOutcome;
import org.xincheng.credit.determination.Act.PanelSeat;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.law.LevelInputs;
import org.xincheng.support.XinchengTest;

/** Every act of every kind can be told in Chinese. */
@XinchengTest
class ActTextsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @Autowired
    ActTexts texts;

    @Test
    void everyActHasAText() {
        var samples = samples().toList();
        assertThat(samples.stream().map(act -> act.getClass().getSimpleName()).collect(Collectors.toSet()))
                .isEqualTo(Stream.of(Act.class, CommonAct.class)
                        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet()));
        var legalCase =
                new LegalCase(ID, "RD-2026-1", "listing-determination", "WS-CITY", ID, null, Instant.EPOCH, "officer1");
        assertThat(samples).allSatisfy(act -> {
            var text = texts.of(legalCase, act);
            assertThat(text.title()).containsPattern("\\p{IsHan}").doesNotContain("{", "null", "??");
            assertThat(text.details())
                    .allSatisfy(line ->
                            assertThat(line).containsPattern("\\p{IsHan}").doesNotContain("{", "null", "00000000-"));
        });
    }

    @Test
    void aTextIsWhatHappenedInPlainWords() {
        var legalCase =
                new LegalCase(ID, "RD-2026-1", "listing-determination", "WS-CITY", ID, null, Instant.EPOCH, "officer1");
        var panel = new Act.DeliberationHeld(
                1,
                1,
                DAY,
                List.of(new PanelSeat("panel1", false, "", true), new PanelSeat("panel2", true, "近亲属", false)),
                DeliberationOutcome.LIST,
                "一致同意");
        assertThat(texts.of(legalCase, panel))
                .isEqualTo(new ActTexts.Text(
                        "第1轮集体审议：同意列入",
                        List.of("审议日期：2026年3月2日", "参加表决1人，同意1人：孔议一（样例）", "回避：李议二（样例）（近亲属）", "审议记录：一致同意")));
        assertThat(texts.of(legalCase, new CommonAct.LatenessFlagged("draft", DAY))
                        .title())
                .isEqualTo("标记逾期：拟稿");
    }

    private static Stream<CaseAct> samples() {
        var level = new LevelInputs(3, 1, 0, ";X;");
        return Stream.of(
                        Stream.of(
                                new Act.CaseOpened(ID),
                                new Act.DraftSubmitted(1, true, "事实", "证据", "", "同意", 1, List.of("A")),
                                new Act.DraftSubmitted(2, false, "", "", "理由", "", 1, List.of()),
                                new Act.LevelDetermined(1, "JOINT", level, List.of(ID)),
                                new Act.LevelDetermined(1, null, level, List.of()),
                                new CommonAct.AnnouncementCompleted(ID, LetterKind.DECISION, DAY),
                                new Act.WindowClosed(true, DAY),
                                new Act.WindowClosed(false, DAY),
                                new Act.HearingScheduled(
                                        1, "chair1", OffsetDateTime.parse("2026-03-20T09:30:00+08:00"), "第一会议室", true),
                                new Act.HearingScheduled(
                                        2, "chair1", OffsetDateTime.parse("2026-03-20T01:30:00Z"), "第一会议室", false),
                                new Act.HearingOpinionGiven(1, "意见"),
                                new Act.DecisionApproved(1, true, ""),
                                new Act.DecisionApproved(1, false, "退回"),
                                new Act.SuperiorDetermined(true, "上级", "文号1", DAY),
                                new Act.SuperiorDetermined(false, "上级", "文号2", DAY),
                                new Act.ListingTookEffect(ID, DAY),
                                new Act.ListingPublished(ID, DAY, List.of("网站")),
                                new CommonAct.LatenessFlagged("draft", DAY)),
                        of(ReviewStage.values(), stage -> new Act.DraftReviewed(1, stage, true, "")),
                        of(ReviewStage.values(), stage -> new Act.DraftReviewed(1, stage, false, "退回")),
                        of(DeliberationOutcome.values(), o -> new Act.DeliberationHeld(1, 1, DAY, List.of(), o, "记录")),
                        of(LetterKind.values(), kind -> new CommonAct.LetterWasIssued(ID, kind, 1)),
                        of(
                                ServiceOutcome.values(),
                                o -> new CommonAct.ServiceAttempted(
                                        ID, LetterKind.DECISION, ServiceMethod.DIRECT, o, DAY, "凭证")),
                        of(StatementKind.values(), kind -> new Act.StatementReceived(1, kind, DAY, false, "内容")),
                        of(StatementKind.values(), kind -> new Act.StatementReceived(1, kind, DAY, true, "内容")),
                        of(HearingOutcome.values(), o -> new Act.HearingTookPlace(1, o, "笔录")),
                        of(Consideration.values(), o -> new Act.StatementsConsidered(List.of(1, 2), o, "理由")),
                        of(CaseOutcome.values(), o -> new Act.CaseClosed(o, "理由")))
                .flatMap(acts -> acts);
    }

    private static <E> Stream<CaseAct> of(E[] values, Function<E, CaseAct> act) {
        return Arrays.stream(values).map(act);
    }
}
