package org.xincheng.identity;

import java.util.Optional;
import java.util.stream.Stream;

/** The groups staff belong to; the ids are the candidate groups of the models. */
public enum StaffGroup {
    DATA_OFFICER("data-officer", "信息报送员"),
    CASE_OFFICER("case-officer", "案件承办人"),
    LEGAL_REVIEWER("legal-reviewer", "法制审核员"),
    HEARING_CHAIR("hearing-chair", "听证主持人"),
    PANEL_MEMBER("panel-member", "审议委员"),
    PRINCIPAL("principal", "负责人"),
    IMPLEMENTING_DEPARTMENT("implementing-department", "实施部门"),
    SUPERVISOR("supervisor", "督查员"),
    DESIGNER("designer", "流程设计员"),
    AUDITOR("auditor", "审计员"),
    ADMINISTRATOR("camunda-admin", "系统管理员");

    private final String id;
    private final String nameZh;

    StaffGroup(String id, String nameZh) {
        this.id = id;
        this.nameZh = nameZh;
    }

    /** The id in models, in the engine and, after {@code ROLE_}, in the rules of access. */
    public String id() {
        return id;
    }

    /** The name on screens. */
    public String nameZh() {
        return nameZh;
    }

    /** The group of an id; empty when no group of ours has it. */
    public static Optional<StaffGroup> ofId(String id) {
        return Stream.of(values()).filter(group -> group.id.equals(id)).findFirst();
    }
}
