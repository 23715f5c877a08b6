package org.xincheng.credit.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class ExpertsTest {

    private static final String LONGEST = "样".repeat(200);

    @Autowired
    Experts experts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Instant now;

    @BeforeEach
    void setClock() {
        now = clock.at("2026-03-02T09:00");
    }

    @Test
    void anExpertIsEnteredWithANumberAndAnEntryInTheLog() {
        var expert = experts.enter(" 样例专家甲 ", " 信用管理 ", " 样例大学 ", "supervisor1");

        assertThat(expert.number()).matches("ZJ-\\d{4,}");
        assertThat(expert)
                .isEqualTo(new Expert(expert.number(), "样例专家甲", "信用管理", "样例大学", now, "supervisor1", null, ""));
        assertThat(experts.byNumber(expert.number())).contains(expert);
        assertThat(experts.onRegister()).contains(expert);
        assertThat(logged("expert.enter", expert)).isEqualTo(1);
    }

    @Test
    void numbersAreNeverGivenTwice() {
        var first = enter("样例专家乙");
        experts.retire(first.number(), "退休", "supervisor1");

        assertThat(enter("样例专家乙").number()).isNotEqualTo(first.number());
    }

    @Test
    void whoRetiresIsDrawnNoMoreAndStaysReadable() {
        var staying = enter("样例专家丙");
        var leaving = enter("样例专家丁");

        experts.retire(leaving.number(), "工作调动", "supervisor1");

        assertThat(experts.onRegister())
                .extracting(Expert::number)
                .contains(staying.number())
                .doesNotContain(leaving.number());
        assertThat(experts.byNumber(leaving.number()))
                .hasValueSatisfying(expert -> assertThat(expert.retired()).isTrue());
        assertThat(logged("expert.retire", leaving)).isEqualTo(1);
    }

    @Test
    void thoseOnTheRegisterStandFirstThenByNumber() {
        var leaving = enter("样例专家戊");
        enter("样例专家己");
        experts.retire(leaving.number(), "工作调动", "supervisor1");

        var all = experts.all();
        assertThat(all).extracting(Expert::retired).isSorted();
        assertThat(experts.onRegister()).extracting(Expert::number).isSorted();
        assertThat(all).extracting(Expert::number).contains(leaving.number()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"name,姓名", "field,专业领域", "unit,工作单位"})
    void everyFieldHasToBeThereAndIsNotTooLong(String field, String label) {
        var before = experts.all().size();

        assertThat(faults(enterWith(field, " "))).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.zh()).contains(label, "未填写");
        });
        assertThat(faults(enterWith(field, null))).extracting(Fault::field).containsExactly(field);
        assertThat(faults(enterWith(field, LONGEST + "样")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.zh()).contains(label, "超过200个字"));
        assertThat(faults(enterWith(field, "样\u0007例")))
                .extracting(Fault::field)
                .containsExactly(field);
        assertThat(experts.all()).hasSize(before);

        enterWith(field, LONGEST).run();
        assertThat(experts.all()).hasSize(before + 1);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThat(faults(() -> experts.enter("", "", "", "supervisor1")))
                .extracting(Fault::field)
                .containsExactly("name", "field", "unit");
    }

    @Test
    void theRegisterHoldsNoIdentityNumber() {
        var expert = enter("样例专家庚");
        var number = "身份证 11010519491231002X";

        assertThat(faults(enterWith("unit", number))).extracting(Fault::field).containsExactly("unit");
        assertThat(faults(() -> experts.retire(expert.number(), number, "supervisor1")))
                .extracting(Fault::field)
                .containsExactly("reason");
        assertThat(experts.byNumber(expert.number()))
                .hasValueSatisfying(found -> assertThat(found.retired()).isFalse());
    }

    @Test
    void nobodyRetiresWithoutAReason() {
        var expert = enter("样例专家辛");

        assertThat(faults(() -> experts.retire(expert.number(), " ", "supervisor1")))
                .extracting(Fault::field)
                .containsExactly("reason");
        assertThat(experts.onRegister()).extracting(Expert::number).contains(expert.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZJ-9999999", "", "' or 1=1 --"})
    void whoIsNotOnTheRegisterCannotRetire(String number) {
        assertThat(faults(() -> experts.retire(number, "退休", "supervisor1")))
                .extracting(Fault::field)
                .containsExactly("number");
    }

    @Test
    void nobodyRetiresTwice() {
        var expert = enter("样例专家壬");
        experts.retire(expert.number(), "退休", "supervisor1");

        assertThat(faults(() -> experts.retire(expert.number(), "退休", "supervisor1")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.zh()).contains("已经退出"));
        assertThat(logged("expert.retire", expert)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update credit.expert set name = '换人'",
                "delete from credit.expert",
                "truncate credit.expert cascade",
                "update credit.expert_retirement set reason = ''",
                "delete from credit.expert_retirement",
                "alter sequence credit.expert_number restart"
            })
    void theRegisterIsOnlyAddedTo(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    private Expert enter(String name) {
        return experts.enter(name, "信用管理", "样例大学", "supervisor1");
    }

    private Runnable enterWith(String field, String value) {
        return () -> experts.enter(
                field.equals("name") ? value : "样例专家",
                field.equals("field") ? value : "信用管理",
                field.equals("unit") ? value : "样例大学",
                "supervisor1");
    }

    /** The faults with which an action is refused. */
    private static List<Fault> faults(Runnable action) {
        return catchThrowableOfType(BadInputException.class, action::run).faults();
    }

    private int logged(String action, Expert expert) {
        return jdbc.sql("select count(*) from audit.entry where action = ? and object = ? and actor = 'supervisor1'")
                .params(action, expert.number())
                .query(Integer.class)
                .single();
    }
}
