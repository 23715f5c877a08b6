package org.xincheng.supervision.audit;

/** Who may see the log. */
final class Auditors {

    /** An auditor who is no administrator. */
    static final String ONLY = "hasRole('auditor') and !hasRole('camunda-admin')";

    private Auditors() {}
}
