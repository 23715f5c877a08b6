package org.xincheng.procedure.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xincheng.law.Gate;
import org.xincheng.law.RegimeTables;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatesDmnTest {

    /** gate | a word of the requirement | document holds | article. */
    private static final String GATES = """
            effectiveDocument    | 具有法律效力的文书 | 进一步完善失信约束制度 | 第（四）项
            catalogueItem        | 公共信用信息目录 | 进一步完善失信约束制度 | 第（三）项
            seriousListStandard  | 严重失信主体名单的认定标准 | 进一步完善失信约束制度 | 第（七）项、第（八）项
            noticeBeforeDecision | 告知当事人 | 行政处罚法 | 第（九）项；第四十四条（参照）
            hearingBeforeDecision | 听证笔录 | 行政处罚法 | 第六十三条至第六十五条（参照）
            statementsConsidered | 陈述、申辩 | 行政处罚法 | 第四十五条（参照）
            decisionContents     | 移出条件和程序 | 进一步完善失信约束制度 | 第（九）项
            countyLevel          | 县级以上 | 进一步完善失信约束制度 | 第（九）项
            citedLaw             | 直接援引 | 进一步完善失信约束制度 | 第（十）项
            noPrivateDuty        | 金融机构 | 进一步完善失信约束制度 | 第（十）项
            noticeBeforeMeasures | 惩戒措施前 | 进一步完善失信约束制度 | 第（十一）项
            noExtraMeasures      | 增设措施 | 进一步完善失信约束制度 | 第（十一）项
            freeRepair           | 收取费用 | 进一步完善失信约束制度 | 第（十三）项
            personPublication    | 脱敏 | 进一步完善失信约束制度 | 第（五）项
            adultsOnly           | 18周岁 | 南宁市城市管理 | 第二条；第二十一条
            fourEyes             | 不同人员 | 行政处罚法 | 第五十八条、第六十四条第（四）项（参照）
            regimeInForce        | 施行期间 | 进一步完善失信约束制度 | 第（十六）项
            spentRecords         | 不再产生 | 南宁市城市管理 | 第九条、第十一条（重复使用未载，推荐缺省）
            collectiveDiscussion | 集体讨论 | 行政处罚法 | 第五十七条（参照）
            oneOpenListing       | 同一事实 | 行政处罚法 | 第二十九条（参照）
            serviceProven        | 送达凭证 | 民事诉讼法 | 第八十七条至第九十五条
            publicPeriod         | 最长公示期限 | 第36号 | 失信信息分类和公示期限的规定（条文号未核实）
            consentTerm          | 终身 | 进一步完善失信约束制度 | 第（二十二）项
            consentInformed      | 知情 | 个人信息保护法 | 第十四条、第十七条
            consentWithdrawal    | 撤回 | 个人信息保护法 | 第十五条
            personDataKept       | 保存 | 个人信息保护法 | 第十三条第一款第（三）项、第十九条、第四十七条第二款
            personDataErased     | 脱敏处置 | 个人信息保护法 | 第四十七条第一款
            objectionAccepted | 应当受理 | 进一步完善失信约束制度 | 第（九）项；第十三条
            suspensionWhileVerified | 暂不执行 | 企业失信行为联合惩戒 | 第四条第（六）项；第十三条
            reasonedReply | 说明理由 | X市守信联合激励 | 第（三）项第2目
            wrongInformationWithdrawn | 更正或者撤销 | 企业失信行为联合惩戒 | 第四条第（六）项；第（九）项
            complaintGrounds | 投诉 | X市守信联合激励 | 第（三）项第2目
            expertsByLot | 随机抽取 | X市守信联合激励 | 第（二）项第2目、第（三）项第2目
            repairAccepted | 除法律、法规和党 | 梧州市关于进一步完善失信 | 第（十二）项
            repairConditions | 申请信用修复应当 | 梧州市关于进一步完善失信 | 第（十二）项；信用修复条件的规定（条文号未核实）
            minimumPublicPeriod | 最短公示期届满后 | 信用修复管理办法 | 失信信息分类和公示期限的规定（条文号未核实）
            noBloodDonation | 不得采集无偿献血 | 广西壮族自治区社会信用条 | 第二十一条
            repairReasons | 不同意信用修复的 | 南宁市城市管理领域失信联 | 第十六条
            repairEndsMeasures | 信用修复、移出或 | 南宁市城市管理领域失信联 | 第十四条、第十六条；第（十二）项
            falseMaterial | 以虚假材料、虚假 | 信用修复管理办法 | 虚假材料的规定（条文号未核实）
            lettersTogether | 列入决定书与信用 | 关于进一步完善信用修复制 | “两书同达”
            removalWindow | 移出申请在期满前 | 济南市煤矿安全生产领域失 | 第七条第（五）项；第七条
            attachedTerm | 惩戒措施附带执行 | 南宁市城市管理领域失信联 | 第十四条
            upgradeByNewDetermination | 列入期间发生新的 | 城市管理领域失信行为联合 | 第七条第（三）项；第七条
            recordCorrection | 及时更正 | 鄂州市建立完善 | 第19项；第十二条（参照）；第四十六条
            """;

    private final TableFiles files = new TableFiles();
    private final RegimeTables tables = new DmnRegimeTables(files);

    static Stream<Arguments> gates() {
        return Expected.rows(GATES, 4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gates")
    void everyGateIsShutAndCitesItsSource(String key, String word, String document, String article) {
        Gate gate = tables.gate(key);

        assertThat(files.lastHits()).containsExactly("rule_" + key);
        assertThat(gate.key()).isEqualTo(key);
        assertThat(gate.nameZh()).contains(word);
        assertThat(gate.active()).isTrue();
        assertThat(gate.document()).contains(document);
        assertThat(gate.article()).isEqualTo(article);
    }

    @Test
    void noGateIsWithoutATest() {
        assertThat(files.ruleIds("gate")).isEqualTo(Expected.ruleIds(GATES));
    }

    @Test
    void anUnknownGateIsAnError() {
        assertThatThrownBy(() -> tables.gate("garden"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gates.dmn has no row for gate garden");
    }

    @Test
    void recordsRestOnFiveKindsOfDocument() {
        assertThat(tables.documentKinds())
                .containsExactly(
                        entry("ADMINISTRATIVE_PENALTY", "行政处罚决定书"),
                        entry("ADMINISTRATIVE_RULING", "行政裁决书"),
                        entry("JUDGMENT", "生效司法裁判文书"),
                        entry("ARBITRAL_AWARD", "仲裁裁决书"),
                        entry("OTHER_ADMINISTRATIVE_DECISION", "法律、法规或者党中央、国务院政策文件规定的其他文书"));
        assertThat(files.lastHits())
                .containsExactlyElementsOf(files.ruleIds("documentKind"))
                .hasSize(5);
    }

    @Test
    void feeArrearsAndDogsAreNotRecordedAgainstPersons() {
        Gate fees = tables.behaviourRestriction("MOHURD-G-08", "PERSON").orElseThrow();
        assertThat(files.lastHits()).containsExactly("rule_MOHURD-G-08_PERSON");
        Gate dogs = tables.behaviourRestriction("MOHURD-G-16", "PERSON").orElseThrow();
        assertThat(files.lastHits()).containsExactly("rule_MOHURD-G-16_PERSON");

        assertThat(files.ruleIds("behaviourRestriction")).hasSize(2);
        assertThat(fees.key()).isEqualTo("noFeeArrearsOfPersons");
        assertThat(fees.nameZh()).contains("拖欠费用");
        assertThat(dogs.key()).isEqualTo("noDogKeepingOfPersons");
        assertThat(dogs.nameZh()).contains("饲养犬只");
        assertThat(Stream.of(fees, dogs)).allSatisfy(gate -> {
            assertThat(gate.active()).isTrue();
            assertThat(gate.document()).isEqualTo("《广西壮族自治区社会信用条例》");
            assertThat(gate.article()).isEqualTo("第二十一条");
        });
    }

    @Test
    void otherItemsAndOtherSubjectsAreNotRestricted() {
        assertThat(tables.behaviourRestriction("MOHURD-G-08", "ENTERPRISE")).isEmpty();
        assertThat(tables.behaviourRestriction("MOHURD-G-16", "ORGANISATION")).isEmpty();
        assertThat(tables.behaviourRestriction("MOHURD-G-15", "PERSON")).isEmpty();
    }
}
