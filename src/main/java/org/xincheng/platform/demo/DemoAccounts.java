package org.xincheng.platform.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xincheng.identity.StaffGroup;

/**
 * The sample accounts. Each password is the account's id followed by {@code -demo}; production refuses to start while one
 * of them opens an account.
 */
public final class DemoAccounts {

    /** A unit (部门) of the demo: its group's id, and its name as the sample documents and the measures list write it. */
    public record Unit(String id, String name) {}

    /** One sample account. The name says that it is a sample. */
    public record Account(String id, String name, StaffGroup group, List<Unit> units) {

        Account(String id, String name, StaffGroup group) {
            this(id, name, group, OF_THE_OFFICE.contains(group) ? List.of(OFFICE) : List.of());
        }

        /** The password, known to everybody. */
        public String password() {
            return id + "-demo";
        }

        /** An address under a domain that exists nowhere (RFC 2606). */
        public String email() {
            return id + "@xincheng.example";
        }
    }

    private static final Unit OFFICE = new Unit("unit-credit-office", "样例市信用管理办公室");

    private static final Set<StaffGroup> OF_THE_OFFICE = Set.of(
            StaffGroup.DATA_OFFICER,
            StaffGroup.CASE_OFFICER,
            StaffGroup.LEGAL_REVIEWER,
            StaffGroup.HEARING_CHAIR,
            StaffGroup.PRINCIPAL);

    private static final Unit MARKET = new Unit("unit-market-regulation", "工商总局");

    /** One department by both of its names: that of the measures list, and that of the documents it issues. */
    private static final List<Unit> SAFETY =
            List.of(new Unit("unit-work-safety", "负有安全监管监察职责的部门"), new Unit("unit-emergency-management", "样例市应急管理局"));

    private static final List<Account> ALL = List.of(
            new Account("data1", "白晓信", StaffGroup.DATA_OFFICER),
            new Account("officer1", "陈立案", StaffGroup.CASE_OFFICER),
            new Account("officer2", "冯经办", StaffGroup.CASE_OFFICER),
            new Account("officer3", "曹复核", StaffGroup.CASE_OFFICER),
            new Account("reviewer1", "郭明法", StaffGroup.LEGAL_REVIEWER),
            new Account("reviewer2", "何守正", StaffGroup.LEGAL_REVIEWER),
            new Account("chair1", "江持平", StaffGroup.HEARING_CHAIR),
            new Account("panel1", "孔议一", StaffGroup.PANEL_MEMBER),
            new Account("panel2", "李议二", StaffGroup.PANEL_MEMBER),
            new Account("panel3", "孟议三", StaffGroup.PANEL_MEMBER),
            new Account("panel4", "宁议四", StaffGroup.PANEL_MEMBER),
            new Account("panel5", "欧议五", StaffGroup.PANEL_MEMBER),
            new Account("principal1", "潘主持", StaffGroup.PRINCIPAL),
            new Account("principal2", "彭联席", StaffGroup.PRINCIPAL),
            new Account("dept1", "秦落实", StaffGroup.IMPLEMENTING_DEPARTMENT, List.of(MARKET)),
            new Account("dept2", "苏协同", StaffGroup.IMPLEMENTING_DEPARTMENT, SAFETY),
            new Account("supervisor1", "任督办", StaffGroup.SUPERVISOR),
            new Account("designer1", "沈流程", StaffGroup.DESIGNER),
            new Account("auditor1", "唐审计", StaffGroup.AUDITOR),
            new Account("admin", "系统管理员", StaffGroup.ADMINISTRATOR));

    private DemoAccounts() {}

    /** All accounts, in the order of the groups; the last is the administrator, which every profile has. */
    public static List<Account> all() {
        return ALL;
    }

    /** Every password of the demo. */
    public static Set<String> passwords() {
        return ALL.stream().map(Account::password).collect(Collectors.toUnmodifiableSet());
    }

    /** The password that the account of this id has in the demo. */
    public static Optional<String> passwordOf(String id) {
        return ALL.stream()
                .filter(account -> account.id().equals(id))
                .map(Account::password)
                .findFirst();
    }

    /** Whether this is a password of the demo. */
    public static boolean isDemoPassword(String password) {
        return passwords().contains(password);
    }

    /** The ids of all accounts and one more. */
    public static Set<String> idsAnd(String another) {
        return Stream.concat(ALL.stream().map(Account::id), Stream.of(another))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
