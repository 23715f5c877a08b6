package org.xincheng.access;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.xincheng.access.AccessTable.Owner;
import org.xincheng.credit.calendar.CalendarLoading;
import org.xincheng.credit.calendar.NewNotice;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.file.EvidenceKind;
import org.xincheng.credit.file.UploadedFile;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.objection.ObjectionAct;
import org.xincheng.credit.privacy.ConsentMode;
import org.xincheng.credit.privacy.Consents;
import org.xincheng.credit.privacy.NewConsent;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.credit.privacy.redaction.Ground;
import org.xincheng.credit.privacy.redaction.Redactions;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.term.ExpiryLog;
import org.xincheng.notice.print.VerifyCode;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Identifiers;
import org.xincheng.support.RemedyFixture;
import org.xincheng.support.SampleFiles;
import org.xincheng.support.TermCases;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;

/**
 * The objects by which routes are tried: a case of the sample department {@code dept1} and one of others, each with a letter and a
 * record. A route whose path has a variable that is not known here fails until this class gives it an object.
 */
final class AccessObjects {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);

    private final Map<Owner, LegalCase> cases;
    private final Map<Owner, UUID> letters;
    private final Map<Owner, String> codes;
    private final Map<Owner, Record> records;
    private final Map<Owner, String> consents;
    private final Map<Owner, String> terms;
    private final String objection;
    private final String expert;
    private final String redaction;
    private final long calendarNotice;
    private final long expiryRun;
    private final String mail;
    private final String review;

    /**
     * Makes them.
     *
     * @param mail id of a mail of the demo
     * @param review id of a review of look-ups
     */
    AccessObjects(BeanFactory beans, String mail, String review) {
        this.mail = mail;
        this.review = review;
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
        this.codes = Map.of(
                Owner.OWN,
                code(issued, letters.get(Owner.OWN)),
                Owner.FOREIGN,
                code(issued, letters.get(Owner.FOREIGN)));
        Record unrelated = fixture.record(CaseFixture.unit("样例准入丙公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT);
        this.records = Map.of(Owner.OWN, unrelated, Owner.FOREIGN, unrelated);
        this.consents = Map.of(Owner.OWN, consent(beans, own), Owner.FOREIGN, consent(beans, foreign));
        cases.values().forEach(one -> file(beans, one));
        // Without measures a listing names no department, and neither does its term.
        LegalCase unmeasured =
                TermCases.on(beans).mohurdHeavier(CaseFixture.unit("样例准入丁公司"), LocalDate.of(2026, 3, 2), false);
        this.terms = Map.of(
                Owner.OWN,
                TermSteps.of(beans, own).number(),
                Owner.FOREIGN,
                TermSteps.of(beans, unmeasured).number());
        // An objection that waits to be accepted: nothing has come of it, and nothing of the listing is suspended.
        var remedies = RemedyFixture.on(beans);
        this.objection =
                remedies.objection(own, ObjectionAct.Ground.SUBJECT, "样例准入异议").number();
        this.expert = remedies.expert("样例准入专家").number();
        // A year so long ago that no case of this run rests on it; a number of its own, as the same notice is not
        // loaded twice.
        var notice = new NewNotice(
                2014,
                "样例办〔2013〕" + Identifiers.next() + "号",
                "样例安排",
                LocalDate.of(2013, 12, 1),
                "",
                "2014-01-01,OFF,元旦");
        this.calendarNotice = beans.getBean(CalendarLoading.class).load(notice, "admin");
        var runs = beans.getBean(ExpiryLog.class);
        this.expiryRun = runs.certify(runs.begin("engine", 0).id()).id();
        Record person = fixture.record(CaseFixture.person("样例准入人"), "WS-CITY", "WS-CITY-J-02", DOCUMENT);
        var request = new Redactions.Proposal(person.number(), Ground.LAWFUL_REQUEST, "《个人信息保护法》第四十七条", "本人书面请求");
        this.redaction = beans.getBean(Redactions.class)
                .propose(request, CaseFixture.OFFICER.user())
                .number();
    }

    private static String code(Letters issued, UUID letter) {
        return VerifyCode.of(issued.byId(letter)).text();
    }

    private static String consent(BeanFactory beans, LegalCase legalCase) {
        var given = new NewConsent(
                Purpose.ELECTRONIC_SERVICE,
                "本案",
                ConsentMode.WRITTEN,
                "用途、范围和期限",
                "同意书",
                LocalDate.of(2026, 2, 27),
                LocalDate.of(2026, 12, 31));
        return beans.getBean(Consents.class)
                .record(legalCase.subjectId(), given, CaseFixture.OFFICER.user())
                .number();
    }

    private static void file(BeanFactory beans, LegalCase legalCase) {
        var text = new UploadedFile("笔录.txt", "text/plain", "现场检查笔录".getBytes(StandardCharsets.UTF_8));
        var picture = new UploadedFile("照片.png", "image/png", SampleFiles.png(60, 40));
        for (var file : List.of(text, picture)) {
            beans.getBean(Attachments.class)
                    .add(legalCase, file, EvidenceKind.INSPECTION, "", CaseFixture.OFFICER.user());
        }
    }

    LegalCase legalCase(Owner owner) {
        return cases.get(owner);
    }

    /** The objection against the listing of {@link Owner#OWN}. */
    String objection() {
        return objection;
    }

    UUID letter(Owner owner) {
        return letters.get(owner);
    }

    /** The route's path with an object in it, and the parameters it cannot do without. */
    String address(Route route, Owner owner) {
        String path = route.path();
        if (ofRemedies(path)) {
            path = path.replace(
                    "{caseNumber}",
                    owner == Owner.OWN ? objection : cases.get(owner).number());
        } else if (ofTerms(path)) {
            path = path.replace("{caseNumber}", terms.get(owner)).replace("{serial}", "1");
        } else if (path.startsWith("/cases/{caseNumber}/letters/")) {
            path = path.replace("{caseNumber}", cases.get(owner).number())
                    .replace("{id}", letters.get(owner).toString());
        } else if (path.startsWith("/experts/")) {
            path = path.replace("{number}", expert);
        } else if (path.startsWith("/cases/") || path.startsWith("/api/cases/")) {
            path = path.replace(
                            "{caseNumber}",
                            cases.get(owner) == null ? "" : cases.get(owner).number())
                    .replace("{number}", String.valueOf(consents.get(owner)))
                    .replace("{step}", "caseTotal")
                    .replace("{serial}", "1");
        } else if (path.startsWith("/verify/")) {
            path = path.replace("{code}", codes.get(owner));
        } else if (path.startsWith("/letters/")) {
            path = path.replace("{id}", String.valueOf(letters.get(owner)));
        } else if (path.startsWith("/records/")) {
            path = path.replace("{recordNumber}", "SX-1999-000001");
        } else if (path.startsWith("/api/records/")) {
            path = path.replace(
                    "{number}", owner == Owner.NONE ? "" : records.get(owner).number());
        } else if (path.startsWith("/demo/mail/")) {
            path = path.replace("{id}", mail).replace("{index}", "0");
        } else if (path.startsWith("/audit/reviews/")) {
            path = path.replace("{id}", review).replace("{position}", "1");
        } else if (path.startsWith("/privacy/redactions/")) {
            path = path.replace("{number}", redaction);
        } else if (path.startsWith("/terms/runs/")) {
            path = path.replace("{id}", String.valueOf(expiryRun));
        } else if (path.startsWith("/calendar/")) {
            path = path.replace("{year}", "2026").replace("{id}", String.valueOf(calendarNotice));
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

    /** What only a term has, or only a case that the engine carries. */
    private static boolean ofTerms(String path) {
        return path.endsWith("/{caseNumber}/attached-terms")
                || path.endsWith("/{caseNumber}/positions")
                || path.contains("/{caseNumber}/diagrams");
    }

    private static boolean ofRemedies(String path) {
        return path.endsWith("/{caseNumber}/complaints") || path.endsWith("/{caseNumber}/withdrawal");
    }

    /** What a route is sent: as little as can be, so that nothing comes of it. */
    static String body(Route route) {
        if (route.path().startsWith("/account/sessions/")) {
            return "user=nobody";
        }
        return route.type().contains("json") ? "{}" : "";
    }
}
