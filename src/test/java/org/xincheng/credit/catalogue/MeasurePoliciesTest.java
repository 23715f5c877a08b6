package org.xincheng.credit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xincheng.credit.Refusal;
import org.xincheng.law.Gate;

class MeasurePoliciesTest {

    private static final Gate CITED_LAW = new Gate("citedLaw", "援引依据", true, "实施细则", "(十)");
    private static final Gate NO_PRIVATE_DUTY = new Gate("noPrivateDuty", "不得强制", true, "实施细则", "(十)");
    private static final CitedDocuments DOCUMENTS = CitedDocuments.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "《安全生产法》第六十二条",
                "《工伤保险条例》第八条",
                "《无照经营查处取缔办法》第七条",
                "《国务院关于促进市场公平竞争维护市场正常秩序的若干意见》（国发〔2014〕20号）（十五）",
                "《关于对安全生产领域失信生产经营单位及其有关人员开展联合惩戒的合作备忘录》（发改财金〔2016〕1001号）",
                "较重失信惩戒办法;《安全生产法》第六十二条"
            })
    void oneCitationOfLawOrCentralPolicyBinds(String basis) {
        assertThat(byLaw(basis)).isEmpty();
    }

    @Test
    void citingNothingBindsNobody() {
        assertThat(byLaw("")).hasValueSatisfying(refusal -> {
            assertThat(refusal.policy()).isEqualTo("MeasureBindsOnlyByCitedLaw");
            assertThat(refusal.sentence()).contains("未载明").contains("实施细则 (十)");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "较重失信惩戒办法",
                "《关于对城市管理领域失信责任主体实施联合惩戒的合作备忘录》",
                "国务院关于社会信用体系建设的有关规定",
                "《基础设施和公用事业特许经营管理办法》（发改委、财政部等6部委令第25号）第五十三条",
                "《海关认证企业标准》（九）20.外部信用",
                "《没有登记过的文件》第一条"
            })
    void ministryPapersAndDocumentsNotAtHandBindNobody(String basis) {
        assertThat(byLaw(basis)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"商业银行", "县发改委;保险公司", "行业协会商会;县民政局", "行业自律组织", "行政机关和有关组织;金融机构"})
    void noDutyOfAPrivateBody(String departments) {
        assertThat(byBody("administrative", departments))
                .hasValueSatisfying(refusal -> assertThat(refusal.policy()).isEqualTo("MeasureBindsNoPrivateBody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"industry", "market", "social"})
    void constraintsOfTheMarketTheTradeAndThePublicAreReferenceOnly(String type) {
        assertThat(byBody(type, "相关部门")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"城市管理部门", "县人民银行", "国家发展改革委;人民银行;证监会", ""})
    void administrativeConstraintsOfAuthoritiesMayBind(String departments) {
        assertThat(byBody("administrative", departments)).isEmpty();
    }

    @Test
    void aGateSwitchedOffByNewerLawRefusesNothing() {
        Gate off = new Gate("citedLaw", "援引依据", false, "实施细则", "(十)");
        assertThat(MeasureBindsOnlyByCitedLaw.check(measure("administrative", "", ""), DOCUMENTS, off))
                .isEmpty();
        assertThat(MeasureBindsNoPrivateBody.check(measure("market", "商业银行", ""), off))
                .isEmpty();
    }

    private static Optional<Refusal> byLaw(String basis) {
        return MeasureBindsOnlyByCitedLaw.check(measure("administrative", "", basis), DOCUMENTS, CITED_LAW);
    }

    private static Optional<Refusal> byBody(String type, String departments) {
        return MeasureBindsNoPrivateBody.check(measure(type, departments, "《安全生产法》第六十二条"), NO_PRIVATE_DUTY);
    }

    private static Measure measure(String type, String departments, String basis) {
        return new Measure(1, "X-M-01", "X", "措施", "unspecified", type, "both", departments, basis, "来源", false, "");
    }
}
