package org.xincheng.access;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.xincheng.access.AccessTable.Owner;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.record.Record;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;

/**
 * The objects by which routes are tried: a case of the sample department {@code dept1} and one of others, each with a letter and a
 * record. A route whose path has a variable that is not known here fails until this class gives it an object.
 */
final class AccessObjects {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);

    private final Map<Owner, LegalCase> cases;
    private final Map<Owner, UUID> letters;
    private final Map<Owner, Record> records;
    private final String mail;

    AccessObjects(BeanFactory beans, String mail) {
        this.mail = mail;
        beans.getBean(TestClock.class).at("2026-03-02T09:00");
        CaseFixture fixture = CaseFixture.on(beans);
        // The listing's measures name the department; what was only notified names nobody yet.
        LegalCase own = fixture.published(CaseFixture.unit("样例准入甲公司"), DOCUMENT, "");
        LegalCase foreign = fixture.noticed(CaseFixture.unit("样例准入乙公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        this.cases = Map.of(Owner.OWN, own, Owner.FOREIGN, foreign);
        Letters issued = beans.getBean(Letters.class);
        this.letters = Map.of(
                Owner.OWN, issued.ofCase(own.id()).get(0).id(),
                Owner.FOREIGN, issued.ofCase(foreign.id()).get(0).id());
        Record unrelated = fixture.record(CaseFixture.unit("样例准入丙公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT);
        this.records = Map.of(Owner.OWN, unrelated, Owner.FOREIGN, unrelated);
    }

    LegalCase legalCase(Owner owner) {
        return cases.get(owner);
    }

    UUID letter(Owner owner) {
        return letters.get(owner);
    }

    /** The route's path with an object in it, and the parameters it cannot do without. */
    String address(Route route, Owner owner) {
        String path = route.path();
        if (path.startsWith("/cases/") || path.startsWith("/api/cases/")) {
            path = path.replace(
                    "{caseNumber}",
                    cases.get(owner) == null ? "" : cases.get(owner).number());
        } else if (path.startsWith("/letters/")) {
            path = path.replace("{id}", String.valueOf(letters.get(owner)));
        } else if (path.startsWith("/api/records/")) {
            path = path.replace(
                    "{number}", owner == Owner.NONE ? "" : records.get(owner).number());
        } else if (path.startsWith("/demo/mail/")) {
            path = path.replace("{id}", mail).replace("{index}", "0");
        }
        if (path.contains("{")) {
            throw new AssertionError("AccessObjects knows no object for " + route.key());
        }
        return path
                + switch (route.path()) {
                    case "/api/checks" -> "?uscc=91350100M000100Y43&purpose=test";
                    case "/api/deadlines/compute" -> "?start=2026-02-10&count=5&unit=WORKING_DAY";
                    default -> "";
                };
    }

    /** What a route is sent: as little as can be, so that nothing comes of it. */
    static String body(Route route) {
        return route.type().contains("json") ? "{}" : "";
    }
}
