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
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.correction.CorrectionAct;
import org.xincheng.credit.correction.RecordChange;
import org.xincheng.credit.determination.Act;
import org.xincheng.credit.determination.Act.CaseOutcome;
import org.xincheng.credit.determination.Act.Consideration;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.HearingOutcome;
import org.xincheng.credit.determination.Act.PanelSeat;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.ending.EndAct;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.objection.ComplaintAct;
import org.xincheng.credit.objection.ObjectionAct;
import org.xincheng.credit.objection.RemedyAct;
import org.xincheng.credit.repair.RepairAct;
import org.xincheng.credit.repair.RevocationAct;
import org.xincheng.credit.term.TermAct;
import org.xincheng.law.LevelInputs;
import org.xincheng.support.ActFamilies;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.SampleService;
import org.xincheng.support.XinchengTest;

/** Every act of every kind can be told in Chinese. */
@XinchengTest
class ActTextsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @Autowired
    ActTexts texts;

    @Autowired
    BeanFactory beans;

    @Test
    void everyActHasAText() {
        var samples = samples().toList();
        assertThat(samples.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(ActFamilies.acts().collect(Collectors.toSet()));
        var listing = CaseFixture.on(beans)
                .open(CaseFixture.on(beans).record(CaseFixture.unit("样例文本公司"), "WS-CITY", "WS-CITY-J-02", DAY));
        assertThat(samples).allSatisfy(act -> {
            var text = texts.of(about(listing), told(act, listing.id()));
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

    @Test
    void whatHappenedInAnObjectionIsToldInPlainWords() {
        var legalCase = new LegalCase(ID, "YY-2026-1", "objection", "WS-CITY", ID, ID, Instant.EPOCH, "officer1");
        assertThat(texts.of(legalCase, new RemedyAct.Accepted(true, ID)))
                .isEqualTo(new ActTexts.Text("受理", List.of("自受理时起标注“存在异议”，惩戒措施暂停执行，列入期限暂停计算", "需要其他单位协助核实")));
        assertThat(texts.of(legalCase, new RemedyAct.RecordsCorrected(List.of(), List.of(), "JOINT", null))
                        .details())
                .last()
                .isEqualTo("等级由“联合惩戒对象（重点关注名单）”重新核定：未达到列入名单的标准");
    }

    /** A case about the listing of this one. */
    private static LegalCase about(LegalCase listing) {
        return new LegalCase(
                ID, "YY-2026-1", "objection", "WS-CITY", listing.subjectId(), listing.id(), Instant.EPOCH, "officer1");
    }

    /** Numbers are looked up: the case complained of has to exist. */
    private static CaseAct told(CaseAct act, UUID existing) {
        if (act instanceof RevocationAct.RevocationOpened) {
            return new RevocationAct.RevocationOpened(existing, existing);
        }
        return act instanceof ComplaintAct.ComplaintOpened ? new ComplaintAct.ComplaintOpened(existing, existing) : act;
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
                        of(ServiceOutcome.values(), o -> service(ServiceMethod.DIRECT, o)),
                        of(ServiceMethod.values(), method -> service(method, ServiceOutcome.SERVED)),
                        of(StatementKind.values(), kind -> new Act.StatementReceived(1, kind, DAY, false, "内容")),
                        of(StatementKind.values(), kind -> new Act.StatementReceived(1, kind, DAY, true, "内容")),
                        of(HearingOutcome.values(), o -> new Act.HearingTookPlace(1, o, "笔录")),
                        of(Consideration.values(), o -> new Act.StatementsConsidered(List.of(1, 2), o, "理由")),
                        of(CaseOutcome.values(), o -> new Act.CaseClosed(o, "理由")),
                        ofRemedies(),
                        ofRepairs(),
                        ofCorrections(),
                        ofTerms())
                .flatMap(acts -> acts);
    }

    private static Stream<CaseAct> ofRemedies() {
        var change = List.of(new RecordChange(ID, true, "", "", null), new RecordChange(ID, false, "更正后的事实", "", null));
        return Stream.of(
                        Stream.of(
                                new ObjectionAct.ObjectionOpened(ID),
                                new ComplaintAct.ComplaintOpened(ID, ID),
                                new ComplaintAct.ExpertsDrawn("00ff", List.of("ZJ-1", "ZJ-2"), List.of("ZJ-2")),
                                new ComplaintAct.ExpertRecused("ZJ-2", "近亲属", "ZJ-1"),
                                new ComplaintAct.ExpertsConfirmed(List.of("ZJ-1")),
                                new ComplaintAct.MeetingHeld(DAY, List.of("ZJ-1"), "纪要"),
                                new ComplaintAct.MeetingHeld(DAY, List.of(), "纪要"),
                                new RemedyAct.Accepted(true, ID),
                                new RemedyAct.Accepted(false, ID),
                                new RemedyAct.NotAccepted("", "理由"),
                                new RemedyAct.ResultDecided(1, true, ""),
                                new RemedyAct.ResultDecided(1, false, "退回"),
                                new RemedyAct.Withdrawn(DAY, "撤回书"),
                                new RemedyAct.MeasuresResumed(ID, DAY),
                                new RemedyAct.RecordsCorrected(List.of(ID), List.of(ID), "JOINT", "JOINT"),
                                new RemedyAct.RecordsCorrected(List.of(ID), List.of(), "JOINT", null),
                                new RemedyAct.ListingRevoked(ID),
                                new CommonAct.SupervisionOrdered("objectionVerification", "限期答复"),
                                new CommonAct.RestorationPublished(DAY, List.of("网站")),
                                new RemedyAct.CorrectiveDutiesRecorded("责任单位", "整改")),
                        of(ObjectionAct.Ground.values(), ground -> new ObjectionAct.ObjectionFiled(ground, DAY, "内容")),
                        of(
                                ComplaintAct.ComplaintGround.values(),
                                ground -> new ComplaintAct.ComplaintFiled(ground, DAY, "内容")),
                        of(
                                RemedyAct.VerificationResult.values(),
                                r -> new RemedyAct.VerificationConcluded(1, r, "情况", "答复", DAY, change)),
                        of(
                                RemedyAct.VerificationResult.values(),
                                r -> new RemedyAct.VerificationConcluded(1, r, "情况", "", null, List.of())),
                        of(LetterKind.values(), kind -> new CommonAct.DepartmentsTold(kind, List.of("样例部门"))),
                        of(RemedyAct.RemedyOutcome.values(), o -> new RemedyAct.CaseClosed(o, "")))
                .flatMap(acts -> acts);
    }

    private static Stream<CaseAct> ofTerms() {
        return Stream.concat(
                Stream.of(
                        new TermAct.TermOpened(ID),
                        new TermAct.RemovalFiled(DAY, "申请内容"),
                        new TermAct.RemovalChecked(true, "没有新的失信行为"),
                        new TermAct.RemovalChecked(false, "有新的失信行为"),
                        new TermAct.RemovalDecided(true, ""),
                        new TermAct.RemovalDecided(false, "退回"),
                        new TermAct.RemovalReopened(List.of("R-1")),
                        new TermAct.ListingRemoved(ID),
                        new TermAct.NewActNoted(ID),
                        new TermAct.UpgradeConsidered("RD-2026-1", ""),
                        new TermAct.UpgradeConsidered("", "理由"),
                        new TermAct.AttachedTermRecorded("A", "《样例法》", "第一条", DAY, DAY),
                        new TermAct.AttachedTermRecorded("A", "《样例法》", "第一条", DAY, null),
                        new TermAct.ListingExpired(DAY),
                        new TermAct.ListingReplaced(ID, "RD-2026-2")),
                of(TermAct.TermOutcome.values(), o -> new TermAct.CaseClosed(o, "")));
    }

    private static Stream<CaseAct> ofCorrections() {
        var whole = new RecordChange(ID, false, "实际事实", "WS-CITY-J-02", true, "样文〔2026〕2号", DAY);
        return Stream.of(
                        Stream.<CaseAct>of(
                                new CorrectionAct.CorrectionOpened(ID),
                                new CorrectionAct.CorrectionAccepted(List.of()),
                                new CorrectionAct.CorrectionAccepted(List.of(ID)),
                                new CorrectionAct.CorrectionVerified(
                                        1, CorrectionAct.CorrectionResult.CORRECTED, "理由", "答复", DAY, whole, ""),
                                new CorrectionAct.CorrectionVerified(
                                        1,
                                        CorrectionAct.CorrectionResult.WITHDRAWN,
                                        "理由",
                                        "",
                                        null,
                                        RecordChange.withdrawal(ID),
                                        ""),
                                new CorrectionAct.CorrectionVerified(
                                        1, CorrectionAct.CorrectionResult.CORRECTED, "理由", "答复", DAY, null, "样例名称"),
                                new CorrectionAct.CorrectionDecided(1, true, ""),
                                new CorrectionAct.CorrectionDecided(1, false, "退回"),
                                new CorrectionAct.DataCorrected(true, null, List.of()),
                                new CorrectionAct.DataCorrected(
                                        false, ID, List.of(new CorrectionAct.FoundAnew(ID, "JOINT", "JOINT"))),
                                new CorrectionAct.DataCorrected(
                                        false, null, List.of(new CorrectionAct.FoundAnew(ID, "BLACK", "JOINT"))),
                                new CorrectionAct.DataCorrected(
                                        false, null, List.of(new CorrectionAct.FoundAnew(ID, "JOINT", null))),
                                new CorrectionAct.ListingsSettled(List.of(ID), List.of(ID)),
                                new CorrectionAct.ListingsSettled(List.of(), List.of())),
                        of(
                                CorrectionAct.Asker.values(),
                                asker -> new CorrectionAct.CorrectionFiled(
                                        asker, asker.isUnit() ? "样例单位" : "", DAY, CorrectionAct.Matter.RECORD, "内容")),
                        of(
                                CorrectionAct.Matter.values(),
                                matter -> new CorrectionAct.CorrectionFiled(
                                        CorrectionAct.Asker.OFFICE, "", DAY, matter, "内容")),
                        of(
                                CorrectionAct.RefusalGround.values(),
                                ground -> new CorrectionAct.CorrectionNotAccepted(ground, "", "理由")),
                        of(
                                CorrectionAct.CorrectionResult.values(),
                                result -> new CorrectionAct.CorrectionVerified(1, result, "理由", "", null, null, "")),
                        of(CorrectionAct.CorrectionOutcome.values(), o -> new CorrectionAct.CaseClosed(o, "")))
                .flatMap(acts -> acts);
    }

    private static Stream<CaseAct> ofRepairs() {
        var proof = List.of(RepairAct.Evidence.values());
        return Stream.of(
                        Stream.of(
                                new RepairAct.RepairOpened(ID),
                                new RepairAct.SupplementRequested("信用承诺书"),
                                new RepairAct.SupplementReceived(DAY, DAY, proof, "补正"),
                                new RepairAct.SupplementReceived(null, null, List.of(), "没有补正"),
                                new RepairAct.RepairAccepted(),
                                new RepairAct.RepairDecided(1, true, ""),
                                new RepairAct.RepairDecided(1, false, "退回"),
                                new RepairAct.ListingRepaired(ID),
                                new RepairAct.ListingWasOver(),
                                new RepairAct.Withdrawn(DAY, "撤回书"),
                                new RevocationAct.RevocationOpened(ID, ID),
                                new RevocationAct.FalsehoodExamined(true, "情况"),
                                new RevocationAct.FalsehoodExamined(false, "情况"),
                                new RevocationAct.RevocationHeard(true, DAY, "放弃"),
                                new RevocationAct.RevocationHeard(false, DAY, "意见"),
                                new RevocationAct.RevocationWindowClosed(),
                                new RevocationAct.RevocationDecided(true, "理由"),
                                new RevocationAct.RevocationDecided(false, "理由"),
                                new RevocationAct.RepairRevoked(ID, true),
                                new RevocationAct.RepairRevoked(ID, false),
                                new RevocationAct.RecordProposed("SX-2026-000001", "说明"),
                                new RevocationAct.RecordProposed("", "没有生效文书"),
                                new EndAct.DepartmentAnswered("样例部门", DAY, "已解除"),
                                new EndAct.PublicationWithdrawn(DAY, List.of("网站"), true),
                                new EndAct.PublicationWithdrawn(DAY, List.of("网站"), false)),
                        of(RepairAct.Channel.values(), c -> new RepairAct.RepairFiled(DAY, c, DAY, proof, "内容")),
                        of(RepairAct.Channel.values(), c -> new RepairAct.RepairFiled(DAY, c, null, List.of(), "内容")),
                        of(
                                RepairAct.RefusalGround.values(),
                                ground -> new RepairAct.RepairNotAccepted(ground, "", "《样例法》第一条", "理由")),
                        of(
                                RepairAct.VerificationMethod.values(),
                                m -> new RepairAct.RepairVerified(1, m, DAY, true, "情况")),
                        of(
                                RepairAct.VerificationMethod.values(),
                                m -> new RepairAct.RepairVerified(1, m, DAY, false, "情况")),
                        of(
                                RepairAct.ReviewBody.values(),
                                body -> new RepairAct.RepairReviewed(1, body, true, "上级机关", "文号", DAY, "")),
                        of(
                                RepairAct.ReviewBody.values(),
                                body -> new RepairAct.RepairReviewed(1, body, false, "", "", DAY, "理由")),
                        of(RepairAct.RepairOutcome.values(), o -> new RepairAct.CaseClosed(o, "")),
                        of(RevocationAct.RevocationOutcome.values(), o -> new RevocationAct.CaseClosed(o, "")))
                .flatMap(acts -> acts);
    }

    private static <E> Stream<CaseAct> of(E[] values, Function<E, CaseAct> act) {
        return Arrays.stream(values).map(act);
    }

    private static CommonAct service(ServiceMethod method, ServiceOutcome outcome) {
        return new CommonAct.ServiceAttempted(
                ID, LetterKind.DECISION, method, outcome, DAY, SampleService.particulars(method), "经过");
    }
}
