package org.xincheng.platform.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The engine's words for an error, as a clerk reads them. */
class EngineMessagesTest {

    private static final String TASK = "/camunda/api/engine/engine/default/task/1045dd1d-e99c/";
    private static final String START =
            "/camunda/api/engine/engine/default/process-definition/objection:1:eed/submit-form";

    @Test
    void theStoresSentenceStandsAlone() {
        assertThat(EngineMessages.chinese(
                        TASK + "submit-form", 400, "Cannot submit task form 1045dd1d-e99c: 出席不足（依据：《行政处罚法》第五十七条）"))
                .isEqualTo("出席不足（依据：《行政处罚法》第五十七条）");
        assertThat(EngineMessages.chinese(START, 400, "Cannot instantiate process definition objection:1:eed: 没有该案件"))
                .isEqualTo("没有该案件");
        assertThat(EngineMessages.chinese(TASK + "claim", 400, "起草人不得审核")).isEqualTo("起草人不得审核");
    }

    @Test
    void whatTheEngineRefusesOfATaskIsExplained() {
        assertThat(EngineMessages.chinese(TASK + "claim", 403, "The user with id 'a' does not have 'TASK_WORK'"))
                .contains("已由他人认领");
        assertThat(EngineMessages.chinese(TASK + "claim", 500, "Cannot find task with id 1045dd1d-e99c: task is null"))
                .isEqualTo("没有此任务，或者任务已经办理");
        assertThat(EngineMessages.chinese(TASK + "claim", 500, "could not serialize access"))
                .contains("系统内部出错")
                .doesNotContain("serialize");
    }

    @Test
    void anAdministratorIsToldTheEnginesWords() {
        assertThat(EngineMessages.chinese(
                        "/camunda/api/engine/engine/default/user/create", 500, "The user already exists"))
                .isEqualTo("操作未能完成（流程引擎：The user already exists）");
        assertThat(EngineMessages.chinese(
                        "/camunda/api/engine/engine/default/group", 403, "Required admin authorization"))
                .isEqualTo("您没有进行此操作的权限");
    }
}
