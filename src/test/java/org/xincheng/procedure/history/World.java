package org.xincheng.procedure.history;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.QuickDriver;
import org.xincheng.support.TermCases;
import org.xincheng.support.TestClock;

/** The application in which histories are played. */
final class World {

    private final BeanFactory beans;
    private final TestClock clock;
    private final QuickDriver driver;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private final ManagementService management;
    private final RuntimeService runtime;

    World(BeanFactory beans) {
        this.beans = beans;
        this.clock = beans.getBean(TestClock.class);
        this.driver = new QuickDriver(beans);
        this.facts = new Facts(beans);
        this.transaction = beans.getBean(TransactionTemplate.class);
        var engine = beans.getBean(ProcessEngine.class);
        this.management = engine.getManagementService();
        this.runtime = engine.getRuntimeService();
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    BeanFactory beans() {
        return beans;
    }

    TestClock clock() {
        return clock;
    }

    QuickDriver driver() {
        return driver;
    }

    Facts facts() {
        return facts;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    ManagementService management() {
        return management;
    }

    RuntimeService runtime() {
        return runtime;
    }

    CaseFixture cases() {
        return CaseFixture.on(beans);
    }

    TermCases terms() {
        return TermCases.on(beans);
    }
}
