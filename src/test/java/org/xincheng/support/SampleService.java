package org.xincheng.support;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.ServiceParticulars;
import org.xincheng.credit.cases.ServiceParticulars.AnnouncementGround;
import org.xincheng.credit.cases.ServiceParticulars.ElectronicWay;
import org.xincheng.credit.cases.ServiceParticulars.Receiver;
import org.xincheng.credit.cases.ServiceParticulars.Witnessing;
import org.xincheng.credit.service.Attempt;

/** Attempts at service whose proof lacks nothing, whoever the recipient is. */
public final class SampleService {

    private static final String MAIL_NUMBER = "EX202600001CN";
    /** When tests begin their days: letters are issued then. */
    private static final LocalTime ARRIVED_AT = LocalTime.of(9, 0);

    private static final String MEDIUM = "样例日报";
    private static final String ACCOUNT = "样例送达经过";

    private SampleService() {}

    /** Service in person. */
    public static Attempt inPerson(LocalDate day) {
        return attempt(ServiceMethod.DIRECT, ServiceOutcome.SERVED, day);
    }

    /** An attempt as the store takes it. */
    public static Attempt attempt(ServiceMethod method, ServiceOutcome outcome, LocalDate day) {
        return new Attempt(method, outcome, day, particulars(method), ACCOUNT);
    }

    /** What proves service by this way. */
    public static ServiceParticulars particulars(ServiceMethod method) {
        return switch (method) {
            case DIRECT -> ServiceParticulars.receivedBy(Receiver.AGENT);
            case POST -> ServiceParticulars.mailed(MAIL_NUMBER);
            case ELECTRONIC -> ServiceParticulars.arrived(ElectronicWay.PLATFORM, ARRIVED_AT);
            case LEFT_BEHIND -> ServiceParticulars.leftBehind(Witnessing.WITNESSES);
            case PUBLIC_ANNOUNCEMENT -> ServiceParticulars.announced(AnnouncementGround.WHEREABOUTS_UNKNOWN, MEDIUM);
        };
    }

    /** What the form sends; the fields of every way are filled in. */
    public static Map<String, Object> entries(String method, String outcome, LocalDate day) {
        return Map.ofEntries(
                Map.entry("method", method),
                Map.entry("outcome", outcome),
                Map.entry("day", day.toString()),
                Map.entry("receiver", Receiver.AGENT.name()),
                Map.entry("mailNumber", MAIL_NUMBER),
                Map.entry("electronicWay", ElectronicWay.PLATFORM.name()),
                Map.entry("arrivedAt", ARRIVED_AT.toString()),
                Map.entry("witnessing", Witnessing.WITNESSES.name()),
                Map.entry("ground", AnnouncementGround.WHEREABOUTS_UNKNOWN.name()),
                Map.entry("medium", MEDIUM),
                Map.entry("proof", ACCOUNT));
    }
}
