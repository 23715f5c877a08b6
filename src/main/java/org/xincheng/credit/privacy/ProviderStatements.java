package org.xincheng.credit.privacy;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.law.Counting;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** What an information provider says about a subject's consent to electronic service, as entries of the register. */
@Component
public class ProviderStatements {

    private final Consents consents;
    private final RegimeTables tables;
    private final Counting counting;
    private final Clock clock;

    ProviderStatements(Consents consents, RegimeTables tables, Counting counting, Clock clock) {
        this.consents = consents;
        this.tables = tables;
        this.counting = counting;
        this.clock = clock;
    }

    /**
     * Enters what was stated with a record. Stated consent is entered where none is in force, for the time that the row
     * {@code consentByProvider} gives; a stated refusal takes back what is in force, in the subject's favour.
     *
     * @param stated null where nothing was stated
     * @param recordNumber the record it was stated with
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void electronicService(UUID subjectId, Boolean stated, String recordNumber, String actor) {
        if (stated == null) {
            return;
        }
        var today = LegalTime.today(clock);
        if (!stated) {
            consents.of(subjectId).stream()
                    .filter(one -> one.purpose() == Purpose.ELECTRONIC_SERVICE && one.inForce(today))
                    .forEach(one ->
                            consents.withdraw(one.number(), today, "信息提供单位在记录" + recordNumber + "中声明不同意", actor));
        } else if (consents.inForce(subjectId, Purpose.ELECTRONIC_SERVICE, today)
                .isEmpty()) {
            var until = counting.count(tables.deadline(Consents.OVERLAY, "consentByProvider"), today)
                    .due();
            consents.record(
                    subjectId,
                    new NewConsent(
                            Purpose.ELECTRONIC_SERVICE,
                            "本机关文书的电子送达",
                            ConsentMode.STATED_BY_PROVIDER,
                            "信息提供单位报送时声明，告知情况由该单位留存",
                            "记录" + recordNumber + "所载信息提供单位声明",
                            today,
                            until),
                    actor);
        }
    }
}
