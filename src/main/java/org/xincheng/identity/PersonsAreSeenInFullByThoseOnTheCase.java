package org.xincheng.identity;

import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may see the whole name, number and contact data of a subject, having stated a purpose: those who meet it in its case. The officer
 * serves letters and hears statements, the reviewer checks who is meant, the chair calls the hearing, the principal signs. All others
 * work with masked data: the panel judges acts, departments carry out measures by the code or number they asked with, supervisors look
 * at dates, designers at models, administrators at accounts (个人信息保护法 art. 6 and 51: least range, rights of operation). Rules of
 * access name it as {@code @seenInFull.allowed()}.
 */
@Component("seenInFull")
public class PersonsAreSeenInFullByThoseOnTheCase {

    private static final Set<StaffGroup> ON_THE_CASE =
            Set.of(StaffGroup.CASE_OFFICER, StaffGroup.LEGAL_REVIEWER, StaffGroup.HEARING_CHAIR, StaffGroup.PRINCIPAL);

    private final CurrentUser user;

    PersonsAreSeenInFullByThoseOnTheCase(CurrentUser user) {
        this.user = user;
    }

    /** Whether the signed-in user may. */
    public boolean allowed() {
        return user.groups().stream().anyMatch(ON_THE_CASE::contains);
    }
}
