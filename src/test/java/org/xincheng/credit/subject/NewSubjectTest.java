package org.xincheng.credit.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xincheng.credit.BadInputException.Fault;

class NewSubjectTest {

    @Test
    void aFullSubjectHasNoFault() {
        assertThat(subject(SubjectKind.ENTERPRISE, "91450100MA90000117", "样例建筑工程有限公司001", "a@example.org")
                        .faults())
                .isEmpty();
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        NewSubject subject = new NewSubject(SubjectKind.ENTERPRISE, "123", " ", "", "no-address", "abc", null);
        assertThat(subject.faults()).extracting(Fault::field).containsExactly("identifier", "name", "email", "phone");
    }

    @Test
    void anEnterprisesCodeIsNoPersonsNumber() {
        assertThat(subject(SubjectKind.PERSON, "91450100MA90000117", "样本人员甲", "")
                        .faults())
                .extracting(Fault::field)
                .containsExactly("identifier");
        assertThat(subject(SubjectKind.ORGANISATION, "45010219900101001X", "样例协会", "")
                        .faults())
                .extracting(Fault::field)
                .containsExactly("identifier");
    }

    @Test
    void invisibleCharactersAndLongNamesAreFaults() {
        assertThat(subject(SubjectKind.ENTERPRISE, "91450100MA90000117", "样例\u0000公司", "")
                        .faults())
                .extracting(Fault::field)
                .containsExactly("name");
        assertThat(subject(SubjectKind.ENTERPRISE, "91450100MA90000117", "样".repeat(201), "")
                        .faults())
                .extracting(Fault::zh)
                .containsExactly("「主体名称」超过200个字");
    }

    private static NewSubject subject(SubjectKind kind, String identifier, String name, String email) {
        return new NewSubject(kind, identifier, name, null, email, null, null);
    }
}
