package org.xincheng.credit.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.record.RecordSamples;
import org.xincheng.support.XinchengTest;

@XinchengTest
class SubjectsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    @Autowired
    private Subjects subjects;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theSameDataAgainChangesNothing() {
        NewSubject input = RecordSamples.enterprise();
        Subject first = subjects.registerOrFind(input, DAY, "data1");
        Subject second = subjects.registerOrFind(input, DAY, "data2");
        assertThat(second).isEqualTo(first);
        assertThat(profiles(first.id())).isEqualTo(1);
        assertThat(subjects.get(first.id())).isEqualTo(first);
        assertThat(subjects.byIdentifier(" " + input.identifier().toLowerCase(Locale.ROOT)))
                .contains(first);
    }

    @Test
    void changedDataIsAFurtherVersionAndWhatIsLeftEmptyStays() {
        NewSubject input = RecordSamples.enterprise();
        Subject first = subjects.registerOrFind(input, DAY, "data1");
        NewSubject renamed =
                new NewSubject(SubjectKind.ENTERPRISE, input.identifier(), "样例改名公司", "", "", "0000-1", true);
        Subject second = subjects.registerOrFind(renamed, DAY, "data1");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.profile().seq()).isEqualTo(2);
        assertThat(second.profile().name()).isEqualTo("样例改名公司");
        assertThat(second.profile().address()).isEqualTo(input.address());
        assertThat(second.profile().email()).isEqualTo(input.email());
        assertThat(profiles(first.id())).isEqualTo(2);
        assertThat(subjects.get(first.id())).isEqualTo(second);
    }

    @Test
    void anIdentifierStaysWithItsKind() {
        NewSubject input = RecordSamples.enterprise();
        subjects.registerOrFind(input, DAY, "data1");
        NewSubject other = new NewSubject(SubjectKind.ORGANISATION, input.identifier(), input.name(), "", "", "", null);
        assertThatThrownBy(() -> subjects.registerOrFind(other, DAY, "data1"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("已登记为「企业」");
    }

    @Test
    void aPersonUnderEighteenIsRefusedAndNotRegistered() {
        NewSubject minor = RecordSamples.person(DAY.minusYears(18).plusDays(1));
        assertThatThrownBy(() -> subjects.registerOrFind(minor, DAY, "data1"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusal().policy()).isEqualTo("SubjectsAreAdults");
                    assertThat(refused.refusal().document()).isNotBlank();
                });
        assertThat(subjects.byIdentifier(minor.identifier())).isEmpty();
    }

    @Test
    void aPersonIsFoundByTheNumberAndKeptSealed() {
        NewSubject input = RecordSamples.person(LocalDate.of(1990, 1, 1));
        Subject person = subjects.registerOrFind(input, DAY, "data1");
        assertThat(subjects.get(person.id())).isEqualTo(person);
        assertThat(subjects.byIdentifier(" " + input.identifier())).contains(person);
        assertThat(jdbc.sql("select identifier from credit.subject where id = ?")
                        .param(person.id())
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void aSealedNumberDoesNotOpenInAnotherRow() {
        Subject one = subjects.registerOrFind(RecordSamples.person(LocalDate.of(1990, 1, 1)), DAY, "data1");
        var copy = UUID.randomUUID();
        jdbc.sql("""
                        insert into credit.subject (id, kind, identifier_sealed, identifier_mark, registered_at, registered_by)
                        select ?, kind, identifier_sealed, ?, registered_at, registered_by from credit.subject where id = ?
                        """).params(copy, "copy " + copy, one.id()).update();
        jdbc.sql("""
                        insert into credit.subject_profile (subject_id, seq, name, recorded_at, recorded_by)
                        values (?, 1, '样本人员', now(), 'data1')
                        """).param(copy).update();
        assertThatThrownBy(() -> subjects.get(copy)).rootCause().isInstanceOf(GeneralSecurityException.class);
        assertThat(subjects.get(one.id())).isEqualTo(one);
    }

    @Test
    void nothingOfAPersonStandsInAMessage() {
        NewSubject input = RecordSamples.person(LocalDate.of(1990, 1, 1));
        Subject person = subjects.registerOrFind(input, DAY, "data1");
        assertThat(input + " " + person + " " + person.profile() + " " + ResidentId.parse(input.identifier()))
                .doesNotContain(input.identifier(), input.name());
    }

    @Test
    void nobodyIsFoundByAnUnknownId() {
        assertThat(subjects.find(UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() -> subjects.get(UUID.randomUUID())).isInstanceOf(IllegalArgumentException.class);
    }

    private long profiles(UUID id) {
        return jdbc.sql("select count(*) from credit.subject_profile where subject_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
