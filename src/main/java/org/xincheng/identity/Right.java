package org.xincheng.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What staff may do on the application's own pages and interfaces, and which groups may: those that need it for their work, and no
 * others (WZ2022 (二十一) 「明确信息查询使用权限和程序」). {@code docs/access/README.md} gives the reason of each.
 *
 * <p>A route names the one right it needs by {@link Requires}.
 */
public enum Right {
    /** Case list, case file and its letters; a department sees its own cases only. */
    READ_CASES(
            StaffGroup.CASE_OFFICER,
            StaffGroup.LEGAL_REVIEWER,
            StaffGroup.HEARING_CHAIR,
            StaffGroup.PANEL_MEMBER,
            StaffGroup.PRINCIPAL,
            StaffGroup.IMPLEMENTING_DEPARTMENT,
            StaffGroup.SUPERVISOR,
            StaffGroup.AUDITOR),
    /** Opens cases on records, objections and complaints, and registers late statements and withdrawals. */
    WORK_ON_CASES(StaffGroup.CASE_OFFICER),
    /**
     * The whole name, number and contact data of a case's subject, for a stated purpose: for those who meet it in its case. The officer
     * serves letters and hears statements, the reviewer checks who is meant, the chair calls the hearing, the principal signs. All
     * others work with masked data (个人信息保护法 art. 6 and 51: least range, rights of operation).
     */
    SEE_PERSONS_IN_FULL(
            StaffGroup.CASE_OFFICER, StaffGroup.LEGAL_REVIEWER, StaffGroup.HEARING_CHAIR, StaffGroup.PRINCIPAL),
    /** Files evidence with a case, or withdraws what was filed wrongly: whoever handles it, and whoever presides over its hearing. */
    FILE_EVIDENCE(StaffGroup.CASE_OFFICER, StaffGroup.HEARING_CHAIR),
    /** The list of letters whose copy was not mailed; it names numbers, and nobody. */
    READ_UNSENT_LETTERS(StaffGroup.CASE_OFFICER, StaffGroup.SUPERVISOR, StaffGroup.AUDITOR, StaffGroup.ADMINISTRATOR),
    /**
     * The list of letters whose service is not proven: for who serves them, who answers for it, who watches and who checks. A person's name is
     * masked, and its reading logged.
     */
    READ_UNSERVED_LETTERS(StaffGroup.CASE_OFFICER, StaffGroup.PRINCIPAL, StaffGroup.SUPERVISOR, StaffGroup.AUDITOR),
    /** Has a copy mailed again. */
    RESEND_LETTERS(StaffGroup.CASE_OFFICER, StaffGroup.SUPERVISOR, StaffGroup.ADMINISTRATOR),
    /** Search of records; a department sees the records that rest on its own documents only. */
    READ_RECORDS(
            StaffGroup.DATA_OFFICER,
            StaffGroup.CASE_OFFICER,
            StaffGroup.IMPLEMENTING_DEPARTMENT,
            StaffGroup.SUPERVISOR,
            StaffGroup.AUDITOR),
    /** Says that a record's data is wrong, which opens a correction: whoever finds it, also whoever handed it in (EZHOU 19 「信息自查和纠错机制」). */
    REQUEST_CORRECTIONS(StaffGroup.CASE_OFFICER, StaffGroup.DATA_OFFICER),
    /** Hands records in, one by one or by file. */
    HAND_IN_RECORDS(StaffGroup.DATA_OFFICER),
    /** Asks what is in force against a unit (应查必查). */
    CHECK_SUBJECTS(
            StaffGroup.CASE_OFFICER,
            StaffGroup.LEGAL_REVIEWER,
            StaffGroup.PANEL_MEMBER,
            StaffGroup.PRINCIPAL,
            StaffGroup.IMPLEMENTING_DEPARTMENT,
            StaffGroup.SUPERVISOR),
    /** The consents of a case's subject. */
    READ_CONSENTS(StaffGroup.CASE_OFFICER, StaffGroup.DATA_OFFICER, StaffGroup.SUPERVISOR, StaffGroup.AUDITOR),
    /** Enters a consent, or that it was withdrawn. */
    ENTER_CONSENTS(StaffGroup.CASE_OFFICER, StaffGroup.DATA_OFFICER),
    /** Whose data is past its retention, and what was redacted. */
    READ_REDACTIONS(StaffGroup.CASE_OFFICER, StaffGroup.PRINCIPAL, StaffGroup.SUPERVISOR, StaffGroup.AUDITOR),
    /** Proposes to redact a person. */
    PROPOSE_REDACTIONS(StaffGroup.CASE_OFFICER),
    /** Approves a redaction, which executes it, or refuses it. */
    DECIDE_REDACTIONS(StaffGroup.PRINCIPAL),
    /** The working-day calendars: years, notices, days. They are public; that they are the ones counted by concerns all staff. */
    READ_CALENDARS(StaffGroup.values()),
    /** Loads a year's notice, which has dates counted anew; shows the numbers of the cases, and nobody. */
    LOAD_CALENDARS(StaffGroup.SUPERVISOR, StaffGroup.ADMINISTRATOR),
    /** The register of experts: for those who work on cases or look after them. It names no subject. */
    READ_EXPERTS(
            StaffGroup.CASE_OFFICER,
            StaffGroup.LEGAL_REVIEWER,
            StaffGroup.HEARING_CHAIR,
            StaffGroup.PANEL_MEMBER,
            StaffGroup.PRINCIPAL,
            StaffGroup.SUPERVISOR,
            StaffGroup.AUDITOR,
            StaffGroup.ADMINISTRATOR),
    /** Enters experts and takes them off: nobody who works on a case chooses whom its panel can be drawn from. */
    KEEP_EXPERTS(StaffGroup.SUPERVISOR, StaffGroup.ADMINISTRATOR),
    /**
     * Which terms end on a day, how they were followed up, and what the nightly reconciliation put right: for who follows up, who answers for it and who checks. A
     * person's name is masked, and its reading logged.
     */
    READ_TERMS(StaffGroup.CASE_OFFICER, StaffGroup.PRINCIPAL, StaffGroup.SUPERVISOR, StaffGroup.AUDITOR),
    /** The audit log, its verification and the review of lookups; never for who administers as well. */
    READ_AUDIT_LOG(StaffGroup.AUDITOR),
    /** Who is signed in, and ending it. */
    MANAGE_SESSIONS(StaffGroup.ADMINISTRATOR),
    /** The demo's page with clock and sample accounts. */
    SEE_DEMO(StaffGroup.values()),
    /** The mails of the demo, which hold letters. */
    READ_DEMO_MAIL(
            StaffGroup.CASE_OFFICER,
            StaffGroup.LEGAL_REVIEWER,
            StaffGroup.HEARING_CHAIR,
            StaffGroup.PANEL_MEMBER,
            StaffGroup.PRINCIPAL,
            StaffGroup.SUPERVISOR,
            StaffGroup.AUDITOR),
    /** Moves the demo's clock. */
    MOVE_DEMO_CLOCK(StaffGroup.ADMINISTRATOR);

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, though its type does not say so
    private final Set<StaffGroup> groups;

    Right(StaffGroup... groups) {
        EnumSet<StaffGroup> holders = EnumSet.noneOf(StaffGroup.class);
        Collections.addAll(holders, groups);
        this.groups = Collections.unmodifiableSet(holders);
    }

    /** The groups whose members have it. */
    public Set<StaffGroup> groups() {
        return groups;
    }

    /** Whether members of these groups have it. */
    public boolean isOf(Collection<StaffGroup> held) {
        // Who gives rights away must not be who looks at what was done with them.
        boolean barred = this == READ_AUDIT_LOG && held.contains(StaffGroup.ADMINISTRATOR);
        return !barred && held.stream().anyMatch(groups::contains);
    }

    /** Whether members of these groups have it for all objects, and not as a department for its own only. */
    public boolean isWithoutLimitOf(Collection<StaffGroup> held) {
        return held.stream()
                .filter(group -> group != StaffGroup.IMPLEMENTING_DEPARTMENT)
                .anyMatch(groups::contains);
    }
}
