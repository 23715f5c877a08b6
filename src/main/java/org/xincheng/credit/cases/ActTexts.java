package org.xincheng.credit.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.xincheng.credit.FaultList;

/** No text of an act, whoever wrote it and by which form, holds an identity number. */
final class ActTexts {

    /** What the forms call the texts of acts. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("facts", "失信事实"),
            Map.entry("evidence", "证据"),
            Map.entry("reason", "理由"),
            Map.entry("reasons", "复核理由"),
            Map.entry("findings", "核实情况和理由"),
            Map.entry("providerAnswer", "信息提供单位的意见"),
            Map.entry("fact", "更正后的失信事实"),
            Map.entry("order", "督办意见"),
            Map.entry("responsible", "责任人员"),
            Map.entry("duties", "整改要求"),
            Map.entry("publicationBasis", "公示依据"),
            Map.entry("opinion", "意见"),
            Map.entry("minutes", "会议纪要"),
            Map.entry("recusalReason", "回避理由"),
            Map.entry("proof", "送达经过"),
            Map.entry("mailNumber", "邮件号"),
            Map.entry("medium", "公告载体"),
            Map.entry("text", "当事人意见"),
            Map.entry("place", "地点"),
            Map.entry("record", "听证笔录"),
            Map.entry("authority", "机关"),
            Map.entry("documentNumber", "文号"),
            Map.entry("channels", "公示渠道"),
            Map.entry("missing", "需要补正的材料"),
            Map.entry("basis", "法律依据"),
            Map.entry("department", "部门"),
            Map.entry("answer", "反馈内容"),
            Map.entry("askerName", "提出单位名称"),
            Map.entry("subjectName", "更正后的主体名称"),
            Map.entry("recordNumber", "记录编号"));

    private ActTexts() {}

    /**
     * Checks every text.
     *
     * @throws org.xincheng.credit.BadInputException with a fault for each field that holds one
     */
    static void check(JsonNode act) {
        var faults = new FaultList();
        collect("", act, faults);
        faults.throwIfAny();
    }

    private static void collect(String field, JsonNode value, FaultList faults) {
        if (value.isTextual()) {
            faults.freeText(field, LABELS.getOrDefault(field, "填写内容"), value.textValue());
        } else if (value.isObject()) {
            value.properties().forEach(part -> collect(part.getKey(), part.getValue(), faults));
        } else {
            value.forEach(part -> collect(field, part, faults));
        }
    }
}
