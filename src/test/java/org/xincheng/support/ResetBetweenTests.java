package org.xincheng.support;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives Camunda's web applications this context's engine, and leaves no time, no mail, no signed-in user and no locked
 * account behind for the next test.
 */
class ResetBetweenTests implements BeforeEachCallback, AfterEachCallback {

    /** The web applications find the engine by name in a register of the whole JVM; the last context started or closed has changed it. */
    @Override
    public void beforeEach(ExtensionContext test) {
        var engine = SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class);
        ProcessEngines.registerProcessEngine(engine);
    }

    @Override
    public void afterEach(ExtensionContext test) throws FolderException {
        ApplicationContext context = SpringExtension.getApplicationContext(test);
        context.getBean(TestClock.class).reset();
        context.getBean(GreenMail.class).purgeEmailFromAllMailboxes();
        context.getBean(SwitchedScanner.class).disconnect();
        SecurityContextHolder.clearContext();
        // A wrong password on purpose locks the account until a time that the next test's clock may never reach.
        context.getBean(JdbcClient.class)
                .sql("update act_id_user set attempts_ = 0, lock_exp_time_ = null where attempts_ > 0")
                .update();
    }
}
