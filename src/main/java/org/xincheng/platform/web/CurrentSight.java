package org.xincheng.platform.web;

import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Sight;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Right;
import org.xincheng.identity.UserDirectory;

/**
 * How far the signed-in user sees. Whoever has a right as a department only sees what is its units' own; the units are looked up at
 * each request, so that who leaves a unit loses its cases at once.
 */
@Component
public class CurrentSight {

    private final CurrentUser user;
    private final UserDirectory directory;

    CurrentSight(CurrentUser user, UserDirectory directory) {
        this.user = user;
        this.directory = directory;
    }

    /**
     * How far the user sees by a right.
     *
     * @throws IllegalStateException when nobody is signed in
     */
    public Sight by(Right right) {
        String reader = user.requireId();
        return right.isWithoutLimitOf(user.groups())
                ? Sight.ofEverything(reader)
                : Sight.ofUnits(reader, directory.unitsOf(reader));
    }
}
