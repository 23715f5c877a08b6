package org.xincheng.credit.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(second.profile().electronicConsent()).isTrue();
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
    void aPersonsDateOfBirthComesFromTheNumber() {
        LocalDate birth = LocalDate.of(1990, 1, 1);
        Subject person = subjects.registerOrFind(RecordSamples.person(birth), DAY, "data1");
        assertThat(person.profile().birthDate()).isEqualTo(birth);
        assertThat(subjects.get(person.id())).isEqualTo(person);
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
