package org.xincheng.credit.catalogue;

import java.util.Arrays;
import java.util.List;
import org.xincheng.credit.subject.SubjectKind;

/**
 * One entry of a version of the measures list (惩戒措施清单).
 *
 * @param version of the list
 * @param code e.g. {@code WS-MOU-03}
 * @param regime whose document lists it
 * @param textZh the document's words
 * @param kind {@code mandatory}, {@code recommended} or {@code unspecified}
 * @param constraintType {@code administrative}, {@code market}, {@code industry} or {@code social}
 * @param subjectKind {@code enterprise}, {@code person} or {@code both}
 * @param departments who carries it out, between semicolons; empty where the document names nobody
 * @param legalBasis the documents cited for it, between semicolons; empty where none is
 * @param source place in the document
 * @param referenceOnly whether it binds nobody and is information only
 * @param referenceReason why; empty where it binds
 */
public record Measure(
        int version,
        String code,
        String regime,
        String textZh,
        String kind,
        String constraintType,
        String subjectKind,
        String departments,
        String legalBasis,
        String source,
        boolean referenceOnly,
        String referenceReason) {

    /** The departments one by one. */
    public List<String> departmentList() {
        return split(departments);
    }

    /** The cited documents one by one, with article. */
    public List<String> citations() {
        return split(legalBasis);
    }

    /** Whether it can be aimed at such a subject; an organisation is treated as an enterprise (单位). */
    public boolean fits(SubjectKind kind) {
        return subjectKind.equals("both") || subjectKind.equals("person") == (kind == SubjectKind.PERSON);
    }

    static List<String> split(String joined) {
        return Arrays.stream(joined.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
