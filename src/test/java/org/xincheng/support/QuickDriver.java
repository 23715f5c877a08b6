package org.xincheng.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.procedure.correction.CorrectionProcedure;
import org.xincheng.procedure.listing.ListingProcedure;
import org.xincheng.procedure.objection.ObjectionProcedure;
import org.xincheng.procedure.repair.RepairProcedure;

/**
 * Drives cases with few questions to the database, for whoever plays thousands of them: it does not look whether a task is open to whoever submits its form, and
 * claims none. So it can also submit for those who may not, and the store alone has to say no.
 */
public final class QuickDriver extends CaseDriver {

    private static final String FIND = """
            select t.id_ from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
             where p.business_key_ = ? and t.task_def_key_ = ? order by t.create_time_, t.id_ limit 1
            """;

    private final FormService forms;
    private final JdbcClient jdbc;
    private final Map<String, List<String>> groups = new HashMap<>();

    /** On an application context. */
    public QuickDriver(BeanFactory beans) {
        super(
                beans.getBean(ProcessEngine.class),
                beans.getBean(ListingProcedure.class),
                beans.getBean(ObjectionProcedure.class),
                beans.getBean(RepairProcedure.class),
                beans.getBean(CorrectionProcedure.class),
                beans.getBean(Determinations.class),
                beans.getBean(Jobs.class));
        this.forms = beans.getBean(ProcessEngine.class).getFormService();
        this.jdbc = beans.getBean(JdbcClient.class);
    }

    @Override
    public void submit(String caseNumber, String user, String taskKey, Map<String, Object> entries) {
        var task = jdbc.sql(FIND)
                .params(caseNumber, taskKey)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new AssertionError("no task " + taskKey + " in " + caseNumber));
        as(user, () -> {
            forms.submitTaskForm(task, variables(entries));
            return null;
        });
    }

    /** Nobody changes groups while histories are played. */
    @Override
    protected List<String> groups(String user) {
        return groups.computeIfAbsent(user, super::groups);
    }
}
