package org.xincheng.procedure.history;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xincheng.credit.listing.AttachedTerms;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.procedure.term.TermProcedure;
import org.xincheng.support.CaseFixture;

/** What comes in from outside: listings to begin with, objections, applications, new acts, withdrawals. */
final class Filings {

    private static final String BASIS = "《样例市社会信用条例》第九条";

    private final History history;
    private final World world;

    Filings(History history) {
        this.history = history;
        this.world = history.world();
    }

    /** What can come in. */
    enum Filing {
        OBJECT,
        COMPLAIN,
        REPAIR,
        SUSPECT,
        CORRECT,
        APPLY,
        NEW_ACT,
        ATTACH
    }

    /** Makes what the history begins with. */
    void begin() {
        var day = history.today();
        switch (history.plot()) {
            case DETERMINATION -> {
                var subject = CaseFixture.unit("样例历史企业");
                var record = world.cases().record(subject, "WS-CITY", "WS-CITY-J-02", day.minusDays(4));
                history.add(record.subjectId(), subject);
                world.driver().start(record.number(), "officer1");
            }
            case REMOVAL ->
                list(unit(), subject -> world.terms().jinan(subject, day).subjectId());
            case PERSON ->
                list(
                        CaseFixture.person("样例人员"),
                        subject -> world.cases()
                                .published(subject, day.minusDays(4), BASIS)
                                .subjectId());
            case ENDS -> {
                for (var n = 3 + chance(3); n > 0; n--) {
                    city(unit(), day);
                }
            }
            case UPGRADE -> {
                if (chance(2) == 0) {
                    heavier(unit(), day);
                } else {
                    city(unit(), day);
                }
            }
            case REPAIR -> {
                var which = chance(8);
                if (which == 0) {
                    heavier(unit(), day);
                } else if (which == 1) {
                    nanning(unit(), day);
                } else {
                    city(unit(), day);
                }
            }
            default -> city(unit(), day);
        }
    }

    /** One filing of the history's plot. */
    String come() {
        var filing = history.plot().filing(history.random());
        var listed = history.anyListing();
        if (listed.isEmpty()) {
            return "nothing to file about";
        }
        return filing + " " + file(filing, listed.get());
    }

    /** An objection, complaint or application is taken back. */
    String withdraw() {
        var open = history.openCases().stream()
                .map(history::acts)
                .map(acts -> acts.get(0))
                .filter(did ->
                        List.of("objection", "complaint", "credit-repair").contains(did.procedure()))
                .toList();
        if (open.isEmpty()) {
            return come();
        }
        var one = open.get(chance(open.size()));
        if (one.procedure().equals("credit-repair")) {
            world.driver().withdrawRepair(one.number(), history.today(), "officer1");
        } else {
            world.driver().withdraw(one.number(), history.today(), "officer1");
        }
        return "withdraw " + one.number();
    }

    private String file(Filing filing, Listed listed) {
        return switch (filing) {
            case OBJECT -> chance(3) == 0 ? complain(listed) : world.driver().object(listed.number(), "officer1");
            case COMPLAIN -> complain(listed);
            case REPAIR -> world.driver().repair(listed.number(), "officer1");
            case SUSPECT -> suspect(listed);
            case CORRECT -> correct(listed);
            case APPLY -> apply(listed);
            case NEW_ACT -> newAct(listed);
            case ATTACH -> attach(listed);
        };
    }

    private String complain(Listed listed) {
        var answered = history.of("objection").stream()
                .filter(acts -> acts.stream().anyMatch(did -> did.isLetter("OBJECTION_REPLY")))
                .toList();
        return answered.isEmpty()
                ? world.driver().object(listed.number(), "officer1")
                : world.driver()
                        .complain(answered.get(chance(answered.size())).get(0).number(), "officer1");
    }

    private String suspect(Listed listed) {
        var granted = history.of("credit-repair").stream()
                .filter(acts -> acts.stream().anyMatch(did -> did.is("ListingRepaired")))
                .toList();
        return granted.isEmpty()
                ? world.driver().repair(listed.number(), "officer1")
                : world.driver()
                        .suspectFalsehood(granted.get(granted.size() - 1).get(0).number(), "officer1");
    }

    private String correct(Listed listed) {
        var records = world.bean(Records.class).byIds(world.bean(Listings.class).recordsOf(listed.id())).stream()
                .map(record -> record.number())
                .sorted()
                .toList();
        return world.driver().correct(records.get(chance(records.size())), "officer1");
    }

    private String apply(Listed listed) {
        var term = term(listed);
        world.bean(TermProcedure.class).applyForRemoval(term, history.today(), "样例移出申请", "officer1");
        return term;
    }

    private String newAct(Listed listed) {
        var regime = listed.regime();
        var item = switch (regime) {
            case "WS-CITY" -> chance(3) > 0 ? "WS-CITY-B-02" : "WS-CITY-J-03";
            case "WS-JINAN" -> "WS-JINAN-J-03";
            case "NANNING" -> "NANNING-SEV-3";
            default -> chance(2) == 0 ? "MOHURD-G-06" : "MOHURD-G-07";
        };
        return world.cases()
                .record(
                        history.subjects().get(listed.subject()),
                        regime,
                        item,
                        history.today().minusDays(chance(4)))
                .number();
    }

    private String attach(Listed listed) {
        var term = term(listed);
        var measures = world.bean(Listings.class).measuresOf(listed.id());
        var entry = new AttachedTerms.Entry(
                measures.isEmpty()
                        ? "none"
                        : measures.get(chance(measures.size())).code(),
                "《样例市社会信用条例》",
                "第三十七条",
                history.today(),
                chance(3) == 0 ? null : history.today().plusYears(2));
        world.bean(TermProcedure.class).attach(term, entry, "officer1");
        history.happened("attached");
        return term;
    }

    /** Number of the listing's latest term. */
    private String term(Listed listed) {
        return history.termsOf(listed).stream()
                .reduce((first, second) -> second)
                .map(acts -> acts.get(0).number())
                .orElse("none");
    }

    private void city(NewSubject subject, LocalDate day) {
        list(subject, one -> world.cases().published(one, day.minusDays(4), "").subjectId());
    }

    private void heavier(NewSubject subject, LocalDate day) {
        list(subject, one -> world.terms().mohurdHeavier(one, day).subjectId());
    }

    private void nanning(NewSubject subject, LocalDate day) {
        list(subject, one -> {
            world.cases().record(one, "NANNING", "NANNING-SEV-3", day.minusDays(10));
            var listed = world.cases().decided(one, "NANNING", "NANNING-SEV-3", day.minusDays(4), "");
            world.cases().takeEffect(listed);
            return listed.subjectId();
        });
    }

    private void list(NewSubject subject, java.util.function.Function<NewSubject, UUID> listing) {
        history.add(world.transaction().execute(status -> listing.apply(subject)), subject);
    }

    private static NewSubject unit() {
        return CaseFixture.unit("样例历史企业");
    }

    private int chance(int bound) {
        return history.random().nextInt(bound);
    }
}
