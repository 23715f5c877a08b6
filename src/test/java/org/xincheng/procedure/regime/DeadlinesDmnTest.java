package org.xincheng.procedure.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xincheng.law.CountDirection;
import org.xincheng.law.CountPurpose;
import org.xincheng.law.CountUnit;
import org.xincheng.law.DeadlineRule;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeStatus;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.RuleBasis;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadlinesDmnTest {

    /** rule | regime asked for | step | count unit direction purpose | start event | basis | document holds | article. */
    private static final String EXPECTED = """
            WS-JINAN_legalReview | WS-JINAN | legalReview | 3 WORKING_DAY FORWARD PROCEDURE | draftSubmitted | REGIME | 济南市煤矿 | 第七条第（二）项
            NANNING_legalReview | NANNING | legalReview | 5 DAY FORWARD PROCEDURE | draftSubmitted | REGIME | 南宁市城市管理 | 第十二条
            WS-JINAN_noticeService | WS-JINAN | noticeService | 3 WORKING_DAY FORWARD PROCEDURE | firstDeliberationPassed | REGIME | 济南市煤矿 | 第七条第（三）项
            WS-CITY_publication | WS-CITY | publication | 10 WORKING_DAY FORWARD PROCEDURE | superiorDetermined | REGIME | xx市安全生产 | 第五条第（四）项
            NANNING_listingTerm | NANNING | listingTerm | 1 YEAR FORWARD TERM | decisionServed | REGIME | 南宁市城市管理 | 第十四条
            MOHURD_listingTerm | MOHURD | listingTerm | 1 YEAR FORWARD TERM | publication | DEFAULT | 2018年10月稿 | 第十五条、第十六条（惩戒期限未载，推荐缺省一年）
            WS-CITY_listingTerm | WS-CITY | listingTerm | 1 YEAR FORWARD TERM | publication | REGIME | xx市安全生产 | 第五条第（六）项
            WS-JINAN_listingTerm | WS-JINAN | listingTerm | 1 YEAR FORWARD TERM | publication | REGIME | 济南市煤矿 | 第六条
            WS-SAWS_listingTerm | WS-SAWS | listingTerm | 1 YEAR FORWARD TERM | publication | REGIME | 安监总办〔2017〕49号 | 第六条
            NANNING_objectionVerification | NANNING | objectionVerification | 20 WORKING_DAY FORWARD PROCEDURE | objectionAccepted | REGIME | 南宁市城市管理 | 第十三条
            NANNING_objectionVerificationAssisted | NANNING | objectionVerificationAssisted | 20 WORKING_DAY FORWARD PROCEDURE | objectionAccepted | REGIME | 南宁市城市管理 | 第十三条
            MOHURD_objectionVerification | MOHURD | objectionVerification | 15 WORKING_DAY FORWARD PROCEDURE | objectionReceived | REGIME | 2018年10月稿 | 第十条
            MOHURD_objectionVerificationAssisted | MOHURD | objectionVerificationAssisted | 15 WORKING_DAY FORWARD PROCEDURE | objectionReceived | REGIME | 2018年10月稿 | 第十条
            WS-CITY_objectionVerification | WS-CITY | objectionVerification | 15 WORKING_DAY FORWARD PROCEDURE | objectionReceived | REGIME | xx市安全生产 | 第五条第（七）项
            WS-CITY_objectionVerificationAssisted | WS-CITY | objectionVerificationAssisted | 15 WORKING_DAY FORWARD PROCEDURE | objectionReceived | REGIME | xx市安全生产 | 第五条第（七）项
            COUNTYXX_objectionVerification | COUNTYXX | objectionVerification | 15 WORKING_DAY FORWARD PROCEDURE | objectionReceived | REGIME | XX县守信 | 第（二十一）项
            COUNTYXX_objectionVerificationAssisted | COUNTYXX | objectionVerificationAssisted | 15 WORKING_DAY FORWARD PROCEDURE | objectionReceived | REGIME | XX县守信 | 第（二十一）项
            WS-JINAN_objectionVerification | WS-JINAN | objectionVerification | 3 WORKING_DAY FORWARD PROCEDURE | objectionReceived | LAW | 山东省社会信用条例 | 第三十八条至第四十一条
            WS-JINAN_objectionVerificationAssisted | WS-JINAN | objectionVerificationAssisted | 7 WORKING_DAY FORWARD PROCEDURE | objectionReceived | LAW | 山东省社会信用条例 | 第三十八条至第四十一条
            NANNING_repairDecision | NANNING | repairDecision | 20 DAY FORWARD PROCEDURE | repairReceived | REGIME | 南宁市城市管理 | 第十六条
            MOHURD_repairDecision | MOHURD | repairDecision | 15 WORKING_DAY FORWARD PROCEDURE | repairReceived | REGIME | 2018年10月稿 | 第十八条第（二）项
            MOHURD_channelWithdrawal | MOHURD | channelWithdrawal | 10 WORKING_DAY FORWARD PROCEDURE | listingEnded | REGIME | 2018年10月稿 | 第十八条第（三）项
            MOHURD_automaticWithdrawal | MOHURD | automaticWithdrawal | 5 YEAR FORWARD TERM | publication | REGIME | 2018年10月稿 | 第十六条
            WS-JINAN_removalReminder | WS-JINAN | removalReminder | 40 WORKING_DAY BACKWARD PROCEDURE | termEnd | DEFAULT | 济南市煤矿 | 第七条第（五）项（提醒时间未载，推荐缺省期满前40个工作日）
            WS-JINAN_removalWindow | WS-JINAN | removalWindow | 30 WORKING_DAY BACKWARD PROCEDURE | termEnd | REGIME | 济南市煤矿 | 第七条第（五）项
            WS-JINAN_removal | WS-JINAN | removal | 10 WORKING_DAY BACKWARD PROCEDURE | termEnd | REGIME | 济南市煤矿 | 第七条第（五）项
            WS-SAWS_removalReminder | WS-SAWS | removalReminder | 40 WORKING_DAY BACKWARD PROCEDURE | termEnd | DEFAULT | 安监总办〔2017〕49号 | 第七条（提醒时间未载，推荐缺省期满前40个工作日）
            WS-SAWS_removalWindow | WS-SAWS | removalWindow | 30 WORKING_DAY BACKWARD PROCEDURE | termEnd | REGIME | 安监总办〔2017〕49号 | 第七条
            WS-SAWS_removal | WS-SAWS | removal | 10 WORKING_DAY BACKWARD PROCEDURE | termEnd | DEFAULT | 安监总办〔2017〕49号 | 第七条（移出时间未载，推荐缺省同济南市实施意见）
            WS-JINAN_correctionDecision | WS-JINAN | correctionDecision | 3 WORKING_DAY FORWARD PROCEDURE | correctionReceived | LAW | 山东省社会信用条例 | 第三十八条至第四十一条
            any_caseTotal | WS-CITY | caseTotal | 90 DAY FORWARD PROCEDURE | caseOpened | LAW | 行政处罚法 | 第六十条（参照）
            any_draft | WS-CITY | draft | 5 WORKING_DAY FORWARD PROCEDURE | draftRequested | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_legalReview | WS-CITY | legalReview | 5 WORKING_DAY FORWARD PROCEDURE | draftSubmitted | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_firstDeliberation | WS-JINAN | firstDeliberation | 10 WORKING_DAY FORWARD PROCEDURE | reviewPassed | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_noticeService | NANNING | noticeService | 7 WORKING_DAY FORWARD PROCEDURE | noticeIssued | LAW | 行政处罚法 | 第六十一条、第八十五条（参照）
            any_statementWindow | NANNING | statementWindow | 5 WORKING_DAY FORWARD PROCEDURE | noticeServed | DEFAULT | 行政处罚法 | 第六十四条第（一）项、第八十五条（参照）
            any_hearingSchedule | MOHURD | hearingSchedule | 3 WORKING_DAY FORWARD PROCEDURE | windowClosed | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_hearingInvitation | MOHURD | hearingInvitation | 7 WORKING_DAY BACKWARD PROCEDURE | hearingDay | LAW | 行政处罚法 | 第六十四条第（二）项、第八十五条（参照）
            any_hearingInvitationService | MOHURD | hearingInvitationService | 3 WORKING_DAY FORWARD PROCEDURE | invitationIssued | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_hearingRecord | MOHURD | hearingRecord | 1 WORKING_DAY FORWARD PROCEDURE | hearingDay | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_hearingOpinion | MOHURD | hearingOpinion | 3 WORKING_DAY FORWARD PROCEDURE | hearingHeld | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_considerStatements | WS-JINAN | considerStatements | 3 WORKING_DAY FORWARD PROCEDURE | opinionsComplete | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_considerLateStatement | WS-JINAN | considerLateStatement | 2 WORKING_DAY FORWARD PROCEDURE | statementReceived | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_reviewAfterHearing | WS-JINAN | reviewAfterHearing | 3 WORKING_DAY FORWARD PROCEDURE | statementsConsidered | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_deliberation | WS-JINAN | deliberation | 10 WORKING_DAY FORWARD PROCEDURE | statementsConsidered | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_approval | WS-JINAN | approval | 3 WORKING_DAY FORWARD PROCEDURE | deliberationConcluded | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_superiorDetermination | WS-CITY | superiorDetermination | 20 WORKING_DAY FORWARD PROCEDURE | approvalGiven | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_decisionService | WS-CITY | decisionService | 7 WORKING_DAY FORWARD PROCEDURE | decisionIssued | LAW | 行政处罚法 | 第六十一条、第八十五条（参照）
            any_replyService | WS-CITY | replyService | 7 WORKING_DAY FORWARD PROCEDURE | replyIssued | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_publicAnnouncement | WS-CITY | publicAnnouncement | 30 DAY FORWARD PROCEDURE | announcementPublished | LAW | 民事诉讼法 | 第九十五条
            any_publication | MOHURD | publication | 7 WORKING_DAY FORWARD PROCEDURE | decisionIssued | REGIME | 梧州市关于进一步完善失信约束制度 | 第（六）项
            any_objectionRegistration | WS-SAWS | objectionRegistration | 1 WORKING_DAY FORWARD PROCEDURE | objectionOpened | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_objectionAcceptance | WS-SAWS | objectionAcceptance | 3 WORKING_DAY FORWARD PROCEDURE | objectionReceived | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_objectionVerification | WS-SAWS | objectionVerification | 15 WORKING_DAY FORWARD PROCEDURE | objectionReceived | DEFAULT | 进一步完善失信约束制度 | 第（九）项（时限未载，推荐缺省15个工作日）
            any_objectionVerificationAssisted | WS-SAWS | objectionVerificationAssisted | 15 WORKING_DAY FORWARD PROCEDURE | objectionReceived | DEFAULT | 进一步完善失信约束制度 | 第（九）项（时限未载，推荐缺省15个工作日）
            any_supervisionOrder | WS-SAWS | supervisionOrder | 2 WORKING_DAY FORWARD PROCEDURE | stepLate | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_objectionReplyService | WS-SAWS | objectionReplyService | 7 WORKING_DAY FORWARD PROCEDURE | remedyLetterIssued | LAW | 行政处罚法 | 第六十一条、第八十五条（参照）
            any_publicationWithdrawal | WS-SAWS | publicationWithdrawal | 3 WORKING_DAY FORWARD PROCEDURE | listingRevoked | LAW | 行政处罚法 | 第四十八条、第八十五条（参照）
            any_correctiveDuties | WS-SAWS | correctiveDuties | 10 WORKING_DAY FORWARD PROCEDURE | resultCarriedOut | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_complaintRegistration | WS-SAWS | complaintRegistration | 1 WORKING_DAY FORWARD PROCEDURE | complaintOpened | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_complaintAcceptance | WS-SAWS | complaintAcceptance | 3 WORKING_DAY FORWARD PROCEDURE | complaintReceived | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_expertConfirmation | WS-SAWS | expertConfirmation | 3 WORKING_DAY FORWARD PROCEDURE | expertsDrawn | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_complaintDecision | WS-SAWS | complaintDecision | 15 WORKING_DAY FORWARD PROCEDURE | complaintReceived | DEFAULT | X市守信联合激励 | 第（三）项第2目（时限未载，推荐缺省15个工作日）
            any_repairRegistration | WS-CITY | repairRegistration | 1 WORKING_DAY FORWARD PROCEDURE | repairOpened | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_repairAcceptance | WS-CITY | repairAcceptance | 3 WORKING_DAY FORWARD PROCEDURE | repairReceived | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_repairSupplement | WS-CITY | repairSupplement | 10 WORKING_DAY FORWARD PROCEDURE | supplementRequested | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_repairDecision | WS-CITY | repairDecision | 10 WORKING_DAY FORWARD PROCEDURE | repairReceived | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_repairReview | WS-CITY | repairReview | 5 WORKING_DAY FORWARD PROCEDURE | repairApproved | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_repairSuperiorReview | WS-CITY | repairSuperiorReview | 10 WORKING_DAY FORWARD PROCEDURE | repairReviewed | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_endLetterService | WS-CITY | endLetterService | 7 WORKING_DAY FORWARD PROCEDURE | endLetterIssued | LAW | 行政处罚法 | 第六十一条、第八十五条（参照）
            any_channelWithdrawal | WS-CITY | channelWithdrawal | 3 WORKING_DAY FORWARD PROCEDURE | listingEnded | DEFAULT | 行政处罚法 | 第四十八条、第八十五条（参照，推荐缺省）
            any_departmentFeedback | WS-CITY | departmentFeedback | 10 WORKING_DAY FORWARD PROCEDURE | departmentsTold | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_automaticWithdrawal | WS-CITY | automaticWithdrawal | 3 YEAR FORWARD TERM | publication | LAW | 信用修复管理办法 | 失信信息分类和公示期限的规定（条文号未核实）
            any_falsehoodFindings | WS-CITY | falsehoodFindings | 10 WORKING_DAY FORWARD PROCEDURE | revocationOpened | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_revocationDecision | WS-CITY | revocationDecision | 5 WORKING_DAY FORWARD PROCEDURE | windowClosed | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_falsehoodRecord | WS-CITY | falsehoodRecord | 5 WORKING_DAY FORWARD PROCEDURE | repairRevoked | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_removalCheck | WS-CITY | removalCheck | 5 WORKING_DAY FORWARD PROCEDURE | removalReceived | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_removalApproval | WS-CITY | removalApproval | 5 WORKING_DAY FORWARD PROCEDURE | removalChecked | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_upgradeProposal | WS-CITY | upgradeProposal | 5 WORKING_DAY FORWARD PROCEDURE | newActRecorded | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_correctionRegistration | WS-CITY | correctionRegistration | 1 WORKING_DAY FORWARD PROCEDURE | correctionOpened | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_correctionAcceptance | WS-CITY | correctionAcceptance | 3 WORKING_DAY FORWARD PROCEDURE | correctionReceived | INTERNAL | 本办内部时限 | 办理目标，无外部依据
            any_correctionDecision | WS-CITY | correctionDecision | 15 WORKING_DAY FORWARD PROCEDURE | correctionReceived | DEFAULT | 进一步完善失信约束制度 | 第（九）项（时限未载，推荐缺省15个工作日）
            any_removalReminder | WS-CITY | removalReminder | 40 WORKING_DAY BACKWARD PROCEDURE | termEnd | DEFAULT | 济南市煤矿 | 第七条第（五）项（参照，推荐缺省）
            any_removalWindow | WS-CITY | removalWindow | 30 WORKING_DAY BACKWARD PROCEDURE | termEnd | DEFAULT | 济南市煤矿 | 第七条第（五）项（参照，推荐缺省）
            any_removal | WS-CITY | removal | 10 WORKING_DAY BACKWARD PROCEDURE | termEnd | DEFAULT | 济南市煤矿 | 第七条第（五）项（参照，推荐缺省）
            any_reconsideration | MOHURD | reconsideration | 60 DAY FORWARD PROCEDURE | decisionServed | LAW | 行政复议法 | 第二十条
            any_litigation | MOHURD | litigation | 6 MONTH FORWARD PROCEDURE | decisionServed | LAW | 行政诉讼法 | 第四十六条
            any_consentMaximum | WZ2022 | consentMaximum | 3 YEAR FORWARD TERM | consentGiven | DEFAULT | 进一步完善失信约束制度 | 第（二十二）项（最长期限未载，推荐缺省三年）
            any_consentByProvider | WZ2022 | consentByProvider | 1 YEAR FORWARD TERM | consentGiven | DEFAULT | 进一步完善失信约束制度 | 第（二十二）项（期限未载，推荐缺省一年）
            any_personRetention | WS-CITY | personRetention | 5 YEAR FORWARD TERM | lastEnd | DEFAULT | 征信业管理条例 | 第十六条（参照，推荐缺省）
            """;

    private final TableFiles files = new TableFiles();
    private final RegimeTables tables = new DmnRegimeTables(files);

    static Stream<Arguments> expected() {
        return Expected.rows(EXPECTED, 8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void everyRowSaysWhatItsSourceSays(
            String rule,
            String regime,
            String step,
            String limit,
            String startEvent,
            String basis,
            String document,
            String article) {
        DeadlineRule row = tables.deadline(regime, step);

        assertThat(files.lastHits()).containsExactly("rule_" + rule);
        assertThat(row.regime()).isEqualTo(regime);
        assertThat(row.step()).isEqualTo(step);
        assertThat("%d %s %s %s".formatted(row.count(), row.unit(), row.direction(), row.purpose()))
                .isEqualTo(limit);
        assertThat(row.startEvent()).isEqualTo(startEvent);
        assertThat(row.basis()).isEqualTo(RuleBasis.valueOf(basis));
        assertThat(row.document()).contains(document);
        assertThat(row.article()).isEqualTo(article);
        assertThat(row.stepZh()).containsPattern("\\p{IsHan}");
        assertThat(row.startEventZh()).containsPattern("\\p{IsHan}");
    }

    @Test
    void noRowIsWithoutATest() {
        assertThat(files.ruleIds("deadline")).isEqualTo(Expected.ruleIds(EXPECTED));
    }

    @Test
    void everyStepResolvesForEveryRegimeWithCases() {
        List<String> steps =
                expected().map(row -> (String) row.get()[2]).distinct().toList();
        List<String> regimes = tables.regimes().stream()
                .filter(regime ->
                        regime.status() == RegimeStatus.EXECUTABLE || regime.status() == RegimeStatus.ABOLISHED)
                .map(Regime::code)
                .toList();

        assertThat(steps).hasSize(61);
        assertThat(regimes).containsExactlyInAnyOrder("NANNING", "MOHURD", "WS-CITY", "WS-JINAN", "WS-SAWS");
        for (String regime : regimes) {
            for (String step : steps) {
                assertThat(tables.deadline(regime, step).count())
                        .as("%s %s", regime, step)
                        .isPositive();
            }
        }
    }

    @Test
    void onlyTermsAreTermsAndOnlyTheInvitationAndTheWindowBeforeTheEndCountBack() {
        var terms =
                List.of("listingTerm", "consentMaximum", "consentByProvider", "personRetention", "automaticWithdrawal");
        var backward = List.of("hearingInvitation", "removalReminder", "removalWindow", "removal");
        expected().map(row -> (String) row.get()[2]).distinct().forEach(step -> {
            DeadlineRule row = tables.deadline("WS-CITY", step);
            assertThat(row.purpose() == CountPurpose.TERM).as(step).isEqualTo(terms.contains(step));
            assertThat(row.direction() == CountDirection.BACKWARD).as(step).isEqualTo(backward.contains(step));
        });
    }

    @Test
    void theTermStartsAtTheEventTheRegimeNames() {
        for (Regime regime : tables.regimes()) {
            if (regime.levelDecision() != null) {
                assertThat(tables.deadline(regime.code(), "listingTerm").startEvent())
                        .as(regime.code())
                        .isEqualTo(regime.termStart() == Regime.TermStart.SERVICE ? "decisionServed" : "publication");
            }
        }
    }

    @Test
    void internalTargetsNeverPassForLaw() {
        expected().forEach(row -> {
            DeadlineRule rule = tables.deadline((String) row.get()[1], (String) row.get()[2]);
            assertThat(rule.basis() == RuleBasis.INTERNAL)
                    .as(rule.step())
                    .isEqualTo(rule.document().equals("本办内部时限"));
        });
    }

    @Test
    void aStepWithoutARowIsAnError() {
        assertThatThrownBy(() -> tables.deadline("WS-CITY", "siesta"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deadlines.dmn has no row for regime WS-CITY, step siesta");
        assertThatThrownBy(() -> tables.deadline("CITYX", "listingTerm"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deadlines.dmn has no row for regime CITYX, step listingTerm");
    }

    @Test
    void anUnknownRegimeIsAnErrorEvenWhereARowHoldsForAll() {
        assertThatThrownBy(() -> tables.deadline("WS_CITY", "draft"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("regimes.dmn has no row for regime WS_CITY");
        assertThatThrownBy(() -> tables.deadline(null, "draft")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unitsOfTheLimitsInMonthsAndYearsAreNotDays() {
        assertThat(tables.deadline("WS-CITY", "litigation").unit()).isEqualTo(CountUnit.MONTH);
        assertThat(tables.deadline("WS-CITY", "listingTerm").unit()).isEqualTo(CountUnit.YEAR);
    }
}
