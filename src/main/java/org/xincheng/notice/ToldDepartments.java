package org.xincheng.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.letter.Letter;
import org.xincheng.identity.UnitDirectory;
import org.xincheng.identity.UserDirectory.Entry;

/** Who a notice to departments is mailed to: the members of the units that bear the departments' names (docs/adr/0018). */
@Component
class ToldDepartments {

    private final Cases cases;
    private final UnitDirectory units;

    ToldDepartments(Cases cases, UnitDirectory units) {
        this.cases = cases;
        this.units = units;
    }

    /**
     * One addressee of a notice.
     *
     * @param user whose address it is
     * @param address where to
     */
    record Recipient(String user, String address) {}

    /**
     * Whom the notice reaches, and whom it does not.
     *
     * @param recipients one for each address, in the order of the departments
     * @param gaps why a department gets no mail, a sentence each; empty where every one gets some
     */
    record Reach(List<Recipient> recipients, List<String> gaps) {}

    /** Whom a notice reaches today: units and addresses registered after it was issued count. */
    Reach reach(Letter letter) {
        var recipients = new LinkedHashMap<String, Recipient>();
        var gaps = new ArrayList<String>();
        var departments = departments(letter);
        for (String department : departments) {
            var members = units.membersOf(department);
            var addressed = members.orElse(List.of()).stream()
                    .flatMap(member -> recipient(member).stream())
                    .toList();
            addressed.forEach(one -> recipients.putIfAbsent(one.address().toLowerCase(Locale.ROOT), one));
            if (members.isEmpty()) {
                gaps.add("“" + department + "”未登记为部门");
            } else if (addressed.isEmpty()) {
                gaps.add("“" + department + "”没有登记电子邮箱");
            }
        }
        if (departments.isEmpty()) {
            gaps.add("没有记载实施单位");
        }
        return new Reach(List.copyOf(recipients.values()), gaps);
    }

    private static Optional<Recipient> recipient(Entry member) {
        return member.email()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> new Recipient(member.id(), address));
    }

    /** Those that were told by this letter: a case can send several of one kind. */
    private List<String> departments(Letter letter) {
        var history = cases.load(letter.caseId());
        int issued = history.last(
                        LetterWasIssued.class, issue -> issue.letterId().equals(letter.id()))
                .map(Happened::seq)
                .orElse(0);
        return history.all(DepartmentsTold.class)
                .filter(told -> told.seq() > issued && told.act().kind() == letter.kind())
                .findFirst()
                .map(told -> told.act().departments())
                .orElse(List.of());
    }
}
