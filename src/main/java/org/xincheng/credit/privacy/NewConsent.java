package org.xincheng.credit.privacy;

import java.time.LocalDate;
import java.util.List;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.FaultList;

/**
 * A consent as it is handed in.
 *
 * @param purpose what for
 * @param scope which data, which case, which channels
 * @param mode how it was given
 * @param told what the subject was told before
 * @param evidence where the proof is kept
 * @param givenOn day it was given, not in the future
 * @param expiresOn last day, or null where none was agreed, which is refused
 */
public record NewConsent(
        Purpose purpose,
        String scope,
        ConsentMode mode,
        String told,
        String evidence,
        LocalDate givenOn,
        LocalDate expiresOn) {

    private static final int LONG_TEXT = 1000;

    /** Takes the spaces off that typing leaves around texts. */
    public NewConsent {
        scope = scope == null ? "" : scope.strip();
        told = told == null ? "" : told.strip();
        evidence = evidence == null ? "" : evidence.strip();
    }

    /**
     * Everything wrong with its form, by field; whether its term is lawful is the policies' to say.
     *
     * @param today nothing can have been agreed to later
     */
    public List<Fault> faults(LocalDate today) {
        var faults = new FaultList();
        faults.required("purpose", "用途", purpose);
        faults.requiredText("scope", "范围", scope, LONG_TEXT);
        faults.required("mode", "同意方式", mode);
        faults.requiredText("told", "告知内容", told, LONG_TEXT);
        faults.requiredText("evidence", "凭证", evidence, LONG_TEXT);
        faults.required("givenOn", "同意日期", givenOn);
        if (givenOn != null && (givenOn.isAfter(today) || givenOn.getYear() < 2000)) {
            faults.add("givenOn", "「同意日期」应在2000年1月1日至今天之间", "givenOn is before 2000 or in the future");
        }
        if (givenOn != null && expiresOn != null && !expiresOn.isAfter(givenOn)) {
            faults.add("expiresOn", "「届满日期」应晚于「同意日期」", "expiresOn is not after givenOn");
        }
        return faults.faults();
    }
}
