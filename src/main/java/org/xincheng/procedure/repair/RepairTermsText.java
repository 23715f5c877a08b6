package org.xincheng.procedure.repair;

import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.repair.RepairEligibility;
import org.xincheng.credit.repair.Repairs;
import org.xincheng.procedure.form.Markdown;

/** What the tables say of a repair, as forms show it. */
@Component
class RepairTermsText {

    private final Repairs repairs;
    private final Listings listings;
    private final RepairEligibility eligibility;

    RepairTermsText(Repairs repairs, Listings listings, RepairEligibility eligibility) {
        this.repairs = repairs;
        this.listings = listings;
        this.eligibility = eligibility;
    }

    /** In Markdown. */
    String of(UUID caseId) {
        var terms = eligibility.terms(listings.byId(repairs.load(caseId).listingId()));
        var rule = terms.rule();
        var route = terms.route();
        var lines = new ArrayList<String>();
        lines.add("最早可以申请的日期：" + terms.earliest() + "（" + rule.document() + rule.article() + "）");
        if (terms.repeated()) {
            lines.add("该主体此前列入过同类名单");
        }
        if (rule.noNewRecord()) {
            lines.add("列入期间不得有新增不良信用记录");
        }
        if (rule.welfareProof()) {
            lines.add("须有参加社会公益活动或者承担社会责任的证明；无偿献血不得作为材料");
        }
        lines.add("须有信用承诺书，以及纠正失信行为或者履行义务的证明");
        lines.add("受理：" + route.acceptedBy() + "；核查：" + route.checkedBy() + "；决定：" + route.decidedBy()
                + (route.officeReview() ? "；信用办复核" : "") + (route.superiorReview() ? "；上级审核" : "") + "（"
                + route.document() + route.article() + "）");
        return Markdown.list("适用的条件和路径", lines);
    }
}
