package org.xincheng.procedure.history;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.determination.Drafting;
import org.xincheng.credit.ending.EndingCase;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.term.Term;
import org.xincheng.credit.term.UpgradeOnNewAct;
import org.xincheng.law.LegalTime;
import org.xincheng.support.CorrectionSteps;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.RepairSteps;
import org.xincheng.support.SampleService;

/** What staff do about an open task: mostly what goes on, now and then what does not. */
final class TaskWork {

    /** What others wait for little. */
    private static final Set<String> BESIDE = Set.of(
            "userTask_collectFeedback",
            "userTask_withdrawPublication",
            "userTask_superviseAnswer",
            "userTask_publishRestoration");

    private final History history;
    private final World world;

    TaskWork(History history) {
        this.history = history;
        this.world = history.world();
    }

    /** Does one of these tasks, mostly one by which its case goes on. */
    String doOneOf(List<Waiting> tasks) {
        var main =
                tasks.stream().filter(task -> !BESIDE.contains(task.activity())).toList();
        var some = main.isEmpty() || chance(5) == 0 ? tasks : main;
        return doOne(some.get(chance(some.size())));
    }

    private String doOne(Waiting task) {
        var number = task.number();
        var repair = new RepairSteps(world.driver(), world.clock(), number);
        var name = task.activity().substring(task.activity().indexOf('_') + 1);
        switch (name) {
            case "serveLetter" -> serve(number);
            case "withdrawPublication" -> repair.withdrawPublication();
            case "collectFeedback" -> feedback(number, repair);
            case "publishRestoration" -> remedy(number).publishRestoration();
            case "superviseAnswer" -> remedy(number).supervise();
            default -> {
                switch (history.acts(number).get(0).procedure()) {
                    case "objection", "complaint" -> remedy(name, remedy(number));
                    case "credit-repair" -> repair(name, repair);
                    case "repair-revocation" -> revocation(name, repair);
                    case "correction" -> correction(name, new CorrectionSteps(world.driver(), world.clock(), number));
                    case "listing-term" -> term(name, number);
                    case "listing-determination" ->
                        determination(name, new ListingSteps(world.driver(), world.clock(), number));
                    default -> throw unknown(name);
                }
            }
        }
        return name + " " + number;
    }

    private void remedy(String task, RemedySteps steps) {
        switch (task) {
            case "registerObjection" -> steps.register(any("列入的事实不存在", "处罚决定已经撤销", "主体认定有误"));
            case "registerComplaint" -> steps.registerComplaint("样例投诉理由");
            case "checkObjection" -> {
                if (often()) {
                    steps.submit(
                            "officer1",
                            "userTask_checkObjection",
                            Map.of("outcome", "ACCEPT", "assisted", chance(4) == 0));
                } else {
                    steps.refuse("userTask_checkObjection");
                }
            }
            case "checkComplaint" -> {
                if (often()) {
                    steps.acceptComplaint(chance(2) == 0 ? 3 : 0);
                } else {
                    steps.refuse("userTask_checkComplaint");
                }
            }
            case "confirmExperts" -> experts(steps);
            case "verifyObjection" -> steps.verify(result(), corrections(steps.number()));
            case "holdMeeting" -> steps.meet(result(), corrections(steps.number()));
            case "decideObjection" -> steps.decide(often());
            case "decideComplaint" -> steps.decideComplaint(often());
            case "recordDuties" -> steps.recordDuties();
            default -> throw unknown(task);
        }
    }

    private void experts(RemedySteps steps) {
        if (chance(3) > 0) {
            steps.submit("officer1", "userTask_confirmExperts", Map.of("outcome", "CONFIRM"));
            return;
        }
        var drawn = history.acts(steps.number()).stream()
                .filter(did -> did.is("ExpertsDrawn"))
                .reduce((first, second) -> second)
                .orElseThrow();
        steps.submit(
                "officer1",
                "userTask_confirmExperts",
                Map.of(
                        "outcome",
                        "RECUSE",
                        "recused",
                        drawn.detail().path("drawn").get(0).asText(),
                        "reason",
                        "样例回避理由"));
    }

    private String result() {
        return any("UPHELD", "UPHELD", "UPHELD", "UPHELD", "PARTLY_CORRECTED", "CORRECTED", "REVOKED");
    }

