package org.xincheng.credit.service;

import java.time.LocalDate;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.ServiceParticulars;
import org.xincheng.credit.cases.ServiceParticulars.Witnessing;

/**
 * An attempt at service as it is reported.
 *
 * @param day day of service, of failure, or of the announcement's publication
 * @param particulars what the law asks to be known of this way
 * @param account what happened: why service failed, who witnessed, how it came to an announcement; empty where there is nothing to tell
 */
public record Attempt(
        ServiceMethod method, ServiceOutcome outcome, LocalDate day, ServiceParticulars particulars, String account) {

    private static final int LONGEST_ACCOUNT = 4000;
    private static final int LONGEST_MAIL_NUMBER = 50;
    private static final int LONGEST_MEDIUM = 200;

    public Attempt {
        account = account == null ? "" : account.strip();
    }

    /** Adds a fault for everything that its proof lacks (民事诉讼法 art. 87–91, 95). */
    void checkProof(boolean person, FaultList faults) {
        var served = outcome == ServiceOutcome.SERVED;
        switch (method) {
            case DIRECT -> {
                if (served) {
                    receiver(person, faults);
                }
            }
            case POST -> faults.requiredText("mailNumber", "邮件号", particulars.mailNumber(), LONGEST_MAIL_NUMBER);
            case ELECTRONIC -> {
                if (served) {
                    faults.required("electronicWay", "送达到的系统", particulars.electronicWay());
                    faults.required("arrivedAt", "到达时间", particulars.arrivedAt());
                }
            }
            case LEFT_BEHIND -> {
                if (served) {
                    faults.required("witnessing", "见证方式", particulars.witnessing());
                }
            }
            case PUBLIC_ANNOUNCEMENT -> {
                faults.required("ground", "公告的原因", particulars.ground());
                faults.requiredText("medium", "公告载体", particulars.medium(), LONGEST_MEDIUM);
            }
        }
        account(served, faults);
    }

    private void receiver(boolean person, FaultList faults) {
        faults.required("receiver", "签收人", particulars.receiver());
        if (particulars.receiver() != null && !particulars.receiver().signsFor(person)) {
            faults.add(
                    "receiver",
                    person
                            ? "受送达人是自然人，由本人、同住成年家属、代理人或者指定的代收人签收（民事诉讼法第八十八条）"
                            : "受送达人是单位，由法定代表人、主要负责人、负责收件的人、代理人或者指定的代收人签收（民事诉讼法第八十八条）",
                    "this receiver cannot sign for the subject");
        }
    }

    /** What has to be told in words: why it failed, who the witnesses were, how it came to an announcement. */
    private void account(boolean served, FaultList faults) {
        faults.optionalText("proof", "送达经过", account, LONGEST_ACCOUNT);
        if (!account.isEmpty()) {
            return;
        }
        if (method == ServiceMethod.PUBLIC_ANNOUNCEMENT) {
            faults.add("proof", "请填写采用公告送达的原因和经过，并附卷（民事诉讼法第九十五条）", "the course of events is missing");
        } else if (!served) {
            faults.add("proof", "请填写未送达的情况", "why service failed is missing");
        } else if (method == ServiceMethod.LEFT_BEHIND) {
            faults.add(
                    "proof",
                    particulars.witnessing() == Witnessing.WITNESSES
                            ? "请填写拒收事由和见证人的姓名、单位（民事诉讼法第八十九条）"
                            : "请填写拒收事由和送达过程（民事诉讼法第八十九条）",
                    "why the letter was refused is missing");
        }
    }
}
