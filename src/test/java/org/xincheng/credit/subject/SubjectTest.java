package org.xincheng.credit.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubjectTest {

    @Test
    void aPersonIsMaskedOnScreens() {
        Subject person = subject(SubjectKind.PERSON, "45010219900101001X", "张三丰");
        assertThat(person.displayName()).isEqualTo("张*");
        assertThat(person.displayIdentifier()).isEqualTo("450***********001X").hasSize(18);
        assertThat(person.displayIdentifier()).doesNotContain("1990");
    }

    @Test
    void aRareCharacterIsNotCutInHalf() {
        assertThat(Subject.maskedName("𠮷田")).isEqualTo("𠮷*");
    }

    @Test
    void anEnterpriseIsShownInFull() {
        Subject enterprise = subject(SubjectKind.ENTERPRISE, "91450100MA90000117", "样例建筑工程有限公司001");
        assertThat(enterprise.displayName()).isEqualTo("样例建筑工程有限公司001");
        assertThat(enterprise.displayIdentifier()).isEqualTo("91450100MA90000117");
    }

    private static Subject subject(SubjectKind kind, String identifier, String name) {
        return new Subject(UUID.randomUUID(), kind, identifier, new Subject.Profile(1, name, "", "", ""));
    }
}
