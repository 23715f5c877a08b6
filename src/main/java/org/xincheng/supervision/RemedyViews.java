package org.xincheng.supervision;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.correction.Correction;
import org.xincheng.credit.correction.CorrectionAct.CorrectionFiled;
import org.xincheng.credit.correction.CorrectionAct.CorrectionOutcome;
import org.xincheng.credit.determination.Act.LevelDetermined;
import org.xincheng.credit.determination.Determination;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.Complaint;
import org.xincheng.credit.objection.Objection;
import org.xincheng.credit.objection.Remedy;
import org.xincheng.credit.objection.RemedyAct.RemedyOutcome;
import org.xincheng.credit.objection.Withdrawal;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.RecordCorrections;
import org.xincheng.supervision.CaseFile.FilingView;

/** What is particular to the file of an objection or a complaint, and which of them could be begun or ended from a file. */
@Component
class RemedyViews {

    private final CaseLog log;
    private final Withdrawal withdrawal;
    private final Listings listings;
    private final RecordCorrections truths;
    private final DrawViews draws;

    RemedyViews(CaseLog log, Withdrawal withdrawal, Listings listings, RecordCorrections truths, DrawViews draws) {
        this.log = log;
        this.withdrawal = withdrawal;
        this.listings = listings;
        this.truths = truths;
        this.draws = draws;
    }

    /** Number of the objection whose answer is complained of, or null. */
    String objectionNumber(CaseHistory history) {
        return history instanceof Complaint complaint
                ? log.byId(complaint.objectionId()).number()
                : null;
    }

    /** What was filed, or null where nothing was. */
    FilingView filing(CaseHistory history) {
        if (history instanceof Correction correction) {
            return correction.filed().map(filed -> filing(correction, filed)).orElse(null);
        }
        return history instanceof Remedy remedy && remedy.receivedOn().isPresent()
                ? new FilingView(
                        remedy.groundZh().orElse(""),
                        remedy.receivedOn().orElseThrow(),
                        remedy.text().orElse(""),
                        remedy.outcome().map(RemedyOutcome::zh).orElse(""))
                : null;
    }

    private static FilingView filing(Correction correction, CorrectionFiled filed) {
        var unit = filed.askerName().isBlank() ? "" : "（" + filed.askerName() + "）";
        return new FilingView(
                filed.asker().zh() + unit + "：" + filed.matter().zh(),
                filed.receivedOn(),
                filed.text(),
                correction.outcome().map(CorrectionOutcome::zh).orElse(""));
    }

    /** The drawing of a complaint's experts, or null. */
    DrawView draw(CaseHistory history) {
        return draws.of(history).orElse(null);
    }

    /** A listing that stands can be objected to; whether the objection is accepted is settled in its own case. */
    boolean takesObjections(Optional<Listing> listing) {
        return listing.filter(one -> one.revokedOn() == null).isPresent();
    }

    /** An objection that was answered without the listing's revocation. */
    boolean takesComplaints(CaseHistory history, Optional<Listing> listing) {
        return history instanceof Objection objection
                && objection.reply().isPresent()
                && !objection.revoked()
                && takesObjections(listing);
    }

    /** The numbers of the records a determination rests on that stand, each of which can be said to be wrong. */
    List<String> correctableRecords(CaseHistory history, Optional<Listing> listing) {
        if (!(history instanceof Determination determination)) {
            return List.of();
        }
        var ids = listing.map(one -> listings.recordsOf(one.id()))
                .orElseGet(() ->
                        determination.level().map(LevelDetermined::records).orElse(List.of()));
        return truths.current(ids).stream().map(Record::number).distinct().toList();
    }

    /** An objection or a complaint of the party that has no answer yet. */
    boolean takesWithdrawal(CaseHistory history) {
        return history instanceof Remedy remedy
                && withdrawal.obstacle(remedy.legalCase().id()).isEmpty();
    }
}
