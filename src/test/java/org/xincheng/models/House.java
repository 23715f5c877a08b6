package org.xincheng.models;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What models may refer to.
 *
 * @param models ids of the processes of {@code processes/}
 * @param forms ids of the forms of {@code forms/}
 * @param taskForms ids of the user tasks that a form bean stands behind
 * @param groups ids of the groups of staff
 * @param delegates names of beans a service task may call
 * @param executionListeners names of beans that listen to a process
 * @param taskListeners names of beans that listen to a task
 * @param functions names of beans whose methods an expression may call
 * @param regimesWithout codes of the executable regimes that know no deadline for a step
 */
record House(
        Set<String> models,
        Set<String> forms,
        Set<String> taskForms,
        Set<String> groups,
        Set<String> delegates,
        Set<String> executionListeners,
        Set<String> taskListeners,
        Set<String> functions,
        Function<String, List<String>> regimesWithout) {}
