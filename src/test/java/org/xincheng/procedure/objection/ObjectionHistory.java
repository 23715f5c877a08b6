package org.xincheng.procedure.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.CaseDates;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.listing.Checks;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.PublicListings;
import org.xincheng.credit.objection.Complaint;
import org.xincheng.credit.objection.Remedies;
import org.xincheng.credit.objection.Remedy;
import org.xincheng.credit.objection.RemedyAct.Accepted;
import org.xincheng.credit.objection.RemedyAct.ListingRevoked;
import org.xincheng.credit.objection.RemedyAct.MeasuresResumed;
import org.xincheng.credit.objection.RemedyKind;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.Uscc;
import org.xincheng.law.LegalTime;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.TestClock;

/** One random history of one published listing, with its own book of what was suspended when. */
final class ObjectionHistory {

    private static final List<String> TEXTS = List.of("列入的事实不存在", "处罚决定已经撤销", "主体认定有误");

    private final Random random;
    private final String name;
    private final TestClock clock;
    private final CaseDriver driver;
    private final ProcessEngine engine;
    private final Remedies remedies;
    private final Listings listings;
    private final ListingClock listingClock;
    private final CaseDates dates;
    private final Checks checks;
    private final PublicListings publicListings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final NewSubject subject;
    private final LegalCase listed;
    private final SuspensionBook book;
    private final List<String> numbers = new ArrayList<>();
    private final StringBuilder told = new StringBuilder();
    private List<Remedy> known = List.of();
    private boolean revoked;

