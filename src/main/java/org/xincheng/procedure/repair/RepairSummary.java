package org.xincheng.procedure.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.repair.Repair;
import org.xincheng.credit.repair.RepairAct.Evidence;
import org.xincheng.credit.repair.RepairAct.RepairReviewed;
import org.xincheng.credit.repair.RepairAct.RepairVerified;
import org.xincheng.procedure.form.CaseSummary;
import org.xincheng.procedure.form.Markdown;

/** A repair, as every form of it shows it above its fields. */
@Component
class RepairSummary implements CaseSummary {

    private final ListingLines lines;

    RepairSummary(ListingLines lines) {
        this.lines = lines;
    }

    @Override
    public String procedure() {
        return Repair.PROCEDURE;
    }

    @Override
    public String of(CaseHistory history) {
        var repair = (Repair) history;
        var text = new StringBuilder();
        text.append(lines.of(repair));
        repair.filed().ifPresent(filed -> {
            text.append(Markdown.line(
                    "收到日期", filed.receivedOn() + "（" + filed.channel().zh() + "）"));
            text.append(Markdown.line("申请内容", filed.text()));
        });
        text.append(Markdown.line(
                "已提交的材料",
                repair.evidence().stream().sorted().map(Evidence::zh).collect(Collectors.joining("；"))
                        + repair.commitmentOn()
                                .map(day -> "；信用承诺书（" + day + "）")
                                .orElse("；没有信用承诺书")));
        text.append(Markdown.list("核查和决定", results(repair)));
        return text.toString();
    }

    private static List<String> results(Repair repair) {
        var results = new ArrayList<String>();
        repair.all(RepairVerified.class)
                .map(verified -> verified.act())
                .map(verified ->
                        "第" + verified.version() + "次核查（" + verified.method().zh() + "，"
                                + verified.verifiedOn() + "）：" + (verified.fulfilled() ? "具备修复条件" : "不具备修复条件") + "。"
                                + verified.findings())
                .forEach(results::add);
        repair.decision()
                .map(decision -> (decision.act().approved() ? "已批准" : "已退回") + "："
                        + decision.act().opinion())
                .ifPresent(results::add);
        repair.all(RepairReviewed.class)
                .map(review -> review.act())
                .map(review -> review.body().zh() + (review.passed() ? "通过" : "不通过") + "：" + review.opinion())
                .forEach(results::add);
        return results;
    }
}
