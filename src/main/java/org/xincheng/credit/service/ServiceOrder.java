package org.xincheng.credit.service;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.privacy.Consents;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.law.LegalTime;

/**
 * Which way of service comes next: in person, by post, electronically where the recipient has consented, by leaving the letter behind, and by public announcement
 * where no other way is left (民事诉讼法 art. 88–91, 95, which 行政处罚法 art. 61 refers to). It proposes; whoever serves knows whether somebody moved away
 * or shut the door.
 */
@Component
public class ServiceOrder {

    private static final String LAW = "《中华人民共和国民事诉讼法》";

    private static final List<Proposal> ORDER = List.of(
            new Proposal(ServiceMethod.DIRECT, "应当直接送交受送达人", LAW + "第八十八条"),
            new Proposal(ServiceMethod.POST, "直接送达有困难的，可以邮寄送达", LAW + "第九十一条"),
            new Proposal(ServiceMethod.ELECTRONIC, "当事人已同意并签订电子送达确认书，可以电子送达", LAW + "第九十条、《中华人民共和国行政处罚法》第六十一条"),
            new Proposal(ServiceMethod.LEFT_BEHIND, "受送达人或者同住成年家属拒绝接收的，可以留置送达，由见证人签名或者拍照、录像记录过程", LAW + "第八十九条"),
            new Proposal(ServiceMethod.PUBLIC_ANNOUNCEMENT, "受送达人下落不明，或者用其他方式无法送达的，公告送达，满三十日视为送达", LAW + "第九十五条"));

    private final Consents consents;
    private final Clock clock;

    ServiceOrder(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * The way that comes next.
     *
     * @param conditionZh when it may be used
     * @param basis law and article
     */
    public record Proposal(ServiceMethod method, String conditionZh, String basis) {}

    /** The way that comes next for a letter; empty where it was served, or its announcement is running. */
    public Optional<Proposal> next(CaseHistory history, UUID letterId) {
        if (history.servedOn(letterId).isPresent()
                || history.announcement(letterId).isPresent()) {
            return Optional.empty();
        }
        Set<ServiceMethod> failed = history.all(ServiceAttempted.class)
                .filter(h -> h.act().letterId().equals(letterId) && h.act().outcome() == ServiceOutcome.FAILED)
                .map(h -> h.act().method())
                .collect(Collectors.toSet());
        return Optional.of(next(failed, history.legalCase().subjectId()));
    }

    /** The way that comes next where these have failed. */
    public Proposal next(Collection<ServiceMethod> failed, UUID subjectId) {
        return ORDER.stream()
                .filter(way -> !failed.contains(way.method()))
                .filter(way -> way.method() != ServiceMethod.ELECTRONIC || hasConsented(subjectId))
                .findFirst()
                .orElse(ORDER.get(ORDER.size() - 1));
    }

    private boolean hasConsented(UUID subjectId) {
        return consents.inForce(subjectId, Purpose.ELECTRONIC_SERVICE, LegalTime.today(clock))
                .isPresent();
    }
}
