package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What Tasklist's lists show of a task's case comes from the store, for those who may read the case. */
@XinchengTest
class TaskCardApiTest {

    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestClock clock;

    @Autowired
    private SampleRecords records;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void setTheClock() {
        clock.at("2026-03-02T09:00");
    }

    @Test
    void aCardTellsWhomATaskConcernsAndTheEngineDoesNot() throws Exception {
        var subject = records.enterprise();
        var task = draft(subject);
        var number = numberOf(task);

        ask(OFFICER, task.getId(), UUID.randomUUID().toString())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].task").value(task.getId()))
                .andExpect(jsonPath("$[0].caseNumber").value(number))
                .andExpect(jsonPath("$[0].type").value("失信认定"))
                .andExpect(jsonPath("$[0].subject").value(subject.name()))
                .andExpect(jsonPath("$[0].regime").value("xx市安全生产领域失信行为联合惩戒管理制度"));
        assertThat(runtime.getVariables(task.getProcessInstanceId()))
                .doesNotContainValue(subject.name())
                .containsEntry("caseNumber", number);
    }

    @Test
    void severalTasksAreAskedForAtOnce() throws Exception {
        var first = draft(records.enterprise());
        var second = draft(records.enterprise());
        ask(OFFICER, first.getId(), second.getId())
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[*].caseNumber", hasItem(numberOf(first))))
                .andExpect(jsonPath("$[*].caseNumber", hasItem(numberOf(second))));
        mvc.perform(get("/api/task-cards").with(OFFICER)).andExpect(jsonPath("$", hasSize(0)));
        ask(OFFICER, IntStream.rangeClosed(1, 51).mapToObj(Integer::toString).toArray(String[]::new))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("一次最多查询50项任务"));
    }

    @Test
    void aPersonIsMaskedAndTheReadingIsLogged() throws Exception {
        var person = records.person();
        var task = draft(person);
        var before = reads(person);

        ask(OFFICER, task.getId()).andExpect(jsonPath("$[0].subject").value("样*"));

        assertThat(reads(person)).hasSize(before.size() + 1).last().isEqualTo("officer1 任务列表 /api/task-cards");
    }

    @Test
    void onlyWhoMayReadTheCaseIsTold() throws Exception {
        var task = draft(records.enterprise());
        mvc.perform(get("/api/task-cards").param("task", task.getId())).andExpect(status().isUnauthorized());
        ask(user("data1").roles("data-officer"), task.getId()).andExpect(status().isForbidden());
        ask(user("designer1").roles("designer"), task.getId()).andExpect(status().isForbidden());
        ask(user("stranger1").roles("implementing-department"), task.getId())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(0)));
        ask(user("supervisor1").roles("supervisor"), task.getId()).andExpect(jsonPath("$", hasSize(1)));
    }

    private ResultActions ask(RequestPostProcessor who, String... tasks) throws Exception {
        return mvc.perform(get("/api/task-cards").param("task", tasks).with(who));
    }

    private Task draft(NewSubject subject) {
        var record =
                records.take(subject, "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        return driver.task(driver.start(record.number(), "officer1"), "userTask_draftDetermination");
    }

    private String numberOf(Task task) {
        return (String) runtime.getVariable(task.getProcessInstanceId(), "caseNumber");
    }

    private List<String> reads(NewSubject person) {
        return jdbc.sql("""
                        select e.actor || ' ' || e.purpose || ' ' || e.way from audit.entry e
                          join credit.legal_case c on c.subject_id = e.subject_id
                          join credit.subject_profile p on p.subject_id = e.subject_id and p.name = :name
                         where e.kind = 'READ' order by e.id""").param("name", person.name()).query(String.class).list();
    }
}
