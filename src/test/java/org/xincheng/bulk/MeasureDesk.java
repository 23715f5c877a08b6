package org.xincheng.bulk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.XinchengApplication;
import org.xincheng.support.RawHttp;

/**
 * Runs the application as it is on a directory that {@link PrepareDesk} filled, and measures how long a case officer waits for a case file and for a search, over HTTP,
 * one after the other. The job executor rests: what is due in the filled directory is not what is measured. Arguments: how often each is asked, then settings as the
 * application takes them.
 */
public final class MeasureDesk {

    private static final int WARM_UP = 40;

    /** Draws the same cases in each run. */
    private static final long SEED = 20261126;

    private MeasureDesk() {}

    /** One kind of question. */
    private record Question(String name, Supplier<RawHttp.Answer> ask) {}

    public static void main(String[] args) {
        var times = Integer.parseInt(args[0]);
        var settings = Arrays.copyOf(args, args.length + 1);
        settings[args.length] = "--camunda.bpm.job-execution.enabled=false";
        try (var context = new SpringApplicationBuilder(XinchengApplication.class)
                        .profiles("demo")
                        .run(settings);
                var officer = new RawHttp(((ServletWebServerApplicationContext) context)
                                .getWebServer()
                                .getPort())
                        .signIn("officer1", "officer1-demo")) {
            var jdbc = context.getBean(JdbcClient.class);
            System.out.printf(
                    "%d cases, %d acts, %d open tasks%n",
                    count(jdbc, "credit.legal_case"), count(jdbc, "credit.act"), count(jdbc, "act_ru_task"));
            var random = new Random(SEED);
            for (var question : questions(jdbc, officer, random)) {
                measure(question, times);
            }
        }
        System.exit(0);
    }

    private static List<Question> questions(JdbcClient jdbc, RawHttp officer, Random random) {
        var questions = new ArrayList<Question>();
        for (var procedure : List.of("listing-determination", "listing-term", "objection", "credit-repair")) {
            var numbers = jdbc.sql("select number from credit.legal_case where procedure = ? order by number")
                    .param(procedure)
                    .query(String.class)
                    .list();
            questions.add(new Question(
                    "case file, " + procedure,
                    () -> officer.get("/cases/" + numbers.get(random.nextInt(numbers.size())))));
        }
        var numbers = jdbc.sql("select number from credit.legal_case order by number")
                .query(String.class)
                .list();
        var codes = jdbc.sql("select identifier from credit.subject where kind = 'ENTERPRISE' order by id")
                .query(String.class)
                .list();
        questions.add(new Question("search, all", () -> officer.get("/cases")));
        questions.add(new Question(
                "search, by number", () -> officer.get("/cases?q=" + numbers.get(random.nextInt(numbers.size())))));
        questions.add(new Question(
                "search, by the subject's code",
                () -> officer.get("/cases?q=" + codes.get(random.nextInt(codes.size())))));
        questions.add(new Question(
                "search, by a name", () -> byName(officer, "样例测量企业" + random.nextInt(codes.size()) + "有限公司")));
        questions.add(new Question(
                "search, by a part of many names", () -> byName(officer, "企业" + (10 + random.nextInt(90)))));
        questions.add(new Question("search, open ones", () -> officer.get("/cases?state=OPEN")));
        questions.add(new Question("search, closed ones", () -> officer.get("/cases?state=CLOSED")));
        questions.add(new Question(
                "search, objections of a regime", () -> officer.get("/cases?type=objection&regime=WS-CITY")));
        questions.add(new Question(
                "search, a page far behind",
                () -> officer.get("/cases?page=" + (1 + random.nextInt(numbers.size() / 20)))));
        return questions;
    }

    /** A name stays out of the address. */
    private static RawHttp.Answer byName(RawHttp officer, String name) {
        return officer.form(
                "/cases/search",
                "_csrf=" + URLEncoder.encode(officer.token(), StandardCharsets.UTF_8) + "&q="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void measure(Question question, int times) {
        var waits = new ArrayList<Long>();
        for (int n = 0; n < WARM_UP + times; n++) {
            var asked = System.nanoTime();
            var answer = question.ask().get();
            var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
            if (answer.status() != 200) {
                throw new IllegalStateException(question.name() + " was answered with " + answer.status());
            }
            if (n >= WARM_UP) {
                waits.add(millis);
            }
        }
        Collections.sort(waits);
        System.out.printf(
                "%-36s median %4d ms, 95 %% within %4d ms, at most %4d ms%n",
                question.name(),
                waits.get(waits.size() / 2),
                waits.get((int) Math.ceil(waits.size() * 0.95) - 1),
                waits.get(waits.size() - 1));
    }
}
