package org.xincheng.platform.account.session;

/** What a user has to do before anything else. */
public enum Duty {
    /** Nothing. */
    NONE,
    /** Change the password: it breaks a rule or is too old. */
    CHANGE_PASSWORD,
    /** Enrol a second factor: a group of the user's needs one. */
    ENROL_SECOND_FACTOR
}
