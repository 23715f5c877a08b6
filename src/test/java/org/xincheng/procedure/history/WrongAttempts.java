package org.xincheng.procedure.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.support.Identifiers;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.RepairSteps;

/** What must be refused whenever it is tried, as things stand. */
final class WrongAttempts {

    /** How much rather something at a task is tried. */
    private static final int TIMES = 12;

    private final History history;
    private final World world;

    WrongAttempts(History history) {
        this.history = history;
        this.world = history.world();
    }

    private record Attempt(String name, Runnable act) {}

    /** Tries one of them; the refusal is thrown on. */
    String tryOne() {
        // What is tried at a task is seldom possible, and preferred where it is.
        var possible = new ArrayList<>(anytime());
        possible.addAll(Collections.nCopies(TIMES, atTasks()).stream()
                .flatMap(List::stream)
                .toList());
        var one = possible.get(history.random().nextInt(possible.size()));
        history.tell("wrong: " + one.name() + " ");
        try {
            one.act().run();
        } catch (RuntimeException refused) {
            assertThat(StoreAnswer.in(refused).reasons()).isNotEmpty();
            history.happened("wrong." + one.name());
            throw refused;
        }
        throw new AssertionError(one.name() + " was not refused");
    }

    private List<Attempt> anytime() {
        var all = new ArrayList<Attempt>();
        all.add(new Attempt("aMinor", this::aMinor));
        for (var listed : history.listings()) {
            if (!listed.book().revoked()) {
                all.add(new Attempt("listedTwice", () -> listAgain(listed)));
            }
        }
        history.of("credit-repair").stream()
                .filter(acts -> acts.stream().noneMatch(did -> did.is("CaseClosed")))
                .forEach(acts -> all.add(
                        new Attempt("repairTwice", () -> repairAgain(acts.get(0).number()))));
        history.of("credit-repair").stream()
                .filter(acts -> acts.stream().noneMatch(did -> did.is("ListingRepaired")))
                .forEach(acts -> all.add(new Attempt(
                        "nothingToRevoke",
                        () -> world.driver().suspectFalsehood(acts.get(0).number(), "officer1"))));
        history.of("objection").stream()
                .filter(acts -> acts.stream().noneMatch(did -> did.isLetter("OBJECTION_REPLY")))
                .forEach(acts -> all.add(new Attempt(
                        "complaintOfNothing",
                        () -> world.driver().complain(acts.get(0).number(), "officer1"))));
        return all;
    }

    private List<Attempt> atTasks() {
        var all = new ArrayList<Attempt>();
        for (var task : history.tasks()) {
            var number = task.number();
            var remedy = new RemedySteps(world.driver(), world.clock(), number);
            var repair = new RepairSteps(world.driver(), world.clock(), number);
            switch (task.activity()) {
                case "userTask_verifyObjection" ->
                    all.add(new Attempt(
                            "drafterVerifies", () -> remedy.submit("officer1", task.activity(), finding())));
                case "userTask_decideObjection" ->
                    all.add(new Attempt(
                            "verifierDecides", () -> remedy.submit("officer2", task.activity(), approval())));
                case "userTask_decideRepair" ->
                    all.add(new Attempt(
                            "checkerDecides", () -> repair.submit("officer2", task.activity(), approval())));
                case "userTask_decideCorrection" ->
                    all.add(new Attempt(
                            "correctorDecides", () -> repair.submit("officer2", task.activity(), approval())));
                case "userTask_approveRemoval" ->
                    all.add(new Attempt("ownCheck", () -> repair.submit("officer1", task.activity(), approval())));
                case "userTask_reviewDraft" ->
                    all.add(new Attempt(
                            "ownDraft",
                            () -> repair.submit(
                                    "officer1", task.activity(), Map.of("outcome", "PASS", "opinion", ""))));
                case "userTask_approveDecision" ->
                    all.add(new Attempt(
                            "reviewerApproves", () -> repair.submit("reviewer1", task.activity(), approval())));
                case "userTask_checkRepair" ->
                    all.add(new Attempt("refusedWithoutALaw", () -> repair.refuse("UNREPAIRABLE", "情节严重")));
                default -> {
                    // Nothing wrong comes to mind.
                }
            }
        }
        return all;
    }

    private void repairAgain(String repair) {
        var listing = history.acts(repair).get(0).id("listingId");
        world.driver().repair(history.listing(listing).number(), "officer1");
    }

    private void listAgain(Listed listed) {
        var record = world.bean(Records.class).byIds(world.bean(Listings.class).recordsOf(listed.id())).stream()
                .map(found -> found.number())
                .sorted()
                .findFirst()
                .orElseThrow(NoSuchElementException::new);
        world.driver().start(record, "officer1");
    }

    private void aMinor() {
        var born = LocalDate.of(2012, 6, 7);
        var minor = new NewSubject(
                SubjectKind.PERSON,
                Identifiers.residentId(born, Identifiers.next()),
                "样例未成年人",
                "样例市中心区",
                "",
                "",
                false);
        world.cases().record(minor, "WS-CITY", "WS-CITY-J-02", history.today().minusDays(4));
    }

    private Map<String, Object> finding() {
        return Map.of(
                "result",
                "UPHELD",
                "findings",
                "样例核实情况",
                "providerAnswer",
                "样例意见",
                "providerAnsweredOn",
                history.today().toString());
    }

    private static Map<String, Object> approval() {
        return Map.of("outcome", "APPROVE", "opinion", "样例审批意见");
    }
}