    ObjectionHistory(BeanFactory beans, Random random, long seed) {
        this.random = random;
        this.name = "seed " + seed + ": ";
        this.clock = beans.getBean(TestClock.class);
        this.driver = beans.getBean(CaseDriver.class);
        this.engine = beans.getBean(ProcessEngine.class);
        this.remedies = beans.getBean(Remedies.class);
        this.listings = beans.getBean(Listings.class);
        this.listingClock = beans.getBean(ListingClock.class);
        this.dates = beans.getBean(CaseDates.class);
        this.checks = beans.getBean(Checks.class);
        this.publicListings = beans.getBean(PublicListings.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.subject = CaseFixture.unit("样例随机异议企业" + seed);
        var first = clock.today();
        this.book = new SuspensionBook(first, first.plusYears(1));
        this.transaction = beans.getBean(TransactionTemplate.class);
        this.listed = transaction.execute(status -> CaseFixture.on(beans).published(subject, first.minusDays(4), ""));
    }

    /** One step; what the store refuses has not happened. */
    String step() {
        var step = attempt();
        told.append(clock.today()).append(' ').append(step).append("; ");
        return step;
    }

    private String attempt() {
        try {
            var open = known.stream()
                    .filter(remedy -> remedy.closed().isEmpty())
                    .map(remedy -> remedy.legalCase().number())
                    .toList();
            if (open.isEmpty() || random.nextInt(10) == 0) {
                return file();
            }
            return switch (random.nextInt(10)) {
                case 0 -> moveOn();
                case 1 -> random.nextBoolean() ? moveOn() : withdraw(open.get(random.nextInt(open.size())));
                default -> work(open.get(random.nextInt(open.size())));
            };
        } catch (RefusedException | BadInputException | ProcessEngineException refused) {
            return "refused";
        }
    }

    private String file() {
        var answered = known.stream()
                .filter(r -> r.kind() == RemedyKind.OBJECTION && r.reply().isPresent())
                .toList();
        if (!answered.isEmpty() && random.nextBoolean()) {
            var objection = answered.get(random.nextInt(answered.size()));
            numbers.add(driver.complain(objection.legalCase().number(), "officer1"));
            return "complain";
        }
        numbers.add(driver.object(listed.number(), "officer1"));
        return "object";
    }

    private String moveOn() {
        var last = book.lastDay();
        var jump = random.nextInt(12) == 0 && last != null && last.isAfter(clock.today())
                ? last.plusDays(random.nextInt(2))
                : clock.today().plusDays(1L + random.nextInt(25));
        clock.morningOf(jump);
        runDueTimers();
        return status().inForce() || revoked ? "moveOn" : "ended";
    }

    private String withdraw(String number) {
        driver.withdraw(number, clock.today(), "officer1");
        book.end(number, clock.today());
        return "withdraw";
    }

    /** Does one of the open tasks of a case. */
    private String work(String number) {
        var tasks = jdbc.sql("""
                        select t.task_def_key_ from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                         where p.business_key_ = ? order by t.task_def_key_
                        """).param(number).query(String.class).list();
        if (tasks.isEmpty()) {
            return moveOn();
        }
        var steps = new RemedySteps(driver, clock, number);
        var task = tasks.get(random.nextInt(tasks.size()));
        return switch (task) {
            case "userTask_registerObjection" -> did("register", () -> steps.register(text()));
            case "userTask_registerComplaint" -> did("registerComplaint", () -> steps.registerComplaint(text()));
            case "userTask_checkObjection" -> check(number, steps, task, "accept", steps::accept);
            case "userTask_checkComplaint" ->
                check(
                        number,
                        steps,
                        task,
                        "acceptComplaint",
                        () -> steps.acceptComplaint(random.nextBoolean() ? 3 : 0));
            case "userTask_confirmExperts" -> experts(number, steps);
            case "userTask_verifyObjection" -> did("verify", () -> steps.verify(result(), corrections()));
            case "userTask_holdMeeting" -> did("meet", () -> steps.meet(result(), corrections()));
            case "userTask_decideObjection" -> decide(number, () -> steps.decide(true), () -> steps.decide(false), "");
            case "userTask_decideComplaint" ->
                decide(number, () -> steps.decideComplaint(true), () -> steps.decideComplaint(false), "ByComplaint");
            case "userTask_serveLetter" -> did("serve", steps::serve);
            case "userTask_publishRestoration" -> did("restore", steps::publishRestoration);
            case "userTask_recordDuties" -> did("duties", steps::recordDuties);
            case "userTask_superviseAnswer" -> did("late", steps::supervise);
            default -> throw new AssertionError(name + "nobody knows " + task);
        };
    }

    private static String did(String what, Runnable step) {
        step.run();
        return what;
    }

    private String check(String number, RemedySteps steps, String task, String what, Runnable accept) {
        if (random.nextInt(6) == 0) {
            return did("refuse", () -> steps.refuse(task));
        }
        accept.run();
        book.begin(number, clock.today());
        return what;
    }

    private String experts(String number, RemedySteps steps) {
        if (random.nextInt(3) > 0) {
            return did(
                    "confirmExperts",
                    () -> steps.submit("officer1", "userTask_confirmExperts", Map.of("outcome", "CONFIRM")));
        }
        var drawn = ((Complaint) remedy(number)).experts();
        return did(
                "recuse",
                () -> steps.submit(
                        "officer1",
                        "userTask_confirmExperts",
                        Map.of("outcome", "RECUSE", "recused", drawn.get(0), "reason", "样例回避理由")));
    }

    private String decide(String number, Runnable approve, Runnable sendBack, String suffix) {
        if (random.nextInt(6) == 0) {
            return did("sendBack", sendBack);
        }
        approve.run();
        book.end(number, clock.today());
        var decided = remedy(number);
        revoked |= decided.revoked();
        return decided.revoked()
                ? "revoke" + suffix
                : decided.corrected().isPresent() ? "correct" : suffix.isEmpty() ? "uphold" : "upholdComplaint";
    }

    private String result() {
        return List.of("UPHELD", "UPHELD", "UPHELD", "UPHELD", "PARTLY_CORRECTED", "REVOKED")
                .get(random.nextInt(6));
    }

    /** Given whatever the result: what does not belong together is refused. */
    private Map<String, Object> corrections() {
        return random.nextInt(4) > 0
                ? Map.of()
                : Map.of(
                        "correctedRecord",
                        listings.recordsOf(listings.ofCase(listed.id())
                                        .orElseThrow()
                                        .id())
                                .get(0)
                                .toString(),
                        "correctedFact",
                        "更正后的样例事实");
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** DESIGN §6, 7 to 10, 12, 13 and 15, on the facts as they stand. */
    void check() {
        runDueTimers();
        transaction.executeWithoutResult(status -> checkFacts());
    }

    private void checkFacts() {
        var history = name + told;
        var status = status();
        known = remedies.about(listed.id());
        var verified = known.stream()
                .anyMatch(r -> r.accepted().isPresent() && r.resumed().isEmpty() && !r.revoked());
        if (verified) {
            assertThat(status.measuresInForce()).as("7 " + history).isFalse();
        }
        assertThat(status.lastDay()).as("8 " + history).isEqualTo(book.lastDay());
        known.forEach(remedy -> checkOrder(remedy, history));
        assertThat(awaited())
                .as("15 " + history)
                .containsAll(known.stream()
                        .filter(remedy -> remedy.closed().isEmpty())
                        .map(remedy -> remedy.legalCase().number())
                        .toList());
        if (revoked) {
            assertThat(status.inForce()).as("9 " + history).isFalse();
        } else {
            var over = status.lastDay() != null && clock.today().isAfter(status.lastDay());
            assertThat(status.inForce()).as("12 " + history).isEqualTo(!over);
        }
        assertThat(status.measuresInForce()).as("7 " + history).isEqualTo(status.inForce() && !verified);
        checkWhatOthersAreTold(status, history);
    }

    private void checkWhatOthersAreTold(ListingStatus status, String history) {
        var answer = checks.ask(Uscc.parse(subject.identifier()), "样例查询", "data1", "test");
        assertThat(answer.inForce()).as("9, 12 " + history).isEqualTo(status.inForce());
        assertThat(answer.listings())
                .as("7 " + history)
                .allMatch(one -> one.measures().isEmpty() != status.measuresInForce());
        var shown = publicListings.of(Uscc.parse(subject.identifier()), 1, 10).entries();
        assertThat(!shown.isEmpty()).as("9, 12 " + history).isEqualTo(status.published());
        assertThat(shown).as("7 " + history).allMatch(entry -> entry.disputed() == status.disputed());
    }

    private void checkOrder(Remedy remedy, String history) {
        var number = remedy.legalCase().number();
        var resumedAt = remedy.last(MeasuresResumed.class).map(Happened::seq).orElse(Integer.MAX_VALUE);
        var lettersBefore = remedy.acts().stream()
                .filter(logged -> logged.seq() < resumedAt)
                .anyMatch(logged -> logged.act() instanceof LetterWasIssued letter
                        && (letter.kind() == remedy.kind().reply()
                                || letter.kind() == remedy.kind().termination()));
        assertThat(remedy.resumed().isEmpty() || lettersBefore)
                .as("9 " + history + number)
                .isTrue();
        assertThat(remedy.all(Accepted.class).count())
                .as("13 " + history + number)
                .isLessThanOrEqualTo(1);
        assertThat(remedy.all(MeasuresResumed.class).count()
                        + remedy.all(ListingRevoked.class).count())
                .as("13 " + history + number)
                .isLessThanOrEqualTo(1);
        var answered = remedy.reply().isPresent()
                || remedy.withdrawn().isPresent()
                || remedy.notAccepted().isPresent();
        if (remedy.accepted().isPresent() && !answered) {
            var due = dates.find(remedy, remedy.answerStep()).orElseThrow().due();
            var flagged = remedy.last(LatenessFlagged.class, flag -> flag.step().equals(remedy.answerStep()))
                    .isPresent();
            assertThat(flagged)
                    .as("10 " + history + number)
                    .isEqualTo(clock.today().isAfter(due));
        }
    }

    private void runDueTimers() {
        ManagementService management = engine.getManagementService();
        dueJobs().forEach(management::executeJob);
    }

    /** Ids of this history's timers that the clock has reached. */
    private List<String> dueJobs() {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select j.id_ from act_ru_job j
                                  join act_ru_execution p on p.id_ = j.process_instance_id_
                                  join act_ru_execution root on root.id_ = p.root_proc_inst_id_
                                 where root.business_key_ in (:numbers) and root.proc_def_id_ not like 'letter-mail%'
                                   and j.duedate_ <= :now and j.retries_ > 0
                                 order by j.duedate_, j.id_
                                """)
                        .param("numbers", numbers)
                        .param(
                                "now",
                                OffsetDateTime.ofInstant(clock.now(), LegalTime.ZONE)
                                        .toLocalDateTime())
                        .query(String.class)
                        .list();
    }

    /** Numbers of the cases whose process waits for somebody, for a time or for a message, or stands in an incident. */
    private List<String> awaited() {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select distinct root.business_key_ from act_ru_execution e
                                  join act_ru_execution p on p.id_ = e.proc_inst_id_
                                  join act_ru_execution root on root.id_ = p.root_proc_inst_id_
                                 where root.business_key_ in (:numbers) and root.proc_def_id_ not like 'letter-mail%'
                                   and (exists (select 1 from act_ru_task t where t.execution_id_ = e.id_)
                                     or exists (select 1 from act_ru_job j where j.execution_id_ = e.id_)
                                     or exists (select 1 from act_ru_event_subscr s where s.execution_id_ = e.id_)
                                     or exists (select 1 from act_ru_incident i where i.execution_id_ = e.id_))
                                """).param("numbers", numbers).query(String.class).list();
    }

    private Remedy remedy(String number) {
        return remedies.about(listed.id()).stream()
                .filter(r -> r.legalCase().number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private ListingStatus status() {
        return listingClock.now(listings.ofCase(listed.id()).orElseThrow());
    }

    /** Each act has its row in the log; then the history's processes go, so that the next one's jobs are its own. */
    void close() {
        if (numbers.isEmpty()) {
            return;
        }
        var roots = jdbc.sql(
                        "select id_ from act_ru_execution where business_key_ in (:numbers) and id_ = root_proc_inst_id_")
                .param("numbers", numbers)
                .query(String.class)
                .list();
        if (!roots.isEmpty()) {
            engine.getRuntimeService().deleteProcessInstances(roots, "history is over", true, true);
        }
        if (random.nextInt(10) > 0) {
            return;
        }
        var acts = remedies.about(listed.id()).stream()
                .mapToInt(remedy -> remedy.acts().size())
                .sum();
        var rows = jdbc.sql(
                        "select count(*) from audit.entry where object in (:numbers) and kind = 'COMMAND' and outcome = 'done'"
                                + " and action similar to '(objection|complaint).%'")
                .param("numbers", numbers)
                .query(Integer.class)
                .single();
        assertThat(rows).as("14 " + name + told).isEqualTo(acts);
    }
}
