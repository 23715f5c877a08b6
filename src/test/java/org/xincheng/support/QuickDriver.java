package org.xincheng.support;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.identity.StaffGroup;
import org.xincheng.procedure.correction.CorrectionProcedure;
import org.xincheng.procedure.listing.ListingProcedure;
import org.xincheng.procedure.objection.ObjectionProcedure;
import org.xincheng.procedure.repair.RepairProcedure;

/**
 * Drives cases with few questions to the database, for whoever plays thousands of them: it does not look whose list a task is on, claims none, and
 * takes everybody for a member of every group.
 */
public final class QuickDriver extends CaseDriver {

    private static final String FIND = """
            select t.id_ from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
             where p.business_key_ = ? and t.task_def_key_ = ? order by t.create_time_, t.id_ limit 1
            """;

    private final FormService forms;
    private final JdbcClient jdbc;
    private final List<String> everyGroup;

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
        this.everyGroup = Arrays.stream(StaffGroup.values()).map(StaffGroup::id).toList();
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

    /** Everybody is in every group, so that it is the store that has to know who may not. */
    @Override
    protected List<String> groups(String user) {
        return everyGroup;
    }
}
