package org.xincheng.supervision;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.platform.web.ChineseDates;

/** The proof of an attempt at service in plain Chinese, a line for each particular. */
final class ServiceLines {

    private ServiceLines() {}

    static List<String> of(ServiceAttempted act, Texts texts) {
        var known = act.particulars();
        return Stream.of(
                        texts.of("cases.act.service.day", ChineseDates.day(act.day())),
                        known.receiver() == null
                                ? null
                                : texts.of(
                                        "cases.act.service.receiver",
                                        known.receiver().zh()),
                        known.mailNumber() == null ? null : texts.of("cases.act.service.mail", known.mailNumber()),
                        known.electronicWay() == null
                                ? null
                                : texts.of(
                                        "cases.act.service.arrival",
                                        known.electronicWay().zh(),
                                        known.arrivedAt().toString()),
                        known.witnessing() == null
                                ? null
                                : texts.of(
                                        "cases.act.service.witnessing",
                                        known.witnessing().zh()),
                        known.ground() == null
                                ? null
                                : texts.of(
                                        "cases.act.service.announced",
                                        known.ground().zh(),
                                        known.medium()),
                        texts.detail("proof", act.proof()))
                .filter(Objects::nonNull)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
