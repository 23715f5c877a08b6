package org.xincheng.credit.privacy;

import java.time.LocalDate;
import java.util.Optional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.subject.Subject;
import org.xincheng.law.RegimeTables;

/** What a consent has to be. Each policy is a sentence; it says why it refuses, and by which article. */
final class ConsentPolicies {

    private final RegimeTables tables;

    ConsentPolicies(RegimeTables tables) {
        this.tables = tables;
    }

    /**
     * Nobody consents for life: every consent ends, at the latest on the last day the table allows (WZ2022 (二十二)).
     *
     * @param latest last day a consent given on this one's day may have
     */
    Optional<Refusal> noConsentLastsForLife(NewConsent consent, LocalDate latest) {
        if (consent.expiresOn() != null && !consent.expiresOn().isAfter(latest)) {
            return Optional.empty();
        }
        return Optional.of(Refusal.by(
                "noConsentLastsForLife",
                tables.gate("consentTerm"),
                "同意必须有届满日期，不得一次授权、终身使用；本次同意最迟于" + latest + "届满",
                "A consent has to expire, at the latest on " + latest + "."));
    }

    /** Publication and collection rest on the person's own word, given to this office (个人信息保护法 art. 14, 25). */
    Optional<Refusal> personsConsentThemselves(NewConsent consent) {
        return consent.mode().direct() || !consent.purpose().ofPersonsOnly()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "personsConsentThemselves",
                        tables.gate("consentInformed"),
                        "用于“" + consent.purpose().zh() + "”的同意须由本人作出，不能由信息提供单位代为声明",
                        "The person has to consent in person."));
    }

    /** A unit is not asked for what only concerns persons: its data is published by law or not at all. */
    Optional<Refusal> onlyPersonsConsentToPersonalUse(NewConsent consent, Subject subject) {
        return subject.isPerson() || !consent.purpose().ofPersonsOnly()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "onlyPersonsConsentToPersonalUse",
                        tables.gate("consentInformed"),
                        "“" + consent.purpose().zh() + "”的同意只适用于自然人",
                        "This purpose concerns natural persons only."));
    }

    /** Of a redacted person nothing new is entered: it would say again who that was. */
    Optional<Refusal> redactedPersonsGiveNoConsent(Subject subject) {
        return subject.isRedacted()
                ? Optional.of(Refusal.by(
                        "redactedPersonsGiveNoConsent",
                        tables.gate("personDataErased"),
                        "该主体的信息已脱敏处置，不再登记同意",
                        "The person has been redacted."))
                : Optional.empty();
    }

    /** A consent is withdrawn while it is in force, and once: after that there is nothing left to take back. */
    Optional<Refusal> onlyConsentsInForceAreWithdrawn(Consent consent, LocalDate today) {
        return consent.inForce(today)
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "onlyConsentsInForceAreWithdrawn",
                        tables.gate("consentWithdrawal"),
                        "同意" + consent.number() + consent.on(today).zh() + "，不需要再撤回",
                        "The consent is no longer in force."));
    }
}