    /** Given whatever the result: what does not belong together is refused. */
    private Map<String, Object> corrections(String number) {
        if (chance(3) > 0) {
            return Map.of();
        }
        var listing = history.acts(number).get(0).id("listingId");
        var record = world.bean(Listings.class).recordsOf(listing).stream()
                .map(Object::toString)
                .sorted()
                .findFirst()
                .orElseThrow();
        return Map.of("correctedRecord", record, "correctedFact", "更正后的样例事实");
    }

    private void repair(String task, RepairSteps steps) {
        switch (task) {
            case "registerRepair" -> {
                switch (chance(history.plot().isDeep() ? 20 : 6)) {
                    case 0 -> steps.register(history.today(), null, "OTHER");
                    case 1 -> steps.register(history.today(), null, "CORRECTION");
                    default -> steps.register(history.today(), history.today(), "CORRECTION", "DUTIES", "WELFARE");
                }
            }
            case "checkRepair" -> {
                switch (chance(history.plot().isDeep() ? 40 : 14)) {
                    case 0 -> steps.refuse("INELIGIBLE", "");
                    case 1 -> steps.refuse("UNREPAIRABLE", "《样例条例》第九条");
                    case 2 -> steps.refuse("INCOMPLETE", "");
                    case 3 -> steps.askForMore("信用承诺书、整改证明");
                    default -> steps.accept();
                }
            }
            case "registerSupplement" -> {
                if (often()) {
                    steps.supplement("CORRECTION", "WELFARE");
                } else {
                    steps.noSupplement();
                }
            }
            case "verifyRepair" -> steps.verify(often());
            case "decideRepair" -> steps.decide(often());
            case "reviewRepair" -> steps.review(often());
            case "recordSuperiorReview" -> steps.superior(often());
            default -> throw unknown(task);
        }
    }

    private void revocation(String task, RepairSteps steps) {
        switch (task) {
            case "examineFalsehood" -> steps.examine(often());
            case "hearParty" -> steps.hear(chance(2) == 0);
            case "decideRevocation" -> steps.decideRevocation(often());
            case "proposeRecord" -> steps.proposeNoRecord();
            default -> throw unknown(task);
        }
    }

    private void correction(String task, CorrectionSteps steps) {
        switch (task) {
            case "registerCorrection" ->
                steps.register(
                        any("SUBJECT", "PROVIDER", "DEPARTMENT", "OFFICE"),
                        any("RECORD", "RECORD", "SUBJECT_NAME"),
                        "样例错误");
            case "checkCorrection" -> {
                if (often()) {
                    steps.accept();
                } else {
                    steps.refuse(any("REPAIR", "OBJECTION", "UNSPECIFIED"));
                }
            }
            case "verifyCorrection" -> {
                switch (chance(5)) {
                    case 0, 1 -> steps.uphold();
                    case 2 -> steps.withdraw();
                    case 3 -> steps.correct(Map.of("subjectName", "样例更正后的名称"));
                    default -> steps.correct(Map.of("fact", "更正后的样例事实"));
                }
            }
            case "decideCorrection" -> steps.decide(often());
            default -> throw unknown(task);
        }
    }

    private void term(String task, String number) {
        switch (task) {
            case "checkRemoval" ->
                submit(
                        number,
                        "officer1",
                        "checkRemoval",
                        Map.of("outcome", chance(3) > 0 ? "REMOVE" : "DENY", "findings", "样例审查情况"));
            case "approveRemoval" ->
                submit(
                        number,
                        "principal1",
                        "approveRemoval",
                        Map.of("outcome", often() ? "APPROVE" : "SEND_BACK", "opinion", "样例意见"));
            case "considerUpgrade" -> considerUpgrade(number);
            default -> throw unknown(task);
        }
    }

    private void considerUpgrade(String number) {
        if (!often()) {
            submit(number, "officer1", "considerUpgrade", Map.of("outcome", "DECLINE", "reason", "样例理由"));
            return;
        }
        var waiting = world
                .bean(UpgradeOnNewAct.class)
                .waiting((Term)
                        world.bean(Cases.class).load(history.acts(number).get(0).caseId()))
                .stream()
                .map(record -> record.number())
                .sorted()
                .toList();
        submit(
                number,
                "officer1",
                "considerUpgrade",
                Map.of("outcome", "DETERMINE", "recordNumber", waiting.get(chance(waiting.size()))));
    }

