package org.xincheng.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a record handed in: their path in JSON, and their column in an import file. In the order of the
 * template.
 */
enum RecordField {
    SUBJECT_KIND("subject.kind", "主体类型", true),
    SUBJECT_IDENTIFIER("subject.identifier", "统一社会信用代码或公民身份号码", true),
    SUBJECT_NAME("subject.name", "主体名称", true),
    SUBJECT_ADDRESS("subject.address", "地址", false),
    SUBJECT_EMAIL("subject.email", "电子邮箱", false),
    SUBJECT_PHONE("subject.phone", "联系电话", false),
    SUBJECT_CONSENT("subject.electronicConsent", "同意电子送达", false),
    REGIME("regime", "制度代码", true),
    ITEM("item", "失信行为条目代码", true),
    FACT("fact", "失信事实", true),
    EVIDENCE("evidence", "证据", true),
    DOCUMENT_KIND("document.kind", "文书种类", true),
    DOCUMENT_NUMBER("document.number", "文号", true),
    DOCUMENT_ISSUER("document.issuer", "作出机关", true),
    DOCUMENT_LEVEL("document.issuerLevel", "作出机关层级", true),
    DOCUMENT_DATE("document.date", "文书日期", true),
    DOCUMENT_EFFECTIVE("document.effectiveOn", "文书生效日期", true),
    HANDLED_ON("handledOn", "处理完毕日期", true),
    CORRECTION_ORDERED("correctionOrdered", "是否责令限期改正", false),
    CORRECTION_MADE("correctionMade", "是否按期改正", false);

    private final String path;
    private final String column;
    private final boolean required;

    RecordField(String path, String column, boolean required) {
        this.path = path;
        this.column = column;
        this.required = required;
    }

    /** Path in JSON, also the field's name in faults. */
    String path() {
        return path;
    }

    /** Header of the column in an import file. */
    String column() {
        return column;
    }

    /** Whether an import file must have the column. */
    boolean required() {
        return required;
    }

    /** The field a header names, by its Chinese column or its path. */
    static Optional<RecordField> ofHeader(String header) {
        return Arrays.stream(values())
                .filter(field -> field.column.equals(header) || field.path.equals(header))
                .findFirst();
    }

    /** The field at a path. */
    static Optional<RecordField> ofPath(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }

    /** All columns, in order. */
    static List<String> columns() {
        return Arrays.stream(values()).map(RecordField::column).toList();
    }
}
