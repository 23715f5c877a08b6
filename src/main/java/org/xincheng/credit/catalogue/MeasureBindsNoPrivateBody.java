package org.xincheng.credit.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xincheng.credit.Refusal;
import org.xincheng.law.Gate;

/**
 * No measure puts a duty on banks, credit agencies, associations or the press (WZ2022 (十):
 * 「不得强制要求金融机构、信用服务机构、行业协会商会、新闻媒体等惩戒失信主体」; regimes.md §C 26).
 *
 * <p>Two signs, either of which makes an entry reference only:
 *
 * <ul>
 *   <li>a private body stands among the departments that carry it out;
 *   <li>the constraint is not administrative: {@code industry} is carried out by associations, {@code market} by banks,
 *       insurers, exchanges and other market parties, {@code social} by the press and the public. The few market
 *       constraints that an authority could carry out itself (such as 限制出境) rest on decisions of courts, not on a list
 *       of this city, and lose nothing by it.
 * </ul>
 */
final class MeasureBindsNoPrivateBody {

    private static final List<String> PRIVATE_BODIES = List.of(
            "银行业金融机构", "商业银行", "证券期货经营机构", "证券经营机构", "保险公司", "金融机构", "信用服务机构", "征信机构", "行业协会", "商会", "行业自律组织", "媒体");

    private static final Map<String, String> CARRIED_OUT_BY =
            Map.of("industry", "行业协会商会", "market", "金融机构等市场主体", "social", "新闻媒体和社会公众");

    private MeasureBindsNoPrivateBody() {}

    static Optional<Refusal> check(Measure measure, Gate gate) {
        if (!gate.active()) {
            return Optional.empty();
        }
        return measure.departmentList().stream()
                .filter(department -> PRIVATE_BODIES.stream().anyMatch(department::contains))
                .findFirst()
                .or(() -> Optional.ofNullable(CARRIED_OUT_BY.get(measure.constraintType())))
                .map(body -> Refusal.by(
                        MeasureBindsNoPrivateBody.class,
                        gate,
                        "不得强制" + body + "实施惩戒，仅供其参考",
                        "no duty may be put on private bodies; reference only"));
    }
}
