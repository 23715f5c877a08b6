package org.xincheng.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.MockMvc;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.PersonsThroughTheSystem;
import org.xincheng.support.XinchengTest;

/** Nothing of a person in logs, mails' subjects, addresses and metrics. (Process variables: NoPersonalDataInTheEngineTest.) */
@XinchengTest
@ExtendWith(OutputCaptureExtension.class)
class NothingOfAPersonLeaksTest {

    private static final org.slf4j.Logger PLANT = LoggerFactory.getLogger(NothingOfAPersonLeaksTest.class);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private GreenMail mails;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Environment environment;

    @Test
    void completeRunsLeaveNothingInLogsSubjectsAndAddresses(CapturedOutput console) throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        PersonsThroughTheSystem persons;
        try {
            persons = new PersonsThroughTheSystem(beans).run();
            PLANT.warn("planted {}", 4711);
        } finally {
            root.detachAppender(log);
        }

        String logged = log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
        assertThat(logged).as("the log is read").contains("planted 4711");
        assertThat(console.getAll()).as("the console is read").contains("planted 4711");
        assertThat(logged).doesNotContain(data(persons.all()));
        assertThat(console.getAll()).doesNotContain(data(persons.all()));

        // Jobs of other tests' cases may have run as well.
        List<String> recipients = new ArrayList<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            assertThat(mail.getSubject()).isNotBlank().doesNotContain(data(persons.all()));
            recipients.add(Arrays.toString(mail.getRecipients(Message.RecipientType.TO)));
        }
        assertThat(recipients)
                .as("letters have been mailed")
                .contains("[" + persons.kept().get(0).email() + "]");

        assertThat(persons.redirects())
                .isNotEmpty()
                .allSatisfy(address -> assertThat(URLDecoder.decode(address, StandardCharsets.UTF_8))
                        .doesNotContain(data(persons.all())));
    }

    /** No metrics, no health pages: there is no endpoint that could tell of anybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/httpexchanges",
                "/actuator/heapdump",
                "/metrics",
                "/prometheus",
                "/jolokia"
            })
    void noMetricsAreExposed(String path) throws Exception {
        assertThat(mvc.perform(get(path).with(user("admin").roles("camunda-admin")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(beans.containsBean("metricsEndpoint")).isFalse();
        assertThat(environment.getProperty("camunda.bpm.metrics.enabled")).isEqualTo("false");
    }

    /** An access log would hold every address; whoever switches it on has to know. */
    @Test
    void thereIsNoAccessLog() {
        assertThat(environment.getProperty("server.tomcat.accesslog.enabled", "false"))
                .isEqualTo("false");
    }

    private static String[] data(List<NewSubject> persons) {
        return persons.stream()
                .flatMap(person ->
                        Stream.of(person.name(), person.identifier(), person.phone(), person.email(), person.address()))
                .toArray(String[]::new);
    }
}
