package org.xincheng.credit.subject;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.FaultList;

/**
 * A subject as an information provider names it.
 *
 * @param kind what it is
 * @param identifier USCC of an enterprise or organisation, citizen identification number of a person
 * @param name full name
 * @param address for letters; empty where not stated
 * @param email for courtesy copies; empty where not stated
 * @param phone empty where not stated
 * @param electronicConsent whether it agreed to electronic service (行政处罚法 art. 61), null where not stated; with a record
 *     it becomes an entry of the register of consents
 */
public record NewSubject(
        SubjectKind kind,
        String identifier,
        String name,
        String address,
        String email,
        String phone,
        Boolean electronicConsent) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+");
    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{3,30}");

    /** Mends what typing does to values: spaces around them, full-width characters in the identifier. */
    public NewSubject {
        identifier = Uscc.normalised(identifier);
        name = stripped(name);
        address = stripped(address);
        email = stripped(email);
        phone = stripped(phone);
    }

    /** Everything wrong with it, by field. */
    public List<Fault> faults() {
        FaultList faults = new FaultList();
        faults.required("kind", "主体类型", kind);
        faults.requiredNumber("identifier", "统一社会信用代码或公民身份号码", identifier, 100);
        if (kind != null) {
            identifierFault().ifPresent(faults::add);
        }
        faults.requiredText("name", "主体名称", name, 200);
        faults.optionalText("address", "地址", address, 300);
        if (!email.isEmpty() && (email.length() > 254 || !EMAIL.matcher(email).matches())) {
            faults.add("email", "「电子邮箱」格式不对", "email is not an e-mail address");
        }
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            faults.add("phone", "「联系电话」只能是3至30位数字、空格和 + - ( )", "phone is not a phone number");
        }
        return faults.faults();
    }

    /** Nothing but the kind: nothing of a person must get into a log by way of a message. */
    @Override
    public String toString() {
        return "NewSubject " + kind;
    }

    private Optional<Fault> identifierFault() {
        return kind == SubjectKind.PERSON ? ResidentId.fault(identifier) : Uscc.fault(identifier);
    }

    private static String stripped(String value) {
        return value == null ? "" : value.strip();
    }
}
