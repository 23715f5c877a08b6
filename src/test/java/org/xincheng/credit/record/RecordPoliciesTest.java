package org.xincheng.credit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.catalogue.Behaviour;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.law.Gate;
import org.xincheng.law.ListBasis;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeStatus;

class RecordPoliciesTest {

    private static final Gate GATE = new Gate("gate", "要求", true, "实施细则", "(四)");
    private static final Map<String, String> KINDS = Map.of("ADMINISTRATIVE_PENALTY", "行政处罚决定书");
    private static final LocalDate HANDLED = LocalDate.of(2026, 1, 20);
    private static final Regime NANNING = regime("NANNING");

    @Test
    void anItemOfTheRegimesCatalogueIsAccepted() {
        assertThat(itemCheck("NANNING-SEV-2", item("NANNING-SEV-2", "NANNING", "category")))
                .isEmpty();
    }

    @Test
    void anItemOfNoCatalogueIsRefused() {
        assertThat(RecordNamesCatalogueItem.check(NANNING, "NANNING-X", Optional.empty(), GATE))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.policy()).isEqualTo("RecordNamesCatalogueItem");
                    assertThat(refusal.zh()).contains("没有条目NANNING-X");
                    assertThat(refusal.article()).isEqualTo("(四)");
                });
    }

    @Test
    void anItemOfAnotherRegimeIsRefused() {
        assertThat(itemCheck("MOHURD-S-01", item("MOHURD-S-01", "MOHURD", "serious")))
                .isPresent();
    }

    @Test
    void aCategoryOrThresholdIsNoAct() {
        assertThat(itemCheck("NANNING-LIST-Y", item("NANNING-LIST-Y", "NANNING", "category")))
                .hasValueSatisfying(refusal -> assertThat(refusal.zh()).contains("分类或者名单规则"));
    }

    @Test
    void aDocumentEffectiveOnTheHandlingDayIsAccepted() {
        assertThat(documentCheck("ADMINISTRATIVE_PENALTY", HANDLED)).isEmpty();
    }

    @Test
    void aDocumentNotYetEffectiveThenIsRefused() {
        assertThat(documentCheck("ADMINISTRATIVE_PENALTY", HANDLED.plusDays(1)))
                .hasValueSatisfying(refusal -> assertThat(refusal.zh()).contains("文书生效后方可记录"));
    }

    @Test
    void aPaperThatIsNoEffectiveDocumentIsRefused() {
        assertThat(documentCheck("现场检查记录", HANDLED)).hasValueSatisfying(refusal -> {
            assertThat(refusal.policy()).isEqualTo("RecordRestsOnEffectiveDocument");
            assertThat(refusal.zh()).contains("行政处罚决定书");
        });
    }

    @ParameterizedTest
    @EnumSource(value = AuthorityLevel.class, mode = Mode.EXCLUDE, names = "TOWNSHIP")
    void authoritiesFromTheCountyUpAreAccepted(AuthorityLevel level) {
        assertThat(AuthorityIsCountyLevelOrAbove.check(level, GATE)).isEmpty();
    }

    @Test
    void aTownshipIsRefused() {
        assertThat(AuthorityIsCountyLevelOrAbove.check(AuthorityLevel.TOWNSHIP, GATE))
                .hasValueSatisfying(refusal -> assertThat(refusal.zh()).contains("县级以上"));
    }

    @Test
    void aRestrictedItemIsRefusedWithTheRestrictionsOwnArticle() {
        Gate restriction = new Gate("fees", "物业欠费不记录自然人", true, "广西条例", "第二十一条");
        Behaviour fees = item("MOHURD-G-08", "MOHURD", "general");
        assertThat(ItemMayBeRecordedAgainstSubject.check(fees, SubjectKind.PERSON, Optional.of(restriction)))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.policy()).isEqualTo("ItemMayBeRecordedAgainstSubject");
                    assertThat(refusal.sentence()).contains("物业欠费不记录自然人").contains("广西条例 第二十一条");
                });
        assertThat(ItemMayBeRecordedAgainstSubject.check(fees, SubjectKind.ENTERPRISE, Optional.empty()))
                .isEmpty();
    }

    @Test
    void aGateSwitchedOffByNewerLawRefusesNothing() {
        Gate off = new Gate("gate", "要求", false, "实施细则", "(四)");
        LegalDocument document = document("现场检查记录", HANDLED.plusDays(1));
        assertThat(RecordRestsOnEffectiveDocument.check(document, HANDLED, KINDS, off))
                .isEmpty();
        assertThat(AuthorityIsCountyLevelOrAbove.check(AuthorityLevel.TOWNSHIP, off))
                .isEmpty();
    }

    private static Optional<Refusal> itemCheck(String code, Behaviour item) {
        return RecordNamesCatalogueItem.check(NANNING, code, Optional.of(item), GATE);
    }

    private static Optional<Refusal> documentCheck(String kind, LocalDate effectiveOn) {
        return RecordRestsOnEffectiveDocument.check(document(kind, effectiveOn), HANDLED, KINDS, GATE);
    }

    private static LegalDocument document(String kind, LocalDate effectiveOn) {
        return new LegalDocument(kind, "样例罚〔2026〕1号", "样例市城市管理局", AuthorityLevel.CITY, HANDLED, effectiveOn);
    }

    private static Behaviour item(String code, String regime, String list) {
        return new Behaviour(1, code, regime, list, "", "", null, "", "");
    }

    private static Regime regime(String code) {
        return new Regime(
                code,
                "制度" + code,
                "文件",
                null,
                null,
                RegimeStatus.EXECUTABLE,
                null,
                ListBasis.POLICY,
                Regime.ScoringWindow.ROLLING_YEAR,
                1,
                false,
                Regime.TermStart.SERVICE,
                "机关",
                "");
    }
}
