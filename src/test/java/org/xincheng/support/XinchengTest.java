package org.xincheng.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.xincheng.XinchengApplication;

/**
 * A test of the whole application, served on a random port of 127.0.0.1.
 *
 * <p>It runs in the profile {@code test}: on a fresh database of a real PostgreSQL, with an SMTP server that keeps every
 * mail, the sample accounts of the demo, and the job executor off. The clock shows the real time until {@link TestClock}
 * sets it, and is set back after each test. The database is shared by the tests of one application context and is not
 * emptied between them: a test makes what it needs and asserts on that.
 *
 * <p>Inject {@link TestClock}, {@link Jobs}, {@code com.icegreen.greenmail.util.GreenMail}, any bean of the application,
 * {@code MockMvc}, or the port by {@code @LocalServerPort}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(classes = XinchengApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({XinchengTestConfiguration.class, CaseDriver.class, SampleRecords.class, PassedFlows.class})
@ExtendWith(ResetBetweenTests.class)
public @interface XinchengTest {}
