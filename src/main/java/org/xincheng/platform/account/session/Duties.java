package org.xincheng.platform.account.session;

import org.springframework.stereotype.Component;
import org.xincheng.identity.StaffGroup;
import org.xincheng.identity.UserDirectory;
import org.xincheng.platform.account.SignInProperties;
import org.xincheng.platform.account.factor.SecondFactors;
import org.xincheng.platform.account.password.PasswordChange;
import org.xincheng.platform.account.password.PasswordStates;

/** What a user has to do before anything else. */
@Component
public class Duties {

    private final SignInProperties properties;
    private final UserDirectory directory;
    private final SecondFactors factors;
    private final PasswordStates passwords;
    private final PasswordChange change;

    Duties(
            SignInProperties properties,
            UserDirectory directory,
            SecondFactors factors,
            PasswordStates passwords,
            PasswordChange change) {
        this.properties = properties;
        this.directory = directory;
        this.factors = factors;
        this.passwords = passwords;
        this.change = change;
    }

    /**
     * The first thing the user has to do.
     *
     * @param byPassword whether they signed in by password; who came by way of an identity provider need not change one
     */
    public Duty of(String userId, boolean byPassword) {
        if (byPassword && passwords.mustChange(userId) && !change.isSetByEnvironment(userId)) {
            return Duty.CHANGE_PASSWORD;
        }
        return mustEnrol(userId) ? Duty.ENROL_SECOND_FACTOR : Duty.NONE;
    }

    private boolean mustEnrol(String userId) {
        return directory.groupsOf(userId).stream()
                        .map(StaffGroup::id)
                        .anyMatch(properties.secondFactorRequiredGroups()::contains)
                && !factors.isEnrolled(userId);
    }
}
