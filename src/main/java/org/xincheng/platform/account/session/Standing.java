package org.xincheng.platform.account.session;

import java.util.Set;

/**
 * What a user's session rests on: the account, its password and its groups. Where one of them is no longer what it was at sign-in, the
 * session ends.
 *
 * @param passwordHash as stored
 * @param groups ids of all groups in the engine
 */
record Standing(String passwordHash, Set<String> groups) {

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "Standing" + groups;
    }
}