    private void determination(String task, ListingSteps steps) {
        switch (task) {
            case "draftDetermination" -> steps.draft(measures(steps.caseNumber()));
            case "reviewDraft" -> steps.review(often());
            case "registerResponse" -> respond(steps);
            case "considerStatements" -> steps.consider(often() ? "NOT_ADOPTED" : any("ADOPTED", "REDRAFT"));
            case "considerLateStatement" ->
                submit(steps.caseNumber(), "officer1", task, Map.of("outcome", "NOT_ADOPTED", "reasons", "样例理由"));
            case "scheduleHearing" ->
                steps.schedule(history.today().plusDays(14L + chance(14)).toString(), "09:00");
            case "holdHearing" -> {
                scheduled(steps.caseNumber())
                        .filter(at -> at.isAfter(history.now()))
                        .ifPresent(world.clock()::at);
                steps.hearing(any("HELD", "HELD", "HELD", "POSTPONED", "WAIVED"));
            }
            case "submitHearingOpinion" -> steps.hearingOpinion();
            case "reviewAfterHearing" -> steps.reviewAfterHearing(often());
            case "deliberate" -> steps.deliberate(chance(8) > 0 ? "LIST" : any("NOT_LIST", "REDRAFT"));
            case "approveDecision" -> steps.approve(often());
            case "recordSuperiorDetermination" ->
                steps.superior(chance(8) > 0, history.today().toString());
            case "publishListing" -> steps.publish();
            default -> throw unknown(task);
        }
    }

    /** Whoever has asked for a hearing lets the window pass. */
    private void respond(ListingSteps steps) {
        var number = steps.caseNumber();
        var response = any("WAIVER", "WAIVER", "WAIVER", "STATEMENT", "HEARING_REQUEST");
        var asked = history.acts(number).stream()
                .anyMatch(did -> did.is("StatementReceived") && did.text("kind").equals("HEARING_REQUEST"));
        var rings = history.waiting().stream()
                .filter(one -> one.kind() == Waiting.Kind.JOB && one.number().equals(number) && one.at() != null)
                .map(Waiting::at)
                .filter(at -> at.isAfter(history.now()))
                .min(LocalDateTime::compareTo);
        if (asked && rings.isPresent()) {
            world.clock().at(rings.get());
        } else {
            steps.respond(response);
        }
    }

    /** When the hearing is to be, as last scheduled. */
    private Optional<LocalDateTime> scheduled(String number) {
        return history.acts(number).stream()
                .filter(did -> did.is("HearingScheduled"))
                .reduce((first, second) -> second)
                .map(did -> OffsetDateTime.parse(did.text("at"))
                        .atZoneSameInstant(LegalTime.ZONE)
                        .toLocalDateTime());
    }

    private String[] measures(String number) {
        return world
                .bean(Drafting.class)
                .offeredMeasures(history.acts(number).get(0).caseId())
                .stream()
                .map(measure -> measure.code())
                .sorted()
                .limit(chance(3))
                .toArray(String[]::new);
    }

    /** By hand, today; now and then in vain, or by public announcement. */
    private void serve(String number) {
        var way = chance(12);
        var method = way == 0 ? "POST" : way == 1 ? "PUBLIC_ANNOUNCEMENT" : "DIRECT";
        submit(
                number,
                "officer1",
                "serveLetter",
                SampleService.entries(method, way == 0 ? "FAILED" : "SERVED", history.today()));
    }

    private void feedback(String number, RepairSteps steps) {
        var outstanding = ((EndingCase)
                        world.bean(Cases.class).load(history.acts(number).get(0).caseId()))
                .departmentsOutstanding();
        steps.feedback(chance(3) == 0 ? outstanding : outstanding.subList(0, 1));
    }

    private void submit(String number, String user, String task, Map<String, Object> entries) {
        world.driver().submit(number, user, "userTask_" + task, entries);
    }

    private RemedySteps remedy(String number) {
        return new RemedySteps(world.driver(), world.clock(), number);
    }

    private boolean often() {
        return chance(history.plot().isDeep() ? 15 : 6) > 0;
    }

    private int chance(int bound) {
        return history.random().nextInt(bound);
    }

    private String any(String... choices) {
        return List.of(choices).get(chance(choices.length));
    }

    private static AssertionError unknown(String task) {
        return new AssertionError("nobody knows " + task);
    }
}
