package org.xincheng.platform.account;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.xincheng.identity.StaffGroup;

/**
 * What an office may set about sign-in; ADR 17 gives the reasons for the numbers.
 *
 * @param failuresPerAddress failed attempts that one client address has at once
 * @param failuresPeriod time in which all of them come back
 * @param sessionsPerUser sessions a user may have at the same time; one more ends the oldest
 * @param longestSession age at which a session ends however busy it is
 * @param secondFactorRequiredGroups ids of the groups whose members must enrol a second factor before anything else
 * @param passwordMaxAge age at which a password must be changed; zero: never
 * @param passwordRounds rounds of the hash by which passwords are kept; production refuses fewer than the present number
 * @param passwordsForAdministratorsOnly whether everybody else must come by way of the identity provider
 * @param identityClaim claim of the identity provider that holds the user's id here
 */
@ConfigurationProperties("xincheng.sign-in")
public record SignInProperties(
        int failuresPerAddress,
        Duration failuresPeriod,
        int sessionsPerUser,
        Duration longestSession,
        Set<String> secondFactorRequiredGroups,
        Duration passwordMaxAge,
        int passwordRounds,
        boolean passwordsForAdministratorsOnly,
        String identityClaim) {

    /**
     * Checks what was set.
     *
     * @throws IllegalArgumentException where a limit would lock everybody out or a group does not exist: a mistyped name must not
     *     silently free a group from its duty
     */
    public SignInProperties {
        secondFactorRequiredGroups =
                secondFactorRequiredGroups == null ? Set.of() : Set.copyOf(secondFactorRequiredGroups);
        if (failuresPerAddress < 1
                || sessionsPerUser < 1
                || passwordRounds < 1
                || !isPositive(failuresPeriod)
                || !isPositive(longestSession)) {
            throw new IllegalArgumentException("xincheng.sign-in: limits must be positive");
        }
        for (String group : secondFactorRequiredGroups) {
            if (StaffGroup.ofId(group).isEmpty()) {
                throw new IllegalArgumentException(
                        "xincheng.sign-in.second-factor-required-groups: there is no group " + group);
            }
        }
    }

    private static boolean isPositive(Duration duration) {
        return duration != null && !duration.isNegative() && !duration.isZero();
    }
}
