package org.xincheng.credit;

import java.util.Optional;
import org.xincheng.credit.BadInputException.Fault;

/**
 * An identity number is kept in the register of subjects only, sealed; no other text of the store holds one (WZ2022 (二十二)
 * 「最小化原则」, (五) 「进行必要的脱敏处理」; 个人信息保护法 art. 6, 51).
 */
public final class FreeTextHoldsNoIdentityNumber {

    private FreeTextHoldsNoIdentityNumber() {}

    /**
     * Checks a text.
     *
     * @param labelZh what the clerk knows the field by
     * @param text may be null
     * @return what is wrong, without a word of the text
     */
    public static Optional<Fault> fault(String field, String labelZh, String text) {
        return IdentityNumbers.in(text)
                ? Optional.of(new Fault(
                        field,
                        "「" + labelZh + "」中含有公民身份号码，请删去或者改写为「当事人」「法定代表人」等称谓：身份号码只在主体登记中加密保存；"
                                + "如为文书编号，请写成「第……号」（依据：梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则 第（二十二）项最小化原则、第（五）项脱敏）",
                        field + " holds a citizen identification number"))
                : Optional.empty();
    }
}
