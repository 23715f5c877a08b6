package org.xincheng.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.xincheng.identity.StaffGroup;

/** A column of the table: a visitor, or a group with the sample account that stands for it. */
enum Role {
    VISITOR(null, null, null),
    DATA_OFFICER(StaffGroup.DATA_OFFICER, "data1"),
    CASE_OFFICER(StaffGroup.CASE_OFFICER, "officer1"),
    LEGAL_REVIEWER(StaffGroup.LEGAL_REVIEWER, "reviewer1"),
    HEARING_CHAIR(StaffGroup.HEARING_CHAIR, "chair1"),
    PANEL_MEMBER(StaffGroup.PANEL_MEMBER, "panel1"),
    PRINCIPAL(StaffGroup.PRINCIPAL, "principal1"),
    IMPLEMENTING_DEPARTMENT(StaffGroup.IMPLEMENTING_DEPARTMENT, "dept1"),
    SUPERVISOR(StaffGroup.SUPERVISOR, "supervisor1"),
    DESIGNER(StaffGroup.DESIGNER, "designer1"),
    AUDITOR(StaffGroup.AUDITOR, "auditor1"),
    ADMINISTRATOR(StaffGroup.ADMINISTRATOR, "admin", "admin-test-secret");

    private final StaffGroup group;
    private final String account;
    private final String password;

    Role(StaffGroup group, String account) {
        this(group, account, account + "-demo");
    }

    Role(StaffGroup group, String account, String password) {
        this.group = group;
        this.account = account;
        this.password = password;
    }

    /** Head of the column. */
    String column() {
        return group == null ? name().toLowerCase(Locale.ROOT) : group.id();
    }

    StaffGroup group() {
        return group;
    }

    String account() {
        return account;
    }

    String password() {
        return password;
    }

    /** Everybody who signs in. */
    static Stream<Role> staff() {
        return Arrays.stream(values()).filter(role -> role != VISITOR);
    }
}
