package org.xincheng.supervision;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.xincheng.credit.cases.CaseSearch;
import org.xincheng.credit.cases.CaseSearch.State;

/**
 * What was asked of the list of cases, as it was typed or stands in an address. A choice that does not exist narrows nothing; a date that cannot be read is told.
 *
 * @param q number, name or code
 * @param from first day of opening, ISO
 * @param to last day of opening, ISO
 */
record CaseSearchForm(String q, String type, String regime, String state, String from, String to, String page) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    CaseSearchForm {
        q = orEmpty(q);
        type = orEmpty(type);
        regime = orEmpty(regime);
        state = orEmpty(state);
        from = orEmpty(from);
        to = orEmpty(to);
        page = orEmpty(page);
    }

    /** The same without the text and from its first page. */
    CaseSearchForm withoutText() {
        return new CaseSearchForm("", type, regime, state, from, to, "");
    }

    /** Key of the text that says why the dates cannot be asked for; empty where they can. */
    Optional<String> fault() {
        if (isWrong(from) || isWrong(to)) {
            return Optional.of("cases.search.date.unreadable");
        }
        var first = day(from);
        var last = day(to);
        return first.isPresent() && last.isPresent() && first.get().isAfter(last.get())
                ? Optional.of("cases.search.date.order")
                : Optional.empty();
    }

    CaseSearch search() {
        return new CaseSearch(
                q,
                CaseType.ofProcedure(type).map(CaseType::procedure).orElse(""),
                regime,
                Arrays.stream(State.values())
                        .filter(one -> one.name().equals(state))
                        .findFirst()
                        .orElse(null),
                day(from).orElse(null),
                day(to).orElse(null),
                page.matches("\\d{1,9}") ? Integer.parseInt(page) : 1);
    }

    private static boolean isWrong(String typed) {
        return !typed.isEmpty() && day(typed).isEmpty();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static String orEmpty(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
