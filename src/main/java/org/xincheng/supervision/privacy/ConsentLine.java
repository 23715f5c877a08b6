package org.xincheng.supervision.privacy;

import java.time.LocalDate;
import org.xincheng.credit.privacy.Consent;
import org.xincheng.platform.web.ChineseDates;

/** A consent as its page shows it on a day. */
record ConsentLine(Consent consent, Consent.State state, String recordedBy) {

    static ConsentLine of(Consent consent, LocalDate day, String recordedBy) {
        return new ConsentLine(consent, consent.on(day), recordedBy);
    }

    public boolean inForce() {
        return state == Consent.State.IN_FORCE;
    }

    public String givenOnZh() {
        return ChineseDates.day(consent.givenOn());
    }

    public String expiresOnZh() {
        return ChineseDates.day(consent.expiresOn());
    }

    /** Day of the withdrawal, empty where there was none. */
    public String withdrawnOnZh() {
        return consent.withdrawnOn() == null ? "" : ChineseDates.day(consent.withdrawnOn());
    }
}
