package org.xincheng.procedure.form;

import java.util.UUID;
import org.xincheng.credit.cases.Actor;

/**
 * A task as its form sees it.
 *
 * @param caseId the case, or null where the process has none
 * @param actor who works on it, through which task
 * @param letterId the letter the task is about, or null
 */
public record CaseTask(UUID caseId, Actor actor, UUID letterId) {}
