package org.xincheng.credit.correction;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.IdentityNumbers;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.correction.CorrectionAct.CorrectionFiled;
import org.xincheng.credit.correction.CorrectionAct.CorrectionOpened;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.law.LegalTime;

/** Opens a correction of a record's data and enters what is said to be wrong. Nothing is charged, and no time is set for it. */
@Service
public class CorrectionFiling {

    /** Longest text of a request, in characters. */
    public static final int LONGEST_TEXT = 4000;

    private final CaseLog log;
    private final Corrections corrections;
    private final Records records;
    private final Listings listings;
    private final CorrectionPolicies policies;
    private final Clock clock;

    CorrectionFiling(
            CaseLog log,
            Corrections corrections,
            Records records,
            Listings listings,
            CorrectionPolicies policies,
            Clock clock) {
        this.log = log;
        this.corrections = corrections;
        this.records = records;
        this.listings = listings;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Opens the case.
     *
     * @param recordNumber number of the record whose data is said to be wrong
     * @throws BadInputException where there is no such record
     * @throws org.xincheng.credit.RefusedException where it does not stand any more, or another correction of it is under way
     */
    @Transactional
    public LegalCase open(String recordNumber, Actor actor) {
        var record = byNumber(recordNumber == null ? "" : recordNumber.strip());
        log.lockSubject(record.subjectId());
        require(policies.onlyStandingRecordsAreCorrected(record), policies.oneCorrectionOfARecordAtATime(record));
        var about = listings.restingOn(record.id()).stream()
                .findFirst()
                .map(listing -> listing.caseId())
                .orElse(null);
        var opened =
                log.open(Correction.PROCEDURE, Correction.PREFIX, record.regime(), record.subjectId(), about, actor);
        log.append(opened, actor, new CorrectionOpened(record.id()));
        return opened;
    }

    /**
     * Enters what is said to be wrong.
     *
     * @param filed received not before the record was taken in and not after today; a unit that asks is named
     */
    @Transactional
    public void enter(UUID caseId, CorrectionFiled filed, Actor actor) {
        var correction = corrections.load(caseId);
        require(policies.closedCorrectionsStayClosed(correction), policies.requestsAreEnteredOnce(correction));
        var faults = new FaultList();
        faults.required("asker", "由谁提出", filed.asker());
        faults.required("matter", "更正事项", filed.matter());
        if (filed.asker() != null && filed.asker().isUnit()) {
            faults.requiredText("askerName", "提出单位名称", filed.askerName(), 200);
        }
        faults.requiredText("text", "错误所在和证明", filed.text(), LONGEST_TEXT);
        var taken = LegalTime.dateOf(
                records.byId(correction.recordId()).orElseThrow().recordedAt());
        var today = LegalTime.today(clock);
        faults.required("receivedOn", "收到日期", filed.receivedOn());
        if (filed.receivedOn() != null
                && (filed.receivedOn().isBefore(taken) || filed.receivedOn().isAfter(today))) {
            faults.add(
                    "receivedOn",
                    "收到日期应在记录录入之日" + taken + "至今天（" + today + "）之间",
                    "the day lies before intake or in the future");
        }
        faults.throwIfAny();
        log.append(
                correction.legalCase(),
                actor,
                new CorrectionFiled(
                        filed.asker(),
                        filed.asker().isUnit() ? filed.askerName().strip() : "",
                        filed.receivedOn(),
                        filed.matter(),
                        filed.text().strip()));
    }

    private Record byNumber(String number) {
        return records.byNumber(number)
                .orElseThrow(() -> new BadInputException(
                        "recordNumber",
                        "没有编号为“" + (IdentityNumbers.in(number) ? "***" : number) + "”的失信行为记录",
                        "no record with this number"));
    }
}
